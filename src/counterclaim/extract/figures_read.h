// The figures of a report, with what is known of each beyond the record.
//
// Layer: extract. Plain values.
#pragma once

#include <vector>

#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

struct FiguresRead {
  std::vector<record::Figure> figures;  // in text order
  std::vector<bool> is_background;      // of each figure: told as what happened before, see casualties/background.toml
  std::vector<bool> is_addition;        // of each figure: adds to one told before: "another nine"
  std::vector<bool> takes_up;           // of each figure: a pronoun for somebody told of before: "he was killed"
};

}  // namespace counterclaim::extract
