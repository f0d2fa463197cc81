// `counterclaim gazetteer`: extra gazetteers from files, and runs that are given them.
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <simdjson.h>

#include "engine/program.h"
#include "support/test_data.h"

namespace {

using counterclaim::test::Outcome;
using counterclaim::test::Scratch;

namespace fs = std::filesystem;

// Invented places of an invented valley.
const std::string kTable =
    "id,name,kind,latitude,longitude,population,country,within,names\n"
    "own:1,Qaqawiri,locality,-13.01,-74.02,140,PE,own:2,Caccahuiri; Qaqa Wiri\n"
    "own:2,Valle Quieto,area,-13,-74,,PE,,\n";
const std::string kCountryFile =
    "77\tQaqawiri Alto\tQaqawiri Alto\t\t-13.1\t-74.1\tP\tPPL\tPE\t\t05\t\t\t\t90\t\t\tAmerica/Lima\t2020-01-01\n";

TEST_CASE("a gazetteer of one's own: made, looked up, named in a run") {
  const Scratch scratch;
  const std::string table = scratch.file("places.csv", kTable);
  const std::string country_file = scratch.file("PE.txt", kCountryFile);
  const std::string out = (fs::path(table).parent_path() / "own.gazetteer").string();
  const Outcome made = scratch.run("gazetteer add " + out + " " + table + " " + country_file);
  CHECK(made.status == 0);
  CHECK(made.out.empty());
  CHECK(made.err.find("3 places") != std::string::npos);

  CHECK(scratch.run("gazetteer find Caccahuiri").out.empty());
  const Outcome found = scratch.run("gazetteer find --gazetteer " + out + " Caccahuiri");
  CHECK(found.status == 0);
  CHECK(found.out == "own:1\tQaqawiri\tlocality\t-13.01\t-74.02\t140\tValle Quieto, Peru\n");
  CHECK(scratch.run("gazetteer find --gazetteer " + out + " 'qaqawiri alto'").out ==
        "geonames:77\tQaqawiri Alto\tlocality\t-13.1\t-74.1\t90\tPeru\n");

  const std::string report = scratch.file("a.jsonl", R"({"id": "1", "text": "Two men were killed in Qaqawiri."})"
                                                     "\n");
  const Outcome extracted = scratch.run("extract --gazetteer " + out + " " + report);
  CHECK(extracted.status == 0);
  // What a record depends on is told by its hash: extra gazetteers, too.
  const auto hash = [](const Outcome& outcome) {
    simdjson::dom::parser parser;
    return std::string(std::string_view(parser.parse(outcome.out)["resources"].get_string().value()));
  };
  CHECK(hash(extracted) != hash(scratch.run("extract " + report)));
  CHECK(hash(extracted) == hash(scratch.run("extract --gazetteer " + out + " " + report)));
}

TEST_CASE("what cannot be made is said, and nothing is left behind") {
  const Scratch scratch;
  const std::string table = scratch.file("places.csv", kTable + "own:1,Again,locality,0,0,,,,\n");
  const fs::path folder = fs::path(table).parent_path();
  const std::string out = (folder / "own.gazetteer").string();
  const auto refuses = [&](const std::string& arguments, std::string_view reason) {
    const Outcome outcome = scratch.run("gazetteer add " + arguments);
    CHECK(outcome.status == 1);
    CHECK_MESSAGE(outcome.err.find(reason) != std::string::npos, outcome.err);
    CHECK_FALSE(fs::exists(out));
  };
  refuses(out + " " + table, "(input_malformed)");
  refuses(out + " " + scratch.file("places.json", "[]"), "(input_format_unknown)");
  refuses(out + " " + (folder / "none.csv").string(), "(file_not_found)");
  refuses("/nonexistent/own.gazetteer " + scratch.file("good.csv", kTable), "(file_unwritable)");
  CHECK(scratch.run("gazetteer").status == 2);
  CHECK(scratch.run("gazetteer add " + out).status == 2);
  const std::string damaged = scratch.file("damaged.gazetteer", "x");
  for (const std::string verb : {"gazetteer find", "extract"}) {
    const Outcome outcome = scratch.run(verb + " --gazetteer " + damaged + " " + table);
    CHECK(outcome.status == 1);
    CHECK_MESSAGE(outcome.err.find("(gazetteer_malformed)") != std::string::npos, outcome.err);
  }
}

// Our table of lines [id, kind, latitude, longitude, GeoNames' number or null, population or null, [names]].
std::string table_of(const std::string& json_lines, std::vector<std::string>& ids) {
  std::string table = "id,name,kind,latitude,longitude,population,names\n";
  std::set<std::string> seen;
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  REQUIRE(parser.parse_many(json_lines).get(lines) == simdjson::SUCCESS);
  for (const simdjson::dom::element line : lines) {
    const std::string_view type = line.at(1).get_string().value();
    const bool is_area = type == "county" || type == "region" || type == "macroregion";
    const std::string_view kind = type == "country" ? "country" : is_area ? "area" : "locality";
    std::uint64_t number = 0;
    std::string id = line.at(4).get(number) == simdjson::SUCCESS ? fmt::format("geonames:{}", number) : "";
    if (id.empty() || !seen.insert(id).second) id = fmt::format("wof:{}", line.at(0).get_uint64().value());
    std::uint64_t population = 0;
    if (line.at(5).get(population) != simdjson::SUCCESS) population = 0;
    std::string names;
    for (const simdjson::dom::element name : line.at(6))
      names.append(names.empty() ? "" : "; ").append(std::string_view(name.get_string().value()));
    std::string quoted;
    for (const char c : names) quoted.append(c == '"' ? 2 : 1, c);
    table += fmt::format("{},\"{}\",{},{},{},{},\"{}\"\n", id, quoted.substr(0, quoted.find(';')), kind,
                         line.at(2).get_double().value(), line.at(3).get_double().value(), population, quoted);
    ids.push_back(id);
  }
  return table;
}

TEST_CASE("hamlets of outside gazetteers are found in extra ones") {
  const auto data = counterclaim::test::test_data("outside gazetteers");
  if (!data) return;
  const Scratch scratch;
  std::string options;
  std::size_t places = 0;
  for (const char* country : {"am", "az"}) {
    const fs::path packed = *data / "data" / "gazetteer" / fmt::format("wof-{}.jsonl.gz", country);
    const std::string unpacked = scratch.file("wof.jsonl", "");
    REQUIRE(std::system(fmt::format("gzip -dc '{}' >'{}'", packed.string(), unpacked).c_str()) == 0);
    std::vector<std::string> ids;
    const std::string table = scratch.file("wof.csv", table_of(counterclaim::test::contents(unpacked), ids));
    const std::string out = (fs::path(table).parent_path() / fmt::format("{}.gazetteer", country)).string();
    const Outcome made = scratch.run("gazetteer add " + out + " " + table);
    CHECK_MESSAGE(made.err.find(fmt::format("{} places", ids.size())) != std::string::npos, made.err);
    options += " --gazetteer " + out;
    places += ids.size();
  }
  CHECK(places > 9000);
  for (const char* hamlet : {"Norabak", "Khoznavar"}) {
    CHECK(scratch.run(fmt::format("gazetteer find {}", hamlet)).out.find("wof:") == std::string::npos);
    CHECK_FALSE(scratch.run(fmt::format("gazetteer find{} {}", options, hamlet)).out.empty());
  }
}

}  // namespace
