#include "counterclaim/publish/claim_checker.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;
using publish::ClaimChecker;
using publish::ClaimResult;

record::ReportRecord report() {
  record::ReportRecord record;
  record.document.id = "r1";
  record.document.url = "https://example.org/r1";
  record.document.published = "2021-05-02";
  record.document.text = "The Peruvian ministry said at least 49 soldiers were killed. Ten civilians were wounded.";
  record.sentences = {{0, 60}, {61, 88}};
  record::Figure& killed = record.figures.emplace_back();
  killed.span = {27, 59};
  killed.measure = record::Measure::kKilled;
  killed.value = 49;
  killed.bound = record::Bound::kAtLeast;
  killed.side = "Peru";
  killed.kind = record::PersonKind::kMilitary;
  killed.source = record::Source{{0, 21}, "The Peruvian ministry", {}, "Peru", {}, record::SourceKind::kOfficial, {}};
  record::Figure& wounded = record.figures.emplace_back();
  wounded.span = {61, 87};
  wounded.measure = record::Measure::kWounded;
  wounded.value = 10;
  wounded.kind = record::PersonKind::kCivilian;
  return record;
}

// "found", "differs: number side", …
std::string verdict(const std::string& sheet) {
  auto checker = ClaimChecker::read(sheet);
  if (!checker) return checker.error().message;
  checker->add(report());
  const ClaimResult result = checker->result(0);
  std::string text(publish::name_of(result.verdict));
  for (std::size_t n = 0; n < result.differences.size(); ++n)
    text.append(n == 0 ? ": " : " ").append(result.differences[n]);
  return text;
}

}  // namespace

TEST_CASE("found where every given column agrees") {
  CHECK(verdict("value\n49\n") == "found");
  CHECK(verdict("value,measure,side,date,report\n49,killed,Peru,2021-05-02,r1\n") == "found");
  CHECK(verdict("value,measure,side\nat least 49,killed,peru\n") == "found");
  CHECK(verdict("value,measure\n49+,killed\n") == "found");
  CHECK(verdict("value,bound\n49,at_least\n") == "found");
  CHECK(verdict("value,claimant\n49,Peru\n") == "found");
  CHECK(verdict("value,claimant\n49,the peruvian ministry\n") == "found");
  CHECK(verdict("value,kind\n10,civilian\n") == "found");
  CHECK(verdict("value,report\n49,https://example.org/r1\n") == "found");
  CHECK(verdict("VALUE , note\n49,of no interest\n") == "found");
}

TEST_CASE("what differs is named") {
  CHECK(verdict("value,measure,side\n50,killed,Peru\n") == "differs: number");
  CHECK(verdict("value,measure,report\n50,killed,r1\n") == "differs: number");
  CHECK(verdict("value,measure,side\n~49,killed,Peru\n") == "differs: bound");
  CHECK(verdict("value,measure,side\n49,killed,Chile\n") == "differs: side");
  CHECK(verdict("value,measure,side\n10,wounded,Peru\n") == "differs: side");  // which the report leaves open
  CHECK(verdict("value,kind\n49,civilian\n") == "differs: kind");
  CHECK(verdict("value,date\n49,2021-05-03\n") == "differs: date");
  CHECK(verdict("value,claimant\n49,Chile\n") == "differs: claimant");
  CHECK(verdict("value,measure\n49,wounded\n") == "differs: measure");
}

TEST_CASE("absent, and a report that is not there") {
  CHECK(verdict("value\n7\n") == "absent");
  CHECK(verdict("value,measure\n7,killed\n") == "absent");
  CHECK(verdict("value,measure,side\n7,captured,Peru\n") == "absent");
  CHECK(verdict("value,report\n49,r9\n") == "no_report");
}

TEST_CASE("a denied figure is not found") {
  auto checker = ClaimChecker::read("value\n49\n");
  REQUIRE(checker.has_value());
  record::ReportRecord record = report();
  record.figures[0].polarity = record::Polarity::kDenied;
  checker->add(record);
  CHECK(checker->result(0).verdict == publish::ClaimVerdict::kDiffers);
}

TEST_CASE("ranges") {
  record::ReportRecord record = report();
  record.figures[0].value_high = 60;
  record.figures[0].bound = record::Bound::kRange;
  for (const auto& [sheet, expected] :
       std::vector<std::pair<std::string, publish::ClaimVerdict>>{{"value\n49-60\n", publish::ClaimVerdict::kFound},
                                                                  {"value\n49–60\n", publish::ClaimVerdict::kFound},
                                                                  {"value\n49\n", publish::ClaimVerdict::kDiffers}}) {
    auto checker = ClaimChecker::read(sheet);
    REQUIRE(checker.has_value());
    checker->add(record);
    CHECK_MESSAGE(checker->result(0).verdict == expected, sheet);
  }
}

TEST_CASE("sheets that cannot be read name the line") {
  CHECK(verdict("") == "the first line of the sheet names no column 'value'");
  CHECK(verdict("number\n49\n") == "the first line of the sheet names no column 'value'");
  CHECK(verdict("value\nmany\n").starts_with("line 2: value 'many' is not a number"));
  CHECK(verdict("value,measure\n4,eaten\n").starts_with("line 2: measure 'eaten' is not a measure"));
  CHECK(verdict("value,date\n4,soon\n").starts_with("line 2: date 'soon' is not a date"));
  CHECK(verdict("value\n1,2,3\xFF\n") == "the sheet is not valid UTF-8");
}

TEST_CASE("the sheet comes back with columns added") {
  auto checker = ClaimChecker::read("note,value,measure,side\n\"a, b\",49,killed,Peru\n,7,killed,\n");
  REQUIRE(checker.has_value());
  checker->add(report());
  std::string out;
  checker->print({.format = publish::TableFormat::kCsv}, out);
  CHECK(out ==
        "note,value,measure,side,verdict,differs,found_value,found_claimant,found_report,begin,end,sentence\r\n"
        "\"a, b\",49,killed,Peru,found,,at least 49,The Peruvian ministry,r1,27,59,"
        "The Peruvian ministry said at least 49 soldiers were killed.\r\n"
        ",7,killed,,absent,,,,,,,\r\n");
}
