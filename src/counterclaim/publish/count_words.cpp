#include "counterclaim/publish/count_words.h"

#include <charconv>

#include "counterclaim/base/tab_table.h"

namespace counterclaim::publish {

Result<CountWords> CountWords::load(const std::filesystem::path& resources) {
  const auto table = read_tab_table(resources / "exports" / "count_words.tsv", 2);
  if (!table) return tl::unexpected(table.error());
  CountWords words;
  for (const TabRow& row : table->rows) {
    const std::string& digits = row.columns[1];
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
      return table->malformed(row.line, "the second column is a number");
    words.values_.emplace_back(row.columns[0], value);
  }
  return words;
}

std::optional<double> CountWords::value(std::string_view word) const {
  for (const auto& [part, value] : values_) {
    if (word.find(part) != std::string_view::npos) return value;
  }
  return std::nullopt;
}

}  // namespace counterclaim::publish
