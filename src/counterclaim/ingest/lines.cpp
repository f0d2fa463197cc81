#include "counterclaim/ingest/lines.h"

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

// Bytes from `at` on that are visible characters of ASCII.
std::uint32_t visible_ascii(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size() && text[end] > ' ' && text[end] < '\x7F') ++end;
  return end - at;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text, std::size_t limit) {
  std::vector<Line> lines;
  Line line;
  bool begun = false;
  std::uint32_t ends = 2;  // line ends since the last line; the beginning of the text counts as a blank line
  char32_t previous = 0;
  std::uint32_t code_point = 0;
  for (std::uint32_t at = 0; at < text.size() && lines.size() <= limit;) {
    if (begun) {  // most characters are these
      const std::uint32_t run = visible_ascii(text, at);
      at += run;
      code_point += run;
      if (run > 0) {
        line.bytes.end = at;
        line.code_points.end = code_point;
        previous = 0;
        continue;
      }
    }
    const auto [value, bytes] = decode_utf8(text, at);
    if (is_line_end(value)) {
      if (begun) lines.push_back(line);
      const bool second_half = value == U'\n' && previous == U'\r';
      ends = begun ? 1 : ends + (second_half ? 0 : 1);
      begun = false;
    } else if (!is_space(value) && !is_invisible(value)) {
      if (!begun) line = {{at, at}, {code_point, code_point}, ends >= 2};
      begun = true;
      line.bytes.end = at + bytes;
      line.code_points.end = code_point + 1;
    }
    previous = value;
    at += bytes;
    ++code_point;
  }
  if (begun && lines.size() <= limit) lines.push_back(line);
  return lines;
}

}  // namespace counterclaim::ingest
