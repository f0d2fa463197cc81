#include "counterclaim/base/tab_table.h"

#include <fmt/format.h>

#include "counterclaim/base/file.h"

namespace counterclaim {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

}  // namespace

tl::unexpected<Error> TabTable::malformed(std::uint32_t line, std::string_view reason) const {
  return fail(ErrorCode::kResourceMalformed, fmt::format("{}:{}: {}", path.string(), line, reason));
}

Result<TabTable> read_tab_table(const std::filesystem::path& path, std::size_t columns) {
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  TabTable table{path, {}};
  std::uint32_t number = 0;
  for (const std::string& line : split(*text, "\n")) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    TabRow row{number, split(line, "\t")};
    if (row.columns.size() != columns || row.columns[0].empty())
      return table.malformed(number, fmt::format("{} columns are expected, the first not empty", columns));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> list_of(std::string_view column) { return split(column, "; "); }

}  // namespace counterclaim
