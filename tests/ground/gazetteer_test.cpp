// Gazetteers: what is written is read, what is damaged is refused, and several are one.
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "counterclaim/base/file.h"
#include "counterclaim/base/sha256.h"
#include "counterclaim/ground/gazetteer.h"
#include "counterclaim/ground/gazetteer_format.h"
#include "counterclaim/ground/gazetteer_writer.h"
#include "support/test_data.h"

using namespace counterclaim;
using namespace counterclaim::ground;
using record::PlaceKind;

namespace {

namespace fs = std::filesystem;

// A file that goes at the end.
class Written {
 public:
  explicit Written(std::string_view bytes) {
    static int count = 0;
    path_ = fs::temp_directory_path() / fmt::format("counterclaim-gazetteer-{}-{}", getpid(), count++);
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;
  ~Written() { fs::remove(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

PlaceDescription place(std::string reference, std::string name, PlaceKind kind, double latitude, double longitude) {
  PlaceDescription out;
  out.reference = std::move(reference);
  out.name = std::move(name);
  out.kind = kind;
  out.latitude = latitude;
  out.longitude = longitude;
  return out;
}

// Invented: two towns of one name, an area, a country, a lake that two claim. Towns stand before what holds them.
std::vector<PlaceDescription> invented() {
  PlaceDescription big = place("x:1", "Villarosa", PlaceKind::kLocality, -12.5, -75.25);
  big.population = 90'000;
  big.country = "PE";
  big.within = "x:3";
  big.names = {"Rosa", "Wayra Llaqta"};
  PlaceDescription small = place("x:2", "Villa Rosa", PlaceKind::kLocality, -20, -69);
  small.population = 800;
  small.country = "CL";
  small.customary_names = {"Rosales"};
  small.names = {"Rosa", "Villarosa"};
  PlaceDescription area = place("x:3", "Alta Department", PlaceKind::kArea, -12, -75);
  area.country = "PE";
  area.within = "x:4";
  area.names = {"Alta"};
  PlaceDescription country = place("x:4", "Peru", PlaceKind::kCountry, -10, -76);
  country.country = "PE";
  PlaceDescription lake = place("x:5", "Lago Claro", PlaceKind::kWater, -18, -69.5);
  lake.names = {"Laguna Alta"};
  lake.claimed_by = {"Bolivia", "Chile"};
  return {big, small, area, country, lake};
}

std::string bytes_of(std::vector<PlaceDescription> places) { return gazetteer_bytes(std::move(places)).value(); }

std::string names_of(const Gazetteers& gazetteers, std::string_view name) {
  std::string out;
  for (const PlaceId id : gazetteers.named(normalised_place_name(name)))
    out += fmt::format("{}{}", out.empty() ? "" : " ", gazetteers.facts(id).reference);
  return out;
}

}  // namespace

TEST_CASE("what is written is read") {
  const Written file(bytes_of(invented()));
  const Gazetteers gazetteers = Gazetteers::open({file.path()}).value();
  CHECK(names_of(gazetteers, "VILLAROSA") == "x:1 x:2");
  CHECK(names_of(gazetteers, "Rosa") == "x:1 x:2");
  CHECK(names_of(gazetteers, "Villa Rosa") == "x:2");
  CHECK(names_of(gazetteers, "the Alta") == "x:3");
  CHECK(names_of(gazetteers, "Nowhere").empty());
  CHECK(gazetteers.has("villarosa"));
  CHECK_FALSE(gazetteers.has(""));

  std::vector<Gazetteers::Candidate> found;
  gazetteers.find("villarosa", found);
  REQUIRE(found.size() == 2);
  CHECK(found[0].customary);
  CHECK_FALSE(found[1].customary);
  std::vector<Gazetteers::Candidate> also_customary;
  gazetteers.find("rosales", also_customary);
  REQUIRE(also_customary.size() == 1);
  CHECK(also_customary[0].customary);

  const GazetteerPlace town = gazetteers.place(found[0].id);
  CHECK(town.name == "Villarosa");
  CHECK(town.kind == PlaceKind::kLocality);
  CHECK(town.latitude == doctest::Approx(-12.5));
  CHECK(town.longitude == doctest::Approx(-75.25));
  CHECK(town.population == 90'000);
  CHECK(town.importance == 90'000);
  CHECK(town.country == "PE");
  CHECK(town.names == std::vector<std::string_view>{"Villarosa", "Rosa", "Wayra Llaqta"});
  REQUIRE(town.within.size() == 2);
  CHECK(gazetteers.facts(town.within[0]).name == "Alta Department");
  CHECK(gazetteers.facts(town.within[1]).name == "Peru");
  CHECK(town.claimed_by.empty());

  const GazetteerPlace lake = gazetteers.place(gazetteers.named("lago claro").at(0));
  CHECK(lake.country.empty());
  CHECK(lake.within.empty());
  CHECK(lake.claimed_by == std::vector<std::string_view>{"Bolivia", "Chile"});
  CHECK(gazetteers.facts(gazetteers.country("PE").value()).name == "Peru");
  CHECK_FALSE(gazetteers.country("CL"));
  CHECK_FALSE(gazetteers.country("p"));
}

TEST_CASE("the same places give the same bytes, and the header tells their checksum") {
  const std::string bytes = bytes_of(invented());
  CHECK(bytes == bytes_of(invented()));
  const Written file(bytes);
  const std::string_view content = std::string_view(bytes).substr(sizeof(gazetteer_format::Header));
  CHECK(Gazetteer::open(file.path()).value().checksum() == sha256_hex(content));
}

TEST_CASE("what cannot be a place is refused") {
  const auto refuses = [](const PlaceDescription& broken, std::string_view reason) {
    std::vector<PlaceDescription> places = invented();
    places.push_back(broken);
    const auto bytes = gazetteer_bytes(std::move(places));
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code == ErrorCode::kInputMalformed);
    CHECK_MESSAGE(bytes.error().message.find(reason) != std::string::npos, bytes.error().message);
  };
  refuses(place("x:6", "", PlaceKind::kLocality, 0, 0), "no name");
  refuses(place("x:1", "Twice", PlaceKind::kLocality, 0, 0), "reference");
  refuses(place("x:6", "Far", PlaceKind::kLocality, 91, 0), "out of range");
  refuses(place("x:6", "Far", PlaceKind::kLocality, 0, std::nan("")), "out of range");
  refuses(place("x:6", std::string(201, 'a'), PlaceKind::kLocality, 0, 0), "200 bytes");
  PlaceDescription circle = place("x:6", "Circle", PlaceKind::kArea, 0, 0);
  circle.within = "x:6";
  refuses(circle, "circle");
  PlaceDescription code = place("x:6", "Code", PlaceKind::kArea, 0, 0);
  code.country = "PER";
  refuses(code, "two-letter");
}

TEST_CASE("an area that is not there counts as none, and an empty gazetteer is one") {
  PlaceDescription lost = place("x:1", "Lost", PlaceKind::kLocality, 0, 0);
  lost.within = "x:99";
  const Written file(bytes_of({lost}));
  const Gazetteers gazetteers = Gazetteers::open({file.path()}).value();
  CHECK(gazetteers.place(gazetteers.named("lost").at(0)).within.empty());
  const Written empty(bytes_of({}));
  CHECK(Gazetteer::open(empty.path()).value().size() == 0);
}

TEST_CASE("what is no gazetteer is refused") {
  const auto code = [](const fs::path& path) { return Gazetteer::open(path).error().code; };
  CHECK(code("/nonexistent") == ErrorCode::kFileNotFound);
  CHECK(code(fs::temp_directory_path()) == ErrorCode::kFileUnreadable);
  CHECK(code(Written("").path()) == ErrorCode::kGazetteerMalformed);
  CHECK(code(Written(std::string(1000, 'x')).path()) == ErrorCode::kGazetteerMalformed);
  std::string other_version = bytes_of(invented());
  other_version[offsetof(gazetteer_format::Header, version)] = 2;
  const auto refused = Gazetteer::open(Written(other_version).path());
  CHECK(refused.error().message.find("version") != std::string::npos);
  CHECK(Gazetteers::open({}).error().code == ErrorCode::kUsage);
}

namespace {

// Reads all that there is to read.
void walk(const Gazetteers& gazetteers, std::uint32_t places) {
  std::size_t read = 0;
  for (std::uint32_t i = 0; i < places; ++i) {
    const GazetteerPlace one = gazetteers.place({0, i});
    for (const std::string_view name : one.names) read += name.size() + gazetteers.named(name).size();
    for (const std::string_view claimant : one.claimed_by) read += claimant.size();
  }
  for (const char* name : {"villarosa", "rosa", "alta", "peru", "lago claro", ""})
    for (const PlaceId id : gazetteers.named(name)) read += gazetteers.facts(id).name.size();
  CHECK(read > 0);
}

void open_and_walk(std::string_view bytes) {
  const Written file(bytes);
  const auto one = Gazetteer::open(file.path());
  if (!one) {
    CHECK(one.error().code == ErrorCode::kGazetteerMalformed);
    return;
  }
  walk(Gazetteers::open({file.path()}).value(), one->size());
}

}  // namespace

TEST_CASE("no damage leads astray: every prefix, every byte changed") {
  const std::string bytes = bytes_of(invented());
  for (std::size_t size = 0; size < bytes.size(); ++size) open_and_walk(std::string_view(bytes).substr(0, size));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const unsigned char change : {0x01, 0x80, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ change);
      open_and_walk(damaged);
    }
  }
}

TEST_CASE("an extra gazetteer adds places; what both have counts once") {
  std::vector<PlaceDescription> extra = invented();
  extra.resize(1);  // the same reference
  extra.front().within.clear();
  PlaceDescription again = place("y:1", "Villa Rosa", PlaceKind::kLocality, -20.01, -69.01);  // a kilometre off
  again.country = "CL";
  PlaceDescription hamlet = place("y:2", "Villarosa", PlaceKind::kLocality, -5, -78);
  hamlet.country = "PE";
  PlaceDescription city = place("y:3", "Rosa", PlaceKind::kLocality, -30, -71);
  city.population = 500'000;
  city.country = "CL";
  extra.insert(extra.end(), {again, hamlet, city});
  const Written world(bytes_of(invented()));
  const Written added(bytes_of(extra));
  const Gazetteers both = Gazetteers::open({world.path(), added.path()}).value();
  CHECK(names_of(both, "Villa Rosa") == "x:2");
  CHECK(names_of(both, "Villarosa") == "x:1 y:2 x:2");
  CHECK(names_of(both, "Rosa") == "y:3 x:1 x:2");
  // The world's country holds what the extra gazetteer knows no area of.
  const GazetteerPlace found = both.place(both.named("villarosa").at(1));
  CHECK(found.id.gazetteer == 1);
  REQUIRE(found.within.size() == 1);
  CHECK(both.facts(found.within[0]).name == "Peru");
  CHECK(both.place(both.named("rosa").at(0)).within.empty());  // neither has Chile
}

TEST_CASE("gazetteers that name each other's areas in a circle end") {
  PlaceDescription country = place("x:1", "Peru", PlaceKind::kCountry, -10, -76);
  country.country = "PE";
  country.within = "x:2";
  PlaceDescription continent = place("x:2", "Continent", PlaceKind::kArea, -10, -70);
  continent.country = "PE";
  const Written file(bytes_of({country, continent}));
  const Gazetteers gazetteers = Gazetteers::open({file.path()}).value();
  CHECK(gazetteers.place(gazetteers.named("peru").at(0)).within.size() <= 32);
}
