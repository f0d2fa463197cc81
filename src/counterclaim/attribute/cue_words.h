// The words of a verb of saying with its auxiliaries, and whether the act takes place at all.
//
//   "has not confirmed that …"  ->  {"has not confirmed", is_negated}
//   "if the mayor says …"       ->  {"says", is_unreal}
//
// Layer: attribute, internal. Pure functions.
#pragma once

#include <cstdint>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/base/span.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::attribute {

struct CueWords {
  TokenSpan tokens;
  bool is_negated = false;  // "did not say", "nobody said"
  bool is_undone = false;   // "failed to say", "declined to say"
  bool is_unreal = false;   // "if … says", "would say", "wants … to say", a question
};

[[nodiscard]] CueWords cue_words(const SayingLexicon& lexicon, const language::Analysis& analysis, std::uint32_t verb);

}  // namespace counterclaim::attribute
