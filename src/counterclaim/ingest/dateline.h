// Datelines of news agencies: where and when a report was written, before its first sentence.
//
//   dateline_bytes("BAKU, Sept 13 (Reuters) - Azerbaijan said", words)  ->  26
//   dateline_bytes("MOSCOW — A truce was announced", words)              ->  11
//   dateline_bytes("Beirut, Lebanon (CNN) -- A pair of bombs", words)    ->  25
//   dateline_bytes("NATO — the alliance — said", words)                  ->  0
//
// A dateline is a place in capitals, or a place and an agency in brackets or slashes; further places and a date may
// follow; it ends with a dash, behind which a sentence begins. Without an agency or a date, that sentence holds no
// further dash alone, which would close an aside.
//
// Layer: ingest. Pure. Cost: linear in the first sentence.
#pragma once

#include <cstddef>
#include <string_view>

#include "counterclaim/ingest/layout_words.h"

namespace counterclaim::ingest {

// Bytes of the dateline at the beginning of `paragraph` (valid UTF-8) with its dash and the spaces after it; 0: none.
[[nodiscard]] std::size_t dateline_bytes(std::string_view paragraph, const LayoutWords& words);

}  // namespace counterclaim::ingest
