#include "counterclaim/ground/gazetteer_table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/csv_records.h"
#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ground/number_text.h"
#include "counterclaim/record/names.h"

namespace counterclaim::ground {
namespace {

enum Column : std::size_t {
  kId,
  kName,
  kKind,
  kLatitude,
  kLongitude,
  kPopulation,
  kImportance,
  kCountry,
  kWithin,
  kCustomaryNames,
  kNames,
  kClaimedBy,
  kColumns
};
constexpr std::array<std::string_view, kColumns> kColumnNames = {
    "id",         "name",    "kind",   "latitude",        "longitude", "population",
    "importance", "country", "within", "customary_names", "names",     "claimed_by"};
constexpr std::size_t kNeeded = kLongitude + 1;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    if (const std::string_view item = trimmed(text.substr(0, end)); !item.empty()) items.emplace_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

// Reads the rows of one table whose header it knows.
class TableReader {
 public:
  // The reason why the header is not one; empty if it is.
  std::string set_header(const std::vector<std::string>& header) {
    columns_.fill(header.size());
    for (std::size_t i = 0; i < header.size(); ++i) {
      const auto known = std::find(kColumnNames.begin(), kColumnNames.end(), trimmed(header[i]));
      if (known == kColumnNames.end()) return fmt::format("there is no column '{}'", header[i]);
      columns_[static_cast<std::size_t>(known - kColumnNames.begin())] = i;
    }
    for (std::size_t column = 0; column < kNeeded; ++column) {
      if (columns_[column] == header.size()) return fmt::format("the column '{}' is missing", kColumnNames[column]);
    }
    width_ = header.size();
    return {};
  }

  // The reason why the row is not one; empty if it is.
  std::string read(const std::vector<std::string>& row, PlaceDescription& out) const {
    if (row.size() != width_) return fmt::format("it has {} columns, the header has {}", row.size(), width_);
    const auto field = [&](Column column) {
      return columns_[column] < width_ ? trimmed(row[columns_[column]]) : std::string_view();
    };
    const auto kind = record::value_named<record::PlaceKind>(field(kKind));
    if (!kind) return fmt::format("there is no kind '{}'", field(kKind));
    const auto latitude = number_of_text<double>(field(kLatitude));
    const auto longitude = number_of_text<double>(field(kLongitude));
    if (!latitude || !longitude) return "its coordinates are no numbers";
    out.kind = *kind;
    out.latitude = *latitude;
    out.longitude = *longitude;
    out.reference = field(kId);
    out.name = field(kName);
    out.country = field(kCountry);
    out.within = field(kWithin);
    out.customary_names = list_of(field(kCustomaryNames));
    out.names = list_of(field(kNames));
    out.claimed_by = list_of(field(kClaimedBy));
    return read_counts(field(kPopulation), field(kImportance), out);
  }

 private:
  static std::string read_counts(std::string_view population, std::string_view importance, PlaceDescription& out) {
    const auto count = number_of_text<std::uint32_t>(population);
    const auto weight = number_of_text<std::uint32_t>(importance);
    if (!count && !population.empty()) return "its population is no number";
    if (!weight && !importance.empty()) return "its importance is no number";
    out.population = count.value_or(0);
    out.importance = weight.value_or(0);
    return {};
  }

  std::array<std::size_t, kColumns> columns_{};
  std::size_t width_ = 0;
};

tl::unexpected<Error> malformed(const std::filesystem::path& path, std::uint32_t line, std::string_view reason) {
  return fail(ErrorCode::kInputMalformed, fmt::format("'{}', line {}: {}", path.string(), line, reason));
}

}  // namespace

Result<std::vector<PlaceDescription>> read_place_table(const std::filesystem::path& path) {
  const auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  if (const auto invalid = first_invalid_utf8(*text)) {
    const auto line = static_cast<std::uint32_t>(
        1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(*invalid), '\n'));
    return malformed(path, line, "it is not valid UTF-8");
  }
  CsvRecords records(*text);
  std::vector<std::string> fields;
  TableReader reader;
  if (!records.next(fields)) return malformed(path, 1, "it is empty");
  if (const std::string reason = reader.set_header(fields); !reason.empty()) return malformed(path, 1, reason);
  std::vector<PlaceDescription> places;
  while (records.next(fields)) {
    if (fields.size() == 1 && fields.front().empty()) continue;  // an empty line
    PlaceDescription& place = places.emplace_back();
    if (const std::string reason = reader.read(fields, place); !reason.empty())
      return malformed(path, records.line(), reason);
  }
  return places;
}

}  // namespace counterclaim::ground
