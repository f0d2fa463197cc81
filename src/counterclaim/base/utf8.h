// UTF-8: validation, decoding and encoding. "Valid" is as in Unicode: no surrogates, no overlong forms, at most
// U+10FFFF.
//
// Layer: base. All functions are pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim {

// Byte offset of the first byte that does not belong to a valid sequence; nullopt if the whole text is valid.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// A copy of `text` in which each maximal invalid part (Unicode 14, section 3.9, "substitution of maximal subparts")
// is one U+FFFD. Sets `*replaced` to their number. Cost: linear.
[[nodiscard]] std::string replace_invalid_utf8(std::string_view text, std::size_t* replaced);

struct DecodedCodePoint {
  char32_t value;
  std::uint32_t bytes;  // 1 to 4
};

// The code point that starts at byte `at` of a valid text. `at` must be the start of a code point.
[[nodiscard]] inline DecodedCodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t n) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + n])); };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

// Whether this byte continues a code point that began before it.
[[nodiscard]] inline bool is_continuation_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Byte offset of the code point that ends at `end` (exclusive). `end` > 0, text valid.
[[nodiscard]] inline std::size_t previous_code_point(std::string_view text, std::size_t end) {
  do --end;
  while (end > 0 && is_continuation_byte(text[end]));
  return end;
}

// Appends a code point (a Unicode scalar value) to `out`.
void append_utf8(std::string& out, char32_t code_point);

// Number of code points of a valid text. Cost: linear, vectorised by the compiler.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

[[nodiscard]] bool is_ascii(std::string_view text);

}  // namespace counterclaim
