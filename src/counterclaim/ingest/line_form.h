// What a line looks like, as far as it tells what it is for.
//
// Layer: ingest.
#pragma once

#include <cstdint>
#include <string_view>

#include "counterclaim/ingest/layout_words.h"

namespace counterclaim::ingest {

struct LineForm {
  std::uint32_t length = 0;       // code points
  std::uint32_t words = 0;        // between spaces, with a letter or digit
  std::uint32_t capitalised = 0;  // words whose first letter is a capital, or that begin with a digit
  std::uint32_t alphabetic = 0;   // words that begin with a letter
  std::uint32_t years = 0;        // words that are numbers from 1900 to 2099, brackets and commas around them apart
  bool has_text = false;          // a letter or digit stands in it
  bool has_letter = false;
  bool has_address = false;   // "://"
  bool starts_lower = false;  // its first letter or digit is a letter in lower case
  bool starts_digit = false;
  bool has_marker = false;  // the marker of a list item stands before it
  bool has_day = false;     // a word that is a number from 1 to 31, "13", "13th"
  char32_t last = 0;        // its last character, closing quotation marks, brackets and citation marks apart

  [[nodiscard]] bool ends_sentence() const { return last == U'.' || last == U'!' || last == U'…'; }
  [[nodiscard]] bool asks() const { return last == U'?'; }
};

// Of a line (valid UTF-8) without spaces around it. A line of more than 160 characters has only length, has_marker and
// has_text, and `last` U'.': it is text. Pure. Cost: at most linear.
[[nodiscard]] LineForm line_form(std::string_view line, std::uint32_t length, const LayoutWords& words);

}  // namespace counterclaim::ingest
