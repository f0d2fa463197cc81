// The examples of resources/infobox, each read as a report and put into an infobox; and the verb.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/base/resource_file.h"
#include "engine/program.h"

namespace {

using namespace counterclaim;
using test::Outcome;
using test::Scratch;

std::string infobox_of(const Scratch& scratch, const std::string& text) {
  const std::string path = scratch.file("report.txt", text + "\n");
  const std::string file = path + ".case";
  std::filesystem::remove(file);
  REQUIRE(scratch.run("read --quiet " + file + " " + path).status == 0);
  return scratch.run("infobox " + file).out;
}

// The line of that name, "" where there is none.
std::string line_of(const std::string& box, const std::string& name) {
  const std::string text = "\n" + box;
  const std::size_t begin = text.find("\n" + name);
  return begin == std::string::npos ? "" : text.substr(begin + 1, text.find('\n', begin + 1) - begin - 1);
}

}  // namespace

TEST_CASE("the examples in resources/infobox hold") {
  const Scratch scratch;
  for (const char* name : {"connections.toml", "nouns.toml"}) {
    const auto file = read_resource_file(std::filesystem::path(COUNTERCLAIM_RESOURCE_DIR) / "infobox" / name, {});
    REQUIRE(file.has_value());
    for (const ResourceEntry& entry : file->entries) {
      for (const ResourceExample& example : entry.examples) {
        const std::string box = infobox_of(scratch, example.text);
        for (const std::string& expected : example.expected.at("infobox")) {
          const std::string line_name = expected.substr(0, expected.find(": ") + 2);
          const bool absent = expected == line_name;
          CHECK_MESSAGE(line_of(box, line_name) == (absent ? "" : expected), name, ":", example.line, "\n", box);
        }
      }
    }
  }
}

TEST_CASE("infobox of a case: the same for any order of the reports") {
  const Scratch scratch;
  const std::string first =
      R"({"id": "r1", "published": "2021-05-02", "text": "Peru attacked Chile. Chile fought against Peru. The Chilean army said that 12 Chilean soldiers were killed."})"
      "\n";
  const std::string second =
      R"({"id": "r2", "published": "2021-05-03", "text": "Chile fought against Peru. The Chilean army said that 20 Chilean soldiers were killed."})"
      "\n";
  const std::string one = scratch.file("one.jsonl", first + second);
  const std::string two = scratch.file("two.jsonl", second + first);
  for (const char* format : {"", "--json", "--wikitext", "--json --history", "--wikitext --history"}) {
    std::vector<std::string> outputs;
    for (const std::string& input : {one, two}) {
      std::filesystem::remove(input + ".case");
      REQUIRE(scratch.run("read --quiet " + input + ".case " + input).status == 0);
      outputs.push_back(scratch.run("infobox " + std::string(format) + " " + input + ".case").out);
    }
    CHECK(outputs[0] == outputs[1]);
    CHECK(outputs[0].find("20") != std::string::npos);
  }
  const Outcome missing = scratch.run("infobox " + one + ".none");
  CHECK(missing.status == 1);
  CHECK(missing.err.find("file_not_found") != std::string::npos);
  CHECK(scratch.run("infobox --json --wikitext " + one + ".case").status == 2);
}
