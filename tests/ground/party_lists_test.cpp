// The lists of resources/parties/: every name in them is found, and what loading says about broken ones.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/examples.h"

using namespace counterclaim;

namespace {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return parts;
}

// The mentions, each as "the words = the party's or body's name".
std::string mentions_in(const std::string& text) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  const language::Analysis& analysis = grounded.blocks[0].analysis;
  std::vector<std::string> found;
  for (const ground::BodyReference& reference : grounded.lexicon->find_bodies(analysis)) {
    found.push_back(
        fmt::format("{} = {}", analysis.text(reference.tokens), grounded.lexicon->bodies()[reference.body].name));
  }
  for (const ground::PartyReference& reference : grounded.lexicon->find(analysis)) {
    if (!reference.body)
      found.push_back(fmt::format("{} = {}", analysis.text(reference.tokens), grounded.party(reference).name));
  }
  return fmt::format("{}", fmt::join(found, " | "));
}

// Looks up every name in some columns of a list, the first of which is the party's or body's.
void check_list(const std::string& file, const std::vector<std::size_t>& columns, std::size_t least) {
  std::ifstream list(std::filesystem::path(COUNTERCLAIM_RESOURCE_DIR) / "parties" / file);
  std::size_t count = 0;
  for (std::string line; std::getline(list, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = split(line, "\t");
    for (const std::size_t column : columns) {
      for (const std::string& name : split(cells.at(column), "; ")) {
        if (name.empty()) continue;
        ++count;
        CHECK(mentions_in("We saw " + name + " there.") == fmt::format("{} = {}", name, cells[0]));
      }
    }
  }
  CHECK(count > least);
}

// A folder of lists that are empty but for one line of one of them.
std::filesystem::path folder_with(const std::string& file, const std::string& text) {
  const auto folder = std::filesystem::path(COUNTERCLAIM_BINARY_DIR) / "party_lists_test";
  std::filesystem::create_directories(folder);
  for (const char* list :
       {"states.tsv", "groups.tsv", "organisations.tsv", "forces.tsv", "media.tsv", "no_parties.tsv"})
    std::ofstream(folder / list) << (file == list ? text : "");
  return folder;
}

void check_malformed(const std::string& file, const std::string& text, const std::string& message_end) {
  const auto folder = folder_with(file, text);
  const auto lexicon = ground::PartyLexicon::load(folder);
  REQUIRE(!lexicon.has_value());
  CHECK(lexicon.error().code == ErrorCode::kResourceMalformed);
  CHECK(lexicon.error().message == (folder / file).string() + message_end);
}

}  // namespace

TEST_CASE("every name of every list is found and is its party's") {
  check_list("states.tsv", {0, 3, 4, 5}, 900);
  check_list("groups.tsv", {0, 2, 3}, 1200);
  check_list("organisations.tsv", {0, 3, 4}, 500);
  check_list("forces.tsv", {0, 3}, 300);
  check_list("media.tsv", {0, 2}, 500);
}

TEST_CASE("names that name no party") {
  std::ifstream list(std::filesystem::path(COUNTERCLAIM_RESOURCE_DIR) / "parties" / "no_parties.tsv");
  for (std::string line; std::getline(list, line);) {
    if (!line.empty() && line.front() != '#')
      CHECK_MESSAGE(mentions_in("They spoke of the " + line + ".").empty(), line);
  }
}

TEST_CASE("codes of states are the state's alone") {
  const record::Document empty = test::Stages::get().document("Nothing happened.");
  std::set<std::string> codes;
  std::set<std::uint16_t> numbers;
  for (const ground::Party& party : test::Stages::get().ground(empty).lexicon->parties()) {
    if (!party.country_code.empty()) {
      CHECK_MESSAGE(party.country_code.size() == 2, party.name);
      CHECK_MESSAGE(codes.insert(party.country_code).second, party.name);
    }
    if (party.gleditsch_ward) CHECK_MESSAGE(numbers.insert(*party.gleditsch_ward).second, party.name);
  }
  CHECK(codes.size() > 190);
  CHECK(numbers.size() > 190);
}

TEST_CASE("a broken list is named with its line") {
  check_malformed("states.tsv", "# name\nPeru\tPE\n", ":2: 6 columns are expected, the first not empty");
  check_malformed("states.tsv", "Peru\tPE\tmany\t\t\t\n", ":1: a number is expected");
  check_malformed("states.tsv", "Peru\tPE\t135\t\t\t\nPeru\t\t\t\t\t\n", ":2: a second line for Peru");
  check_malformed("states.tsv", "Peru\tPE\t135\t\t\tLima\nChile\tCL\t155\t\t\tLima\n",
                  ":2: \"Lima\" stands for Peru already");
  check_malformed("media.tsv", "La Voz\t\t\nLa Voz\t\t\n", ":2: \"La Voz\" stands for La Voz already");
  check_malformed("states.tsv", "Peru\tPE\t135\t\t\t\n\xFF\n", ":2: not UTF-8");
  check_malformed("groups.tsv", "Shining Path\tpath\t\t\n", ":1: unknown kind of party");
  check_malformed("organisations.tsv", "Red Cross\torganisation\t\t\tRed\n", ":1: adjectives need a side of their own");
  check_malformed("forces.tsv", "Casa Rosada\tgovernment\tArgentina\t\n", ":1: no party has the name \"Argentina\"");
}

TEST_CASE("a list that is not there") {
  const auto lexicon = ground::PartyLexicon::load(std::filesystem::path(COUNTERCLAIM_BINARY_DIR) / "no-such-folder");
  REQUIRE(!lexicon.has_value());
  CHECK(lexicon.error().code == ErrorCode::kFileNotFound);
}
