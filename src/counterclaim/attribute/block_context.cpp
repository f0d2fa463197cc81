#include "counterclaim/attribute/block_context.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {

bool BlockContext::can_speak(std::uint32_t index) const {
  const language::Token& token = analysis()[index];
  if (party_heads[index] || token.pos == language::Pos::kPropn) return true;
  // "hundreds of residents"
  if (const auto of = ground::child_with_dep(analysis(), token, {"prep"});
      of && analysis().lower(analysis()[*of]) == "of") {
    const auto counted = ground::child_with_dep(analysis(), analysis()[*of], {"pobj"});
    if (counted && (party_heads[*counted] || lexicon.is_source(analysis().lemma(analysis()[*counted])))) return true;
  }
  if (token.pos == language::Pos::kPron) {
    return ground::is_one_of(analysis().lower(token),
                             {"he", "she", "it", "they", "who", "his", "her", "its", "their", "him", "them", "i", "we",
                              "one", "some", "many", "others", "everyone"});
  }
  const std::string_view lemma = analysis().lemma(token);
  return lexicon.is_source(lemma) || lexicon.is_document(lemma) ||
         ground::is_one_of(analysis().entity_label(token), {"PERSON", "ORG", "NORP", "GPE"});
}

const TokenSpan* BlockContext::quotation_at(std::uint32_t token) const {
  const auto& quotations = block.quotations;
  const auto first = std::partition_point(quotations.begin(), quotations.end(),
                                          [&](TokenSpan quotation) { return quotation.end <= token; });
  return first != quotations.end() && first->begin <= token + 1 ? &*first : nullptr;
}

}  // namespace counterclaim::attribute
