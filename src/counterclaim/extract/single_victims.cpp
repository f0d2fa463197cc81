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
using ground::Words;
using language::Analysis;
using language::Token;
using record::Measure;

// The tokens of the person's name that holds the token.
TokenSpan name_at(const Analysis& analysis, std::uint32_t token) {
  if (analysis.entity_label(analysis[token]) != "PERSON") return {};
  TokenSpan name{token, token + 1};
  while (name.begin > 0 && analysis[name.begin].entity == language::EntityPosition::kInside) --name.begin;
  while (name.end < analysis.size() && analysis[name.end].entity == language::EntityPosition::kInside) ++name.end;
  return name;
}

// "Ana Rojas (42)", "Soma alias Marshal": what the recogniser does not know, but its surroundings show for a name.
TokenSpan unknown_name_at(const BlockView& view, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  if (analysis[token].pos != language::Pos::kPropn || view.here().party_at(token) || view.here().body_at(token))
    return {};
  if (is_one_of(analysis.entity_label(analysis[token]), {"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "NORP"}))
    return {};
  TokenSpan name{token, token + 1};
  while (name.begin > 0 && analysis[name.begin - 1].pos == language::Pos::kPropn) --name.begin;
  while (name.end < analysis.size() && analysis[name.end].pos == language::Pos::kPropn) ++name.end;
  const auto starts = [&](std::uint32_t at, Words words) {
    return at < analysis.size() && is_one_of(analysis.lower(analysis[at]), words);
  };
  // "killed Ana Rojas": two words of a name that nobody knows for anything else.
  if (name.size() > 1 && has_dep(analysis, analysis[token], {"dobj", "nsubjpass", "nsubj"})) return name;
  const bool aged = starts(name.end, {"(", ","}) && name.end + 2 < analysis.size() &&
                    analysis[name.end + 1].pos == language::Pos::kNum &&
                    is_one_of(analysis.lower(analysis[name.end + 2]), {")", ","});
  return aged || starts(name.end, {"alias"}) ? name : TokenSpan{};
}

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
      if (counted_[token.index] || (!pronoun && !is_single_person(token)) || names_counted(token)) continue;
      CountedPhrase phrase;
      phrase.root = token.index;
      if (!pronoun) phrase.noun = token.index;
      phrase.tokens = {phrase_begin(token), token.index + 1};
      phrase.noun_class = class_of(view_, token.index);
      phrase.noun_class.type = NounType::kPerson;
      if (!pronoun) phrase.persons = view_.lexicon.nouns().persons_of(analysis_.lemma(token));
      for (const Trigger& trigger : triggers(phrase)) {
        if (pronoun && is_told_before(token, trigger)) continue;
        if (is_new(token, trigger))
          found_.push_back(
              {phrase, trigger, pronoun ? takes_up(token) : is_definite(token), name_of_person(view_, token.index)});
      }
    }
    return std::move(found_);
  }

 private:
  bool is_single_person(const Token& token) const {
    if (has_dep(analysis_, token, {"compound", "amod", "nmod"})) return false;
    // "a Border Police personnel" is one of them.
    const auto article = child_with_dep(analysis_, token, {"det"});
    const bool is_one = article && is_one_of(analysis_.lower(analysis_[*article]), {"a", "an"});
    if (is_one_of(analysis_.tag(token), {"NNS", "NNPS"}) && !is_one) return false;
    if (!ground::is_noun(token) && !is_noun_like(token)) return false;
    if (is_person_name(token) || !unknown_name_at(view_, token.index).empty()) return true;
    if (class_of(view_, token.index).type != NounType::kPerson && !is_identified(token)) return false;
    if (is_collective(token)) return false;
    const auto determiner = child_with_dep(analysis_, token, {"det"});
    if (determiner && is_one_of(analysis_.lower(analysis_[*determiner]), {"a", "an", "another"})) return true;
    if (determiner) return is_definite(token) && is_described(token);
    if (child_with_dep(analysis_, token, {"poss"})) return true;
    if (child_with_dep(analysis_, token, {"nummod"})) return false;
    // "Soldier killed in raid", "killed stationmaster of the town"
    if (is_headline_) return true;
    return has_dep(analysis_, token, {"dobj", "nsubjpass", "nsubj"}) && analysis_.tag(token) == "NN" &&
           is_described(token);
  }

  bool is_definite(const Token& token) const {
    const auto determiner = child_with_dep(analysis_, token, {"det"});
    return determiner && analysis_.lower(analysis_[*determiner]) == "the";
  }

  // "the head of the village", "the teacher, Ana Rojas", "the former mayor": not only somebody told of before.
  bool is_described(const Token& token) const {
    for (const std::uint32_t child : analysis_.children(token)) {
      if (child > token.index && has_dep(analysis_, analysis_[child], {"prep", "appos", "relcl", "acl"})) return true;
    }
    return false;
  }

  // A name of a person that is none of a place or party.
  bool is_person_name(const Token& token) const {
    if (view_.here().party_at(token.index)) return false;
    // "the Omar Pass"
    const auto article = child_with_dep(analysis_, token, {"det"});
    if (article && analysis_.lower(analysis_[*article]) == "the" &&
        name_at(analysis_, token.index).begin == *article + 1)
      return false;
    const ground::GroundedParty* known = view_.grounded.mention_at(view_.block, token.index);
    if (known && known->mention.kind == record::PartyKind::kPerson) return token.pos == language::Pos::kPropn;
    return analysis_.entity_label(token) == "PERSON" && !is_place(token.index);
  }

  bool is_place(std::uint32_t token) const {
    const auto& places = view_.here().places;
    return std::any_of(places.begin(), places.end(),
                       [&](const ground::GroundedPlace& place) { return place.tokens.contains(token); });
  }

  // "a tribal", "a dead": tagged as an adjective, but it stands where a noun does.
  bool is_noun_like(const Token& token) const {
    return token.pos == language::Pos::kAdj && has_dep(analysis_, token, {"dobj", "nsubjpass", "pobj"}) &&
           child_with_dep(analysis_, token, {"det"});
  }

  // "two persons, Ana Rojas and Juan Rojas": the names of those counted are no more victims.
  bool names_counted(const Token& token) const {
    const bool name = !name_at(analysis_, token.index).empty() || !unknown_name_at(view_, token.index).empty();
    if (!name) return false;
    const Token& first = analysis_[ground::first_conjunct(analysis_, token.index)];
    return has_dep(analysis_, first, {"appos"}) && counted_[first.head];
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
    if (trigger.measure == Measure::kReleased || trigger.measure == Measure::kMissing) return true;
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
      if (found.empty()) continue;
      if (rule == linear_state_behind) add_later_ones(phrase, found);
      // "killed an abducted farmer"
      if (const auto captured = captured_before(phrase.root); captured && rule != state_in_front)
        found.push_back(*captured);
      return found;
    }
    return {};
  }

  // "was wounded and later died": what the linear rule does not look at any more.
  void add_later_ones(const CountedPhrase& phrase, Triggers& found) const {
    for (const Trigger& later : verb_governor(view_, phrase)) {
      const bool told = std::any_of(found.begin(), found.end(), [&](const Trigger& trigger) {
        return trigger.token == later.token || trigger.measure == later.measure;
      });
      if (!told && tells_one(later) && is_told_of(phrase, later)) found.push_back(later);
    }
  }

  std::optional<Trigger> captured_before(std::uint32_t person) const {
    for (const std::uint32_t child : analysis_.children(analysis_[person])) {
      if (child < person && has_dep(analysis_, analysis_[child], {"amod"}) &&
          view_.lexicon.state(analysis_.lower(analysis_[child])) == Measure::kCaptured)
        return Trigger{Measure::kCaptured, child, "state-in-front"};
    }
    return std::nullopt;
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
    const bool behind_preposition = has_dep(analysis_, root, {"pobj"}) && !is_companion(analysis_[root.head]);
    if (behind_preposition && trigger.rule != "act-noun" && trigger.rule != "clause-behind") return false;
    if (may_take_places(trigger.token) && (is_bare_name(phrase.root) || is_place(phrase.root))) return false;
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

  // "along with a cook", "including a cook"
  bool is_companion(const Token& preposition) const {
    const std::string_view lower = analysis_.lower(preposition);
    if (lower == "including") return true;
    return lower == "with" && preposition.index > 0 &&
           is_one_of(analysis_.lower(analysis_[preposition.index - 1]), {"along", "together"});
  }

  // "seized", "the capture of": what is taken may be a town.
  bool may_take_places(std::uint32_t trigger) const {
    if (!ground::is_verbal(analysis_[trigger])) return analysis_.lower(analysis_[trigger]) == "capture";
    const auto& senses = view_.lexicon.verb(analysis_.lemma(analysis_[trigger]));
    return std::any_of(senses.begin(), senses.end(), [](const HarmVerb& sense) {
      return sense.only_known || sense.counted.places || sense.counted.things;
    });
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
      const bool companion = has_dep(analysis_, token, {"pobj"}) && is_companion(analysis_[token.head]);
      if (!coordinated && !companion) return false;
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

TokenSpan name_of_person(const BlockView& view, std::uint32_t person) {
  const Analysis& analysis = view.analysis();
  const auto name = [&](std::uint32_t token) {
    const TokenSpan known = name_at(analysis, token);
    return known.empty() ? unknown_name_at(view, token) : known;
  };
  if (const TokenSpan own = name(person); !own.empty()) return own;
  for (const std::uint32_t child : analysis.children(analysis[person])) {
    const Token& below = analysis[child];
    if (has_dep(analysis, below, {"appos", "compound"})) {
      if (const TokenSpan beside = name(child); !beside.empty()) return beside;
    }
    if (child < person || !view.lexicon.is_identifying(analysis.lower(below))) continue;
    const std::uint32_t end = std::min(analysis.size(), child + 5);
    for (std::uint32_t at = child + 1; at < end; ++at) {
      if (const TokenSpan behind = name(at); !behind.empty()) return behind;
    }
  }
  return {};
}

std::vector<SingleVictim> single_victims(const BlockView& view, const std::vector<bool>& counted,
                                         const std::set<Measure>& told) {
  return SingleFinder(view, counted, told).run();
}

}  // namespace counterclaim::extract
