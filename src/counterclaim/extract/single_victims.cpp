#include "counterclaim/extract/single_victims.h"

#include <algorithm>
#include <array>
#include <set>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;
using record::Measure;

class SingleFinder {
 public:
  SingleFinder(const BlockView& view, const std::vector<bool>& counted, const std::set<Measure>& told)
      : view_(view),
        analysis_(view.analysis()),
        counted_(counted),
        told_(told),
        is_headline_(view.grounded.document->blocks[view.block].kind == record::BlockKind::kHeading) {}

  std::vector<SingleVictim> run() {
    for (const Token& token : analysis_.tokens()) {
      const bool pronoun = is_pronoun(token);
      if (counted_[token.index] || (!pronoun && !is_single_person(token))) continue;
      CountedPhrase phrase;
      phrase.root = token.index;
      if (!pronoun) phrase.noun = token.index;
      phrase.tokens = {phrase_begin(token), token.index + 1};
      phrase.noun_class = class_of(view_, token.index);
      phrase.noun_class.type = NounType::kPerson;
      for (const Trigger& trigger : triggers(phrase)) {
        if (pronoun && is_told_before(token, trigger)) continue;
        if (is_new(token, trigger)) found_.push_back({phrase, trigger, pronoun && takes_up(token), name_of(token)});
      }
    }
    return std::move(found_);
  }

 private:
  bool is_single_person(const Token& token) const {
    if (!ground::is_noun(token) || has_dep(analysis_, token, {"compound", "amod", "nmod"})) return false;
    if (is_one_of(analysis_.tag(token), {"NNS", "NNPS"})) return false;
    if (is_person_name(token)) return true;
    if (class_of(view_, token.index).type != NounType::kPerson && !is_identified(token)) return false;
    for (const std::uint32_t child : analysis_.children(token)) {
      if (has_dep(analysis_, analysis_[child], {"det"}) &&
          is_one_of(analysis_.lower(analysis_[child]), {"a", "an", "another"}))
        return !is_collective(token);
      if (has_dep(analysis_, analysis_[child], {"poss"}) && child < token.index) return !is_collective(token);
      if (has_dep(analysis_, analysis_[child], {"det", "nummod"})) return false;
    }
    return is_headline_ && !is_collective(token);
  }

  // A name of a person that is none of a place or party.
  bool is_person_name(const Token& token) const {
    if (view_.here().party_at(token.index)) return false;
    const ground::GroundedParty* known = view_.grounded.mention_at(view_.block, token.index);
    if (known && known->mention.kind == record::PartyKind::kPerson) return token.pos == language::Pos::kPropn;
    if (analysis_.entity_label(token) != "PERSON") return false;
    // "the Omar Pass"
    const auto article = child_with_dep(analysis_, token, {"det"});
    const bool named_thing =
        article && analysis_.lower(analysis_[*article]) == "the" && name_at(token.index).begin == *article + 1;
    return !named_thing && !is_place(token.index);
  }

  bool is_place(std::uint32_t token) const {
    const auto& places = view_.here().places;
    return std::any_of(places.begin(), places.end(),
                       [&](const ground::GroundedPlace& place) { return place.tokens.contains(token); });
  }

  // "another" stands for one more; "him" and "her" for somebody told of.
  bool is_pronoun(const Token& token) const {
    if (!has_dep(analysis_, token, {"nsubj", "nsubjpass", "dobj", "conj"})) return false;
    const std::string_view lower = analysis_.lower(token);
    if (lower == "another") return token.right_edge == token.index;
    return token.pos == language::Pos::kPron && is_one_of(lower, {"he", "him", "she", "her", "i", "me"});
  }

  // "I was wounded" and "another was killed" tell of somebody new.
  bool takes_up(const Token& token) const { return !is_one_of(analysis_.lower(token), {"another", "i", "me"}); }

  // Whether the block has told already who suffered the same: then "he was killed" tells it again.
  bool is_told_before(const Token& token, const Trigger& trigger) const {
    if (analysis_.lower(token) == "another") return false;
    if (trigger.measure != Measure::kKilled && trigger.measure != Measure::kWounded &&
        trigger.measure != Measure::kCaptured)
      return true;
    return std::any_of(found_.begin(), found_.end(),
                       [&](const SingleVictim& earlier) { return earlier.trigger.measure == trigger.measure; }) ||
           told_.contains(trigger.measure);
  }

  // "a weaver, identified as Ana Rojas"
  bool is_identified(const Token& token) const {
    for (const std::uint32_t child : analysis_.children(token)) {
      if (child > token.index && has_dep(analysis_, analysis_[child], {"acl", "relcl"}) &&
          view_.lexicon.is_identifying(analysis_.lower(analysis_[child])))
        return true;
    }
    return false;
  }

  // The name of the person: the head's own, one in apposition, or one behind "identified as".
  TokenSpan name_of(const Token& token) const {
    if (const TokenSpan own = name_at(token.index); !own.empty()) return own;
    for (const std::uint32_t child : analysis_.children(token)) {
      const Token& below = analysis_[child];
      if (has_dep(analysis_, below, {"appos", "compound"})) {
        if (const TokenSpan name = name_at(child); !name.empty()) return name;
      }
      if (child < token.index || !view_.lexicon.is_identifying(analysis_.lower(below))) continue;
      const std::uint32_t end = std::min(analysis_.size(), child + 5);
      for (std::uint32_t at = child + 1; at < end; ++at) {
        if (const TokenSpan name = name_at(at); !name.empty()) return name;
      }
    }
    return {};
  }

  // The tokens of the person's name that holds the token.
  TokenSpan name_at(std::uint32_t token) const {
    if (analysis_.entity_label(analysis_[token]) != "PERSON") return {};
    TokenSpan name{token, token + 1};
    while (name.begin > 0 && analysis_[name.begin].entity == language::EntityPosition::kInside) --name.begin;
    while (name.end < analysis_.size() && analysis_[name.end].entity == language::EntityPosition::kInside) ++name.end;
    return name;
  }

  bool is_collective(const Token& token) const { return view_.lexicon.nouns().is_collective(analysis_.lemma(token)); }

  std::uint32_t phrase_begin(const Token& token) const {
    std::uint32_t begin = token.left_edge;
    if (token.index > begin + 8) begin = token.index - 8;
    return begin;
  }

  Triggers triggers(const CountedPhrase& phrase) const {
    using Rule = Triggers (*)(const BlockView&, const CountedPhrase&);
    static constexpr std::array<Rule, 8> kRules{linear_state_behind, verb_governor,      clause_behind, act_noun,
                                                among_harmed,        included_in_harmed, owner_of_act,  state_in_front};
    const bool is_owner = has_dep(analysis_, analysis_[phrase.root], {"poss"});
    for (const Rule rule : kRules) {
      if (is_owner && rule != owner_of_act) continue;
      Triggers found = rule(view_, phrase);
      const auto unfit = [&](const Trigger& trigger) { return !tells_one(trigger) || !is_told_of(phrase, trigger); };
      found.erase(std::remove_if(found.begin(), found.end(), unfit), found.end());
      if (!found.empty()) return found;
    }
    return {};
  }

  // Whether the trigger is surely about this person: no counted people stand between them, a participle taken for a
  // verb is near, and who "died" did so by violence.
  bool is_told_of(const CountedPhrase& phrase, const Trigger& trigger) const {
    const bool loose = trigger.rule == "participle-as-verb" || trigger.rule == "state-complement";
    for (std::uint32_t token = phrase.tokens.end; loose && token < trigger.token; ++token) {
      if (counted_[token]) return false;
    }
    // A name behind a preposition is a place more often than a victim, unless an act is "of" somebody.
    const Token& root = analysis_[phrase.root];
    const bool behind_preposition =
        has_dep(analysis_, root, {"pobj"}) && analysis_.lower(analysis_[root.head]) != "including";
    if (behind_preposition && trigger.rule != "act-noun" && trigger.rule != "clause-behind") return false;
    const bool may_be_a_town = trigger.measure == Measure::kCaptured || trigger.measure == Measure::kReleased;
    if (may_be_a_town && is_bare_name(phrase.root)) return false;
    if (is_only_thought(view_, trigger.token)) return false;
    if (trigger.rule == "participle-as-verb" && trigger.token > phrase.tokens.end + 2) return false;
    if (misfortune_near(view_, trigger.token) && !violence_near(view_, trigger.token)) return false;
    return !is_natural(phrase, trigger) || violence_near(view_, trigger.token);
  }

  // Whether it may be without violence: "died", "the death of her uncle"; soldiers are told of for the sake of the
  // fight.
  bool is_natural(const CountedPhrase& phrase, const Trigger& trigger) const {
    const std::string_view lemma = analysis_.lemma(analysis_[trigger.token]);
    const auto& verbs = view_.lexicon.verb(lemma);
    if (std::any_of(verbs.begin(), verbs.end(), [](const HarmVerb& sense) { return sense.natural; })) return true;
    const auto& nouns = view_.lexicon.noun(HarmNounUse::kAct, lemma);
    const bool natural = std::any_of(nouns.begin(), nouns.end(), [](const HarmNoun& sense) { return sense.natural; });
    return natural && phrase.noun_class.kind != record::PersonKind::kMilitary;
  }

  // One capitalised word, which may as well be a town: "the capture of Shusha".
  bool is_bare_name(std::uint32_t token) const {
    const Token& name = analysis_[token];
    if (name.pos != language::Pos::kPropn || name.left_edge != token) return false;
    const auto other = child_with_dep(analysis_, name, {"appos"});
    return !other || class_of(view_, *other).type != NounType::kPerson;
  }

  static bool tells_one(const Trigger& trigger) {
    return trigger.measure == Measure::kKilled || trigger.measure == Measure::kWounded ||
           trigger.measure == Measure::kCaptured || trigger.measure == Measure::kMissing ||
           trigger.measure == Measure::kDetained || trigger.measure == Measure::kSurrendered ||
           trigger.measure == Measure::kReleased;
  }

  bool in_apposition(const Token& a, const Token& b) const {
    return (has_dep(analysis_, a, {"appos"}) && a.head == b.index) ||
           (has_dep(analysis_, b, {"appos"}) && b.head == a.index);
  }

  // "her attaché, Ana Rojas,", "Ana Rojas - a member of the council -", where the parser sees no apposition: one of the
  // two is a name.
  bool is_explained(const Token& token, const SingleVictim& earlier) const {
    const std::uint32_t begin = phrase_begin(token);
    if (begin == 0 || earlier.phrase.tokens.end + 1 != begin || has_dep(analysis_, token, {"conj"})) return false;
    const bool mark = is_one_of(analysis_.lower(analysis_[begin - 1]), {",", "-", "–", "—"});
    return mark && is_person_name(token) != is_person_name(analysis_[earlier.phrase.root]);
  }

  // A name in apposition is the same victim; a coordinated one is another.
  bool is_new(const Token& token, const Trigger& trigger) const {
    constexpr std::size_t kReach = 8;
    const std::size_t first = found_.size() > kReach ? found_.size() - kReach : 0;
    for (std::size_t n = first; n < found_.size(); ++n) {
      const SingleVictim& earlier = found_[n];
      if (earlier.trigger.measure != trigger.measure) continue;
      if (in_apposition(token, analysis_[earlier.phrase.root]) || is_explained(token, earlier)) return false;
      // "shot dead": one happening in two words.
      const std::uint32_t apart =
          std::max(earlier.trigger.token, trigger.token) - std::min(earlier.trigger.token, trigger.token);
      if (apart > 1) continue;
      const std::uint32_t chain = ground::first_conjunct(analysis_, token.index);
      const std::uint32_t gap = phrase_begin(token) - std::min(phrase_begin(token), earlier.phrase.tokens.end);
      const bool listed = gap == 1 && is_one_of(analysis_.lower(analysis_[earlier.phrase.tokens.end]), {"and", ","});
      if (listed && !has_dep(analysis_, token, {"appos"})) continue;
      const bool coordinated =
          has_dep(analysis_, token, {"conj"}) && chain == ground::first_conjunct(analysis_, earlier.phrase.root);
      if (!coordinated) return false;
    }
    return true;
  }

  const BlockView& view_;
  const Analysis& analysis_;
  const std::vector<bool>& counted_;
  const std::set<Measure>& told_;
  bool is_headline_;  // where nouns stand without an article: "Officer shot dead"
  std::vector<SingleVictim> found_;
};

}  // namespace

std::vector<SingleVictim> single_victims(const BlockView& view, const std::vector<bool>& counted,
                                         const std::set<Measure>& told) {
  return SingleFinder(view, counted, told).run();
}

}  // namespace counterclaim::extract
