// Cases as a user makes and reads them: read, check, reports, figures, statements, events.
#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/program.h"

namespace {

using counterclaim::test::contents;
using counterclaim::test::Outcome;
using counterclaim::test::Scratch;

const std::string kReports = COUNTERCLAIM_SOURCE_DIR "/examples/september-2022/reports.jsonl";

std::string report(const std::string& id, const std::string& text, const std::string& published = "1932-09-12") {
  return R"({"id": ")" + id + R"(", "published": ")" + published + R"(", "text": ")" + text + "\"}\n";
}

const std::string kFirst = report("first", "Bolivia's army said that 12 Bolivian soldiers were killed at Boquerón.");
const std::string kSecond = report("second", "Paraguay denied that 40 of its soldiers were captured.", "1932-09-10");

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// All tables of a case, as JSON lines.
std::string tables_of(const Scratch& scratch, const std::string& path) {
  std::string all;
  for (const char* verb : {"reports", "figures", "statements", "events"}) {
    const Outcome outcome = scratch.run(std::string(verb) + " --json " + path);
    REQUIRE(outcome.status == 0);
    all += outcome.out;
  }
  return all;
}

TEST_CASE("read keeps reports, and reads what is there only once") {
  const Scratch scratch;
  const std::string path = scratch.file("reports.jsonl", kFirst + kSecond + report("copy", "Nothing new from Lima."));
  const std::string file = scratch.path("a.case");
  Outcome outcome = scratch.run("read " + file + " " + path);
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  CHECK(has(outcome.err, "reports: 3 new, 0 known, 0 rejected"));
  outcome = scratch.run("read " + file + " " + path);
  CHECK(outcome.status == 0);
  CHECK(has(outcome.err, "reports: 0 new, 3 known, 0 rejected"));
  outcome = scratch.run("read --quiet " + file + " " + scratch.file("b.jsonl", report("c", "Nothing new from Lima.")));
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  outcome = scratch.run("check " + file);
  CHECK(outcome.status == 0);
  CHECK(has(outcome.err, "4 reports checked: all is well"));
}

TEST_CASE("another text under a known id is listed and left out") {
  const Scratch scratch;
  const std::string file = scratch.path("a.case");
  REQUIRE(scratch.run("read " + file + " " + scratch.file("a.jsonl", kFirst)).status == 0);
  const std::string before = tables_of(scratch, file);
  const Outcome outcome =
      scratch.run("read " + file + " " + scratch.file("b.jsonl", report("first", "Another text.") + "no json\n"));
  CHECK(outcome.status == 3);
  CHECK(has(outcome.err, "report \"first\": the case has another text under this id"));
  CHECK(has(outcome.err, "(duplicate_id)"));
  CHECK(has(outcome.err, "b.jsonl:2"));
  CHECK(has(outcome.err, "0 new, 0 known, 2 rejected"));
  CHECK(tables_of(scratch, file) == before);
}

TEST_CASE("tables for people, as CSV and as JSON lines") {
  const Scratch scratch;
  const std::string file = scratch.path("a.case");
  REQUIRE(scratch.run("read " + file + " " + scratch.file("a.jsonl", kFirst + kSecond)).status == 0);
  Outcome outcome = scratch.run("figures " + file);
  CHECK(has(outcome.out, "who says"));
  CHECK(has(outcome.out, "12 Bolivian soldiers were killed"));
  CHECK(outcome.out.find("second") < outcome.out.find("first"));  // by date of publication
  outcome = scratch.run("figures --json --measure killed " + file);
  CHECK(has(outcome.out, R"("value": 12, "value_high": null, "bound": "exact")"));
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 1);
  outcome = scratch.run("statements --csv " + file);
  CHECK(outcome.out.starts_with("id,stance,cue,target,when,content,plover,source,"));
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 3);
  outcome = scratch.run("reports --until 1932-09-11 --csv " + file);
  CHECK(has(outcome.out, "second"));
  CHECK(!has(outcome.out, "first"));
  CHECK(scratch.run("figures --side Chile " + file).out == "nothing found\n");
  CHECK(scratch.run("figures --json --side bolivia --source army --since 1932-09-01 " + file).out != "");
  CHECK(scratch.run("figures --json --report second " + file).out ==
        scratch.run("figures --json --side Paraguay " + file).out);
}

TEST_CASE("what is wrong is told with its code") {
  const Scratch scratch;
  const auto check = [&](const std::string& arguments, int status, const std::string& code) {
    CAPTURE(arguments);
    const Outcome outcome = scratch.run(arguments);
    CHECK(outcome.status == status);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, "(" + code + ")\n"));
  };
  const std::string file = scratch.path("a.case");
  check("figures " + file, 1, "file_not_found");
  check("figures " + kReports, 1, "case_unknown");
  check("read " + kReports + " " + kReports, 1, "case_unknown");
  check("check " + scratch.file("empty", ""), 1, "case_unknown");
  REQUIRE(scratch.run("read " + file + " " + scratch.file("a.jsonl", kFirst)).status == 0);
  check("figures --report other " + file, 1, "report_unknown");
  check("figures --since 1932 " + file, 2, "usage");
  check("figures --json --csv " + file, 2, "usage");
  check("read --published 1932 " + file + " -", 2, "usage");
  std::string bytes = contents(file);
  bytes.resize(bytes.size() / 2);
  check("check " + scratch.file("short.case", bytes), 1, "case_damaged");
  check("reports " + scratch.file("short.case", bytes), 1, "case_damaged");
}

TEST_CASE("tables depend neither on the order of reports, nor on threads, nor on the number of runs") {
  const Scratch scratch;
  std::vector<std::string> lines;
  const std::string reports = contents(kReports);
  for (std::size_t begin = 0; begin < reports.size();) {
    const std::size_t end = reports.find('\n', begin) + 1;
    lines.push_back(reports.substr(begin, end - begin));
    begin = end;
  }
  std::string expected;
  std::mt19937 random(1932);
  for (int turn = 0; turn < 5; ++turn) {
    const std::string file = scratch.path("order" + std::to_string(turn) + ".case");
    const std::size_t first_run = turn % 2 == 0 ? lines.size() : random() % lines.size();
    for (const auto& [begin, end] : {std::pair(std::size_t{0}, first_run), std::pair(first_run, lines.size())}) {
      if (begin == end) continue;
      std::string part;
      for (std::size_t n = begin; n < end; ++n) part += lines[n];
      REQUIRE(
          scratch
              .run("read --threads " + std::to_string(turn + 1) + " " + file + " " + scratch.file("part.jsonl", part))
              .status == 0);
    }
    const std::string tables = tables_of(scratch, file);
    if (turn == 0) expected = tables;
    const bool same = tables == expected;
    CHECK(same);
    std::shuffle(lines.begin(), lines.end(), random);
  }
  CHECK(has(expected, "105 Armenian soldiers"));
}

TEST_CASE("the same reports in the same order make the same file") {
  const Scratch scratch;
  for (const char* name : {"a.case", "b.case"}) {
    REQUIRE(scratch.run("read --threads 3 " + scratch.path(name) + " " + kReports).status == 0);
  }
  const bool same = contents(scratch.path("a.case")) == contents(scratch.path("b.case"));
  CHECK(same);
}

}  // namespace
