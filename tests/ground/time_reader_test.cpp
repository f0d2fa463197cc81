// Time expressions, their extents and TIMEX3 values, by construction. The words alone are tested by resources/times.
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/examples.h"
#include "support/test_data.h"

using namespace counterclaim;

namespace {

constexpr const char* kFriday = "1998-03-06";

void news(std::string_view text, const std::vector<std::string>& expected) {
  test::check_times(text, kFriday, expected);
}

void narrative(std::string_view text, const std::vector<std::string>& expected) {
  test::check_times(text, std::nullopt, expected);
}

// The bounds of the first expression, "… .. …".
std::string bounds(std::string_view text, std::optional<std::string> published) {
  const record::Document report = test::Stages::get().document(text, std::move(published));
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  for (const ground::GroundedBlock& block : grounded.blocks) {
    if (block.times.empty()) continue;
    const record::TimeMention& time = block.times.front().mention;
    return fmt::format("{} .. {}", time.earliest.value_or("?"), time.latest.value_or("?"));
  }
  return "";
}

}  // namespace

TEST_CASE("what stands on the page beside the report tells no time") {
  news("They left on Tuesday.\n\n© 2018 The Klow Times. All rights reserved.", {"Tuesday = DATE 1998-03-03"});
}

TEST_CASE("weekdays take their direction from the tense") {
  news("Officials said Monday that nine men will be tried on Tuesday.",
       {"Monday = DATE 1998-03-02", "Tuesday = DATE 1998-03-10"});
  news("The army said on Wednesday it would withdraw by Thursday.",
       {"Wednesday = DATE 1998-03-04", "Thursday = DATE 1998-03-12"});
  news("He arrived Friday night and left Saturday.",
       {"Friday night = TIME 1998-03-06TNI", "Saturday = DATE 1998-02-28"});
  news("The army has been on alert since Tuesday.", {"Tuesday = DATE 1998-03-03"});
  narrative("The council meets on Friday.", {"Friday = DATE XXXX-WXX-5"});
  narrative("They landed on 8 May 1881. On Tuesday they marched.",
            {"8 May 1881 = DATE 1881-05-08", "Tuesday = DATE 1881-05-10"});
}

TEST_CASE("days and months without a year") {
  news("On Feb. 15, the council voted.", {"Feb. 15 = DATE 1998-02-15"});
  news("The vote is scheduled for March 22.", {"March 22 = DATE 1998-03-22"});
  news("The rally of Dec. 27 was banned.", {"Dec. 27 = DATE 1997-12-27"});
  news("He will retire in August.", {"August = DATE 1998-08"});
  news("He retired in August.", {"August = DATE 1997-08"});
  news("The tournament runs from Jan. 12 to Feb. 3.", {"Jan. 12 = DATE 1998-01-12", "Feb. 3 = DATE 1998-02-03"});
  narrative("The port fell on 17 September.", {"17 September = DATE XXXX-09-17"});
  narrative("The siege began in December 1880. The port fell on 17 January.",
            {"December 1880 = DATE 1880-12", "17 January = DATE 1881-01-17"});
}

TEST_CASE("what is only mentioned does not move the narrative") {
  narrative("They landed in May 1881. The 1866 raid was not forgotten. In June they marched.",
            {"May 1881 = DATE 1881-05", "1866 = DATE 1866", "June = DATE 1881-06"});
  narrative("They landed in May 1881. The mayor, who had come in 1866, fled. In June they marched.",
            {"May 1881 = DATE 1881-05", "1866 = DATE 1866", "June = DATE 1881-06"});
  narrative("They landed in May 1881. The camp would stand until 1890. In June they marched.",
            {"May 1881 = DATE 1881-05", "1890 = DATE 1890", "June = DATE 1881-06"});
  news("In 1996 the mine was closed. In May the miners left.", {"1996 = DATE 1996", "May = DATE 1996-05"});
}

TEST_CASE("relative and anaphoric expressions") {
  news("The president will visit Lima next month.", {"next month = DATE 1998-04"});
  news("The minister resigned late last month.", {"late last month = DATE 1998-02 END"});
  news("Talks are to resume early next week.", {"early next week = DATE 1998-W11 START"});
  news("He died two weeks ago.", {"two weeks ago = DATE 1998-W08"});
  news("About three years ago he left.", {"About three years ago = DATE 1995 APPROX"});
  news("More than ten years ago he left.", {"More than ten years ago = DATE 1988 BEFORE"});
  news("The deal was signed earlier this year.", {"earlier this year = DATE 1998"});
  news("Thirty days from now the law takes effect.", {"Thirty days from now = DATE 1998-04-05"});
  narrative("They landed on 8 May 1881. The previous day it had rained. Two weeks later they left.",
            {"8 May 1881 = DATE 1881-05-08", "The previous day = DATE 1881-05-07", "Two weeks later = DATE 1881-W20"});
  narrative(
      "They landed on 8 May 1881. The same evening the port fell; that night it burnt.",
      {"8 May 1881 = DATE 1881-05-08", "The same evening = TIME 1881-05-08TEV", "that night = TIME 1881-05-08TNI"});
  narrative("Ten days later they left.", {"Ten days later = DATE FUTURE_REF"});
  narrative("In 312 BC a temple was built. The following year it burnt.",
            {"312 BC = DATE BC0312", "The following year = DATE BC0311"});
}

TEST_CASE("quarters, halves and fiscal years") {
  news("Profits rose 12% in the third quarter.", {"the third quarter = DATE 1997-Q3"});
  news("Third-quarter profits rose.", {"Third-quarter = DATE 1997-Q3"});
  news("In the first half of 1997, sales rose.", {"the first half of 1997 = DATE 1997-H1"});
  news("Sales fell in fiscal 1989.", {"fiscal 1989 = DATE FY1989"});
  news("The first half of the match was dull.", {});
}

TEST_CASE("times of the day") {
  news("The strike started at 9 a.m. Friday, October 1, 1999.",
       {"9 a.m. Friday, October 1, 1999 = TIME 1999-10-01T09:00"});
  news("A bomb exploded before midnight Thursday.", {"midnight Thursday = TIME 1998-03-05T24:00"});
  news("The truce began at 0600 GMT on Saturday.", {"0600 GMT = TIME 1998-02-28T06:00Z", "Saturday = DATE 1998-02-28"});
  news("The plane, a Boeing 737, crashed at 11:45 p.m. (2145 GMT).",
       {"11:45 p.m. = TIME 1998-03-06T23:45", "2145 GMT = TIME 1998-03-06T21:45Z"});
  news("The gates closed at nine o'clock in the evening.", {"nine o'clock in the evening = TIME 1998-03-06T21:00"});
  news("Rebels attacked the town on the night of March 3.", {"the night of March 3 = TIME 1998-03-03TNI"});
}

TEST_CASE("durations and sets") {
  news("They have been at war for more than five years.", {"more than five years = DURATION P5Y MORE_THAN"});
  news("He was 46 years old.", {"46 years old = DURATION P46Y"});
  news("The 30-year-old driver was unhurt.", {"30-year-old = DURATION P30Y"});
  news("The talks took several more months.", {"several more months = DURATION PXM"});
  news("She teaches every Tuesday and swims twice a week.",
       {"every Tuesday = SET XXXX-WXX-2 EVERY", "twice a week = SET P1W 2X"});
  news("Ten minutes after the raid he fled.", {"Ten minutes = DURATION PT10M"});
  news("The report is published each March.", {"each March = SET XXXX-03 EACH"});
}

TEST_CASE("two expressions in one") {
  narrative("They met on the 12th and 13th of June, 1897.",
            {"the 12th = DATE 1897-06-12", "13th of June, 1897 = DATE 1897-06-13"});
  narrative("The mines were closed in 1914–18.", {"1914 = DATE 1914", "18 = DATE 1918"});
  narrative("It lasted from 23-28 March 1951.", {"23 = DATE 1951-03-23", "28 March 1951 = DATE 1951-03-28"});
  news("From Monday to Wednesday the shops were closed.", {"Monday = DATE 1998-03-02", "Wednesday = DATE 1998-03-04"});
}

TEST_CASE("digits of other scripts and orders") {
  narrative("The order is dated १३/०९/२०२२.", {"१३/०९/२०२२ = DATE 2022-09-13"});
  narrative("The order is dated ２０２２-０９-１３.", {"２０２２-０９-１３ = DATE 2022-09-13"});
  narrative("The order is dated 31/02/2022.", {"31/02/2022 = DATE ?"});
}

TEST_CASE("numbers and words that are no times") {
  narrative("In 300 villages 1,900 people and 1500 soldiers fled.", {});
  narrative("Boeing 737, Resolution 1441, Chapter 7 and the G7 were named.", {});
  narrative("They paid $1900 for 2000 goats.", {});
  narrative("May said that she may march.", {});
  narrative("A second raid failed, and the fall of the port was mourned.", {});
  narrative("He wrote to the Sun and sat down.", {});
}

TEST_CASE("bounds") {
  CHECK(bounds("Farmers fled on Tuesday morning.", "2022-09-15") == "2022-09-13T06:00 .. 2022-09-13T12:00");
  CHECK(bounds("Farmers fled on Tuesday night.", "2022-09-15") == "2022-09-13T18:00 .. 2022-09-14T06:00");
  CHECK(bounds("Farmers fled at 9:05 GMT.", "2022-09-15") == "2022-09-15T09:05Z .. 2022-09-15T09:06Z");
  CHECK(bounds("Farmers fled in early May 1881.", {}) == "1881-05-01 .. 1881-05-11");
  CHECK(bounds("Farmers fled in mid-1881.", {}) == "1881-05-02 .. 1881-09-01");
  CHECK(bounds("Farmers fled in the 1920s.", {}) == "1920-01-01 .. 1929-12-31");
  CHECK(bounds("Farmers fled in the 19th century.", {}) == "1800-01-01 .. 1900-12-31");
  CHECK(bounds("Farmers fled in 490 BC.", {}) == "-0489-01-01 .. -0489-12-31");
  CHECK(bounds("Farmers fled in the 470s BC.", {}) == "-0478-01-01 .. -0469-12-31");
  // The hemisphere is not known.
  CHECK(bounds("Farmers fled in spring 1881.", {}) == "1881-03-01 .. 1881-11-30");
  CHECK(bounds("Farmers fled in the last three days.", "2022-09-15") == "2022-09-12 .. 2022-09-15");
  CHECK(bounds("Farmers fled more than ten years ago.", "2022-09-15") == "? .. 2012-12-31");
  CHECK(bounds("Farmers fled on 17 September.", {}) == "? .. ?");
}

TEST_CASE("datelines") {
  test::check_times("LIMA, Sept 13 (Andina) - Farmers fled on Monday.", "2022-09-14",
                    {"Sept 13 = DATE 2022-09-13", "Monday = DATE 2022-09-12"});
  // It dates a report that has no date.
  narrative("LIMA, September 13, 2022 (Andina) - Farmers fled on Monday.",
            {"September 13, 2022 = DATE 2022-09-13", "Monday = DATE 2022-09-12"});
}

TEST_CASE("positions re-read as the words") {
  const std::string text = "• Caf\u00e9 owners[1] fled on Tuesday\u00a0morning.[2]";
  const record::Document report = test::Stages::get().document(text, "2022-09-15");
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  REQUIRE(grounded.blocks.size() == 1);
  REQUIRE(grounded.blocks[0].times.size() == 1);
  const ground::GroundedTime& time = grounded.blocks[0].times[0];
  CHECK(grounded.report_span(0, time.tokens) == time.mention.span);
  CHECK(time.mention.rules.front().rule == "part of a weekday");
}

TEST_CASE("long input costs linear time") {
  const auto seconds = [](const std::string& text) {
    ground::GroundedAnalysis grounded;
    record::Document report;
    record::Block block;
    block.clean_text = text;
    block.map.append(0, static_cast<std::uint32_t>(text.size()));
    report.text = text;
    report.blocks.push_back(block);
    grounded.document = &report;
    grounded.blocks.resize(1);
    auto reader = ground::TimeReader::load(std::filesystem::path(COUNTERCLAIM_RESOURCE_DIR) / "times");
    REQUIRE(reader.has_value());
    const auto start = std::chrono::steady_clock::now();
    const auto times = reader->read(grounded);
    CHECK(times.size() == 1);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const char* piece :
       {"12 ", "1.", "12-", "the ", "May ", "of the end of the ", "12 May ", "a year and ", "\xEF\xBC\x91"}) {
    std::string text;
    while (text.size() < 600'000) text += piece;
    CHECK_MESSAGE(seconds(text) < (test::kSanitized ? 30 : 3), piece);
  }
}
