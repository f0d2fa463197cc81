// What kind of character a code point is, as reading reports needs it. Unicode 14.
//
// Layer: ingest. All functions are pure.
#pragma once

#include <string_view>

namespace counterclaim::ingest {

// Ends a line: LF, VT, FF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
[[nodiscard]] bool is_line_end(char32_t c);

// Spaces of any width, tabs and line ends.
[[nodiscard]] bool is_space(char32_t c);

// Takes no room and says nothing to a reader: zero width space, word joiner, byte order mark, soft hyphen and the marks
// of writing direction. The joiners U+200C and U+200D are not among them: they make other letters and emoji.
[[nodiscard]] bool is_invisible(char32_t c);

// NUL and the other control characters that no text has use for; tabs and line ends are not among them.
[[nodiscard]] bool is_control(char32_t c);

[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);  // title case included
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Opening and closing quotation marks, straight ones included.
[[nodiscard]] bool is_quotation_mark(char32_t c);

// `text` without spaces and invisible characters at both ends. `text` is valid UTF-8.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace counterclaim::ingest
