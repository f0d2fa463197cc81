#include "counterclaim/ingest/passage.h"

#include <algorithm>
#include <cstddef>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/list_marker.h"

namespace counterclaim::ingest {
namespace {

constexpr std::uint32_t kNarrowestColumn = 50;
constexpr std::uint32_t kWidestColumn = 120;

std::string_view text_of(std::string_view text, const Line& line) {
  return text.substr(line.bytes.begin, line.bytes.size());
}

std::uint32_t first_word_length(std::string_view line) {
  std::uint32_t length = 0;
  for (std::size_t at = 0; at < line.size(); ++length) {
    const DecodedCodePoint c = decode_utf8(line, at);
    if (is_space(c.value)) break;
    at += c.bytes;
  }
  return length;
}

// Whether lines [begin, end) of one group were one paragraph before a program wrapped it.
bool is_wrapped(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  if (end - begin < 2) return false;
  std::uint32_t column = 0;
  for (std::size_t n = begin; n < end; ++n) column = std::max(column, lines[n].code_points.size());
  if (column < kNarrowestColumn || column > kWidestColumn) return false;
  std::size_t lower = 0;
  for (std::size_t n = begin + 1; n < end; ++n) {
    const std::string_view line = text_of(text, lines[n]);
    const bool fitted = lines[n - 1].code_points.size() + 1 + first_word_length(line) <= column;
    if (fitted || list_marker_bytes(line) > 0) return false;
    lower += is_lower(decode_utf8(line, 0).value) ? 1 : 0;
  }
  return 2 * lower >= end - begin - 1;
}

}  // namespace

std::vector<Passage> join_wrapped_lines(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Passage> passages;
  passages.reserve(lines.size());
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !lines[end].blank_before) ++end;
    if (is_wrapped(text, lines, begin, end)) {
      const Line& first = lines[begin];
      const Line& last = lines[end - 1];
      passages.push_back({.bytes = {first.bytes.begin, last.bytes.end},
                          .code_points = {first.code_points.begin, last.code_points.end},
                          .blank_before = first.blank_before,
                          .wrapped = true});
    } else {
      for (std::size_t n = begin; n < end; ++n) {
        passages.push_back(
            {.bytes = lines[n].bytes, .code_points = lines[n].code_points, .blank_before = lines[n].blank_before});
      }
    }
    begin = end;
  }
  return passages;
}

}  // namespace counterclaim::ingest
