// Codes of states for coders' sheets: Gleditsch and Ward's numbers, ISO 3166-1, the regions of UCDP and ACLED.
// resources/parties/states.tsv and resources/exports/regions.tsv.
//
//   Result<CountryCodes> codes = CountryCodes::load("resources");
//   codes->by_name("Peru")->gleditsch_ward     // 135
//   codes->by_iso("PE")->ucdp_region           // "Americas"
//
// Layer: publish. Loads files once. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"

namespace counterclaim::publish {

struct CountryCode {
  std::string name;
  std::string iso2;                   // "" for what ISO 3166-1 does not list
  std::optional<int> gleditsch_ward;  // unset for what the list of independent states does not hold
  std::string iso3;
  std::optional<int> iso_number;
  std::string ucdp_region, acled_region;  // "" where the tables have none
};

class CountryCodes {
 public:
  // Errors: file_not_found, file_unreadable, resource_malformed.
  [[nodiscard]] static Result<CountryCodes> load(const std::filesystem::path& resources);

  // The state or contested territory of that name, as sides have it; nullptr for armed groups and others.
  [[nodiscard]] const CountryCode* by_name(std::string_view name) const;
  [[nodiscard]] const CountryCode* by_iso(std::string_view iso2) const;

 private:
  [[nodiscard]] Result<void> load_states(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_regions(const std::filesystem::path& path);

  std::vector<CountryCode> countries_;
  StringMap<std::size_t> by_name_, by_iso_;
};

}  // namespace counterclaim::publish
