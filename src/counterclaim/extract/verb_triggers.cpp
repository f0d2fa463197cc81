#include <algorithm>

#include "counterclaim/extract/trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;

// Follows the phrase up the tree to the verbs that tell what happened to it.
class GovernorSearch {
 public:
  GovernorSearch(const BlockView& view, const CountedPhrase& phrase)
      : view_(view), analysis_(view.analysis()), phrase_(phrase) {}

  Triggers run() {
    std::uint32_t node = phrase_.root;
    for (int step = 0; step < 6 && found_.empty(); ++step) {
      const Token& token = analysis_[node];
      if (token.is_root()) break;
      if (has_dep(analysis_, token, {"nsubjpass"}))
        subject(token.head, true);
      else if (has_dep(analysis_, token, {"nsubj"}))
        subject(token.head, false);
      else if (has_dep(analysis_, token, {"dobj", "dative"}))
        object(token.head);
      if (!found_.empty()) break;
      const auto next = above(token);
      if (!next) break;
      node = *next;
    }
    return std::move(found_);
  }

 private:
  // Where a conjunct, an apposition or a part ("including two officers") hangs.
  std::optional<std::uint32_t> above(const Token& token) const {
    if (has_dep(analysis_, token, {"conj", "appos"})) return token.head;
    if (has_dep(analysis_, token, {"pobj"})) {
      const Token& preposition = analysis_[token.head];
      if (preposition.is_root()) return std::nullopt;
      if (ground::is_one_of(analysis_.lower(preposition), {"including"})) return preposition.head;
      // "20 people were killed along with two gunmen": where the number hangs on the same verb.
      if (const auto with = companion_of(preposition)) return with;
      // "the death of dozens of people": the number's own head was taken already.
      // "a total of 900 people fled"
      const Token& amount = analysis_[preposition.head];
      if (analysis_.lower(preposition) == "of" &&
          (amount.pos == language::Pos::kNum || view_.lexicon.is_count(analysis_.lemma(amount))))
        return preposition.head;
    }
    return std::nullopt;
  }

  // "along with", "together with", "as well as": the subject of the verb, whose lot the phrase shares.
  std::optional<std::uint32_t> companion_of(const Token& preposition) const {
    if (preposition.index == 0 || analysis_.lower(preposition) != "with") return std::nullopt;
    if (!ground::is_one_of(analysis_.lower(analysis_[preposition.index - 1]), {"along", "together"}))
      return std::nullopt;
    const Token& verb = analysis_[preposition.head];
    if (!ground::is_verbal(verb)) return std::nullopt;
    return child_with_dep(analysis_, verb, {"dobj", "nsubjpass", "nsubj"});
  }

  void add(std::uint32_t verb, std::optional<record::Measure> measure, std::string_view rule) {
    if (measure && !is_unreal(analysis_, verb)) found_.push_back({*measure, verb, rule});
  }

  void object(std::uint32_t verb) {
    add(verb, verb_measure(view_, verb, phrase_, true), "object-of-verb");
    // "captured and killed 12": the first verb shares the object of the second.
    const Token& token = analysis_[verb];
    if (has_dep(analysis_, token, {"conj"}) && !child_with_dep(analysis_, analysis_[token.head], {"dobj"}) &&
        !child_with_dep(analysis_, token, {"nsubj"}) && token.head + 3 >= verb && !passive(token.head))
      add(token.head, verb_measure(view_, token.head, phrase_, true), "object-shared");
  }

  bool passive(std::uint32_t verb) const { return child_with_dep(analysis_, analysis_[verb], {"auxpass"}).has_value(); }

  void subject(std::uint32_t verb, bool is_passive) {
    one_verb(verb, is_passive);
    shared_subject(verb, is_passive);
    for (const std::uint32_t child : analysis_.children(analysis_[verb])) {
      const Token& token = analysis_[child];
      if (has_dep(analysis_, token, {"xcomp", "oprd", "acomp", "ccomp"}) && child > verb &&
          !child_with_dep(analysis_, token, {"nsubj", "nsubjpass"}))
        complement(verb, child, is_passive);
    }
  }

  // "walked home and were captured and shot dead"
  void shared_subject(std::uint32_t verb, bool is_passive) {
    constexpr int kMostVerbs = 4;
    for (int step = 0; step < kMostVerbs; ++step) {
      std::optional<std::uint32_t> next;
      for (const std::uint32_t child : analysis_.children(analysis_[verb])) {
        const Token& token = analysis_[child];
        if (!has_dep(analysis_, token, {"conj"}) || child_with_dep(analysis_, token, {"nsubj", "nsubjpass"})) continue;
        one_verb(child, (is_passive && analysis_.tag(token) == "VBN") || passive(child), true);
        next = child;
      }
      if (!next) return;
      is_passive = (is_passive && analysis_.tag(analysis_[*next]) == "VBN") || passive(*next);
      verb = *next;
    }
  }

  void one_verb(std::uint32_t verb, bool is_passive, bool is_shared = false) {
    const Token& token = analysis_[verb];
    if (is_passive || passive(verb)) {
      if (const auto measure = verb_measure(view_, verb, phrase_, true))
        add(verb, measure, "passive-subject");
      else
        add(verb, verb_measure(view_, verb, phrase_, false), "subject-of-verb");
      return;
    }
    if (const auto measure = verb_measure(view_, verb, phrase_, false)) {
      add(verb, measure, "subject-of-verb");
      return;
    }
    if (is_shared) return;
    // "26 conscripts killed": the participle is taken for a finite verb.
    const bool bare =
        !child_with_dep(analysis_, token, {"dobj", "ccomp"}) && ground::is_one_of(analysis_.tag(token), {"VBN", "VBD"});
    const auto measure = verb_measure(view_, verb, phrase_, true);
    if (bare && measure && measure != record::Measure::kHit) add(verb, measure, "participle-as-verb");
  }

  // "were missing", "were reported killed", "is believed to have died"
  void complement(std::uint32_t verb, std::uint32_t child, bool is_passive) {
    const Token& token = analysis_[child];
    if (is_label(analysis_, child)) return;
    if (const auto state = view_.lexicon.state(analysis_.lower(token));
        state && fits(*state) && !is_unreal(analysis_, verb)) {
      // "shot him dead": the object is dead, not the subject.
      const bool others = !is_passive && child_with_dep(analysis_, analysis_[verb], {"dobj", "dative"});
      if (!others && !child_with_dep(analysis_, token, {"dobj"})) found_.push_back({*state, child, "state-complement"});
      return;
    }
    if (!ground::is_verbal(token)) return;
    const bool perfect = child_with_dep(analysis_, token, {"aux"}).has_value();  // "was reported to have died"
    if (passive(child) || (is_passive && !perfect && analysis_.tag(token) == "VBN"))
      add(child, verb_measure(view_, child, phrase_, true), "passive-complement");
    else
      add(child, verb_measure(view_, child, phrase_, false), "infinitive-complement");
  }

  bool fits(record::Measure) const {
    return phrase_.noun_class.type == NounType::kPerson || phrase_.noun_class.type == NounType::kUnknown;
  }

  const BlockView& view_;
  const Analysis& analysis_;
  const CountedPhrase& phrase_;
  Triggers found_;
};

}  // namespace

Triggers verb_governor(const BlockView& view, const CountedPhrase& phrase) {
  return GovernorSearch(view, phrase).run();
}

namespace {

// Behind its noun also what the tagger takes for a past tense: "soldiers diagnosed with".
bool is_participle(const Analysis& analysis, const Token& verb) {
  return analysis.tag(verb) == "VBN" || (analysis.tag(verb) == "VBD" && has_dep(analysis, verb, {"acl"}));
}

}  // namespace

// "soldiers killed in the clashes", "people who died", "those who were wounded"
Triggers clause_behind(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  Triggers found;
  const auto look = [&](std::uint32_t noun) {
    for (const std::uint32_t child : analysis.children(analysis[noun])) {
      const Token& verb = analysis[child];
      if (child < noun || !has_dep(analysis, verb, {"acl", "relcl", "amod"}) || is_unreal(analysis, child)) continue;
      if (is_label(analysis, child)) continue;
      const bool relative = has_dep(analysis, verb, {"relcl"});
      // "people dying", "villagers fleeing"
      const bool acts = !relative && analysis.tag(verb) == "VBG" && has_dep(analysis, verb, {"acl"});
      const bool suffers = relative ? child_with_dep(analysis, verb, {"nsubjpass"}).has_value()
                                    : is_participle(analysis, verb) && !child_with_dep(analysis, verb, {"dobj"});
      std::optional<record::Measure> measure;
      if (suffers) measure = verb_measure(view, child, phrase, true);
      if (!measure && (relative || acts)) measure = verb_measure(view, child, phrase, false);
      if (!measure && !relative && has_dep(analysis, verb, {"amod"}))
        measure = view.lexicon.state(analysis.lower(verb));
      if (measure) found.push_back({*measure, child, "clause-behind"});
      if (!found.empty()) return;
    }
  };
  look(phrase.root);
  if (found.empty() && phrase.noun && *phrase.noun != phrase.root) look(*phrase.noun);
  return found;
}

}  // namespace counterclaim::extract
