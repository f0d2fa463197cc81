// Citation marks and editors' tags in square brackets: "[12]", "[3, 4]", "[a]", "[note 3]", "[citation needed]".
//
//   citation_mark_bytes("killed.[12] The", 7, words)                ->  4
//   citation_mark_bytes("\"[105] soldiers died\"", 1, words)        ->  0   a number that the quotation needs
//   citation_mark_bytes("attacks [...] have weakened", 8, words)    ->  0
//
// A mark hangs on the word or the punctuation before it, with no space between; after the end of a sentence one space
// may stand before it. Brackets that belong to the wording ("[t]he", "[Azerbaijani]", "[sic]", "[…]") are none.
//
// Layer: ingest. Pure. Cost: constant.
#pragma once

#include <cstddef>
#include <string_view>

#include "counterclaim/ingest/layout_words.h"

namespace counterclaim::ingest {

// Bytes of the mark that begins at byte `at` of `text` (valid UTF-8), where a '[' stands; 0 where that is none.
[[nodiscard]] std::size_t citation_mark_bytes(std::string_view text, std::size_t at, const LayoutWords& words);

}  // namespace counterclaim::ingest
