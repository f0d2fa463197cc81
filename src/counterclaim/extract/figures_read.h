// The figures of a report, with what is known of each beyond the record.
//
// Layer: extract. Plain values.
#pragma once

#include <cstdint>
#include <vector>

#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

// What the words around a figure tell of how it goes with the report's other figures.
struct FigureHint {
  std::uint32_t block = 0;
  std::uint32_t sentence = 0;  // first token of the sentence that tells it
  std::uint32_t phrase = 0;    // first token of the words for those counted
  std::uint32_t trigger = 0;   // the word that tells what happened
  bool is_background = false;  // told as what happened before, see casualties/background.toml
  bool takes_up = false;       // a pronoun or "the" for somebody told of before: "he was killed"
  bool is_named = false;       // `who` is the name of the one victim
  bool is_definite = false;    // "the three guards"
  bool is_part = false;        // of people counted before: "two of them", "among the dead"; `part_of` may be unset
  bool of_wounded = false;     // of people wounded before: "one of the injured"
  bool is_other = false;       // nobody counted before: "another", "five more"
  bool is_attack = false;      // an armed side did it to them, and no fight is told
};

struct FiguresRead {
  std::vector<record::Figure> figures;  // in text order
  std::vector<FigureHint> hints;        // of each figure
};

}  // namespace counterclaim::extract
