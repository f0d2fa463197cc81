// Text of reports in the columns of a terminal.
//
// Layer: publish. All functions are pure and linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace counterclaim::publish {

// `text` (valid UTF-8) on one line and without power over the terminal: control characters (escape sequences begin with
// one), tabs and line ends become spaces, marks of writing direction go, runs of spaces become one, none stand at the
// ends.
[[nodiscard]] std::string one_line(std::string_view text);

// Columns that `text` takes: two for wide characters, none for combining ones.
[[nodiscard]] std::uint32_t display_width(std::string_view text);

// `text` if it fits into `width` columns, else its beginning and "…". "" for a width of 0.
[[nodiscard]] std::string fitted(std::string_view text, std::uint32_t width);

// The part of `text` around its bytes [begin, end) that fits into `width` columns, with "…" where something is left
// out; it begins and ends between words where it can. What is left of a passage that is too wide is its beginning.
[[nodiscard]] std::string fitted_around(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t width);

// `text` with spaces behind it up to `width` columns.
[[nodiscard]] std::string padded(std::string text, std::uint32_t width);

}  // namespace counterclaim::publish
