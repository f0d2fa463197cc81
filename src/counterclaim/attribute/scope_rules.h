// The rules that find scopes inside one block. Each appends what it finds.
//
// Layer: attribute, internal.
#pragma once

#include <vector>

#include "counterclaim/attribute/raw_scope.h"
#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::attribute {

// Verbs of saying: "X said that …", "…, X said", "X reported 12 deaths", "X put the toll at 45", "reported by X".
void find_verb_scopes(const SayingLexicon& lexicon, const language::Analysis& analysis, std::vector<RawScope>& found);

// "according to X", "per X", "citing X", "by X's count".
void find_phrase_scopes(const SayingLexicon& lexicon, const language::Analysis& analysis, std::vector<RawScope>& found);

// Quotations that no clause holds: `"…," X said. "…"`. Reads what the others have `found`.
void find_quotation_scopes(const SayingLexicon& lexicon, const ground::GroundedBlock& block,
                           std::vector<RawScope>& found);

}  // namespace counterclaim::attribute
