// Figures by construction, one table each, on invented happenings. Wrong results that are known stand with a note.
#include <doctest/doctest.h>

#include "support/examples.h"

using counterclaim::test::check_figures;

TEST_CASE("passive") {
  check_figures("The governor said 12 Peruvian soldiers were killed.", {"killed 12 Peru military <- The governor"});
  check_figures("Dozens of people were wounded in the blast.", {"wounded 'dozens'"});
  check_figures("Five monks were captured and shot dead.", {"captured 5 civilian", "killed 5 civilian"});
  check_figures("Nine herders have been killed since Monday.", {"killed 9 civilian"});
  check_figures("Four Chilean sailors are missing.", {"missing 4 Chile military"});
}

TEST_CASE("active, participle, relative clause") {
  check_figures("A mortar hit the market, killing at least nine people.", {"killed >=9"});
  check_figures("The storming of the fort killed 12 and wounded 40.", {"killed 12", "wounded 40"});
  check_figures("A blast that killed 30 porters was heard.", {"killed 30 civilian"});
  check_figures("Chile freed ten captured Peruvian sailors.", {"released 10 Peru military"});
}

TEST_CASE("participle or adjective behind the number") {
  check_figures("26 conscripts killed", {"killed 26 military"});
  check_figures("The raid left eight miners dead and five others wounded.",
                {"killed 8 civilian", "wounded 5 civilian"});
  check_figures("The clinic reported nine patients killed and 13 wounded.",
                {"killed 9 <- The clinic", "wounded 13 <- The clinic"});
  check_figures("Nine guards were killed, with four others wounded.", {"killed 9 military", "wounded 4 military"});
  check_figures("202 servicemen killed or missing", {"killed_or_missing 202 military"});
}

TEST_CASE("losses as the subject or object of their number") {
  check_figures("Our losses are 50 soldiers, the minister said.", {"killed_or_wounded 50 military <- the minister"});
  check_figures("Bolivia puts the number of its dead at 431.", {"killed 431 Bolivia <- Bolivia"});
  check_figures("Losses number 200 soldiers.", {"killed_or_wounded 200 military"});
  check_figures("Casualties, which reached 50 soldiers, were heavy.", {"killed_or_wounded 50 military"});
  check_figures("Our losses are not 50 soldiers.", {});
}

TEST_CASE("soldiers to whom something happens are no forces") {
  check_figures("Peru sent 50 soldiers to the border.", {"forces 50 Peru military"});
  check_figures("At least 20 people were killed along with two gunmen.", {"killed >=20", "killed 2 military"});
  check_figures("Nine people (among them four soldiers) were killed.", {"killed 9"});
  check_figures("The village prayed for the families of 12 soldiers.", {});
}

TEST_CASE("the first person speaks for whoever is quoted") {
  check_figures("“I have counted 30 casualties,” the doctor said.", {"killed_or_wounded 30 <- the doctor"});
}

TEST_CASE("headlines") {
  check_figures("Renewed Clashes Kill at Least 50\n\nIt was a long day on the border, and nobody slept.",
                {"killed >=50 both"});
  check_figures("31 Chilean troops die in bomb attack\n\nIt was a long day on the border, and nobody slept.",
                {"killed 31 Chile military"});
}

TEST_CASE("nouns of harm") {
  check_figures("There were 45 deaths and dozens of injuries.", {"killed 45", "wounded 'dozens'"});
  check_figures("The bodies of four nurses were found.", {"killed 4 civilian"});
  check_figures("The capture of six sailors by rebels led to talks.", {"captured 6 military"});
  check_figures("No casualties were reported.", {"killed_or_wounded 0"});
}

TEST_CASE("totals") {
  check_figures("The death toll rose from 31 to 45.", {"killed 31", "killed 45"});
  check_figures("The ministry put the number of wounded at 42.", {"wounded 42 <- The ministry"});
}

TEST_CASE("lists share what happened and the bound") {
  check_figures("17 Peruvian and 6 Chilean sailors were killed.",
                {"killed 17 Peru military", "killed 6 Chile military"});
  check_figures("At least 5 soldiers and 3 cooks were killed.", {"killed >=5 military", "killed >=3 civilian"});
  check_figures("Troops killed 12 rebels, three cooks and two nurses.",
                {"killed 12 military", "killed 3 civilian", "killed 2 civilian"});
}

TEST_CASE("parts of a count") {
  check_figures("30 people were killed, five of them children.", {"killed 30", "killed 5 civilian"});
  check_figures("Ten people were wounded, including four cadets.", {"wounded 10", "wounded 4 military"});
  check_figures("Five of the wounded were children.", {"wounded 5 civilian"});
}

TEST_CASE("single victims") {
  check_figures("An officer was killed by a sniper.", {"killed 1 military"});
  check_figures("A Bolivian nurse and a driver were wounded.", {"wounded 1 Bolivia civilian", "wounded 1 civilian"});
  check_figures("The Chilean soldier Juan Rojas was killed.", {"killed 1 Chile military"});
  check_figures("Two Peruvian guards were killed. Juan Rojas died from sniper fire in the port.",
                {"killed 2 Peru military", "killed 1 Peru military"});
  check_figures("The officer was killed by a sniper.", {});  // takes up somebody told
  check_figures("The poet Juan Rojas died at home.", {});
}

TEST_CASE("sides") {
  check_figures("Nine soldiers of Peru were killed.", {"killed 9 Peru military"});
  check_figures("Peru's army said one of its soldiers was killed.", {"killed 1 Peru military <- Peru's army"});
  check_figures("150 Peruvian and Chilean troops have been killed.", {"killed 150 both military"});
  check_figures("Nine people were killed in the clashes.", {"killed 9 both"});
  check_figures("Six people were killed in Lima.", {"killed 6"});
  check_figures("The Peruvian ministry said six soldiers were killed.",
                {"killed 6 Peru military <- The Peruvian ministry"});
}

TEST_CASE("boxes") {
  check_figures(
      "Casualties and losses\nPeru\nPer Andina:\n83 killed\nPer Chile:\n200+ killed\nChile\n63 killed\n136,000 "
      "evacuated",
      {"killed 83 Peru <- Per Andina", "killed >=200 Peru <- Per Chile", "killed 63 Chile", "displaced 136000 Chile"});
  check_figures("Casualties and losses\nPer Peru:\n80 servicemen killed\nChilean claim:\n431 servicemen killed",
                {"killed 80 Peru military <- Per Peru", "killed 431 Peru military <- Chilean claim"});
}

TEST_CASE("denied, possible and wished") {
  check_figures("Lima denied that 12 of its soldiers had been killed.", {"not killed 12 Peru military <- Lima"});
  check_figures("Hundreds of people may be killed.", {});
  check_figures("They planned to kill nine judges.", {});
  check_figures("Nine judges were not killed.", {});
}

TEST_CASE("asides, joined nouns and gaps between a count and its state") {
  check_figures("Along with the six - two cooks and four guards - killed, 12 others were wounded in the attack.",
                {"killed 6", "killed 2 civilian", "killed 4 military", "wounded 12"});
  check_figures("Twelve people, most of them nurses, were killed.", {"killed 12"});
  check_figures("36 tanks and armoured vehicles destroyed", {"destroyed 36 (tanks)"});
  check_figures("Twelve nurses were killed in Tacna and nine in Arica.", {"killed 12 civilian", "killed 9 civilian"});
  check_figures("Twelve nurses were killed in Tacna and nine shops closed in Arica.", {"killed 12 civilian"});
}

TEST_CASE("verbs that share a subject, and gerunds") {
  check_figures("Five farmers went home on Thursday and were captured and gunned down by the rebels.",
                {"captured 5 civilian", "killed 5 civilian"});
  check_figures("A blast resulting in seven people dying was reported.", {"killed 7"});
  check_figures("Some 350 villagers had to flee.", {"displaced ~350 civilian"});
  check_figures("The general had killed or captured thousands.",
                {"other 'thousands'"});  // how many of each is not told
}

TEST_CASE("things: hit, damaged, destroyed, in lists") {
  check_figures("Rockets hit three hotels.", {"hit 3 (hotels)"});
  check_figures("The three bombed hotels stood empty.", {"hit 3 (hotels)"});
  check_figures("The army launched attacks on several towns.", {"hit 'several' (towns)"});
  check_figures("Peru said it destroyed five tanks, three trucks and one BMP-2.",
                {"destroyed 5 (tanks) <- Peru", "destroyed 3 (trucks) <- Peru", "destroyed 1 (BMP-2) <- Peru"});
  check_figures("The shelling brought damage to 12 houses.", {"damaged 12 (houses)"});
  check_figures("Peru lost 62 tanks (destroyed: 38, damaged: 16).", {});  // should be destroyed 38 and damaged 16
}

TEST_CASE("ground") {
  check_figures("Peru occupied 140 km2 of Chilean territory.", {"area 140 Chile (km2)"});
  check_figures("Rebels took 50 square kilometres (19 sq mi) of land.", {"area 50 (km2)"});
  check_figures("The lake covers 50 square kilometres.", {});
}

TEST_CASE("parts of those told of") {
  check_figures("The victims included two Peruvian nurses.", {"killed 2 Peru civilian"});
  check_figures("Among the dead were four women.", {"killed 4"});
  check_figures("132 of the dead were children and another nine were teachers.",
                {"killed 132 civilian", "killed 9 civilian"});
}

TEST_CASE("names that are no people") {
  check_figures("The army seized Tacna and Arica.", {});
  check_figures("The capture of Tacna ended the war.", {});
  check_figures("The army took the Omar Pass.", {});
}

TEST_CASE("no figures") {
  check_figures("The committee killed three bills in two days.", {"killed 3"});  // wrong: bills are no people
  check_figures("Two thousand birds have died of flu.", {});
  check_figures("On 12 May 2022 the bridge was closed for 9 hours.", {});
  check_figures("Rebels captured two tanks and three villages.", {});
}
