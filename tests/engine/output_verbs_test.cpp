// export, verify and the documents of the command line, as a user runs them.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/program.h"

namespace {

using counterclaim::test::contents;
using counterclaim::test::Outcome;
using counterclaim::test::Scratch;

namespace fs = std::filesystem;

constexpr const char* kReports =
    R"({"id": "r1", "published": "2021-05-02", "text": "Peru shelled Tacna on Saturday. The Chilean army said that 12 Chilean soldiers were killed."})"
    "\n"
    R"({"id": "r2", "published": "2021-05-03", "text": "Chile shelled Arequipa. The Peruvian army said that 9 Peruvian soldiers were killed."})"
    "\n";

std::string case_of(const Scratch& scratch, const std::string& reports, const std::string& name = "one.case") {
  const std::string path = scratch.file(name + ".jsonl", reports) + ".case";
  REQUIRE(scratch.run("read --quiet " + path + " " + path.substr(0, path.size() - 5)).status == 0);
  return path;
}

}  // namespace

TEST_CASE("export writes a file, a folder, or to standard output") {
  const Scratch scratch;
  const std::string file = case_of(scratch, kReports);
  CHECK(scratch.run("export --format geojson " + file + " " + file + ".geojson").status == 0);
  CHECK(contents(file + ".geojson").starts_with("{\"type\": \"FeatureCollection\""));
  CHECK(scratch.run("export --format geojson " + file + " -").out == contents(file + ".geojson"));
  CHECK(scratch.run("export --format csv " + file + " " + file + ".tables").status == 0);
  CHECK(contents(file + ".tables/figures.csv").find("12 Chilean soldiers") != std::string::npos);
  CHECK(scratch.run("export --format ged " + file + " " + file + ".ged").status == 0);
  CHECK(contents(file + ".ged.evidence.csv").starts_with("id,event,report"));
}

TEST_CASE("export: the same bytes for any order of the reports") {
  const Scratch scratch;
  const std::string lines(kReports);
  const std::size_t second = lines.find('\n') + 1;
  const std::string one = case_of(scratch, lines, "one");
  const std::string two = case_of(scratch, lines.substr(second) + lines.substr(0, second), "two");
  for (const char* format :
       {"acled", "annotations", "atlos", "ged", "geojson", "plover", "series", "sources", "timelinejs", "uwazi"}) {
    const std::string verb = "export --quiet --format " + std::string(format) + " ";
    CHECK_MESSAGE(scratch.run(verb + one + " -").out == scratch.run(verb + two + " -").out, format);
  }
}

TEST_CASE("export: wrong calls say what to do") {
  const Scratch scratch;
  const std::string file = case_of(scratch, kReports);
  CHECK(scratch.run("export " + file + " x").status == 2);
  CHECK(scratch.run("export --format tsv " + file + " x").status == 2);
  CHECK(scratch.run("export --format csv " + file + " -").status == 2);
  const Outcome unwritable = scratch.run("export --format sources " + file + " /nowhere/at/all.csv");
  CHECK(unwritable.status == 1);
  CHECK(unwritable.err.find("file_unwritable") != std::string::npos);
}

TEST_CASE("verify") {
  const Scratch scratch;
  const std::string file = case_of(scratch, kReports);
  const std::string sheet =
      scratch.file("claims.csv", "value,measure,side\n12,killed,Chile\n13,killed,Chile\n700,killed,\n");
  const Outcome csv = scratch.run("verify --csv " + file + " " + sheet);
  CHECK(csv.status == 0);
  CHECK(csv.out.find("12,killed,Chile,found,") != std::string::npos);
  CHECK(csv.out.find("13,killed,Chile,differs,number,12,") != std::string::npos);
  CHECK(csv.out.find("700,killed,,absent,") != std::string::npos);
  CHECK(scratch.run("verify --json " + file + " " + sheet).out.find("\"verdict\": \"found\"") != std::string::npos);
  CHECK(scratch.run("verify " + file + " " + sheet).out.find("differs") != std::string::npos);
  const Outcome wrong = scratch.run("verify " + file + " " + scratch.file("none.csv", "number\n1\n"));
  CHECK(wrong.status == 1);
  CHECK(wrong.err.find("input_malformed") != std::string::npos);
}

TEST_CASE("docs/command-line.md documents every verb and option") {
  const Scratch scratch;
  const Outcome reference = scratch.run("reference markdown");
  CHECK(reference.status == 0);
  const fs::path path = fs::path(COUNTERCLAIM_SOURCE_DIR) / "docs" / "command-line.md";
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && *update != '\0') {
    fs::copy_file(scratch.file("reference.md", reference.out), path, fs::copy_options::overwrite_existing);
  }
  CHECK_MESSAGE(contents(path) == reference.out,
                "write it anew: build/dev/counterclaim reference markdown > docs/command-line.md");
  // No verb or option goes without a word about it, and no verb without an example.
  CHECK(reference.out.find("` |  |") == std::string::npos);
  std::size_t verbs = 0;
  std::size_t examples = 0;
  for (std::size_t at = reference.out.find("\n## "); at != std::string::npos; at = reference.out.find("\n## ", at + 1))
    ++verbs;
  for (std::size_t at = reference.out.find("\nExample: "); at != std::string::npos;
       at = reference.out.find("\nExample: ", at + 1))
    ++examples;
  CHECK(verbs == examples);
  // The README's table has every verb that is one word.
  const std::string readme = contents(fs::path(COUNTERCLAIM_SOURCE_DIR) / "README.md");
  for (std::size_t at = reference.out.find("\n## "); at != std::string::npos;
       at = reference.out.find("\n## ", at + 1)) {
    const std::string verb = reference.out.substr(at + 4, reference.out.find('\n', at + 1) - at - 4);
    CHECK_MESSAGE(readme.find("`" + verb.substr(0, verb.find(' '))) != std::string::npos, verb);
  }
}

TEST_CASE("manual page and completions") {
  const Scratch scratch;
  const std::string man = scratch.run("reference man").out;
  CHECK(man.starts_with(".TH COUNTERCLAIM 1"));
  CHECK(man.find(".SS infobox") != std::string::npos);
  CHECK(scratch.run("reference bash").out.find("'export --format') COMPREPLY=($(compgen -W 'acled annotations") !=
        std::string::npos);
  CHECK(scratch.run("reference zsh").out.starts_with("#compdef counterclaim\n"));
  CHECK(scratch.run("reference fish").out.find("complete -c counterclaim") != std::string::npos);
  CHECK(scratch.run("reference troff").status == 2);
  CHECK(scratch.run("--help").out.find("reference") == std::string::npos);
}
