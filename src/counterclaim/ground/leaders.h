// People whom reports name without saying whose they are: "Gorbachev", "President Nixon".
//
//   leaders.side_of("Ana Rojas", false)   // unset: not listed
//
// From resources/parties/leaders.tsv; names are compared as FoldedWord says. What a report itself says of somebody
// comes before this list. Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/base/error.h"

namespace counterclaim::ground {

class Leaders {
 public:
  // `folder`: resources/parties. Errors: file_not_found, file_unreadable, resource_malformed.
  [[nodiscard]] static Result<Leaders> load(const std::filesystem::path& folder);

  // The side of whoever has the full name, or a surname that the list gives to stand alone. `in_office`: a leader's
  // title stands before the name; then any surname that only one side's leaders have. Unset where this decides nothing.
  [[nodiscard]] std::optional<std::string> side_of(std::string_view name, bool in_office) const;

  // Whether the list gives the surname to stand alone: "Gorbachev".
  [[nodiscard]] bool knows_alone(std::string_view surname) const { return find(surnames_alone_, surname).has_value(); }

 private:
  static constexpr std::uint32_t kSeveral = 0xFFFFFFFF;          // sides have it
  using Table = std::unordered_map<std::string, std::uint32_t>;  // folded -> into sides_, or kSeveral
  static void add(Table& table, std::string_view name, std::uint32_t side);
  [[nodiscard]] std::optional<std::string> find(const Table& table, std::string_view name) const;

  std::vector<std::string> sides_;
  Table full_names_, surnames_alone_, surnames_;
};

}  // namespace counterclaim::ground
