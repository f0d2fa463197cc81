#include "counterclaim/ground/leaders.h"

#include <fmt/format.h>

#include "counterclaim/base/file.h"
#include "counterclaim/ground/folded_word.h"

namespace counterclaim::ground {
namespace {

// Takes the part up to the separator off the front of `rest`.
std::string_view next_part(std::string_view& rest, std::string_view separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + separator.size());
  return part;
}

std::string folded(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    if (!out.empty()) out += ' ';
    out += FoldedWord(next_part(name, " ")).view();
  }
  return out;
}

// "Ana Rojas" for "Ana M. Rojas"
std::string without_initials(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::string_view word = next_part(name, " ");
    const bool is_middle = !out.empty() && !name.empty();
    if (is_middle && word.size() == 2 && word.back() == '.') continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

}  // namespace

Result<Leaders> Leaders::load(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "leaders.tsv";
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  Leaders leaders;
  std::string_view rest = *text;
  for (std::uint32_t line_number = 1; !rest.empty(); ++line_number) {
    std::string_view line = next_part(rest, "\n");
    if (line.empty() || line.front() == '#') continue;
    const std::string_view side = next_part(line, "\t");
    std::string_view names = next_part(line, "\t"), alone = next_part(line, "\t");
    if (side.empty() || names.empty() || !line.empty())
      return fail(
          ErrorCode::kResourceMalformed,
          fmt::format("{}:{}: three columns are expected, the first two not empty", path.string(), line_number));
    const auto position = static_cast<std::uint32_t>(leaders.sides_.size());
    leaders.sides_.emplace_back(side);
    while (!names.empty()) {
      const std::string_view name = next_part(names, "; ");
      add(leaders.full_names_, name, position);
      add(leaders.surnames_, last_word(name), position);
    }
    while (!alone.empty()) add(leaders.surnames_alone_, next_part(alone, "; "), position);
  }
  return leaders;
}

void Leaders::add(Table& table, std::string_view name, std::uint32_t side) {
  const auto [entry, is_new] = table.emplace(folded(name), side);
  if (!is_new && entry->second != side) entry->second = kSeveral;
}

std::optional<std::string> Leaders::find(const Table& table, std::string_view name) const {
  const auto found = table.find(folded(name));
  if (found == table.end() || found->second == kSeveral) return std::nullopt;
  return sides_[found->second];
}

std::optional<std::string> Leaders::side_of(std::string_view name, bool in_office) const {
  if (auto side = find(full_names_, name)) return side;
  if (auto side = find(full_names_, without_initials(name))) return side;
  if (name.find(' ') != std::string_view::npos) return std::nullopt;
  if (auto side = find(surnames_alone_, name)) return side;
  return in_office ? find(surnames_, name) : std::nullopt;
}

}  // namespace counterclaim::ground
