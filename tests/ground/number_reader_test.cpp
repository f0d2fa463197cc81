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
