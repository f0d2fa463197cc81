#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ground/gazetteer_table.h"
#include "counterclaim/ground/number_text.h"
#include "counterclaim/ground/place_name.h"

namespace counterclaim::ground {
namespace {

using record::PlaceKind;

// The columns of GeoNames' "geoname" table that are read.
enum Column : std::size_t {
  kId = 0,
  kName = 1,
  kAsciiName = 2,
  kAlternateNames = 3,
  kLatitude = 4,
  kLongitude = 5,
  kFeatureClass = 6,
  kFeatureCode = 7,
  kCountry = 8,
  kAdmin1 = 10,
  kAdmin2 = 11,
  kPopulation = 14,
  kColumns = 19
};
using Row = std::array<std::string_view, kColumns>;

bool is_any_of(std::string_view code, std::initializer_list<std::string_view> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool begins_with_any(std::string_view code, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [code](std::string_view beginning) { return code.starts_with(beginning); });
}

// Works that reports name: airfields, camps, crossings, dams, bridges, ports, plants, hospitals, forts, monasteries.
bool is_facility(std::string_view code) {
  return begins_with_any(code, {"AIR", "BDG", "CMP", "DAM", "HSP", "INS", "MIL", "MSTY", "OIL", "PRT", "RSTN"}) ||
         is_any_of(code, {"CTRB", "FT", "GOSP", "MN", "NVB", "PS", "PSN", "PSTB", "PSTC", "PSTP", "UNIV"});
}

// The kind of a feature (https://www.geonames.org/export/codes.html); nullopt for what no report means by a name.
std::optional<PlaceKind> kind_of(std::string_view feature_class, std::string_view code) {
  const bool is_former = is_any_of(code, {"ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADM5H", "ADMDH", "PCLH", "PPLCH"});
  if (is_former || feature_class.size() != 1) return std::nullopt;
  switch (feature_class.front()) {
    case 'P': return PlaceKind::kLocality;
    case 'A': return begins_with_any(code, {"PCL"}) ? PlaceKind::kCountry : PlaceKind::kArea;
    case 'H': return begins_with_any(code, {"WLL", "WTR"}) ? std::nullopt : std::optional(PlaceKind::kWater);
    case 'T':
      return begins_with_any(code, {"MT", "PK", "HLL", "PASS", "RDG", "VLC"}) ? PlaceKind::kMountain
                                                                              : PlaceKind::kRegion;
    case 'L':
    case 'S':
      if (is_facility(code)) return PlaceKind::kFacility;
      return feature_class == "L" ? std::optional(PlaceKind::kRegion) : std::nullopt;
    case 'V': return PlaceKind::kRegion;
    default: return std::nullopt;
  }
}

std::optional<Row> columns_of(std::string_view line) {
  Row row;
  for (std::size_t column = 0; column < kColumns; ++column) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    if ((end == line.size()) != (column + 1 == kColumns)) return std::nullopt;
    row[column] = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return row;
}

// The names of the second to fourth column, without those of one or two letters, which are codes.
std::vector<std::string> names_of(const Row& row) {
  std::vector<std::string> names;
  for (std::string_view list : {row[kAsciiName], row[kAlternateNames]}) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(','), list.size());
      const std::string_view name = list.substr(0, end);
      if (name.size() > 2 && name.size() <= kLongestPlaceName) names.emplace_back(name);
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }
  return names;
}

std::string code_of(std::string_view country, std::string_view admin1, std::string_view admin2) {
  return fmt::format("{}.{}.{}", country, admin1, admin2);
}

// A row's place, and by which codes it and the area that holds it are known.
struct CodedPlace {
  PlaceDescription place;
  std::string own_code;                   // of areas of the first and second order; else empty
  std::array<std::string, 2> area_codes;  // the nearest first
};

std::optional<CodedPlace> place_of(const Row& row) {
  const auto latitude = number_of_text<double>(row[kLatitude]);
  const auto longitude = number_of_text<double>(row[kLongitude]);
  if (!latitude || !longitude) return std::nullopt;
  CodedPlace coded;
  PlaceDescription& place = coded.place;
  place.reference = fmt::format("geonames:{}", row[kId]);
  place.name = row[kName];
  place.latitude = *latitude;
  place.longitude = *longitude;
  place.population = number_of_text<std::uint32_t>(row[kPopulation]).value_or(0);
  place.country = row[kCountry];
  place.names = names_of(row);
  const std::string first = code_of(row[kCountry], row[kAdmin1], "");
  const std::string second = code_of(row[kCountry], row[kAdmin1], row[kAdmin2]);
  if (row[kFeatureCode] == "ADM1") {
    coded.own_code = first;
  } else if (row[kFeatureCode] == "ADM2") {
    coded.own_code = second;
    coded.area_codes = {first, ""};
  } else {
    coded.area_codes = {second, first};
  }
  return coded;
}

void set_areas(std::vector<CodedPlace>& coded) {
  std::unordered_map<std::string_view, std::string_view> areas;
  for (const CodedPlace& one : coded) {
    if (!one.own_code.empty()) areas.emplace(one.own_code, one.place.reference);
  }
  for (CodedPlace& one : coded) {
    for (const std::string& code : one.area_codes) {
      const auto area = code.empty() ? areas.end() : areas.find(code);
      if (area == areas.end()) continue;
      one.place.within = area->second;
      break;
    }
  }
}

}  // namespace

Result<std::vector<PlaceDescription>> read_geonames_file(const std::filesystem::path& path) {
  const auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  std::vector<CodedPlace> coded;
  std::uint32_t line_number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const auto row = columns_of(line);
    auto place = row && !first_invalid_utf8(line) ? place_of(*row) : std::nullopt;
    if (!place) {
      return fail(ErrorCode::kInputMalformed,
                  fmt::format("'{}', line {}: it is none of GeoNames' 19 columns", path.string(), line_number));
    }
    const auto kind = kind_of((*row)[kFeatureClass], (*row)[kFeatureCode]);
    if (!kind) continue;
    place->place.kind = *kind;
    coded.push_back(std::move(*place));
  }
  set_areas(coded);
  std::vector<PlaceDescription> places;
  places.reserve(coded.size());
  for (CodedPlace& one : coded) places.push_back(std::move(one.place));
  return places;
}

}  // namespace counterclaim::ground
