// Counts that somebody denies, that nobody confirms, or that are only thought of, beside true ones in the same dress.
// "not " in front: denied. A count that is only possible, planned, demanded or feared is no figure.
#include <doctest/doctest.h>

#include "support/examples.h"

using counterclaim::test::check_figures;

TEST_CASE("denied") {
  check_figures("Lima denied that 12 of its soldiers had been killed.", {"not killed 12 Peru military <- Lima"});
  check_figures("Peru denied killing 12 Chilean soldiers.", {"not killed 12 Chile military <- Peru"});
  check_figures("The ministry denied reports that nine nurses had been wounded.",
                {"not wounded 9 civilian <- The ministry"});
  check_figures("The ministry rejected claims that nine nurses had been wounded.",
                {"not wounded 9 civilian <- The ministry"});
  check_figures("The mayor dismissed reports that 40 villagers had been abducted.",
                {"not captured 40 civilian <- The mayor"});
  check_figures("The army refuted the claim that six sailors had been captured.",
                {"not captured 6 military <- The army"});
  check_figures("“It is not true that we lost 12 soldiers,” the general said.",
                {"not killed 12 military <- the general"});
  check_figures("The governor said it was false that 12 miners had been killed.",
                {"not killed 12 civilian <- The governor"});
  check_figures("There is no evidence that 12 miners were killed.", {"not killed 12 civilian"});
  check_figures("Observers found no evidence that 12 miners were killed.", {"not killed 12 civilian"});
  check_figures("Reports that 12 miners were killed are false.", {"not killed 12 civilian"});
  check_figures("The report that 12 miners were killed was untrue.", {"not killed 12 civilian"});
  check_figures("Chile's leaders have rejected releasing 500 prisoners.", {"not released 500 <- Chile's leaders"});
}

TEST_CASE("not confirmed, but told") {
  check_figures("Unconfirmed reports said 12 miners had been killed.", {"killed 12 civilian <- Unconfirmed reports"});
  check_figures("Nine nurses are feared dead.", {"killed 9 civilian"});
  check_figures("Nine nurses were reportedly killed.", {"killed 9 civilian"});
}

TEST_CASE("nobody says that it happened") {
  check_figures("Nine judges were not killed.", {});
  check_figures("The shells did not kill nine judges.", {});
  check_figures("It is unclear whether nine judges were killed.", {});
  check_figures("The mayor could not say whether nine judges had been killed.", {});
  check_figures("Nobody knows if nine judges were killed.", {});
  check_figures("Estimates differ on how many people were killed.", {});
}

TEST_CASE("possible, planned, wished for, threatened") {
  check_figures("Hundreds of people may be killed.", {});
  check_figures("The mayor warned that 500 people could be killed.", {});
  check_figures("Up to 500 people might have died.", {});
  check_figures("If nine judges are killed, the talks will end.", {});
  check_figures("They planned to kill nine judges.", {});
  check_figures("The rebels threatened to kill nine judges.", {});
  check_figures("The rebels threatened to execute the governor and nine judges.", {});
  check_figures("Two bakers were accused of plotting to kill nine judges.", {});
  check_figures("The plot to kill nine judges failed.", {});
  check_figures("The attempted murder of nine judges shook the town.", {});
  check_figures("The bomb was capable of killing 500 people.", {});
  check_figures("The guards prevented the killing of nine judges.", {});
  check_figures("The blast nearly killed nine judges.", {});
  check_figures("Bolivia demanded the release of 40 prisoners.", {});
  check_figures("Bolivia called for the release of 40 prisoners.", {});
  check_figures("The two sides discussed the exchange of 40 prisoners.", {});
  check_figures("The crowd urged the army to free 40 prisoners.", {});
  check_figures("Special forces moved in to retake the mine and free 40 hostages.", {"captured 40"});
}

TEST_CASE("told as they are: passive, active, reported") {
  check_figures("Lima confirmed that 12 of its soldiers had been killed.", {"killed 12 Peru military <- Lima"});
  check_figures("Peru admitted killing 12 Chilean soldiers.", {"killed 12 Chile military <- Peru"});
  check_figures("The ministry confirmed reports that nine nurses had been wounded.",
                {"wounded 9 civilian <- The ministry"});
  check_figures("The ministry acknowledged that nine nurses had been wounded.", {"wounded 9 civilian <- The ministry"});
  check_figures("The mayor said 40 villagers had been abducted.", {"captured 40 civilian <- The mayor"});
  check_figures("The army claimed that six sailors had been captured.", {"captured 6 military <- The army"});
  check_figures("“We lost 12 soldiers,” the general said.", {"killed 12 military <- the general"});
  check_figures("The governor said it was true that 12 miners had been killed.",
                {"killed 12 civilian <- The governor"});
  check_figures("There is evidence that 12 miners were killed.", {"killed 12 civilian"});
  check_figures("Observers found evidence that 12 miners were killed.", {"killed 12 civilian"});
  check_figures("Reports that 12 miners were killed are true.", {"killed 12 civilian"});
  check_figures("The report that 12 miners were killed shook the town.", {"killed 12 civilian"});
  check_figures("Chile's leaders have confirmed releasing 500 prisoners.", {"released 500 <- Chile's leaders"});
}

TEST_CASE("told as they are: beside words of doubt for something else") {
  check_figures("Nine judges were killed, not wounded.", {"killed 9 civilian"});
  check_figures("The army denied the attack, in which nine judges were killed.", {"killed 9 civilian"});
  check_figures("It is unclear why nine judges were killed.", {"killed 9 civilian"});
  check_figures("Nine judges were killed, the mayor said, but could not say by whom.",
                {"killed 9 civilian <- the mayor"});
  check_figures("Nobody knows who killed nine judges.", {"killed 9 civilian"});
  check_figures("Nine judges were killed, and more may die.", {"killed 9 civilian"});
  check_figures("The blast killed nearly 90 judges.", {"killed <90 civilian"});
  check_figures("The shells killed nine judges but did not hit the bridge.", {"killed 9 civilian"});
  check_figures("As if nothing had happened, the mayor left after nine judges were killed.", {"killed 9 civilian"});
}

TEST_CASE("told as they are: plans that were carried out") {
  check_figures("They had planned for years and killed nine judges.", {"killed 9 civilian"});
  check_figures("The rebels killed nine judges as they had threatened.",
                {"killed 9 civilian <- they"});  // wrong: nobody says it
  check_figures("The rebels threatened the town and executed nine judges.", {"killed 9 civilian"});
  check_figures("Two bakers were accused of killing nine judges.", {"killed 9 civilian"});
  check_figures("The plot killed nine judges.", {"killed 9 civilian"});
  check_figures("The murder of nine judges shook the town.", {"killed 9 civilian"});
  check_figures("The bomb was built by a baker, killing 500 people.", {"killed 500"});
  check_figures("The guards could not prevent the killing of nine judges.", {"killed 9 civilian"});
  check_figures("Bolivia demanded talks after the release of 40 prisoners.", {"released 40"});
  check_figures("Bolivia welcomed the release of 40 prisoners.", {"released 40 <- Bolivia"});
  check_figures("The two sides celebrated the exchange of 40 prisoners.", {"released 40"});
  check_figures("The army managed to free 40 prisoners.", {"released 40"});
  check_figures("Villagers had to leave, and 900 people were forced to flee.", {"displaced 900"});
  check_figures("Some 900 villagers had to flee.", {"displaced ~900 civilian"});
  check_figures("Six guards were reported to have died in the blast.", {"killed 6 military"});
  check_figures("Six guards were believed to be missing.", {"missing 6 military"});
  check_figures("The mayor refused to resign after six guards were killed.", {"killed 6 military"});
  check_figures("The army, which denies it, killed six porters.", {"killed 6 civilian"});
}
