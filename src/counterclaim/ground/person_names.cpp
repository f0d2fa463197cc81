#include "counterclaim/ground/person_names.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {

using language::Analysis;
using language::EntityPosition;
using language::Pos;
using language::Token;

PersonNames::PersonNames(const Leaders& leaders, const GroundedAnalysis& grounded) : leaders_(leaders) {
  for (const GroundedBlock& block : grounded.blocks) {
    const Analysis& analysis = block.analysis;
    for (const language::Entity& entity : analysis.entities()) {
      if (analysis.label(entity.label) != "PERSON" || entity.tokens.size() < 2) continue;
      std::uint32_t last = entity.tokens.end - 1;
      if (analysis.tag(analysis[last]) == "POS") --last;
      const std::string_view word = analysis.text(analysis[last]);
      if (word.size() > 2 && !block.party_at(last)) surnames_.insert(word);
    }
  }
}

std::vector<bool> PersonNames::tokens_of(const GroundedBlock& block) const {
  std::vector<bool> found(block.analysis.size());
  for (const Token& token : block.analysis.tokens())
    found[token.index] = block.analysis.entity_label(token) == "PERSON" || is_surname_alone(block, token);
  return found;
}

bool PersonNames::is_surname_alone(const GroundedBlock& block, const Token& token) const {
  const Analysis& analysis = block.analysis;
  if (!(is_noun(token) || token.pos == Pos::kAdj || token.pos == Pos::kX) || block.party_at(token.index)) return false;
  const bool is_last = token.index + 1 == analysis.size();
  if (!is_last && analysis[token.index + 1].pos == Pos::kPropn) return false;
  const std::string_view word = analysis.text(token);
  if (surnames_.contains(word)) return true;
  const bool is_free = token.entity != EntityPosition::kInside &&
                       (is_last || analysis[token.index + 1].entity != EntityPosition::kInside);
  return is_free && word.front() >= 'A' && word.front() <= 'Z' && leaders_.knows_alone(word);
}

}  // namespace counterclaim::ground
