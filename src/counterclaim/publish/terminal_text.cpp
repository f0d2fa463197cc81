#include "counterclaim/publish/terminal_text.h"

#include <algorithm>

#include <utf8proc.h>

#include "counterclaim/base/utf8.h"

namespace counterclaim::publish {
namespace {

constexpr std::string_view kEllipsis = "…";  // one column

std::uint32_t width_of(char32_t c) {
  return static_cast<std::uint32_t>(std::max(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)), 0));
}

bool is_space_or_control(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_format(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_CF && c != 0x200D;
}

// Bytes of the longest beginning of `text` that fits.
std::size_t bytes_within(std::string_view text, std::uint32_t width) {
  std::uint32_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const DecodedCodePoint c = decode_utf8(text, at);
    used += width_of(c.value);
    if (used > width) break;
    at += c.bytes;
  }
  return at;
}

// The byte where the longest end of `text` begins that fits.
std::size_t begin_within(std::string_view text, std::uint32_t width) {
  std::uint32_t used = 0;
  std::size_t at = text.size();
  while (at > 0) {
    const std::size_t before = previous_code_point(text, at);
    used += width_of(decode_utf8(text, before).value);
    if (used > width) break;
    at = before;
  }
  return at;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_utf8(text, at);
    if (is_space_or_control(c.value)) {
      space = true;
    } else if (!is_format(c.value)) {
      if (space && !line.empty()) line.push_back(' ');
      space = false;
      line.append(text, at, c.bytes);
    }
    at += c.bytes;
  }
  return line;
}

std::uint32_t display_width(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_utf8(text, at);
    width += width_of(c.value);
    at += c.bytes;
  }
  return width;
}

std::string fitted(std::string_view text, std::uint32_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return "";
  std::string_view beginning = text.substr(0, bytes_within(text, width - 1));
  while (beginning.ends_with(' ')) beginning.remove_suffix(1);
  return std::string(beginning).append(kEllipsis);
}

std::string fitted_around(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t width) {
  if (display_width(text) <= width) return std::string(text);
  const std::uint32_t passage = display_width(text.substr(begin, end - begin));
  if (passage + 2 >= width) return fitted(text.substr(begin), width);
  // A third of the room goes before the passage, what is not needed there behind it.
  const std::uint32_t room = width - passage - 2;
  const std::uint32_t behind = display_width(text.substr(end));
  const std::uint32_t before_room = behind < room - room / 3 ? room - behind : room / 3;
  std::size_t from = begin_within(text.substr(0, begin), before_room);
  if (from > 0) {
    const std::size_t word = text.substr(0, begin).find(' ', from - 1);
    from = word == std::string_view::npos ? from : word + 1;
  }
  std::string shown = from == 0 ? std::string(text) : std::string(kEllipsis).append(text.substr(from));
  if (display_width(shown) <= width) return shown;
  // Between words, but never inside the passage.
  const std::size_t passage_end = end - from + (from == 0 ? 0 : kEllipsis.size());
  std::size_t to = bytes_within(shown, width - 1);
  const std::size_t word = shown[to] == ' ' ? to : shown.rfind(' ', to);
  if (word != std::string::npos && word >= passage_end) to = word;
  return shown.substr(0, to).append(kEllipsis);
}

std::string padded(std::string text, std::uint32_t width) {
  const std::uint32_t own = display_width(text);
  if (own < width) text.append(width - own, ' ');
  return text;
}

}  // namespace counterclaim::publish
