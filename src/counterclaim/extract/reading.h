// A figure of a block on its way to the record: what is counted, by which word, and the slots filled so far.
//
// Layer: extract, internal. Plain values.
#pragma once

#include <cstddef>
#include <optional>

#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/extract/figures_read.h"
#include "counterclaim/extract/trigger.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

struct Reading {
  CountedPhrase phrase;
  Trigger trigger;
  record::Figure figure;
  FigureHint hint;
  bool from_label = false;           // the source is the label of a box
  std::optional<std::size_t> whole;  // of "five of them": the reading of the same block that they are part of
};

}  // namespace counterclaim::extract
