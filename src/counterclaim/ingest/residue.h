// Lines that no reader would count as the report: menus, requests to subscribe, links to other pages, remnants of
// markup.
//
//   "ADVERTISEMENT", "Home | News | Sport", "Read more: Truce signed", "https://example.org/a", "Шаблон:Main",
//   "  • 2. 2,0 2,1 Template:Cite web", "190903105533074", "Материал из справочника"
//
// Sentences that speak to the reader within a line are found before (line_parts.h).
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <string_view>

#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/line_form.h"
#include "counterclaim/ingest/line_tokens.h"
#include "counterclaim/ingest/markup.h"

namespace counterclaim::ingest {

enum class Residue {
  kNone,
  kLine,
  kLinkList,  // and the titles that follow
  kPicture,   // the name of a picture's file; its caption may follow
};

// Of a line (valid UTF-8). `tokens` is used up.
[[nodiscard]] Residue residue_of(std::string_view line, const LineForm& form, const Markup& markup,
                                 const LayoutWords& words, LineTokens& tokens);

// Bytes of the label before a headline that links to another page and is the report's own: "SEE ALSO: "; 0: none. Of a
// line that is no residue. `tokens` is used up.
[[nodiscard]] std::size_t title_label_bytes(std::string_view line, const LineForm& form, const LayoutWords& words,
                                            LineTokens& tokens);

}  // namespace counterclaim::ingest
