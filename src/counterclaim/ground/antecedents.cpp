#include "counterclaim/ground/antecedents.h"

#include <algorithm>
#include <string>

#include "counterclaim/base/ascii.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using language::Token;
using record::PartyKind;

constexpr std::uint32_t kReach = 48;           // mentions that a reference may reach back
constexpr std::uint32_t kBlocksOfPronoun = 2;  // blocks of running text that a pronoun may reach back
constexpr int kLongestPath = 12;               // arcs

bool is_body(PartyKind kind) {
  switch (kind) {
    case PartyKind::kPerson:
    case PartyKind::kPopulation:
    case PartyKind::kOther: return false;
    default: return true;
  }
}

bool is_owner(const GroundedAnalysis& grounded, const PartyDraft& draft) {
  const Analysis& analysis = grounded.blocks[draft.phrase.block].analysis;
  return has_dep(analysis, analysis[draft.phrase.head], {"poss"});
}

bool is_same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

bool is_content(const Token& token) { return is_noun(token) || token.pos == Pos::kAdj; }

// Whether a mention agrees with a pronoun in number and kind.
bool agrees(std::string_view word, const PartyDraft& other) {
  const PartyPhrase& phrase = other.phrase;
  if (phrase.is_aside || !other.kind || (phrase.is_pronoun && !other.refers_to)) return false;
  if (is_one_of(word, {"he", "she", "him", "her", "his"}))
    return !phrase.is_plural && other.kind == PartyKind::kPerson && other.side != kBoth;
  if (is_one_of(word, {"it", "its"})) return !phrase.is_plural && is_body(*other.kind) && other.side != kBoth;
  return phrase.is_plural || other.side == kBoth || (is_body(*other.kind) && other.kind != PartyKind::kMedium);
}

// Whether `other` stands in what the pronoun's verb says: `"Rojas left," she said`.
bool is_said_by(const Analysis& analysis, const Token& pronoun, std::uint32_t other) {
  if (!has_dep(analysis, pronoun, {"nsubj"})) return false;
  std::uint32_t token = other;
  for (int step = 0; step < kLongestPath && !analysis[token].is_root(); ++step) {
    if (analysis[token].head == pronoun.head) return has_dep(analysis, analysis[token], {"ccomp"});
    token = analysis[token].head;
  }
  return false;
}

}  // namespace

Antecedents::Antecedents(const GroundedAnalysis& grounded, const std::vector<PartyDraft>& drafts)
    : grounded_(grounded), drafts_(drafts), order_(grounded.blocks.size()) {
  for (std::uint32_t block = 1; block < order_.size(); ++block)
    order_[block] = order_[block - 1] + (is_running_text(block - 1) ? 1 : 0);
}

// 0: subject of the sentence; 1: other subject; 2: anything else.
int Antecedents::rank_of(const PartyDraft& draft) const {
  if (!draft.phrase.is_subject) return 2;
  const Analysis& analysis = analysis_of(draft);
  return analysis[first_conjunct(analysis, analysis[draft.phrase.head].head)].is_root() ? 0 : 1;
}

// Whether the mention is the subject of a main clause, be it one with its source behind: "Rojas left, a paper reports".
bool Antecedents::is_main_subject(const PartyDraft& draft) const {
  const int rank = rank_of(draft);
  if (rank != 1) return rank == 0;
  const Analysis& analysis = analysis_of(draft);
  const Token& verb = analysis[first_conjunct(analysis, analysis[draft.phrase.head].head)];
  return has_dep(analysis, verb, {"ccomp"}) && verb.head > verb.index && analysis[verb.head].is_root();
}

bool Antecedents::is_in_one_sentence(const PartyDraft& a, const PartyDraft& b) const {
  if (a.phrase.block != b.phrase.block) return false;
  const Analysis& analysis = analysis_of(a);
  return same_sentence(analysis[a.phrase.head], analysis[b.phrase.head]);
}

bool Antecedents::is_running_text(std::uint32_t block) const {
  const record::BlockKind kind = grounded_.document->blocks[block].kind;
  return kind == record::BlockKind::kParagraph || kind == record::BlockKind::kListItem;
}

// Whether the same pronoun stands there as a subject, and whom it means could not be told.
bool Antecedents::is_lost_pronoun(std::string_view word, const PartyDraft& other) const {
  const Analysis& analysis = analysis_of(other);
  return other.phrase.is_pronoun && !other.refers_to && rank_of(other) == 0 &&
         analysis.lower(analysis[other.phrase.head]) == word;
}

bool Antecedents::may_be_pronoun(const PartyDraft& pronoun, std::string_view word, const PartyDraft& other) const {
  if (!agrees(word, other)) return false;
  // What is quoted is told by somebody else.
  if (!block_of(pronoun).is_quoted(pronoun.phrase.head) && block_of(other).is_quoted(other.phrase.head)) return false;
  if (other.phrase.block != pronoun.phrase.block) return is_main_subject(other) && is_running_text(other.phrase.block);
  const Analysis& analysis = analysis_of(pronoun);
  return !is_said_by(analysis, analysis[pronoun.phrase.head], other.phrase.head);
}

std::optional<std::uint32_t> Antecedents::of_pronoun(std::uint32_t n, std::string_view word) const {
  const PartyDraft& pronoun = drafts_[n];
  std::optional<std::uint32_t> best;
  for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
    const PartyDraft& other = drafts_[back];
    if (order_[other.phrase.block] + kBlocksOfPronoun < order_[pronoun.phrase.block]) break;
    // A sentence that has one decides; within it the subject of the highest clause, then the first.
    if (best && !is_in_one_sentence(drafts_[*best], other)) break;
    if (!best && !is_in_one_sentence(pronoun, other) && is_lost_pronoun(word, other)) return std::nullopt;
    if (!may_be_pronoun(pronoun, word, other)) continue;
    if (!best || rank_of(other) <= rank_of(drafts_[*best])) best = back;
  }
  return best;
}

std::optional<std::uint32_t> Antecedents::of_noun(std::uint32_t n) const {
  // Of several of one kind the one who acts is more likely meant.
  if (!drafts_[n].phrase.is_plural) {
    if (const auto actor = of_noun(n, 1)) return actor;
  }
  return of_noun(n, 2);
}

std::optional<std::uint32_t> Antecedents::of_noun(std::uint32_t n, int worst_rank) const {
  const PartyDraft& draft = drafts_[n];
  for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
    const PartyDraft& other = drafts_[back];
    if (other.phrase.is_pronoun || rank_of(other) > worst_rank || !may_take_up(draft, other)) continue;
    // Between two sides the one who acts in the passage counts more than an organ named before.
    if (grounded_.cast.dyad && draft.phrase.serves_state) {
      const auto actor = last_actor(n);
      if (actor && *actor > back && drafts_[*actor].side != other.side) return std::nullopt;
    }
    return is_owner(grounded_, draft) ? state_that_acts(back) : back;
  }
  return std::nullopt;
}

// "Peru's invasion of Chile went on, the country's ministry said": of a sentence's states the one that is no mere
// place.
std::uint32_t Antecedents::state_that_acts(std::uint32_t found) const {
  if (!drafts_[found].phrase.is_aside) return found;
  for (std::uint32_t back = found; back > 0 && found - back < kReach; --back) {
    const PartyDraft& other = drafts_[back - 1];
    if (!is_in_one_sentence(drafts_[found], other)) break;
    if (other.kind == PartyKind::kState && !other.phrase.is_aside) return back - 1;
  }
  return found;
}

bool Antecedents::may_take_up(const PartyDraft& draft, const PartyDraft& other) const {
  const PartyNoun& noun = *draft.phrase.noun;
  if (other.side == kBoth || !other.kind) return false;
  if (noun.kind == PartyKind::kState) return other.kind == PartyKind::kState && !draft.phrase.is_plural;
  if (!other.side && other.kind != PartyKind::kOrganisation && other.kind != PartyKind::kMedium) return false;
  if (noun.is_group)
    return is_named(other) && (!other.phrase.is_plural || other.kind == PartyKind::kArmedGroup) &&
           (other.kind == PartyKind::kArmedGroup || other.kind == PartyKind::kOrganisation);
  if (other.phrase.is_aside) return false;
  if (noun.kind == PartyKind::kAlliance) return other.kind == PartyKind::kAlliance;
  if (noun.is_insurgent && other.kind == PartyKind::kArmedGroup)
    return has_same_noun(draft, other) || other.side == grounded_.cast.group || !grounded_.cast.group;
  if (noun.kind == PartyKind::kMedium)
    return other.kind == PartyKind::kMedium && !other.phrase.is_plural && modifiers_agree(draft, other);
  return has_same_noun(draft, other) && draft.phrase.is_plural == other.phrase.is_plural &&
         modifiers_agree(draft, other);
}

bool Antecedents::is_named(const PartyDraft& draft) const {
  const Analysis& analysis = analysis_of(draft);
  return draft.phrase.reference || analysis.entity_label(analysis[draft.phrase.head]) == "ORG";
}

bool Antecedents::has_same_noun(const PartyDraft& a, const PartyDraft& b) const {
  if (b.phrase.body || (b.phrase.reference && b.phrase.reference->form == PartyForm::kName)) return names_noun(a, b);
  if (has_office(a, b)) return true;
  return b.phrase.noun && a.phrase.noun == b.phrase.noun && noun_key(a) == noun_key(b);
}

// "the command" of "Andean Command", a name.
bool Antecedents::names_noun(const PartyDraft& draft, const PartyDraft& other) const {
  const Analysis& analysis = analysis_of(other);
  return analysis.lower(analysis[other.phrase.head]) == noun_key(draft);
}

// "the president" of Rojas, whom the report calls president elsewhere.
bool Antecedents::has_office(const PartyDraft& draft, const PartyDraft& other) const {
  if (!draft.phrase.noun->is_office || other.phrase.name.empty() || !other.office) return false;
  const std::string_view office = *other.office;
  return is_same_word(office.substr(office.rfind(' ') + 1), noun_key(draft));
}

std::string_view Antecedents::noun_key(const PartyDraft& draft) const {
  const Analysis& analysis = analysis_of(draft);
  const Token& noun = analysis[draft.phrase.noun_token];
  return noun.pos == Pos::kPropn ? analysis.lower(noun) : analysis.lemma(noun);
}

// "the foreign ministry" takes up "Peru's Foreign Ministry" and "the Ministry of Foreign Affairs", not another.
bool Antecedents::modifiers_agree(const PartyDraft& draft, const PartyDraft& other) const {
  const Analysis& analysis = analysis_of(draft);
  for (std::uint32_t token = draft.phrase.tokens.begin; token < draft.phrase.tokens.end; ++token) {
    if (analysis[token].pos == Pos::kPunct || draft.phrase.name.contains(token)) break;
    if (token == draft.phrase.noun_token || !is_content(analysis[token])) continue;
    if (!has_word(other, analysis.lower(analysis[token]))) return false;
  }
  return true;
}

bool Antecedents::has_word(const PartyDraft& draft, std::string_view word) const {
  const Analysis& analysis = analysis_of(draft);
  for (std::uint32_t token = draft.phrase.tokens.begin; token < draft.phrase.tokens.end; ++token) {
    const std::string_view there = analysis.lower(analysis[token]);
    // "defence" and "defense"
    if (there == word || (there.size() == word.size() && there.starts_with("defen") && word.starts_with("defen")))
      return true;
  }
  return draft.office && lower_ascii(*draft.office).find(word) != std::string::npos;
}

std::optional<std::uint32_t> Antecedents::organ_of_spokesman(std::uint32_t n) const {
  const PartyDraft& draft = drafts_[n];
  const Analysis& analysis = analysis_of(draft);
  const std::uint32_t word = draft.phrase.noun_token;
  if (!analysis.lemma(analysis[word]).starts_with("spokes") || child_with_dep(analysis, analysis[word], {"prep"}))
    return std::nullopt;
  const bool is_modified = word > draft.phrase.tokens.begin && is_noun(analysis[word - 1]);
  for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
    const PartyDraft& other = drafts_[back];
    if (other.phrase.block != draft.phrase.block) break;
    if (!other.side || other.side == kBoth || !other.kind || !is_body(*other.kind)) continue;
    if (block_of(other).is_quoted(other.phrase.head)) continue;
    if (is_modified ? has_word(other, analysis.lower(analysis[word - 1])) : rank_of(other) == 0) return back;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Antecedents::last_actor(std::uint32_t n) const {
  const PartyDraft& draft = drafts_[n];
  for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
    const PartyDraft& other = drafts_[back];
    if (other.phrase.block != draft.phrase.block) break;
    if (!other.side || !grounded_.cast.is_side(*other.side) || !is_main_subject(other)) continue;
    if (!block_of(other).is_quoted(other.phrase.head)) return back;
  }
  return std::nullopt;
}

}  // namespace counterclaim::ground
