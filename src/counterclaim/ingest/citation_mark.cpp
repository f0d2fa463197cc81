#include "counterclaim/ingest/citation_mark.h"

#include <algorithm>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

constexpr std::size_t kLongestMarkBytes = 48;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

// "12", "3, 4", "3–5": numbers of at most four digits.
bool is_number_list(std::string_view inner) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < inner.size(); ++at) {
    if (is_ascii_digit(inner[at])) {
      if (++digits > 4) return false;
      continue;
    }
    if (digits == 0) return false;
    if (inner[at] == ',' || inner[at] == '-') {
      if (at + 1 < inner.size() && inner[at + 1] == ' ') ++at;
    } else if (inner.substr(at).starts_with("–")) {
      at += 2;
    } else {
      return false;
    }
    digits = 0;
  }
  return digits > 0;
}

// "note 3", "nb 2", "n 1": a word for notes and a number.
bool is_numbered_note(std::string_view inner, const LayoutWords& words) {
  const std::size_t space = inner.find(' ');
  if (space == std::string_view::npos || !words.has(LayoutWords::kNoteWords, inner.substr(0, space))) return false;
  const std::string_view number = inner.substr(space + 1);
  return !number.empty() && number.size() <= 4 && std::all_of(number.begin(), number.end(), is_ascii_digit);
}

// What editors of an encyclopaedia ask in the text: "citation needed", "clarification needed", "who?", "by whom?".
bool is_editors_tag(std::string_view inner, const LayoutWords& words) {
  const bool plain = is_ascii_lower(inner.front()) && std::all_of(inner.begin(), inner.end(), [](char c) {
                       return is_ascii_lower(c) || c == ' ' || c == '?' || c == '-';
                     });
  return plain && (words.ends_editors_tag(inner) || inner.find('?') == inner.size() - 1);
}

enum class Kind { kNone, kNumber, kLetter, kWords };

Kind kind_of(std::string_view inner, const LayoutWords& words) {
  if (inner.empty()) return Kind::kNone;
  if (is_number_list(inner)) return Kind::kNumber;
  if (inner.size() == 1) return is_ascii_lower(inner[0]) ? Kind::kLetter : Kind::kNone;
  return is_numbered_note(inner, words) || is_editors_tag(inner, words) ? Kind::kWords : Kind::kNone;
}

bool ends_sentence(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'”' || c == U'"'; }

// Whether a mark with these surroundings hangs on what stands before it.
bool hangs(std::string_view before, std::string_view after, Kind kind) {
  if (before.empty()) return after.empty();
  const std::size_t last = previous_code_point(before, before.size());
  const char32_t previous = decode_utf8(before, last).value;
  const char32_t next = after.empty() ? U' ' : decode_utf8(after, 0).value;
  if (is_letter(next) || is_digit(next)) return false;
  const bool opens = previous == U'(' || previous == U'“' || previous == U'‘' || previous == U'«';
  if (!is_space(previous)) return !opens && !(is_quotation_mark(previous) && last == 0);
  if (kind == Kind::kWords) return true;
  if (last == 0 || kind == Kind::kLetter) return false;
  const char32_t earlier = decode_utf8(before, previous_code_point(before, last)).value;
  if (!ends_sentence(earlier)) return false;
  std::size_t at = 0;
  while (at < after.size() && after[at] == ' ') ++at;
  return at == after.size() || !is_lower(decode_utf8(after, at).value);
}

}  // namespace

std::size_t citation_mark_bytes(std::string_view text, std::size_t at, const LayoutWords& words) {
  const std::size_t close = text.substr(at, kLongestMarkBytes).find(']');
  if (close == std::string_view::npos || close < 2) return 0;
  const Kind kind = kind_of(text.substr(at + 1, close - 1), words);
  if (kind == Kind::kNone) return 0;
  const std::size_t bytes = close + 1;
  return hangs(text.substr(0, at), text.substr(at + bytes), kind) ? bytes : 0;
}

}  // namespace counterclaim::ingest
