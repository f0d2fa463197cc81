#include "counterclaim/publish/figure_table.h"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/publish/terminal_text.h"

namespace {

using namespace counterclaim;

record::Figure figure_of(const std::string& text, const std::string& evidence, double value, record::Bound bound) {
  const CodePointIndex index(text);
  const auto at = static_cast<std::uint32_t>(text.find(evidence));
  record::Figure figure;
  figure.span = {index.code_point_of(at), index.code_point_of(at + static_cast<std::uint32_t>(evidence.size()))};
  figure.measure = record::Measure::kKilled;
  figure.value = value;
  figure.bound = bound;
  figure.side = "Armenia";
  figure.kind = record::PersonKind::kMilitary;
  return figure;
}

record::ReportRecord sample() {
  record::ReportRecord record;
  record.document.id = "morning-report";
  record.document.published = "2022-09-13";
  record.document.title = "Night of\nfire";
  record.document.text =
      "Shells fell – all night.\nThe prime minister told parliament on Tuesday that at least 49 Armenian soldiers had "
      "been "
      "killed. Three more died.";
  const std::string& text = record.document.text;
  record.sentences = {{0, 24}, {25, 122}, {123, 139}};
  record.figures.push_back(figure_of(text, "at least 49 Armenian soldiers", 49, record::Bound::kAtLeast));
  record.figures[0].source = record::Source{{}, "The prime minister", "N. Example", "Armenia", {}, {}, {}};
  record.figures.push_back(figure_of(text, "Three more died", 3, record::Bound::kExact));
  record.figures[1].side.reset();
  record.figures[1].kind.reset();
  return record;
}

std::string table_of(const std::vector<record::ReportRecord>& records, publish::FigureTableOptions options) {
  publish::FigureTable table(options);
  for (const record::ReportRecord& record : records) table.add(record);
  const std::string text = table.text();
  std::istringstream lines(text);
  for (std::string line; !options.colour && std::getline(lines, line);) {
    CHECK(publish::display_width(line) <= std::max(options.width, 40u));
    CHECK_FALSE(line.ends_with(' '));
  }
  return text;
}

}  // namespace

TEST_CASE("the sentence beside the figure") {
  CHECK(table_of({sample()}, {.width = 120}) ==
        "morning-report · 2022-09-13 · Night of fire\n"
        "  who says              how many     what    side     people    sentence\n"
        "  N. Example (Armenia)  at least 49  killed  Armenia  military  …that at least 49 Armenian soldiers had been "
        "killed.\n"
        "  (the report)          3            killed                     Three more died.\n");
}

TEST_CASE("the sentence below where there is little room") {
  CHECK(table_of({sample()}, {.width = 80}) ==
        "morning-report · 2022-09-13 · Night of fire\n"
        "  who says              how many     what    side     people\n"
        "  N. Example (Armenia)  at least 49  killed  Armenia  military\n"
        "    …parliament on Tuesday that at least 49 Armenian soldiers had been killed.\n"
        "  (the report)          3            killed\n"
        "    Three more died.\n");
}

TEST_CASE("reports without figures, no reports") {
  record::ReportRecord empty;
  empty.document.id = "e";
  CHECK(table_of({empty, empty}, {}) == "e\n  no figures found\n\ne\n  no figures found\n");
  CHECK(table_of({}, {}) == "");
}

TEST_CASE("colours only when asked for") {
  CHECK(table_of({sample()}, {.width = 100}).find('\x1b') == std::string::npos);
  CHECK(table_of({sample()}, {.width = 100, .colour = true}).starts_with("\x1b[1mmorning-report"));
}

TEST_CASE("text of a report cannot reach the terminal's controls") {
  record::ReportRecord record = sample();
  record.document.id = "a\x1b[31m";
  record.figures[0].source->name = "x\x1b]0;title\x07";
  CHECK(table_of({record}, {.width = 100}).find('\x1b') == std::string::npos);
}

TEST_CASE("of a sentence without end the surroundings of the figure are shown") {
  record::ReportRecord record;
  record.document.id = "r";
  std::string& text = record.document.text;
  for (int n = 0; n < 200; ++n) text += "12 died, ";
  text += "then\n 49  were\nkilled ";
  for (int n = 0; n < 200; ++n) text += "and 12 died ";
  record.sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  record.figures = {figure_of(text, "49  were\nkilled", 49, record::Bound::kExact)};
  CHECK(table_of({record}, {.width = 120}).find("died, then 49 were killed and 12 died") != std::string::npos);
  // Wider than what is kept of the sentence.
  const std::string wide = table_of({record}, {.width = 2000});
  CHECK(wide.find("  …") != std::string::npos);
  CHECK(wide.ends_with("…\n"));
  CHECK(wide.size() < 1200);
}
