// What a report's figures add up to.
#include <doctest/doctest.h>

#include "support/examples.h"

using counterclaim::test::check_tolls;

TEST_CASE("the same victims told again count once") {
  check_tolls(
      "Eight miners killed in raid\n\nEight miners were killed on Monday, the mayor said. The eight miners died at "
      "once.",
      {}, {"killed 8 civilian"});
  check_tolls("Nine people were killed. Officials said nine nurses died in the attack.", {}, {"killed 9 civilian"});
  check_tolls("A baker, Ana Rojas, was killed. Rojas was shot dead at noon.", {}, {"killed 1 civilian"});
  check_tolls("Two guards were killed. Ana Rojas was killed at once.", {}, {"killed 2 military"});
}

TEST_CASE("a pronoun takes up somebody told of before") {
  check_tolls("A guard was killed in Arica.\n\nHe was shot dead at noon.", {}, {"killed 1 Chile military"});
  check_tolls("A guard was killed in Arica. Another was killed in Tacna.", {}, {"killed 1 Chile military", "killed 1"});
}

TEST_CASE("parts come out of their whole") {
  check_tolls("Six people were killed, two of them nurses.", {}, {"killed 4", "killed 2 civilian"});
  check_tolls("Ten rebels, including five women, surrendered.", {}, {"surrendered 10 military"});
  check_tolls("The blast killed eight people - six guards and two cooks.", {},
              {"killed 6 military", "killed 2 civilian"});
  check_tolls("Eight people died in the attack. Six guards and two cooks were killed.", {},
              {"killed 6 military", "killed 2 civilian"});
}

TEST_CASE("a corrected number replaces the earlier") {
  check_tolls("The death toll rose from 31 to 45.", {}, {"killed 45"});
}

TEST_CASE("counts of other people are added") {
  check_tolls("Two nurses were killed in Arica. Three miners were killed in Tacna.", {}, {"killed 5 civilian"});
  check_tolls("Two nurses were killed and three miners wounded.", {}, {"killed 2 civilian", "wounded 3 civilian"});
  check_tolls("Rebels shot a guard. He was killed.", {}, {"killed 1"});
}

TEST_CASE("denied figures stay out, claims of two sides stand apart") {
  check_tolls("Lima denied that 12 of its soldiers had been killed.", {}, {});
  check_tolls("Peru said that nine Chilean soldiers were killed. Chile said that two of its soldiers were killed.", {},
              {"killed 9 Chile military", "killed 2 Chile military"});
}

TEST_CASE("what happened long before is background") {
  check_tolls("Nine guards were killed on Monday. In 2009 forty guards were killed.", "2022-09-14",
              {"killed 9 military", "killed 40 military (background)"});
  check_tolls("Nine guards were killed on Monday.", "2022-09-14", {"killed 9 military"});
  check_tolls("In 2009 forty guards were killed.", "2022-09-14", {"killed 40 military"});  // a history
}

TEST_CASE("nobody") { check_tolls("No one was injured in the blast.", {}, {"wounded 0"}); }

TEST_CASE("the same person by another word, and others who are not") {
  check_tolls("Rebels killed a driver. They killed Ana Rojas (42) near the school.", {}, {"killed 1 civilian"});
  check_tolls("Rebels killed Ana Rojas and her mother.", {}, {"killed 2 civilian"});
  check_tolls("A guard was killed. Another guard was killed in Tacna.", {}, {"killed 2 Peru military"});
}

TEST_CASE("bodies and the dead are those told before") {
  check_tolls("Rebels killed five porters. The bodies of four porters were found.", {}, {"killed 5 civilian"});
  check_tolls("Nine people died in the blast. Among the dead were two nurses.", {}, {"killed 7", "killed 2 civilian"});
  check_tolls("Five rebels were arrested. Two of them were arrested in Tacna.", {}, {"detained 5 military"});
}

TEST_CASE("a total behind its parts") {
  check_tolls("Three guards and two cooks were killed at the gate. The raid killed five people.", {},
              {"killed 3 military", "killed 2 civilian"});
}

TEST_CASE("the wounded who die are no more wounded") {
  check_tolls("Six guards were wounded. One of the wounded guards died.", {},
              {"wounded 5 military", "killed 1 military"});
  check_tolls("Ana Rojas was wounded by a shell and later died.", {}, {"killed 1"});
}

TEST_CASE("whom an armed side attacks is a civilian where no word says otherwise") {
  check_tolls("Rebels killed three people near the school.", {}, {"killed 3 civilian"});
  check_tolls("Soldiers killed three people near the school.", {}, {"killed 3 civilian"});
  check_tolls("Three people were killed by a group of rebels.", {}, {"killed 3 civilian"});
  check_tolls("Three people were killed near the school.", {}, {"killed 3"});
  check_tolls("Rebels killed three people in a clash.", {}, {"killed 3 both"});
  check_tolls("Police arrested three people.", {}, {"detained 3"});
}

TEST_CASE("as many") {
  check_tolls("The blast killed three cooks and wounded as many.", {}, {"killed 3 civilian", "wounded 3 civilian"});
}

TEST_CASE("what was told as earlier is background") {
  check_tolls("A rebel was arrested. Earlier, rebels had killed two guards.", {},
              {"detained 1 military", "killed 2 military (background)"});
}
