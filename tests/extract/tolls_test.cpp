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
