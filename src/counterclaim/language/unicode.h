// What the pipeline needs to know of characters, as Python 3.11 has it: Unicode 14.0, whatever the machine has.
//
//   lower("ΟΔΟΣ ÀÉ")       -> "οδος àé"
//   is_digit(U'²')          -> true
//
// Layer: language. All functions are pure. Cost: a table look-up a character; ASCII is faster. The tables are made by
// tools/unicode/make_tables.py.
#pragma once

#include <string>
#include <string_view>

namespace counterclaim::language {

// White space as str.isspace(): 29 code points, U+001C-001F, U+0085 and U+00A0 among them; not U+180E, U+200B, U+FEFF.
[[nodiscard]] bool is_white_space(char32_t code_point);

// General category Lu, Ll, Lt, Lm or Lo, as str.isalpha(). Marks are not letters.
[[nodiscard]] bool is_letter(char32_t code_point);

// General category Lu.
[[nodiscard]] bool is_uppercase_letter(char32_t code_point);

// Numeric_Type Decimal or Digit, as str.isdigit(): also "²" and "①", not "½".
[[nodiscard]] bool is_digit(char32_t code_point);

// The text as str.lower() gives it: full mapping, U+0130 becomes two code points, and a capital sigma becomes a final
// one where a cased character stands before it in `utf8` and none after it, case-ignorable ones left out.
// `utf8` must be valid. Cost: linear.
[[nodiscard]] std::string lower(std::string_view utf8);

// The same, appended to `out`.
void append_lower(std::string& out, std::string_view utf8);

}  // namespace counterclaim::language
