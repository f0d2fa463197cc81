#include "counterclaim/ground/person_names.h"

#include "counterclaim/base/ascii.h"
#include "counterclaim/ground/folded_word.h"
#include "counterclaim/ground/office_titles.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {

using language::Analysis;
using language::EntityPosition;
using language::Pos;
using language::Token;

namespace {

// Inside a sentence the tagger takes a name with a capital for almost anything: `"We saw it," Nor said`.
bool may_be_name(const Analysis& analysis, const Token& token) {
  if (is_noun(token) || token.pos == Pos::kAdj || token.pos == Pos::kX || token.pos == Pos::kIntj) return true;
  const bool is_inside = !token.sentence_start && analysis.text(analysis[token.index - 1]) != "\"";
  return is_inside && has_dep(analysis, token, {"nsubj", "nsubjpass"}) && token.pos != Pos::kPron;
}

}  // namespace

PersonNames::PersonNames(const PartyNouns& nouns, const Leaders& leaders, const GroundedAnalysis& grounded)
    : leaders_(leaders) {
  for (const GroundedBlock& block : grounded.blocks) {
    const Analysis& analysis = block.analysis;
    for (const language::Entity& entity : analysis.entities()) {
      if (analysis.label(entity.label) != "PERSON" || entity.tokens.size() < 2) continue;
      std::uint32_t last = entity.tokens.end - 1;
      if (analysis.tag(analysis[last]) == "POS") --last;
      learn(block, last);
    }
    for (const Token& token : analysis.tokens()) {
      if (token.pos == Pos::kPropn && is_behind_title(nouns, analysis, token.index))
        learn_behind_title(block, token.index);
    }
  }
}

void PersonNames::learn(const GroundedBlock& block, std::uint32_t surname) {
  const std::string_view word = block.analysis.text(block.analysis[surname]);
  if (word.size() > 2 && !block.party_at(surname)) surnames_.emplace(FoldedWord(word).view());
}

// "Brig. Ana Rojas", whatever the recogniser takes it for: the last of two to four names.
void PersonNames::learn_behind_title(const GroundedBlock& block, std::uint32_t begin) {
  constexpr std::uint32_t kLongestName = 4;  // tokens
  const Analysis& analysis = block.analysis;
  std::uint32_t end = begin;
  while (end < analysis.size() && end - begin <= kLongestName && analysis[end].pos == Pos::kPropn &&
         is_one_of(analysis.entity_label(analysis[end]), {"PERSON", "ORG", ""}))
    ++end;
  if (end - begin >= 2 && end - begin <= kLongestName && !(end < analysis.size() && is_noun(analysis[end])))
    learn(block, end - 1);
}

std::vector<bool> PersonNames::tokens_of(const GroundedBlock& block) const {
  std::vector<bool> found(block.analysis.size());
  for (const Token& token : block.analysis.tokens())
    found[token.index] = block.analysis.entity_label(token) == "PERSON" || is_surname_alone(block, token);
  return found;
}

bool PersonNames::is_surname_alone(const GroundedBlock& block, const Token& token) const {
  const Analysis& analysis = block.analysis;
  if (block.party_at(token.index) || !may_be_name(analysis, token)) return false;
  const bool is_last = token.index + 1 == analysis.size();
  if (!is_last && analysis[token.index + 1].pos == Pos::kPropn) return false;
  const std::string_view word = analysis.text(token);
  if (lower_ascii(word.front()) == word.front() && static_cast<unsigned char>(word.front()) < 0x80) return false;
  if (surnames_.contains(std::string(FoldedWord(word).view()))) return true;
  const bool is_free = token.entity != EntityPosition::kInside &&
                       (is_last || analysis[token.index + 1].entity != EntityPosition::kInside);
  return is_free && word.front() >= 'A' && word.front() <= 'Z' && leaders_.knows_alone(word);
}

}  // namespace counterclaim::ground
