// Posts of social networks that a report quotes: the lines around the signature that tells whose they are.
//
//   We hold the pass.                                  post
//   — Army of Peru (@army) September 14, 2022          byline, the signature
//   • Five posts were taken https://t.co/a1            post: its text goes on up to the link that ends it
//
// The text stands above the signature: the line before it; with list items, also these and the line above them; all
// lines since the last blank one where they have a post's length. Where the line above does not end with a link, the
// first lines of a post alone stand there, and those up to its link below. A page that shows two posts, one after the
// other, is read so that a line belongs to the signature that follows, but for those up to a link.
//
// Layer: ingest.
#pragma once

#include <string_view>
#include <vector>

#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/line_form.h"
#include "counterclaim/ingest/passage.h"

namespace counterclaim::ingest {

// Sets the kind of the passages that belong to signatures. Pure. Cost: linear.
void set_posts(std::string_view text, const LayoutWords& words, std::vector<Passage>& passages);

// Bytes of the links at the end of a line and of the spaces before them: " https://t.co/a1"; 0: there are none.
[[nodiscard]] std::size_t trailing_link_bytes(std::string_view line, const LayoutWords& words);

}  // namespace counterclaim::ingest
