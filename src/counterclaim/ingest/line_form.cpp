#include "counterclaim/ingest/line_form.h"

#include <algorithm>
#include <charconv>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/citation_mark.h"
#include "counterclaim/ingest/list_marker.h"

namespace counterclaim::ingest {
namespace {

constexpr std::uint32_t kLongestLine = 160;

// The last character that is neither a closing mark nor part of a citation mark; 0: there is none.
char32_t last_character(std::string_view line, const LayoutWords& words) {
  while (!line.empty()) {
    const std::size_t open = line.ends_with(']') ? line.rfind('[') : std::string_view::npos;
    if (open != std::string_view::npos && open > 0 && citation_mark_bytes(line, open, words) == line.size() - open) {
      line = trimmed(line.substr(0, open));
      continue;
    }
    const std::size_t at = previous_code_point(line, line.size());
    const char32_t c = decode_utf8(line, at).value;
    if (!is_quotation_mark(c) && c != U')' && c != U']') return c;
    line = line.substr(0, at);
  }
  return 0;
}

// The number that the digits at the beginning of a word make; 0: there are none.
int leading_number(std::string_view word) {
  int value = 0;
  const std::string_view beginning = word.substr(0, 6);
  std::from_chars(beginning.data(), beginning.data() + beginning.size(), value);
  return value;
}

std::size_t letters_after_digits(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::size_t end = std::min(word.find_first_of(",.;)", digits), word.size());
  return end - digits;
}

void take_word(std::string_view word, LineForm& form) {
  char32_t first = 0;
  std::size_t at = 0;
  while (at < word.size()) {
    const DecodedCodePoint c = decode_utf8(word, at);
    if (is_letter(c.value) || is_digit(c.value)) {
      first = c.value;
      break;
    }
    at += c.bytes;
  }
  if (first == 0) return;
  if (form.words == 0) {
    form.starts_lower = is_lower(first);
    form.starts_digit = is_digit(first);
  }
  ++form.words;
  form.has_text = true;
  form.alphabetic += is_letter(first) ? 1 : 0;
  form.has_letter = form.has_letter || is_letter(first);
  form.capitalised += is_upper(first) || is_digit(first) ? 1 : 0;
  if (!is_digit(first)) return;
  const int number = leading_number(word.substr(at));
  const std::size_t letters = letters_after_digits(word.substr(at));
  form.years += number >= 1900 && number <= 2099 && letters == 0 ? 1 : 0;
  form.has_day = form.has_day || (number >= 1 && number <= 31 && (letters == 0 || letters == 2));
}

bool has_letter_or_digit(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const DecodedCodePoint c = decode_utf8(line, at);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

}  // namespace

LineForm line_form(std::string_view line, std::uint32_t length, const LayoutWords& words) {
  LineForm form;
  form.length = length;
  const std::size_t marker = list_marker_bytes(line);
  form.has_marker = marker > 0;
  if (length > kLongestLine) {
    form.has_text = has_letter_or_digit(line);
    form.last = U'.';
    return form;
  }
  line.remove_prefix(marker);
  form.has_address = line.find("://") != std::string_view::npos;
  form.last = last_character(line, words);
  std::size_t word = 0;
  for (std::size_t at = 0; at < line.size();) {
    const DecodedCodePoint c = decode_utf8(line, at);
    if (is_space(c.value)) {
      take_word(line.substr(word, at - word), form);
      word = at + c.bytes;
    }
    at += c.bytes;
  }
  take_word(line.substr(word), form);
  return form;
}

}  // namespace counterclaim::ingest
