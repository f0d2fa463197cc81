#include "counterclaim/ground/time_tokens.h"

#include <algorithm>
#include <array>

#include "counterclaim/base/utf8.h"

namespace counterclaim::ground {
namespace {

enum class Class : std::uint8_t { kSpace, kLetter, kDigit, kSign };

struct Character {
  Class is = Class::kSign;
  std::uint8_t digit = 0;
  char sign = 0;
};

// The zeros of the scripts whose digits stand in rows of ten (Unicode 15, general category Nd, those in modern use).
constexpr std::array<char32_t, 22> kZeros = {0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66,
                                             0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20,
                                             0x1040, 0x17E0, 0x1810, 0x1946, 0x1BB0, 0xFF10};

bool is_between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

Character classify_other(char32_t c) {
  if (c == 0xA0 || c == 0x1680 || c == 0x202F || c == 0x205F || c == 0x3000 || is_between(c, 0x2000, 0x200A) ||
      is_between(c, 0x2028, 0x2029))
    return {Class::kSpace};
  if (is_between(c, 0x2010, 0x2015) || c == 0x2212 || c == 0xFF0D) return {Class::kSign, 0, '-'};
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return {Class::kSign, 0, '\''};
  if (c == 0xFF0C) return {Class::kSign, 0, ','};
  if (is_between(c, 0x2000, 0x2BFF) || is_between(c, 0xA1, 0xBF) || is_between(c, 0x3001, 0x303F)) return {};
  const auto above = std::upper_bound(kZeros.begin(), kZeros.end(), c);
  if (above != kZeros.begin() && c - *(above - 1) < 10)
    return {Class::kDigit, static_cast<std::uint8_t>(c - *(above - 1))};
  return {Class::kLetter};
}

Character classify(char32_t c) {
  if (c >= 0x80) return classify_other(c);
  if (is_between(c, 'a', 'z') || is_between(c, 'A', 'Z')) return {Class::kLetter};
  if (is_between(c, '0', '9')) return {Class::kDigit, static_cast<std::uint8_t>(c - '0')};
  if (c <= ' ') return {Class::kSpace};
  return {Class::kSign, 0, static_cast<char>(c)};
}

void open(TimeToken& token, const Character& character, char32_t c) {
  switch (character.is) {
    case Class::kLetter:
      token.kind = TimeTokenKind::kWord;
      token.capital = is_between(c, 'A', 'Z');
      break;
    case Class::kDigit: token.kind = TimeTokenKind::kNumber; break;
    default: token.sign = character.sign; break;
  }
}

void add_digit(TimeToken& token, std::uint8_t digit) {
  if (token.digits < 9) token.number = token.number * 10 + digit;
  if (token.digits < 10) ++token.digits;
}

}  // namespace

std::vector<TimeToken> time_tokens(std::string_view text) {
  std::vector<TimeToken> tokens;
  tokens.reserve(text.size() / 5 + 4);
  Class last = Class::kSpace;
  std::uint32_t code_point = 0;
  for (std::size_t at = 0; at < text.size(); ++code_point) {
    const DecodedCodePoint decoded = decode_utf8(text, at);
    const Character character = classify(decoded.value);
    const auto begin_byte = static_cast<std::uint32_t>(at);
    at += decoded.bytes;
    if (character.is != Class::kSpace) {
      const bool goes_on = character.is == last && character.is != Class::kSign;
      if (!goes_on) {
        TimeToken& token = tokens.emplace_back();
        token.begin_byte = begin_byte;
        token.begin = code_point;
        token.glued = last != Class::kSpace;
        open(token, character, decoded.value);
      }
      TimeToken& token = tokens.back();
      token.end_byte = static_cast<std::uint32_t>(at);
      token.end = code_point + 1;
      if (character.is == Class::kDigit) add_digit(token, character.digit);
    }
    last = character.is;
  }
  return tokens;
}

}  // namespace counterclaim::ground
