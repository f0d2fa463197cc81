#include <algorithm>
#include <optional>

#include "counterclaim/extract/event_draft.h"
#include "counterclaim/extract/event_trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;

const StringSet kOf = {"of"};
const StringSet kMeans = {"with", "by", "using", "from", "in", "of", "via", "through"};

class TriggerSearch {
 public:
  explicit TriggerSearch(const EventContext& context) : context_(context), analysis_(context.analysis()) {}

  std::vector<EventTrigger> run() {
    for (std::uint32_t token = 0; token < analysis_.size(); ++token) {
      if (context_.is_nominal(token))
        add_noun(token);
      else if (analysis_[token].pos == language::Pos::kVerb)
        add_verb(token);
    }
    drop_objects();
    drop_results();
    return std::move(found_);
  }

 private:
  void add_verb(std::uint32_t token) {
    for (const EventSense& sense : context_.lexicon.verb(context_.key(token))) {
      if (!fits_verb(sense, token)) continue;
      EventTrigger trigger{token, &sense, sense.type, false, token, {}, {}, {}, "verb"};
      if (sense.is_open)
        find_weapons(trigger);
      else if (const auto object = sufferer_of(analysis_, token);
               object && context_.lexicon.weapon(context_.key(*object)))
        trigger.instruments.emplace_back(context_.key(*object));
      found_.push_back(std::move(trigger));
      return;
    }
  }

  bool fits_verb(const EventSense& sense, std::uint32_t token) const {
    if (is_adjective(analysis_, token) || sense.is_negated != is_negated(sense, token)) return false;
    if (!sense.with.empty() && !has_companion(token, sense.with)) return false;
    if (!sense.without.empty() && has_companion(token, sense.without)) return false;
    if (!sense.behind.empty() && !holds(sense.behind, object_behind(analysis_, token, sense.with))) return false;
    if (!sense.subject.empty() && !holds(sense.subject, doer_of(analysis_, token))) return false;
    if (sense.object.empty() && sense.not_object.empty()) return true;
    const auto object = sufferer_of(analysis_, token);
    if (!sense.object.empty() && !holds(sense.object, object)) return false;
    return sense.not_object.empty() || !holds(sense.not_object, object);
  }

  // A word may stand for what it counts: "dozens of villagers".
  bool holds(const WordTest& test, std::optional<std::uint32_t> token) const {
    if (!token) return false;
    if (context_.holds(test, *token)) return true;
    const auto counted = object_behind(analysis_, *token, kOf);
    return counted && context_.holds(test, *counted);
  }

  // "did not hold", "failed to hold"; asked for where a sense is what the word denies.
  bool is_negated(const EventSense& sense, std::uint32_t token) const {
    if (!sense.is_negated) return false;
    if (child_with_dep(analysis_, analysis_[token], {"neg"})) return true;
    return has_dep(analysis_, analysis_[token], {"xcomp"}) &&
           analysis_.lemma(analysis_[analysis_[token].head]) == "fail";
  }

  // A particle, adverb or preposition that hangs on the word.
  bool has_companion(std::uint32_t token, const StringSet& words) const {
    for (const std::uint32_t child : analysis_.children(analysis_[token])) {
      if (has_dep(analysis_, analysis_[child], {"prt", "advmod", "prep", "agent", "acomp", "oprd", "mark", "dobj"}) &&
          words.contains(analysis_.lower(analysis_[child])))
        return true;
      if (has_dep(analysis_, analysis_[child], {"xcomp", "ccomp"}) && words.contains("CLAUSE")) return true;
      if (has_dep(analysis_, analysis_[child], {"ccomp", "oprd"}) && words.contains("PREDICATE")) return true;
      if (has_dep(analysis_, analysis_[child], {"dobj"}) && words.contains("OBJECT")) return true;
    }
    return false;
  }

  void add_noun(std::uint32_t token) {
    if (has_dep(analysis_, analysis_[token], {"compound", "nmod", "amod", "poss"})) return;
    auto senses = context_.lexicon.noun(context_.key(token));
    if (context_.lexicon.ends_noun(context_.key(token)) && token > 0) {
      const std::uint32_t before = analysis_.text(analysis_[token - 1]) == "-" && token > 1 ? token - 2 : token - 1;
      const std::string pair = std::string(analysis_.lower(analysis_[before])) + " " + std::string(context_.key(token));
      if (const auto both = context_.lexicon.noun(pair); !both.empty()) senses = both;
    }
    if (senses.empty() && analysis_.tag(analysis_[token]) == "VBG")
      senses = context_.lexicon.noun(analysis_.lower(analysis_[token]));
    for (const EventSense& sense : senses) {
      if (!fits_noun(sense, token)) continue;
      EventTrigger trigger{token, &sense, sense.type, true, verb_above(token), {}, {}, {}, "noun"};
      if (is_carried(token)) trigger.carrying = context_.lexicon.carrying(context_.key(trigger.clause));
      if (sense.is_open) find_weapons(trigger);
      found_.push_back(std::move(trigger));
      return;
    }
  }

  bool fits_noun(const EventSense& sense, std::uint32_t token) const {
    if ((!sense.is_bare && is_bare(token) && !is_occurring(token)) || !is_told(token)) return false;
    if (!sense.with.empty() && !has_companion(token, sense.with)) return false;
    if (!sense.without.empty() && has_companion(token, sense.without)) return false;
    if (!sense.of.empty() && !holds(sense.of, object_behind(analysis_, token, kOf))) return false;
    if (!sense.modifier.empty() && !has_modifier(token, sense.modifier)) return false;
    if (!sense.not_modifier.empty() && has_modifier(token, sense.not_modifier)) return false;
    return sense.governor.empty() || has_governor(token, sense.governor);
  }

  // A plural that nothing makes this or that happening: "attacks", "talks".
  bool is_bare(std::uint32_t token) const {
    if (!is_one_of(analysis_.tag(analysis_[token]), {"NNS", "NNPS", "VBG"}) &&
        child_with_dep(analysis_, analysis_[token], {"det", "poss"}))
      return false;
    for (const std::uint32_t child : analysis_.children(analysis_[token])) {
      if (has_dep(analysis_, analysis_[child], {"det", "poss", "nummod", "prep", "amod", "compound", "relcl", "acl"}))
        return false;
    }
    return true;
  }

  bool in_class(std::uint32_t token, std::string_view name) const {
    return (context_.lexicon.classes(context_.key(token)) & context_.lexicon.class_named(name)) != 0;
  }

  // Whether what a noun hangs on tells it as a happening: "a series of attacks", "responsible for an attack", not "a
  // statement on attacks", "reports of attacks".
  bool is_told(std::uint32_t token) const {
    const Token& noun = analysis_[token];
    if (!has_dep(analysis_, noun, {"pobj"})) return true;
    const std::uint32_t above = analysis_[noun.head].head;
    const std::string_view preposition = analysis_.lower(analysis_[noun.head]);
    if (is_one_of(preposition, {"on", "to", "for", "over"}) ||
        (preposition == "of" && ground::is_noun(analysis_[above])))
      return in_class(above, "TELLS");
    return !is_one_of(preposition, {"as", "through", "about", "like", "than"});
  }

  // "Talks were restarted in December"
  bool is_occurring(std::uint32_t token) const {
    return has_dep(analysis_, analysis_[token], {"nsubj", "nsubjpass"}) && in_class(analysis_[token].head, "OCCUR");
  }

  bool has_modifier(std::uint32_t token, const WordTest& test) const {
    for (const std::uint32_t child : analysis_.children(analysis_[token])) {
      if (child < token &&
          has_dep(analysis_, analysis_[child], {"compound", "amod", "nmod", "poss", "det", "nummod"}) &&
          context_.holds(test, child))
        return true;
    }
    return false;
  }

  bool has_governor(std::uint32_t token, const WordTest& test) const {
    const std::uint32_t verb = verb_above(token);
    if (verb != token && context_.holds(test, verb)) return true;
    for (const std::uint32_t child : analysis_.children(analysis_[token])) {
      if (has_dep(analysis_, analysis_[child], {"acl", "relcl", "amod"}) && context_.holds(test, child)) return true;
    }
    return false;
  }

  // The verb whose clause the noun stands in; the noun itself where there is none.
  std::uint32_t verb_above(std::uint32_t token) const {
    constexpr int kMostSteps = 6;
    std::uint32_t at = token;
    for (int step = 0; step < kMostSteps; ++step) {
      if (ground::is_verbal(analysis_[at]) && at != token) return at;
      if (analysis_[at].is_root()) break;
      at = analysis_[at].head;
    }
    return token;
  }

  // Whether the noun is what the verb above it does: its object, or the subject of its passive.
  bool is_carried(std::uint32_t token) const {
    const std::uint32_t first = ground::first_conjunct(analysis_, token);
    if (has_dep(analysis_, analysis_[first], {"dobj", "nsubjpass"})) return true;
    // "carried out in an attack", "came under attack", "agreed to a truce"
    const Token& above = analysis_[analysis_[first].head];
    return has_dep(analysis_, analysis_[first], {"pobj"}) &&
           is_one_of(analysis_.lower(above), {"under", "in", "to", "on"});
  }

  void find_weapons(EventTrigger& trigger) const {
    const std::uint32_t token = trigger.token;
    for (const std::uint32_t child : analysis_.children(analysis_[token])) {
      const Token& word = analysis_[child];
      if (child < token && has_dep(analysis_, word, {"compound", "amod", "nmod"})) take_weapon(child, true, trigger);
      if (has_dep(analysis_, word, {"prep", "agent"}) && kMeans.contains(analysis_.lower(word))) {
        if (const auto object = child_with_dep(analysis_, word, {"pobj"})) take_phrase(*object, trigger);
      }
      // "using mortars"
      if (has_dep(analysis_, word, {"advcl"}) && is_one_of(analysis_.lemma(word), {"use", "employ", "fire"})) {
        if (const auto object = child_with_dep(analysis_, word, {"dobj"})) take_phrase(*object, trigger);
      }
    }
    if (trigger.is_noun) return;
    if (const auto doer = doer_of(analysis_, token)) take_phrase(*doer, trigger);
    if (const auto object = sufferer_of(analysis_, token); object && trigger.sense->object.empty())
      take_phrase(*object, trigger);
    if (trigger.instruments.empty()) find_weapons_behind(trigger);
  }

  // The parser hangs "with mortars" on the nearest noun.
  void find_weapons_behind(EventTrigger& trigger) const {
    constexpr std::uint32_t kReach = 40, kPhrase = 4;  // tokens
    const std::uint32_t end = std::min(ground::sentence_of(analysis_, trigger.token).end, trigger.token + kReach);
    for (std::uint32_t at = trigger.token + 1; at < end && trigger.instruments.empty(); ++at) {
      if (is_one_of(analysis_.tag(analysis_[at]), {"VBD", "VBZ", "VBP"})) return;
      if (!is_one_of(analysis_.lower(analysis_[at]), {"with", "using", "employing"})) continue;
      for (std::uint32_t word = at + 1; word < std::min(end, at + 1 + kPhrase); ++word) {
        if (analysis_[word].pos == language::Pos::kPunct) break;
        take_weapon(word, false, trigger);
      }
    }
  }

  // A noun and what stands in front of it: "rockets", "mortar shells".
  void take_phrase(std::uint32_t noun, EventTrigger& trigger) const {
    for (const std::uint32_t child : analysis_.children(analysis_[noun])) {
      if (child < noun && has_dep(analysis_, analysis_[child], {"compound", "amod", "nmod"}))
        take_weapon(child, true, trigger);
    }
    take_weapon(noun, false, trigger);
    if (const auto next = child_with_dep(analysis_, analysis_[noun], {"conj"})) take_weapon(*next, false, trigger);
  }

  void take_weapon(std::uint32_t token, bool in_front, EventTrigger& trigger) const {
    const Weapon* weapon = context_.lexicon.weapon(context_.key(token));
    if (!weapon || (weapon->is_modifier && !in_front)) return;
    if (trigger.instruments.empty()) trigger.type = weapon->type;
    trigger.instruments.emplace_back(context_.key(token));
  }

  // "waged a war", "imposed sanctions", "broke the truce": the verb tells it with its object.
  void drop_objects() {
    std::vector<std::uint32_t> told;
    for (const EventTrigger& trigger : found_) {
      if (trigger.is_noun || trigger.sense->object.empty()) continue;
      if (const auto object = sufferer_of(analysis_, trigger.token)) told.push_back(*object);
    }
    std::sort(told.begin(), told.end());
    std::erase_if(found_, [&](const EventTrigger& trigger) {
      return trigger.is_noun && std::binary_search(told.begin(), told.end(), trigger.token) &&
             !child_with_dep(analysis_, analysis_[trigger.token], {"acl", "relcl"});
    });
  }

  // A verb whose subject tells the happening already, and harm that is the result of one told beside it, are no other
  // happenings: "the blast hit a bus, killing nine". They tell what it did. Harm alone is one where it tells who did it
  // or with what.
  void drop_results() {
    std::vector<std::int32_t> noun_at(analysis_.size(), -1);
    std::vector<std::int32_t> told(analysis_.sentences().size(), -1);  // the last violent trigger of each sentence
    for (std::size_t n = 0; n < found_.size(); ++n) {
      const EventTrigger& trigger = found_[n];
      const bool violent = is_violent(trigger.type) || trigger.type == record::EventType::kArmedClash;
      if (trigger.sense->is_result || !violent) continue;
      if (trigger.is_noun) noun_at[trigger.token] = static_cast<std::int32_t>(n);
      told[analysis_[trigger.token].sentence] = static_cast<std::int32_t>(n);
    }
    std::vector<bool> drop(found_.size());
    for (std::size_t n = 0; n < found_.size(); ++n) {
      const EventTrigger& trigger = found_[n];
      if (trigger.is_noun || !is_violent(trigger.type)) continue;
      const auto doer = doer_of(analysis_, trigger.token);
      std::int32_t cause = doer ? noun_at[*doer] : -1;
      if (cause < 0 && trigger.sense->is_result) cause = cause_beside(trigger, noun_at, told);
      if (cause >= 0) {
        if (!found_[cause].harm) found_[cause].harm = trigger.token;
        drop[n] = true;
      } else if (trigger.sense->is_result) {
        drop[n] = !sufferer_of(analysis_, trigger.token) || (trigger.instruments.empty() && !doer);
      }
    }
    std::size_t n = 0;
    std::erase_if(found_, [&](const EventTrigger&) { return drop[n++]; });
  }

  // "killed in a raid", "killed by gunfire"; else whatever violence the sentence tells.
  std::int32_t cause_beside(const EventTrigger& harm, const std::vector<std::int32_t>& noun_at,
                            const std::vector<std::int32_t>& told) const {
    for (const std::uint32_t child : analysis_.children(analysis_[harm.token])) {
      if (!has_dep(analysis_, analysis_[child], {"prep", "agent"})) continue;
      const auto object = child_with_dep(analysis_, analysis_[child], {"pobj"});
      if (object && noun_at[*object] >= 0) return noun_at[*object];
    }
    return told[analysis_[harm.token].sentence];
  }

  const EventContext& context_;
  const Analysis& analysis_;
  std::vector<EventTrigger> found_;
};

}  // namespace

std::vector<EventTrigger> find_event_triggers(const EventContext& context) { return TriggerSearch(context).run(); }

}  // namespace counterclaim::extract
