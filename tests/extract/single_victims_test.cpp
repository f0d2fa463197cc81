// Single people without a number: who is one, and who is not.
#include <doctest/doctest.h>

#include "support/examples.h"

using counterclaim::test::check_figures;

TEST_CASE("a victim may be named, described or titled") {
  check_figures("Rebels killed the head of a village.", {"killed 1 civilian"});
  check_figures("Rebels shot dead Ana Rojas (42) at noon.", {"killed 1"});
  check_figures("Constable Ana Rojas was killed.", {"killed 1 military"});
  check_figures("A Border Police personnel was killed.", {"killed 1 military"});
  check_figures("A cook was arrested along with a porter.", {"detained 1 civilian", "detained 1 civilian"});
}

TEST_CASE("a victim told of already is none again") {
  check_figures("The teacher was killed.", {});  // whoever "the teacher" is was told before
  check_figures("Two porters, Ana Rojas and Juan Rojas, were killed.", {"killed 2 civilian"});
}

TEST_CASE("a couple is two") { check_figures("A rebel couple was arrested.", {"detained 2 military"}); }

TEST_CASE("a town that is taken is nobody") {
  check_figures("The capture of Arica was a blow.", {});
  check_figures("Troops seized Arica.", {});
}

TEST_CASE("one person may suffer two things") {
  check_figures("Rebels killed an abducted farmer.", {"killed 1 civilian", "captured 1 civilian"});
}
