#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/record/names.h"
#include "support/examples.h"

using namespace counterclaim;

namespace {

// "12", "12..15", "'dozens'"; with the bound in front where it is not exact, "-" in front of what is no count.
std::string written(const ground::NumberMention& number) {
  std::string out = number.not_count == ground::NotCount::kNone ? "" : "-";
  if (!number.value) return out + "'" + number.word + "'";
  if (number.bound != record::Bound::kExact && number.bound != record::Bound::kRange)
    out += fmt::format("{} ", record::name_of(number.bound));
  out += fmt::format("{}", *number.value);
  if (number.value_high) out += fmt::format("..{}", *number.value_high);
  return out;
}

void check(std::string_view text, const std::vector<std::string>& expected) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  std::vector<std::string> found;
  for (const ground::GroundedBlock& block : grounded.blocks) {
    for (const ground::NumberMention& number : block.numbers) found.push_back(written(number));
  }
  CHECK_MESSAGE(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")), text);
}

}  // namespace

TEST_CASE("digits and words") {
  check("We saw 1,500 sheep and 7600 goats.", {"1500", "7600"});
  check("Some 1.5 million sheep left.", {"about 1500000"});
  check("We saw sixty-two sheep and three hundred and five goats.", {"62", "305"});
  check("We saw a dozen sheep, half a dozen goats and two dozen cows.", {"12", "6", "24"});
  check("We saw a thousand sheep and a hundred goats.", {"1000", "100"});
  check("The army has 2 million men and 12 thousand horses.", {"2000000", "12000"});
}

TEST_CASE("bounds") {
  check("At least 12 miners left.", {"at_least 12"});
  check("No fewer than nine miners left.", {"at_least 9"});
  check("More than 40 miners and over 50 bakers left.", {"more_than 40", "more_than 50"});
  check("Up to 30 miners and as many as 144 bakers left.", {"at_most 30", "at_most 144"});
  check("Nearly 300 miners left.", {"less_than 300"});
  check("About 50 miners and approximately 60 bakers left.", {"about 50", "about 60"});
  check("There were 50 miners or more.", {"50"});  // the bound stands behind the noun: not read
  check("A total of at least 12 miners left.", {"at_least 12"});
}

TEST_CASE("ranges") {
  check("Between 10 and 15 miners left.", {"10..15"});
  check("We met 10 to 15 miners and 20-25 bakers.", {"10..15", "20..25"});
  check("The toll rose from 31 to 45.", {"31", "45"});
  check("We met 30 or 40 miners.", {"30..40"});
}

TEST_CASE("vague amounts and nothing") {
  check("Dozens of miners and hundreds of bakers left.", {"'dozens'", "'hundreds'"});
  check("Tens of thousands of people left.", {"'tens of thousands'"});
  check("No miners left.", {"0"});
  check("No, the miners stayed.", {});
}

TEST_CASE("no counts") {
  check("It rained in 2022 and on 12 May.", {"-2022", "-12"});
  check("It grew by 12 percent and cost $500.", {"-12", "-500"});
  check("The road is 30 km long and took three years.", {"-30", "-3"});
  check("Maria Lopez, 42, a nurse, left at 9 p.m.", {"-42", "-9"});
  check("They fired S-300 missiles and drove T-72 tanks.", {});
  check("Resolution 242 was read.", {"-242"});
  check("Six bombings shook the port.", {"-6"});
  check("Two-thirds of the miners left.", {"-2"});
  check("More than 2000 miners left.", {"more_than 2000"});
}

TEST_CASE("scales, fractions and joints") {
  check("Two to three million sheep left.", {"2000000..3000000"});
  check("Between 10 and 15 thousand sheep left.", {"10000..15000"});
  check("Some 2.5-3 million sheep left.", {"2500000..3000000"});
  check("Two and a half million sheep left.", {"2500000"});
  check("One and a half million sheep left.", {"1500000"});
  check("A hundred and fifty sheep left.", {"150"});
  check("One hundred fifty sheep and twenty-five hundred goats left.", {"150", "2500"});
  check("Three quarters of a million sheep left.", {"750000"});
  check("A quarter of a million sheep left.", {"250000"});
  check("Some 12 000 sheep and 1\u00a0250\u00a0000 goats left.", {"about 12000", "1250000"});
  check("At least 5m sheep and 2bn flies left.", {"at_least 5000000", "2000000000"});
  check("About 10k sheep left.", {"about 10000"});
  check("Half a dozen sheep and a half-dozen goats left.", {"6", "6"});
  check("More than a dozen sheep and over a hundred goats left.", {"more_than 12", "more_than 100"});
  check("A few dozen sheep left.", {"'a few dozen'"});
  check("Several hundred sheep and a few thousand goats left.", {"'several hundred'", "'a few thousand'"});
  check("A couple of hundred sheep left.", {"200"});
  check("Hundreds, if not thousands, of sheep left.", {"'hundreds'", "'thousands'"});
  check("Dozens, possibly hundreds, of sheep left.", {"'dozens'", "'hundreds'"});
  check("Several sheep left.", {"'several'"});
  check("A 100-strong force left.", {"100"});
}

TEST_CASE("more bounds and ranges") {
  check("Just over 100 miners and just under 50 bakers left.", {"more_than 100", "less_than 50"});
  check("Some 300-odd miners and 200-plus bakers left.", {"about 300", "at_least 200"});
  check("A dozen or so miners left.", {"about 12"});
  check("From 10 to 15 miners left.", {"10..15"});
  check("The toll climbed from 10 to 15.", {"10", "15"});
  check("Anywhere from 10 to 15 miners left.", {"10..15"});
  check("We met 12–15 miners and 20—25 bakers.", {"12..15", "20..25"});
  check("We met 300 to as many as 400 miners.", {"300..400"});
  check("At most 12 miners and no more than 15 bakers left.", {"at_most 12", "at_most 15"});
  check("Not fewer than 12 miners left.", {"at_least 12"});
  check("We met 12+ miners.", {"at_least 12"});
  check("We met >100 miners and ~200 bakers.", {"more_than 100", "about 200"});
  check("None of the miners left.", {"0"});
  check("Not one miner left.", {"0"});
}

TEST_CASE("numbers of days and clocks") {
  check("It rained on 14 September and on September 15.", {"-14", "-15"});
  check("It rained on 14-16 September, on September 17–19 and on 20 and 21 October.",
        {"-14..16", "-17..19", "-20", "-21"});
  check("It rained at 9:30, at 21.45 local time, at 0600 GMT and at 2130 hours.", {"-21.45", "-600", "-2130"});
  check("It rained in 2014-15, in 1914–18 and in the years 1939 to 1945.",
        {"-2014..2015", "-1914..1918", "-1939..1945"});
  check("It rained for 24 hours, in a 48-hour storm and on a three-day trip.", {"-24", "-48", "-3"});
  check("The 12-year-old boy, aged 12, and a girl of 5 years of age left.", {"-12", "-12", "-5"});
  check("The children, aged 5 and 7, left.", {"-5", "-7"});
  check("Men between 18 and 30 years old left.", {"-18..30"});
  check("Ana Rojas (32) and Luis Paz, 41, left.", {"-32", "-41"});
  check("He is in his 40s.", {});
}

TEST_CASE("numbers of money, shares and votes") {
  check("It cost $5-10 million, €3bn and US$200.", {"-5000000..10000000", "-3000000000", "-200"});
  check("It cost five million pounds and 10,000 rupees.", {"-5000000", "-10000"});
  check("It rose by 10-15 percent, 12 percentage points and 7.5%.", {"-10..15", "-12", "-7.5"});
  check("It passed by 56 votes to 30.", {"-56", "-30"});
  check("It passed by 56 to 30.", {"-56", "-30"});
  check("The council voted 13-2 for it.", {"-13", "-2"});
  check("A third of the sheep and one third of the goats left.", {"-1"});
  check("One in ten sheep left.", {"-1", "-10"});
}

TEST_CASE("numbers that are names") {
  check("They fired two 122-mm rockets and a 9mm pistol.", {"2", "-122", "-9"});
  check("They drove six T-72 tanks and flew four Su-25 jets.", {"6", "4"});
  check("They read Resolutions 242 and 338 and Article 51.", {"-242", "-338", "-51"});
  check("Flight 17, Flight MH17, Route 66 and Highway 1 were closed.", {"-17", "-66", "-1"});
  check("They held Hill 937, Height 312 and Point 875.", {"-937", "-312", "-875"});
  check("The Group of 20 met in Room 101.", {"-20", "-101"});
  check("No. 5 Squadron and number 10 left.", {"-5", "-10"});
  check("They live at 12 Downing Street.", {"-12"});
  check("It lies at 41.3 degrees north, 20 km from 5,000 hectares of wood.", {"-41.3", "-20", "-5000"});
  check("The 58th Army and the 3rd battalion left.", {});
  check("It was one of the reasons why one should stay.", {"-1"});
  check("The six-party talks and the two-state plan failed.", {"-6", "-2"});
  check("Hundreds of miles and thousands of dollars later, dozens of attacks were told.",
        {"-'hundreds'", "-'thousands'", "-'dozens'"});
}
