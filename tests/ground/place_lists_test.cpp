// The lists of resources/places/: every line is sound, and who claims a place is a party that the program knows.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/ground/place_name.h"
#include "counterclaim/record/names.h"

using namespace counterclaim;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return parts;
}

std::vector<std::vector<std::string>> lines_of(const fs::path& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') rows.push_back(split(line, "\t"));
  }
  return rows;
}

using Row = std::map<std::string, std::string>;  // by the names of the columns

std::vector<Row> rows_of(const std::string& list) {
  const auto lines = lines_of(fs::path(COUNTERCLAIM_RESOURCE_DIR) / "places" / list);
  REQUIRE_MESSAGE(lines.size() > 1, list);
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    REQUIRE_MESSAGE(lines[i].size() <= lines[0].size(), fmt::format("{}: {}", list, lines[i][0]));
    Row& row = rows.emplace_back();
    for (std::size_t column = 0; column < lines[0].size(); ++column)
      row[lines[0][column]] = column < lines[i].size() ? lines[i][column] : "";
  }
  return rows;
}

std::set<std::string> known_parties() {
  std::set<std::string> names;
  for (const char* list : {"states.tsv", "groups.tsv"}) {
    for (const auto& columns : lines_of(fs::path(COUNTERCLAIM_RESOURCE_DIR) / "parties" / list)) {
      for (const std::string& column : columns) {
        for (const std::string& name : split(column, "; ")) names.insert(name);
      }
    }
  }
  return names;
}

bool is_degrees(const std::string& text, double limit) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0' && std::abs(value) <= limit;
}

const std::vector<const char*> kLists = {"countries.tsv", "areas.tsv",      "regions.tsv",    "waters.tsv",
                                         "lands.tsv",     "war_places.tsv", "facilities.tsv", "settlements.tsv"};

}  // namespace

TEST_CASE("names can be looked up, and points are on the globe") {
  for (const char* list : kLists) {
    for (const Row& row : rows_of(list)) {
      const std::string& name = row.at("name");
      CHECK_MESSAGE(!ground::normalised_place_name(name).empty(), fmt::format("{}: {}", list, name));
      if (!row.at("names").empty()) {
        for (const std::string& other : split(row.at("names"), "; "))
          CHECK_MESSAGE(!ground::normalised_place_name(other).empty(), fmt::format("{}: {}: '{}'", list, name, other));
      }
      if (row.contains("latitude") && !(list == std::string_view("areas.tsv") && row.at("latitude").empty())) {
        CHECK_MESSAGE(is_degrees(row.at("latitude"), 90), fmt::format("{}: {}", list, name));
        CHECK_MESSAGE(is_degrees(row.at("longitude"), 180), fmt::format("{}: {}", list, name));
      }
      if (row.contains("kind"))
        CHECK_MESSAGE(record::value_named<record::PlaceKind>(row.at("kind")), fmt::format("{}: {}", list, name));
    }
  }
}

TEST_CASE("countries are ISO's") {
  std::set<std::string> codes = {""};
  for (const Row& row : rows_of("countries.tsv")) codes.insert(row.at("code"));
  CHECK(codes.size() == 251);
  for (const char* list : kLists) {
    for (const Row& row : rows_of(list)) {
      if (row.contains("country"))
        CHECK_MESSAGE(codes.contains(row.at("country")), fmt::format("{}: {}", list, row.at("name")));
    }
  }
}

TEST_CASE("who claims a place is a known party, all are listed alike, none first but by the alphabet") {
  const std::set<std::string> parties = known_parties();
  int contested = 0;
  for (const char* list : kLists) {
    for (const Row& row : rows_of(list)) {
      if (row.at("claimed_by").empty()) continue;
      ++contested;
      const std::vector<std::string> claimants = split(row.at("claimed_by"), "; ");
      CHECK_MESSAGE(claimants.size() > 1, fmt::format("{}: {}", list, row.at("name")));
      CHECK_MESSAGE(std::is_sorted(claimants.begin(), claimants.end()), fmt::format("{}: {}", list, row.at("name")));
      for (const std::string& claimant : claimants)
        CHECK_MESSAGE(parties.contains(claimant), fmt::format("{}: {}: {}", list, row.at("name"), claimant));
    }
  }
  CHECK(contested > 150);
}
