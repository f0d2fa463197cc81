#include "counterclaim/publish/country_codes.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/file.h"

namespace counterclaim::publish {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    columns.push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return columns;
    begin = tab + 1;
  }
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Calls add(columns) for each line of a table that is no comment; false: the line breaks the format.
template <class Add>
Result<void> for_each_line(const std::filesystem::path& path, std::size_t least_columns, Add add) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const std::string_view text = *bytes;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string_view> columns = columns_of(line);
    if (columns.size() < least_columns || !add(columns))
      return fail(ErrorCode::kResourceMalformed, fmt::format("{}:{}: no line of this table", path.string(), number));
  }
  return {};
}

// The continents of Gleditsch and Ward's numbers are the regions of UCDP.
std::string_view region_of(int gleditsch_ward) {
  if (gleditsch_ward < 200) return "Americas";
  if (gleditsch_ward < 400) return "Europe";
  if (gleditsch_ward < 630) return "Africa";
  return gleditsch_ward < 700 ? "Middle East" : "Asia";
}

}  // namespace

Result<void> CountryCodes::load_states(const std::filesystem::path& path) {
  return for_each_line(path, 3, [&](const std::vector<std::string_view>& columns) {
    CountryCode code{std::string(columns[0]), std::string(columns[1]), number(columns[2]), {}, {}, {}, {}};
    if (code.gleditsch_ward) code.ucdp_region = region_of(*code.gleditsch_ward);
    by_name_.emplace(code.name, countries_.size());
    if (!code.iso2.empty()) by_iso_.emplace(code.iso2, countries_.size());
    countries_.push_back(std::move(code));
    return true;
  });
}

Result<void> CountryCodes::load_regions(const std::filesystem::path& path) {
  return for_each_line(path, 4, [&](const std::vector<std::string_view>& columns) {
    const auto found = by_iso_.find(columns[0]);
    if (found == by_iso_.end()) return true;
    CountryCode& code = countries_[found->second];
    code.iso3 = columns[1];
    code.iso_number = number(columns[2]);
    code.acled_region = columns[3];
    return true;
  });
}

Result<CountryCodes> CountryCodes::load(const std::filesystem::path& resources) {
  CountryCodes codes;
  if (const auto read = codes.load_states(resources / "parties" / "states.tsv"); !read)
    return tl::unexpected(read.error());
  if (const auto read = codes.load_regions(resources / "exports" / "regions.tsv"); !read)
    return tl::unexpected(read.error());
  return codes;
}

const CountryCode* CountryCodes::by_name(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &countries_[found->second];
}

const CountryCode* CountryCodes::by_iso(std::string_view iso2) const {
  const auto found = by_iso_.find(iso2);
  return found == by_iso_.end() ? nullptr : &countries_[found->second];
}

}  // namespace counterclaim::publish
