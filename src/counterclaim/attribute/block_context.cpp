#include "counterclaim/attribute/block_context.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {

bool BlockContext::can_speak(std::uint32_t index) const {
  const language::Token& token = analysis()[index];
  if (party_heads[index] || token.pos == language::Pos::kPropn) return true;
  if (token.pos == language::Pos::kPron) {
    return ground::is_one_of(analysis().lower(token), {"he", "she", "it", "they", "who", "his", "her", "its", "their", "him", "them",
                                                       "i", "we", "one", "some", "many", "others", "everyone"});
  }
  const std::string_view lemma = analysis().lemma(token);
  return lexicon.is_source(lemma) || lexicon.is_document(lemma) ||
         ground::is_one_of(analysis().entity_label(token), {"PERSON", "ORG", "NORP", "GPE"});
}

}  // namespace counterclaim::attribute
