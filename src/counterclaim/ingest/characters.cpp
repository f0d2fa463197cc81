#include "counterclaim/ingest/characters.h"

#include <utf8proc.h>

#include "counterclaim/base/utf8.h"

namespace counterclaim::ingest {
namespace {

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

}  // namespace

bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
  if (c == 0x85 || c == 0xA0) return true;
  if (c < 0x1680) return false;
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_invisible(char32_t c) {
  if (c == 0xAD || c == 0xFEFF) return true;
  if (c < 0x200B || c > 0x2069) return false;
  return c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  return control && !is_space(c);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  const utf8proc_category_t of = category(c);
  return of >= UTF8PROC_CATEGORY_LU && of <= UTF8PROC_CATEGORY_LO;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  const utf8proc_category_t of = category(c);
  return of == UTF8PROC_CATEGORY_LU || of == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z';
  return category(c) == UTF8PROC_CATEGORY_LL;
}

bool is_quotation_mark(char32_t c) {
  if (c < 0x80) return c == U'"' || c == U'\'';
  return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char32_t c) { return is_space(c) || is_invisible(c); };
  while (!text.empty()) {
    const DecodedCodePoint first = decode_utf8(text, 0);
    if (!blank(first.value)) break;
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    const std::size_t last = previous_code_point(text, text.size());
    if (!blank(decode_utf8(text, last).value)) break;
    text = text.substr(0, last);
  }
  return text;
}

}  // namespace counterclaim::ingest
