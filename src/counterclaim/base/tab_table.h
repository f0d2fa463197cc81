// A table of resources/ as TSV: columns parted by tabs, lists inside a column by "; ", lines that begin with '#' for
// the reader.
//
// Layer: base. Reads files; used while loading only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"

namespace counterclaim {

struct TabRow {
  std::uint32_t line = 0;
  std::vector<std::string> columns;
};

struct TabTable {
  std::filesystem::path path;
  std::vector<TabRow> rows;

  // The error for a row that breaks its table's rules: path, line and reason.
  [[nodiscard]] tl::unexpected<Error> malformed(std::uint32_t line, std::string_view reason) const;
};

// Every row has `columns` columns. Errors: file_not_found, file_unreadable, resource_malformed.
[[nodiscard]] Result<TabTable> read_tab_table(const std::filesystem::path& path, std::size_t columns);

[[nodiscard]] std::vector<std::string> list_of(std::string_view column);

}  // namespace counterclaim
