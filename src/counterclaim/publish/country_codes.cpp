#include "counterclaim/publish/country_codes.h"

#include <charconv>
#include <utility>

#include "counterclaim/base/tab_table.h"

namespace counterclaim::publish {
namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
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
  const auto table = read_tab_table(path, 6);
  if (!table) return tl::unexpected(table.error());
  for (const TabRow& row : table->rows) {
    CountryCode code{row.columns[0], row.columns[1], number(row.columns[2]), {}, {}, {}, {}};
    if (code.gleditsch_ward) code.ucdp_region = region_of(*code.gleditsch_ward);
    by_name_.emplace(code.name, countries_.size());
    if (!code.iso2.empty()) by_iso_.emplace(code.iso2, countries_.size());
    countries_.push_back(std::move(code));
  }
  return {};
}

Result<void> CountryCodes::load_regions(const std::filesystem::path& path) {
  const auto table = read_tab_table(path, 4);
  if (!table) return tl::unexpected(table.error());
  for (const TabRow& row : table->rows) {
    const auto found = by_iso_.find(row.columns[0]);
    if (found == by_iso_.end()) continue;
    CountryCode& code = countries_[found->second];
    code.iso3 = row.columns[1];
    code.iso_number = number(row.columns[2]);
    code.acled_region = row.columns[3];
  }
  return {};
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
