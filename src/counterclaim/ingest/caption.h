// Captions of pictures, and the credits around them.
//
//   "Image caption The bridge of Arica"             ->  a caption, "Image caption " cut
//   "A man walks past ruins in Arica. (AFP)"        ->  a caption, " (AFP)" cut
//   "Image via Telegram."                           ->  a credit: it says whose picture it is and nothing else
//   "Peru said five had died, its ministry (MoD)."  ->  none
//
// Layer: ingest. Pure. Cost: linear in a line of at most kLongestCaption bytes, constant for longer ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/line_tokens.h"

namespace counterclaim::ingest {

struct Caption {
  bool credit = false;      // and no caption
  bool sure = true;         // false: an agency's name in brackets behind a sentence, as at the end of a report too
  std::uint32_t label = 0;  // bytes at the beginning that are no part of the caption's words
  std::uint32_t tail = 0;   // bytes at the end
};

inline constexpr std::size_t kLongestCaption = 2000;

// Of a line (valid UTF-8) without spaces around it. `tokens` is used up.
[[nodiscard]] std::optional<Caption> read_caption(std::string_view line, const LayoutWords& words, LineTokens& tokens);

}  // namespace counterclaim::ingest
