// What is derived from a case, as a user asks for it: relations, incidents, toll, ledger, ceasefires, reactions, show.
#include <string>

#include <doctest/doctest.h>

#include "engine/program.h"

namespace {

using counterclaim::test::Outcome;
using counterclaim::test::Scratch;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string report(const std::string& id, const std::string& text, const std::string& published) {
  return R"({"id": ")" + id + R"(", "published": ")" + published + R"(", "text": ")" + text + "\"}\n";
}

const std::string kReports =
    report("morning", "Peru's army said that 49 Peruvian soldiers were killed in fighting with Chile.", "1932-09-12") +
    report("evening", "Peru's army said that 105 Peruvian soldiers were killed in fighting with Chile.", "1932-09-13") +
    report("enemy", "Chile's army claimed that 431 Peruvian soldiers were killed. Bolivia condemned Chile.",
           "1932-09-13");

std::string made_case(const Scratch& scratch) {
  const std::string path = scratch.path("a.case");
  REQUIRE(scratch.run("read --quiet " + path + " " + scratch.file("reports.jsonl", kReports)).status == 0);
  return path;
}

}  // namespace

TEST_CASE("relations tell updates and conflicts, with their reasons") {
  const Scratch scratch;
  const std::string path = made_case(scratch);
  const Outcome all = scratch.run("relations --json " + path);
  CHECK(all.status == 0);
  CHECK(has(all.out, R"("relation": "update")"));
  CHECK(has(all.out, R"("relation": "conflict")"));
  CHECK(has(all.out, R"("reasons": [{"field": "prior")"));
  const Outcome updates = scratch.run("relations --json --measure update " + path);
  CHECK_FALSE(has(updates.out, R"("relation": "conflict")"));
  CHECK(has(scratch.run("relations " + path).out, "105 Peruvian soldiers were killed"));
}

TEST_CASE("the toll over time, and one number by a rule") {
  const Scratch scratch;
  const std::string path = made_case(scratch);
  CHECK(has(scratch.run("toll --csv " + path).out, "Peru,killed,military,persons,Chile,false,1932-09-13,431"));
  const Outcome acled = scratch.run("toll --json --rule acled " + path);
  CHECK(has(acled.out, R"("best": 105)"));
  const Outcome none = scratch.run("toll --rule mine " + path);
  CHECK(none.status == 2);
  CHECK(has(none.err, "no rule is called 'mine'; there are ucdp, acled"));
}

TEST_CASE("reactions, ceasefires, ledger and incidents are tables") {
  const Scratch scratch;
  const std::string path = made_case(scratch);
  CHECK(has(scratch.run("reactions --csv " + path).out, "Bolivia,condemns,Chile"));
  for (const char* verb : {"incidents", "ledger", "ceasefires"}) {
    CAPTURE(verb);
    CHECK(scratch.run(std::string(verb) + " --csv " + path).status == 0);
  }
}

TEST_CASE("show prints a value with its sentence and its relations") {
  const Scratch scratch;
  const std::string path = made_case(scratch);
  const std::string figures = scratch.run("figures --json --report morning " + path).out;
  const std::string key = R"("id": ")";
  const std::size_t begin = figures.find(key);
  REQUIRE(begin != std::string::npos);
  const Outcome shown = scratch.run("show " + path + " " + figures.substr(begin + key.size(), 16));
  CHECK(shown.status == 0);
  CHECK(has(shown.out, "[49 Peruvian soldiers were killed]"));
  CHECK(has(shown.out, "update ->"));
  CHECK(scratch.run("show " + path + " 0000000000000000").status == 2);
}
