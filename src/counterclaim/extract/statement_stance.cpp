#include "counterclaim/extract/statement_stance.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using attribute::Scope;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;
using record::Stance;

// What stands within this many tokens in front of a phrase may be its subject.
constexpr std::uint32_t kReachOfSubject = 12;
// The stance of what is said is looked for at its beginning; the bound keeps sayings inside sayings linear.
constexpr std::uint32_t kReachOfStance = 120;

class StancePass {
 public:
  StancePass(const StanceLexicon& lexicon, const ground::GroundedAnalysis& grounded, const Scope& scope)
      : lexicon_(lexicon),
        grounded_(grounded),
        scope_(scope),
        analysis_(grounded.blocks[scope.block].analysis),
        beginning_{scope.content.begin, std::min(scope.content.end, scope.content.begin + kReachOfStance)} {}

  StanceReading run() {
    reading_.stance = scope_.stance;
    if (scope_.target) reading_.target = target_of(*scope_.target);
    if (!scope_.content.empty() && scope_.frame && reading_.stance == Stance::kPledges) threat_in_pledge();
    if (reading_.target) reading_.target_rule = "frame";
    if (reads_content()) from_content();
    if (!reading_.target) complete_target();
    if (is_one_of_stances({Stance::kDenies, Stance::kAsserts, Stance::kConfirms, Stance::kRefuses}))
      reading_.target.reset();
    // Whoever orders his own forces is told by the frame; anybody else's guess at the speaker himself is wrong.
    if (reading_.target && reading_.target_rule != "frame" && scope_.source.side == reading_.target &&
        *reading_.target != "both")
      reading_.target.reset();
    return std::move(reading_);
  }

 private:
  bool is_one_of_stances(std::initializer_list<Stance> stances) const {
    return std::find(stances.begin(), stances.end(), reading_.stance) != stances.end();
  }

  // Neutral verbs, phrases and quotations without a verb.
  bool reads_content() const { return !scope_.content.empty() && (!scope_.frame || scope_.frame->is_plain); }

  void from_content() {
    // The stance of a long quotation is that of its first act.
    for (std::uint32_t token = beginning_.begin; token < beginning_.end; ++token) {
      const auto match = lexicon_.at(analysis_, token);
      if (!match || match->end > scope_.content.end || !fits(*match, token)) continue;
      reading_.stance = match->phrase.stance;
      reading_.stance_rule = "content";
      if (match->phrase.subject == StanceSubject::kNamed) {
        reading_.target = doer_in_content();
        reading_.target_rule = "doer-in-content";
      } else if (match->phrase.subject == StanceSubject::kOpponent || reading_.stance == Stance::kThreatens) {
        reading_.target = party_before(token);
        reading_.target_rule = "content";
      } else if (match->phrase.subject == StanceSubject::kBehind ||
                 is_one_of_stances({Stance::kSupports, Stance::kDemands})) {
        reading_.target = party_behind(match->end);
        reading_.target_rule = "content";
      }
      return;
    }
  }

  bool fits(const StanceLexicon::Match& match, std::uint32_t token) const {
    if (match.phrase.stance == Stance::kDemands && is_no_demand(match, token)) return false;
    // What somebody will not do is what he says only where he begins with it.
    if (match.phrase.stance == Stance::kRefuses && token > scope_.content.begin + kReachOfSubject) return false;
    switch (match.phrase.subject) {
      case StanceSubject::kAny: return true;
      case StanceSubject::kSpeaker: return is_speaker_before(token) || is_first_person(analysis_[token]);
      case StanceSubject::kNamed: return doer_in_content().has_value();
      case StanceSubject::kBehind: {
        const auto party = party_behind(match.end);
        return party && is_other(*party);
      }
      case StanceSubject::kOpponent: {
        const auto party = party_before(token);
        if (party && party != scope_.source.side) return true;
        return !party && match.phrase.stance == Stance::kDemands && asks_for_deed(match.end, token);
      }
    }
    return false;
  }

  // "the truce must be kept": what is asked for is done to a thing by nobody who is named.
  bool asks_for_deed(std::uint32_t behind, std::uint32_t token) const {
    if (behind + 1 >= scope_.content.end || analysis_.lower(analysis_[behind]) != "be") return false;
    const auto subject = subject_before(token);
    return subject && analysis_[*subject].pos == language::Pos::kNoun && analysis_.tag(analysis_[behind + 1]) == "VBN";
  }

  // "should have known", "does not need to", "are going to have to", "if Chile must"
  bool is_no_demand(const StanceLexicon::Match& match, std::uint32_t token) const {
    if (match.end < analysis_.size() && analysis_.lower(analysis_[match.end]) == "have") return true;
    if (token > 0 &&
        is_one_of(analysis_.lower(analysis_[token - 1]), {"to", "not", "n't", "n’t", "may", "might", "will", "would"}))
      return true;
    const std::uint32_t first = std::max(scope_.content.begin, token > kReachOfSubject ? token - kReachOfSubject : 0);
    for (std::uint32_t at = token; at-- > first;) {
      if (is_one_of(analysis_.lower(analysis_[at]), {"if", "whether", "unless", "what", "why", "how"})) return true;
    }
    return false;
  }

  // "promised to crush the rebels"
  void threat_in_pledge() {
    const std::uint32_t last = std::min(scope_.content.end, scope_.content.begin + 4);
    for (std::uint32_t token = scope_.content.begin; token < last; ++token) {
      if (!lexicon_.is_violent(analysis_.lemma(analysis_[token]))) continue;
      reading_.stance = Stance::kThreatens;
      reading_.stance_rule = "violent-pledge";
      reading_.target = opponent_in_content();
      reading_.target_rule = "opponent-in-content";
      return;
    }
  }

  bool is_first_person(const Token& token) const { return is_one_of(analysis_.lower(token), {"we", "i"}); }

  bool is_speaker_before(std::uint32_t token) const {
    const auto subject = subject_before(token);
    if (!subject) return false;
    if (is_first_person(analysis_[*subject])) return true;
    if (is_one_of(analysis_.lower(analysis_[*subject]), {"he", "she", "they", "it"})) return true;
    // "his forces"
    const auto owner = ground::child_with_dep(analysis_, analysis_[*subject], {"poss"});
    if (owner && analysis_[*owner].pos == language::Pos::kPron) return true;
    const auto party = party_at(*subject);
    return party && party == scope_.source.side;
  }

  std::optional<std::uint32_t> subject_before(std::uint32_t token) const {
    // By the tree, however far it stands: "forces that hold the hills above the town must leave".
    if (has_dep(analysis_, analysis_[token], {"aux"})) {
      const auto subject = ground::subject_of(analysis_, analysis_[token].head);
      if (subject && scope_.content.contains(*subject)) return subject;
    }
    const std::uint32_t first = std::max(scope_.content.begin, token > kReachOfSubject ? token - kReachOfSubject : 0);
    for (std::uint32_t at = token; at-- > first;) {
      if (has_dep(analysis_, analysis_[at], {"nsubj", "nsubjpass"})) return at;
    }
    return std::nullopt;
  }

  std::optional<std::string> party_before(std::uint32_t token) const {
    const auto subject = subject_before(token);
    return subject ? party_at(*subject) : std::nullopt;
  }

  std::optional<std::string> party_behind(std::uint32_t token) const {
    const std::uint32_t last = std::min(scope_.content.end, token + 8);
    for (std::uint32_t at = token; at < last; ++at) {
      if (auto party = party_at(at)) return party;
    }
    return std::nullopt;
  }

  // The side of the party or person whose mention holds the token.
  std::optional<std::string> party_at(std::uint32_t token) const { return party_at(scope_.block, token); }

  std::optional<std::string> party_at(std::uint32_t block, std::uint32_t token) const {
    if (const ground::GroundedParty* party = grounded_.mention_at(block, token)) {
      if (party->mention.side) return party->mention.side;
    }
    const ground::PartyReference* name = grounded_.blocks[block].party_at(token);
    return name ? std::optional(grounded_.party(*name).name) : std::nullopt;
  }

  // The party that a noun phrase names, or whose deed it names.
  std::optional<std::string> target_of(std::uint32_t head) const {
    const Analysis& analysis = grounded_.blocks[scope_.cue_block].analysis;
    const Token& noun = analysis[head];
    if (is_one_of(analysis.lower(noun), {"other", "another"})) return other_side();
    if (is_personal(noun)) return party_of_pronoun(head);
    if (!scope_.frame || !scope_.frame->target_owner || scope_.frame->target_object) {
      auto party = party_at(scope_.cue_block, head);
      if (party && (party != scope_.source.side || is_named(head))) return party;
    }
    if (!scope_.frame || !scope_.frame->target_owner) return std::nullopt;
    if (noun.pos == language::Pos::kPropn) {
      if (auto party = party_at(scope_.cue_block, head)) return party;
    }
    for (const std::uint32_t child : analysis.children(noun)) {
      const Token& token = analysis[child];
      const bool owns = has_dep(analysis, token, {"poss", "amod", "compound", "nmod"}) && child < head;
      if (owns && token.pos != language::Pos::kPron) {
        if (auto party = party_at(scope_.cue_block, child)) return party;
      }
      if (has_dep(analysis, token, {"prep"}) && is_one_of(analysis.lower(token), {"by", "from"})) {
        if (const auto object = ground::child_with_dep(analysis, token, {"pobj"}))
          return party_at(scope_.cue_block, *object);
      }
    }
    return std::nullopt;
  }

  // Whether words of the phrase name a party or somebody, so that it may be the speaker's own: "warned villagers".
  bool is_named(std::uint32_t head) const {
    const ground::GroundedBlock& block = grounded_.blocks[scope_.cue_block];
    const Token& noun = block.analysis[head];
    constexpr std::uint32_t kLongest = 8;
    const std::uint32_t first = std::max(noun.left_edge, head - std::min(head, kLongest));
    for (std::uint32_t token = first; token <= head; ++token) {
      // "warned its own fighters"
      const bool owned = has_dep(block.analysis, block.analysis[token], {"poss"}) && token < head;
      if (owned || block.party_at(token) || block.analysis[token].pos == language::Pos::kPropn) return true;
    }
    return false;
  }

  // Whom "they" and "it" stand for where somebody else than the speaker is meant: else the party named before.
  std::optional<std::string> party_of_pronoun(std::uint32_t pronoun) const {
    auto party = party_at(scope_.cue_block, pronoun);
    if (party && party != scope_.source.side) return party;
    if (party == "both" ||
        is_one_of(analysis_.lower(analysis_[pronoun]), {"itself", "themselves", "himself", "herself"}))
      return party;
    if (auto before = other_before_cue(false)) return before;
    return other_side();
  }

  bool is_personal(const Token& token) const {
    return is_one_of(analysis_.lower(token),
                     {"he", "she", "it", "they", "him", "her", "them", "himself", "herself", "itself", "themselves"});
  }

  // The nearest party but the speaker's, in front of the words of saying; `doer`: not one that something is done to.
  std::optional<std::string> other_before_cue(bool doer) const {
    const TokenSpan sentence = ground::sentence_of(analysis_, scope_.cue.begin);
    for (std::uint32_t token = scope_.cue.begin; token-- > sentence.begin;) {
      auto party = party_at(scope_.cue_block, token);
      if (party && is_other(*party) && !(doer && is_done_to(token))) return party;
    }
    return std::nullopt;
  }

  // "Each side blames the other": both. "Peru blames the other side": Chile.
  std::optional<std::string> other_side() const {
    if (scope_.source.side == "both") return scope_.source.side;
    const auto& dyad = grounded_.cast.dyad;
    if (!dyad || !scope_.source.side || !grounded_.cast.is_side(*scope_.source.side)) return std::nullopt;
    return (*dyad)[0] == *scope_.source.side ? (*dyad)[1] : (*dyad)[0];
  }

  void complete_target() {
    if (scope_.block != scope_.cue_block || scope_.content.empty()) return;
    const bool by_verb = scope_.frame && !scope_.frame->is_plain;
    if (reading_.stance == Stance::kAccuses && scope_.source.side == "both") {
      reading_.target = "both";
      reading_.target_rule = "each-other";
      return;
    }
    if ((reading_.stance == Stance::kThreatens || reading_.stance == Stance::kAccuses) && by_verb) {
      reading_.target = opponent_in_content();
      reading_.target_rule = "opponent-in-content";
    } else if (reading_.stance == Stance::kDemands) {
      if (by_verb) reading_.target = subject_of_demand();
      reading_.target_rule = "subject-of-demand";
      if (reading_.target || !asks_for_peace()) return;
      reading_.target = "both";
      reading_.target_rule = "peace";
    }
  }

  std::optional<std::string> opponent_in_content() const {
    for (std::uint32_t token = beginning_.begin; token < beginning_.end; ++token) {
      auto party = party_at(token);
      if (party && party != scope_.source.side) return party;
    }
    return std::nullopt;
  }

  // Whose doing it is that the content names: another party, but not the one that it is done to: "violation of Peru's
  // territory". Where the content has a pronoun alone, the party named before: "raids by Chile, calling them a crime".
  std::optional<std::string> doer_in_content() const {
    for (std::uint32_t token = beginning_.begin; token < beginning_.end; ++token) {
      auto party = party_at(token);
      if (party && is_other(*party) && !is_done_to(token)) return party;
    }
    if (scope_.block != scope_.cue_block || !begins_with_pronoun()) return std::nullopt;
    return other_before_cue(true);
  }

  // One party that is not the speaker's: what both do, neither is told to have done.
  bool is_other(std::string_view party) const { return party != "both" && party != scope_.source.side; }

  bool begins_with_pronoun() const {
    return is_one_of(analysis_.lower(analysis_[scope_.content.begin]),
                     {"it", "them", "this", "these", "that", "those"});
  }

  // "of Peru's territory", "against Peruvian soldiers"
  bool is_done_to(std::uint32_t token) const {
    constexpr int kSteps = 3;
    const Token* node = &analysis_[token];
    for (int step = 0; step < kSteps && !node->is_root(); ++step) {
      if (has_dep(analysis_, *node, {"pobj"}))
        return is_one_of(analysis_.lower(analysis_[node->head]), {"of", "on", "against", "into", "to", "in", "with"});
      if (!has_dep(analysis_, *node, {"poss", "amod", "compound", "nmod", "appos"})) return false;
      node = &analysis_[node->head];
    }
    return false;
  }

  // "demanded that Chile withdraw"
  std::optional<std::string> subject_of_demand() const {
    // "demanded Chile to withdraw", where the parser sees an object
    for (std::uint32_t token = scope_.content.begin; token + 1 < std::min(scope_.content.end, scope_.content.begin + 5);
         ++token) {
      const bool object = has_dep(analysis_, analysis_[token], {"dobj", "nsubj"});
      if (object && analysis_.lower(analysis_[token + 1]) == "to") return party_at(token);
    }
    const std::uint32_t last = std::min(scope_.content.end, scope_.content.begin + kReachOfSubject);
    for (std::uint32_t token = scope_.content.begin; token < last; ++token) {
      if (!has_dep(analysis_, analysis_[token], {"nsubj", "nsubjpass"})) continue;
      return is_personal(analysis_[token]) ? party_of_pronoun(token) : party_at(token);
    }
    return std::nullopt;
  }

  bool asks_for_peace() const {
    for (std::uint32_t token = beginning_.begin; token < beginning_.end; ++token) {
      if (lexicon_.is_peace(analysis_.lemma(analysis_[token]))) return true;
    }
    return false;
  }

  const StanceLexicon& lexicon_;
  const ground::GroundedAnalysis& grounded_;
  const Scope& scope_;
  const Analysis& analysis_;
  TokenSpan beginning_;  // of what is said
  StanceReading reading_;
};

}  // namespace

StanceReading stance_of(const StanceLexicon& lexicon, const ground::GroundedAnalysis& grounded, const Scope& scope) {
  return StancePass(lexicon, grounded, scope).run();
}

}  // namespace counterclaim::extract
