// Whole outputs on the example reports against the files in tests/golden; UPDATE_GOLDEN=1 rewrites those.
#include <cstdlib>
#include <fstream>
#include <regex>
#include <string>

#include <doctest/doctest.h>

#include "engine/program.h"

namespace {

using counterclaim::test::contents;
using counterclaim::test::Outcome;
using counterclaim::test::Scratch;

const std::string kReports = COUNTERCLAIM_SOURCE_DIR "/examples/september-2022/reports.jsonl";

// The version and the hash of the resources change more often than what they stand for.
std::string without_versions(const std::string& output) {
  static const std::regex kVersions(R"("engine": "[^"]*", "resources": "[^"]*")");
  return std::regex_replace(output, kVersions, R"("engine": "", "resources": "")");
}

void check(const std::string& arguments, const std::string& name) {
  CAPTURE(arguments);
  const Outcome outcome = Scratch().run(arguments + " '" + kReports + "'");
  REQUIRE(outcome.status == 0);
  const std::string output = without_versions(outcome.out);
  const std::string path = COUNTERCLAIM_SOURCE_DIR "/tests/golden/" + name;
  if (const char* update = std::getenv("UPDATE_GOLDEN"); update != nullptr && std::string(update) == "1") {
    std::ofstream(path, std::ios::binary) << output;
  }
  // Not CHECK(a == b): it would print both files whole.
  const bool same = output == contents(path);
  CHECK_MESSAGE(same, name << " differs; run with UPDATE_GOLDEN=1 and read the difference");
}

TEST_CASE("outputs on the example reports") {
  check("extract --explain", "september-2022.jsonl");
  check("extract --format table", "september-2022.table.txt");
  check("parse --format conllu", "september-2022.conllu");
}

}  // namespace
