// Tables of places and GeoNames' country files.
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "counterclaim/ground/gazetteer_table.h"
#include "counterclaim/record/names.h"

using namespace counterclaim;
using namespace counterclaim::ground;

namespace {

namespace fs = std::filesystem;

template <class Reader>
Result<std::vector<PlaceDescription>> read(Reader reader, std::string_view text) {
  const fs::path path = fs::temp_directory_path() / fmt::format("counterclaim-table-{}", getpid());
  std::ofstream(path, std::ios::binary) << text;
  auto places = reader(path);
  fs::remove(path);
  return places;
}

std::string line_of(const PlaceDescription& place) {
  return fmt::format("{} {} {} {} {} {} {} [{}] <{}> ({}) !{}", place.reference, place.name,
                     record::name_of(place.kind), place.latitude, place.longitude, place.population, place.importance,
                     place.country, place.within, fmt::join(place.names, "|"), fmt::join(place.claimed_by, "|"));
}

void check_error(const Result<std::vector<PlaceDescription>>& places, std::string_view reason) {
  REQUIRE_FALSE(places);
  CHECK(places.error().code == ErrorCode::kInputMalformed);
  CHECK_MESSAGE(places.error().message.find(reason) != std::string::npos, places.error().message);
}

constexpr std::string_view kHeader =
    "id,name,kind,latitude,longitude,population,importance,country,within,names,claimed_by\n";

}  // namespace

TEST_CASE("a table of places") {
  const auto places = read(read_place_table, std::string(kHeader) +
                                                 "a:1,Villarosa,locality,-12.5,-75.25,900,,PE,a:2,\"Rosa; Villa\","
                                                 "\n"
                                                 "a:2,\"Alta, \"\"the\"\" high\",area,-12,-75,,5000,PE,,,Chile;Peru\r\n"
                                                 "\n"
                                                 "a:3,\"two\nlines\",water,0,0,,,,,,\n")
                          .value();
  REQUIRE(places.size() == 3);
  CHECK(line_of(places[0]) == "a:1 Villarosa locality -12.5 -75.25 900 0 [PE] <a:2> (Rosa|Villa) !");
  CHECK(line_of(places[1]) == "a:2 Alta, \"the\" high area -12 -75 0 5000 [PE] <> () !Chile|Peru");
  CHECK(places[2].name == "two\nlines");
}

TEST_CASE("columns in any order, the optional ones left out") {
  const auto places = read(read_place_table,
                           "customary_names,longitude,latitude,kind,name,id\nRosa Bridge; Bridge of "
                           "Roses,-75,-12,facility,Puente Rosa,b:1\n")
                          .value();
  REQUIRE(places.size() == 1);
  CHECK(line_of(places[0]) == "b:1 Puente Rosa facility -12 -75 0 0 [] <> () !");
  CHECK(places[0].customary_names == std::vector<std::string>{"Rosa Bridge", "Bridge of Roses"});
}

TEST_CASE("what is wrong in a table is named with its line") {
  const auto check = [](std::string_view text, std::string_view reason) {
    check_error(read(read_place_table, text), reason);
  };
  check("", "empty");
  check("id,name,kind,latitude\n", "'longitude' is missing");
  check("id,name,kind,latitude,longitude,colour\n", "no column 'colour'");
  check(std::string(kHeader) + "a:1,A,locality,0,0,,,,,,\na:2,A,town,0,0,,,,,,\n", "line 3: there is no kind 'town'");
  check(std::string(kHeader) + "a:1,A,locality,north,0,,,,,,\n", "line 2: its coordinates");
  check(std::string(kHeader) + "a:1,A,locality,0,0,many,,,,,\n", "population");
  check(std::string(kHeader) + "a:1,A\n", "2 columns");
  check(std::string(kHeader) + "a:1,\"A\nB\",locality,0,0,,,,,,\na:2,A\n", "line 4");
  check(std::string(kHeader) + "a:1,\xFF,locality,0,0,,,,,,\n", "line 2: it is not valid UTF-8");
  CHECK(read_place_table("/nonexistent").error().code == ErrorCode::kFileNotFound);
}

namespace {

// The columns that matter of a GeoNames row.
std::string geonames(std::string_view id, std::string_view name, std::string_view names, std::string_view feature,
                     std::string_view codes, std::string_view population = "0") {
  return fmt::format("{0}\t{1}\t{1}\t{2}\t-12.5\t-75\t{3}\tPE\t\t{4}\t\t\t{5}\t\t0\tAmerica/Lima\t2020-01-01\n", id,
                     name, names, feature, codes, population);
}

}  // namespace

TEST_CASE("a country file of GeoNames") {
  const auto places =
      read(read_geonames_file,
           geonames("1", "Villarosa", "Rosa,VR,Wayra", "P\tPPL", "08\t0801", "900") +
               geonames("2", "Alta", "", "A\tADM1", "08\t") + geonames("3", "Alta Sur", "", "A\tADM2", "08\t0801") +
               geonames("4", "Peru", "", "A\tPCLI", "00\t") + geonames("5", "Río Claro", "", "H\tSTM", "08\t0899") +
               geonames("6", "Cerro Rosa", "", "T\tMT", "\t") + geonames("7", "Isla Rosa", "", "T\tISL", "\t") +
               geonames("8", "Aeropuerto Rosa", "", "S\tAIRP", "08\t") +
               geonames("9", "Hacienda Rosa", "", "S\tEST", "08\t") +
               geonames("10", "Alta Vieja", "", "A\tADM1H", "08\t") + geonames("11", "Ruta 5", "", "R\tRD", "08\t") +
               geonames("12", "Base Rosa", "", "L\tMILB", "08\t"))
          .value();
  std::string lines;
  for (const PlaceDescription& place : places)
    lines += fmt::format("{} {} <{}>; ", place.name, record::name_of(place.kind), place.within);
  CHECK(lines ==
        "Villarosa locality <geonames:3>; Alta area <>; Alta Sur area <geonames:2>; Peru country <>; "
        "Río Claro water <geonames:2>; Cerro Rosa mountain <>; Isla Rosa region <>; "
        "Aeropuerto Rosa facility <geonames:2>; Base Rosa facility <geonames:2>; ");
  CHECK(line_of(places[0]) ==
        "geonames:1 Villarosa locality -12.5 -75 900 0 [PE] <geonames:3> (Villarosa|Rosa|Wayra) !");
}

TEST_CASE("what is no country file is named with its line") {
  const std::string good = geonames("1", "Villarosa", "", "P\tPPL", "08\t");
  check_error(read(read_geonames_file, good + "2\tthree\tcolumns\n"), "line 2");
  check_error(read(read_geonames_file, geonames("1", "\xC3(", "", "P\tPPL", "08\t")), "line 1");
  CHECK(read(read_geonames_file, "").value().empty());
}
