// Words that name a source, and what they tell by themselves: name, role, side, kind.
//
//   "Bolivian Prime Minister Ana Rojas"  -> name "Ana Rojas", role "Prime Minister", side "Bolivia", kind kOfficial
//
// Layer: attribute. Pure functions.
#pragma once

#include <cstdint>
#include <string>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/base/span.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/record/source.h"

namespace counterclaim::attribute {

struct SourcePhrase {
  TokenSpan tokens;
  record::Source source;
  std::string head_lemma;     // "ministry"
  std::string organ_lemma;    // "ministry", also for "a statement of the ministry"
  std::string bare_name;      // "Rojas": one capitalised word and nothing else
  std::string pronoun;        // "he", "it", "they", in lower case; empty for anything else
  bool is_person = false;     // a human being, or several: "spokesman", "officials", a name
  bool is_body = false;       // an office, an army, a party: "the ministry", "Peru"
  bool is_plural = false;     // "officials"
  bool is_definite = false;   // "the ministry", "a statement of the ministry", without a name
  bool serves_state = false;  // "police", "interior ministry spokesman Ana Rojas"
};

// The phrase around the noun `head` of a block, trailing relative clauses left out.
[[nodiscard]] SourcePhrase describe_source(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                                           std::uint32_t block, std::uint32_t head);

}  // namespace counterclaim::attribute
