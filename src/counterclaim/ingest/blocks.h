// Cuts a report's text into blocks, and each block into the clean text that is analysed.
//
//   "Background\n\nFive soldiers[1] died."  ->  heading "Background", paragraph "Five soldiers died."
//
// A block is a line, a part of one (line_parts.h), or the lines of a paragraph that was wrapped at a column
// (passage.h), without the spaces around it; its kind follows from its form (block_kinds.h), its clean text from
// clean_text.h. A block over kLongestBlockCodePoints is cut into several, after the end of a sentence or at a space
// where there is one in its last tenth, with a diagnostic. A block whose clean text would be empty ("[12]") is left
// out.
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ingest {

inline constexpr std::uint32_t kLongestBlockCodePoints = 100'000;
inline constexpr std::size_t kMostLines = 1'000'000;

struct Blocks {
  std::vector<record::Block> blocks;
  std::vector<record::Diagnostic> diagnostics;
};

// The blocks of `text` (valid UTF-8, under 4 GiB). `title` is the report's, where it is known.
// Errors: text_too_large (more than kMostLines lines that are not blank).
[[nodiscard]] Result<Blocks> split_blocks(std::string_view text, const std::optional<std::string>& title,
                                          const LayoutWords& words);

}  // namespace counterclaim::ingest
