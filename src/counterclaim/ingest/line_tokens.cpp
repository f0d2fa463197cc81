#include "counterclaim/ingest/line_tokens.h"

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

bool is_sign(char32_t c) {
  return c == U':' || c == U'|' || c == U'@' || c == U'©' || c == U'/' || c == U'»' || c == U'›' || c == U'>';
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

// Whether `c` joins the word before it to what follows: "a.m", "e-mail", "aljazeera.com", "peru's".
bool joins(char32_t c, std::string_view behind) {
  if (!is_apostrophe(c) && c != U'.' && c != U'-' && c != U'_') return false;
  return !behind.empty() && is_word_character(decode_utf8(behind, 0).value);
}

bool is_ascii_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Byte where the word that begins at `at` ends; its folded form is appended to `out`.
std::size_t take_word(std::string_view text, std::size_t at, std::string& out) {
  while (at < text.size()) {
    if (is_ascii_word_byte(text[at])) {
      out.push_back(lower_ascii(text[at++]));
      continue;
    }
    const DecodedCodePoint c = decode_utf8(text, at);
    if (!is_word_character(c.value) && !joins(c.value, text.substr(at + c.bytes))) break;
    append_utf8(out, is_apostrophe(c.value) ? U'\'' : c.value);
    at += c.bytes;
  }
  return at;
}

}  // namespace

void LineTokens::read(std::string_view text) {
  tokens_.clear();
  folded_.clear();
  complete_ = true;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_utf8(text, at);
    const bool word = is_word_character(c.value);
    if (!word && !is_sign(c.value)) {
      at += c.bytes;
      continue;
    }
    if (tokens_.size() == kMost) {
      complete_ = false;
      return;
    }
    if (!folded_.empty()) folded_ += ' ';
    LineToken token;
    token.capital = is_upper(c.value);
    token.digit = is_digit(c.value);
    token.sign = !word;
    token.bytes.begin = static_cast<std::uint32_t>(at);
    token.folded.begin = static_cast<std::uint32_t>(folded_.size());
    if (word) {
      at = take_word(text, at, folded_);
    } else {
      append_utf8(folded_, c.value);
      at += c.bytes;
    }
    token.bytes.end = static_cast<std::uint32_t>(at);
    token.folded.end = static_cast<std::uint32_t>(folded_.size());
    tokens_.push_back(token);
  }
}

std::string_view LineTokens::phrase(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = tokens_[begin].folded.begin;
  return std::string_view(folded_).substr(first, tokens_[end - 1].folded.end - first);
}

std::string_view first_word(std::string_view text, std::string& folded) {
  folded.clear();
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_utf8(text, at);
    if (is_quotation_mark(c.value)) return {};
    if (is_word_character(c.value)) {
      take_word(text, at, folded);
      return folded;
    }
    if (is_sign(c.value)) {
      append_utf8(folded, c.value);
      return folded;
    }
    at += c.bytes;
  }
  return {};
}

}  // namespace counterclaim::ingest
