#include "counterclaim/language/moves.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "counterclaim/base/file.h"
#include "counterclaim/language/msgpack.h"

namespace counterclaim::language {
namespace {

using Frequency = std::pair<std::int64_t, std::string>;

tl::unexpected<Error> malformed(std::string_view why) {
  return fail(ErrorCode::kModelMalformed, fmt::format("moves: {}", why));
}

// The labels of one move, the most frequent first, ties by label from the last to the first.
Result<std::vector<Frequency>> sorted_labels(simdjson::dom::element table) {
  simdjson::dom::object labels;
  if (table.get(labels) != simdjson::SUCCESS) return malformed("no table of labels");
  std::vector<Frequency> sorted;
  for (const auto& [label, count] : labels) {
    std::int64_t frequency = 0;
    if (count.get(frequency) != simdjson::SUCCESS) return malformed("a frequency that is no number");
    if (frequency < 0) return fail(ErrorCode::kModelUnsupported, "moves: labels that were added after training");
    sorted.emplace_back(frequency, std::string(label));
  }
  std::sort(sorted.rbegin(), sorted.rend());
  return sorted;
}

}  // namespace

Result<std::vector<MoveClass>> read_moves(const std::filesystem::path& path, std::uint8_t move_count,
                                          LabelTable& labels) {
  auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return parse_moves(*bytes, move_count, labels);
}

Result<std::vector<MoveClass>> parse_moves(std::string_view bytes, std::uint8_t move_count, LabelTable& labels) {
  auto root = read_msgpack(bytes);
  if (!root) return tl::unexpected(root.error());
  const MsgpackValue* text = root->find("moves");
  if (text == nullptr || !text->string()) return malformed("no moves");
  simdjson::dom::parser parser;
  simdjson::dom::object table;
  if (parser.parse(simdjson::padded_string(*text->string())).get(table) != simdjson::SUCCESS)
    return malformed("no JSON");
  std::vector<std::pair<std::string, std::vector<Frequency>>> by_move;
  for (const auto& [move, frequencies] : table) {
    if (move.size() != 1 || move[0] < '0' || move[0] >= static_cast<char>('0' + move_count))
      return malformed("an unknown move");
    auto sorted = sorted_labels(frequencies);
    if (!sorted) return tl::unexpected(sorted.error());
    by_move.emplace_back(std::string(move), std::move(*sorted));
  }
  std::sort(by_move.begin(), by_move.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<MoveClass> classes;
  for (const auto& [move, frequencies] : by_move) {
    for (const Frequency& entry : frequencies) {
      classes.push_back({static_cast<std::uint8_t>(move[0] - '0'), labels.intern(entry.second)});
    }
  }
  if (classes.empty()) return malformed("no classes");
  return classes;
}

ClassRange classes_of(const std::vector<MoveClass>& classes, std::uint8_t move) {
  ClassRange range;
  const auto is_it = [&](const MoveClass& c) { return c.move == move; };
  const auto first = std::find_if(classes.begin(), classes.end(), is_it);
  const auto last = std::find_if_not(first, classes.end(), is_it);
  range.begin = static_cast<std::uint32_t>(first - classes.begin());
  range.end = static_cast<std::uint32_t>(last - classes.begin());
  return range;
}

}  // namespace counterclaim::language
