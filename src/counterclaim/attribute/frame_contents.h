// What a verb of saying introduces, read off its frame: the words that are said, and the party they are aimed at.
//
//   "Lima accused Santiago of hiding losses"  ->  content "Santiago of hiding losses", target "Santiago"
//
// Layer: attribute, internal. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "counterclaim/attribute/saying_frame.h"
#include "counterclaim/base/span.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::attribute {

struct FrameContents {
  TokenSpan content;
  std::optional<std::uint32_t> target;  // a head noun; whose deed it names where the frame says target_owner
  std::optional<std::uint32_t> with;    // the preposition that the frame asks for
  std::string_view rule;
};

// Unset where the verb does not stand in this frame.
[[nodiscard]] std::optional<FrameContents> frame_contents(const SayingFrame& frame, const language::Analysis& analysis,
                                                          std::uint32_t verb);

// The span without punctuation at its ends, marks of quotation kept.
[[nodiscard]] TokenSpan without_edges(const language::Analysis& analysis, TokenSpan span);

}  // namespace counterclaim::attribute
