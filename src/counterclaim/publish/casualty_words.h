// The casualties of a column in words, as encyclopaedias print them.
//
//   lines_of(column, sides)  ->  {"Per Peru:", {"12 soldiers killed", "3 soldiers missing"}}, {"Chile claims:", {…}}
//
// Layer: publish. Pure.
#pragma once

#include <string>
#include <vector>

#include "counterclaim/publish/infobox.h"

namespace counterclaim::publish {

struct ClaimantLines {
  std::string head;  // "Per Peru:" of the column's own side or a third party, "Chile claims:" of the other side's; ""
                     // for the reports' own voice
  std::vector<const Casualty*> casualties;
};

// The casualties of the column `at` of `box` by claimant: the reports' own voice first, then own counts, then the rest,
// each in the order of the box.
[[nodiscard]] std::vector<ClaimantLines> lines_of(const Infobox& box, std::size_t at);

// "12 soldiers killed"; `with_side`: "12 civilians of Peru killed".
[[nodiscard]] std::string casualty_words(const record::Figure& figure, bool with_side);

}  // namespace counterclaim::publish
