// Whose people and things figures count, where no word of the phrase names them, and of what kind they are.
#include <doctest/doctest.h>

#include "support/examples.h"

using counterclaim::test::check_figures;

TEST_CASE("soldiers, police, officials and villagers are of the state that holds the place") {
  check_figures("A policeman was killed in Arica.", {"killed 1 Chile military"});
  check_figures("Three border guards died in the attack near Arica.", {"killed 3 Chile military"});
  check_figures("A diplomat was wounded in Arica.", {"wounded 1 Chile civilian"});
  check_figures("Two villagers were killed near Arica.", {"killed 2 Chile civilian"});
  check_figures("Constable Juan Rojas was shot dead in Arica.", {"killed 1 Chile military"});
  // People who are merely there are of nobody.
  check_figures("Two shoppers were killed in Arica.", {"killed 2 civilian"});
  check_figures("Six people were killed in Arica.", {"killed 6"});
  // Two countries are named: of either.
  check_figures("A policeman was killed on the road from Arica to Tacna.", {"killed 1 military"});
}

TEST_CASE("people are of the place that they come from") {
  check_figures("A teacher from Arica was killed.", {"killed 1 Chile civilian"});
  check_figures("Two of the dead were Peruvian.", {"killed 2 Peru"});
}

TEST_CASE("rebels of a state have no other name") {
  check_figures("Nine Peruvian rebels were killed.", {"killed 9 Peruvian rebels military"});
  check_figures("Nine Peruvian soldiers were killed.", {"killed 9 Peru military"});
  check_figures("Nine Shining Path rebels were killed.", {"killed 9 Shining Path military"});
}

TEST_CASE("of several armed groups rebels are of the one whose fighters were named last") {
  check_figures("Tamil Tigers fought the Shining Path. Shining Path rebels fled. Nine rebels were killed.",
                {"killed 9 Shining Path military"});
}

TEST_CASE("people whom fighting killed are of both sides") {
  check_figures("Clashes broke out at the river, killing nine people.", {"killed 9 both"});
  check_figures("They fought a war that led to heavy losses, killing 900 people.", {"killed 900 both"});
  check_figures("A new round of fighting left nine people wounded.", {"wounded 9 both"});
  check_figures("Nine people were wounded in heavy clashes between Peru and Chile.", {"wounded 9 both"});
  check_figures("Peruvian and Chilean troops exchanged fire, leaving nine people dead.", {"killed 9 both"});
  check_figures("The clash killed one Peruvian soldier and two Chilean soldiers and wounded 14 others.",
                {"killed 1 Peru military", "killed 2 Chile military", "wounded 14 both military"});
  // One person is of one side, and a blast is no fight.
  check_figures("A woman was killed in the clashes.", {"killed 1"});
  check_figures("A blast shook the market, killing nine people.", {"killed 9"});
}

TEST_CASE("places and things are of whoever holds the ground") {
  check_figures("Shells hit 23 towns in Peru.", {"hit 23 Peru (towns)"});
  check_figures("Nine people were moved out of Peruvian villages.", {"displaced 9 Peru"});
}

TEST_CASE("a backer is no side") {
  check_figures("Two members of the Peru-backed militia were killed.", {"killed 2 Peru-backed militia military"});
}

TEST_CASE("who belongs to an armed group fights, who did once does not") {
  check_figures("A leader of the Shining Path was killed.", {"killed 1 Shining Path military"});
  check_figures("Ana Rojas, a leader of the Shining Path, was killed.", {"killed 1 Shining Path military"});
  check_figures("A surrendered rebel was killed near the camp of the Shining Path.", {"killed 1"});
  check_figures("Two local leaders were killed.", {"killed 2"});
  check_figures("Two party leaders were killed.", {"killed 2 civilian"});
  check_figures("A member of the village council was killed.", {"killed 1 civilian"});
}

TEST_CASE("people of two kinds under one number are of none") {
  check_figures("Hundreds of soldiers and civilians have been killed.", {"killed 'hundreds'"});
  check_figures("Nine soldiers and two civilians were killed.", {"killed 9 military", "killed 2 civilian"});
}
