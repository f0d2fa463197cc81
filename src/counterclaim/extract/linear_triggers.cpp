#include <algorithm>

#include "counterclaim/extract/trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Pos;
using language::Token;
using record::Measure;

bool class_fits(const CountedPhrase& phrase, Measure measure) {
  const NounType type = phrase.noun_class.type;
  if (counts_things(measure)) return type == NounType::kThing || type == NounType::kPlace;
  return type == NounType::kPerson || type == NounType::kUnknown;
}

}  // namespace

// "62 tanks (destroyed: 38, damaged: 16)": each state has a number of its own.
bool is_label(const Analysis& analysis, std::uint32_t state) {
  if (state == 0 || state + 1 >= analysis.size()) return false;
  return analysis.lower(analysis[state + 1]) == ":" && is_one_of(analysis.lower(analysis[state - 1]), {"(", ","});
}

namespace {

class LinearRules {
 public:
  LinearRules(const BlockView& view, const CountedPhrase& phrase)
      : view_(view),
        analysis_(view.analysis()),
        phrase_(phrase),
        sentence_(ground::punctuated_sentence(analysis_, phrase.tokens.begin)) {}

  // "12 killed", "nine others were badly wounded", "five of the wounded"
  Triggers state_behind() const {
    bool passive = false;
    const std::uint32_t begin = phrase_.tokens.end;
    constexpr int kMostWords = 6;
    std::uint32_t token = begin;
    for (int step = 0; step < kMostWords && token < sentence_.end; ++step, ++token) {
      if (const auto behind = behind_aside(token)) token = *behind;
      if (step == 0) token = behind_joint(token);
      if (const auto measure = state_at(token, passive)) return with_coordinated(token, *measure, passive);
      if (const auto phrase = view_.lexicon.state_phrases().longest(analysis_, token);
          phrase && class_fits(phrase_, static_cast<Measure>(phrase->value)))
        return {{static_cast<Measure>(phrase->value), phrase->end - 1, "state-phrase"}};
      if (!is_filler(token, passive)) break;
    }
    return {};
  }

  // "killing at least 12 people"
  Triggers verb_before() const {
    const std::uint32_t begin = phrase_.tokens.begin;
    for (std::uint32_t back = 1; back <= 4 && begin >= sentence_.begin + back; ++back) {
      const std::uint32_t token = begin - back;
      if (could_be_active(token)) {
        const auto measure = verb_measure(view_, token, phrase_, true);
        if (!measure || is_unreal(analysis_, token)) return {};
        return {{*measure, token, "verb-before"}};
      }
      const Token& there = analysis_[token];
      const bool filler = there.pos == Pos::kDet || there.pos == Pos::kAdv || there.pos == Pos::kPart ||
                          is_one_of(analysis_.lower(there),
                                    {"dead", "a", "an", "in", "total", "of", "as", "many", "-", "another", "between"});
      if (!filler) return {};
    }
    return {};
  }

  // "Killed: 12"
  Triggers state_before() const {
    if (phrase_.noun || phrase_.tokens.begin < 2) return {};
    const std::uint32_t colon = phrase_.tokens.begin - 1;
    if (!is_one_of(analysis_.lower(analysis_[colon]), {":", "–"}) || colon > 3) return {};
    const auto measure = view_.lexicon.state(analysis_.lower(analysis_[colon - 1]));
    if (!measure) return {};
    return {{*measure, colon - 1, "state-label"}};
  }

 private:
  // Behind what stands in dashes, brackets or commas: "the six - two cooks and four guards - killed".
  std::optional<std::uint32_t> behind_aside(std::uint32_t open) const {
    constexpr std::uint32_t kLongest = 25;
    const std::string_view mark = analysis_.lower(analysis_[open]);
    const bool dash = is_one_of(mark, {"-", "–", "—", "--"}) && open > 0 && analysis_[open - 1].space_after;
    const bool list =
        mark == "," && open + 1 < sentence_.end && view_.lexicon.begins_parts(analysis_.lower(analysis_[open + 1]));
    if (!dash && mark != "(" && !list) return std::nullopt;
    const std::string_view close = mark == "(" ? ")" : mark;
    const std::uint32_t end = std::min(sentence_.end, open + kLongest);
    std::optional<std::uint32_t> last;
    for (std::uint32_t token = open + 1; token + 1 < end; ++token) {
      if (analysis_.lower(analysis_[token]) != close) continue;
      last = token + 1;
      if (!list) break;
    }
    return last;
  }

  // Behind a second noun of the same number: "36 tanks and armoured vehicles destroyed".
  std::uint32_t behind_joint(std::uint32_t joint) const {
    constexpr std::uint32_t kLongest = 5;
    if (!phrase_.noun || !is_one_of(analysis_.lower(analysis_[joint]), {"and", "or"})) return joint;
    std::uint32_t token = joint + 1;
    const std::uint32_t end = std::min(sentence_.end, joint + kLongest);
    while (token < end && (ground::is_noun(analysis_[token]) || analysis_[token].pos == Pos::kAdj) &&
           !view_.lexicon.state(analysis_.lower(analysis_[token])))
      ++token;
    const bool nouns = token > joint + 1 && ground::is_noun(analysis_[token - 1]) &&
                       is_one_of(analysis_.tag(analysis_[token - 1]), {"NNS", "NNPS"});
    return nouns && token < sentence_.end ? token : joint;
  }

  bool is_filler(std::uint32_t token, bool& passive) const {
    const Token& there = analysis_[token];
    const std::string_view lower = analysis_.lower(there);
    if (analysis_.lemma(there) == "be" || analysis_.lemma(there) == "get") {
      // "a rebel involved in the death of two guards was arrested": the verb is not that of the guards.
      if (is_plural() && is_one_of(lower, {"was", "is"})) return false;
      passive = true;
      return true;
    }
    if (view_.lexicon.may_part_state(lower)) return true;
    return there.pos == Pos::kAdv && !is_one_of(lower, {"not", "n't", "never", "when", "where"});
  }

  bool is_plural() const {
    return phrase_.number && phrase_.noun && is_one_of(analysis_.tag(analysis_[*phrase_.noun]), {"NNS", "NNPS"});
  }

  std::optional<Measure> state_at(std::uint32_t token, bool passive) const {
    const Token& there = analysis_[token];
    const std::string_view lower = analysis_.lower(there);
    if (is_label(analysis_, token)) return std::nullopt;
    std::optional<Measure> measure = view_.lexicon.state(lower);
    const bool participle = is_one_of(analysis_.tag(there), {"VBN", "VBD"});
    // Without an auxiliary only a sure participle tells what was suffered: "nine villagers gunned down by rebels".
    const bool suffered = passive ? participle : analysis_.tag(there) == "VBN";
    if (!measure && suffered) measure = verb_measure(view_, token, phrase_, true);
    if (!measure || !class_fits(phrase_, *measure)) return std::nullopt;
    if (is_unreal(analysis_, token)) return std::nullopt;
    if (passive) return measure;
    // "the general had killed or captured thousands"
    if (token > 0 && is_one_of(analysis_.lower(analysis_[token - 1]), {"have", "has", "had"})) return std::nullopt;
    // "12 gunmen killed nine" has an object, and so has "killed a guard".
    if (child_with_dep(analysis_, there, {"dobj"}) && there.pos == Pos::kVerb) return std::nullopt;
    if (token + 1 < sentence_.end && there.pos == Pos::kVerb && begins_object(token + 1)) return std::nullopt;
    if (kills_others(token)) return std::nullopt;
    // In "six wounded nurses" the state belongs to the noun behind it.
    if (!phrase_.noun && token + 1 < sentence_.end && ground::is_noun(analysis_[token + 1]) &&
        analysis_[token].head > token && has_dep(analysis_, there, {"amod"}))
      return std::nullopt;
    return measure;
  }

  // "four gunmen shot dead a baker": the verb in front of "dead" has another object.
  bool kills_others(std::uint32_t state) const {
    if (state <= phrase_.tokens.end) return false;
    const Token& verb = analysis_[state - 1];
    if (!is_one_of(analysis_.tag(verb), {"VBD", "VBZ", "VBP"})) return false;
    const auto object = child_with_dep(analysis_, verb, {"dobj"});
    return object ? *object >= phrase_.tokens.end : state + 1 < sentence_.end && begins_object(state + 1);
  }

  bool begins_object(std::uint32_t token) const {
    const Token& there = analysis_[token];
    return there.pos == Pos::kNum ||
           is_one_of(analysis_.lower(there), {"a", "an", "the", "his", "her", "their", "dozens"});
  }

  // "killed or missing" is one measure; "captured and shot dead" are two.
  Triggers with_coordinated(std::uint32_t token, Measure measure, bool passive) const {
    Triggers found{{measure, token, passive ? "state-behind-passive" : "state-behind"}};
    std::uint32_t next = token + 1;
    if (next + 1 >= sentence_.end || !is_one_of(analysis_.lower(analysis_[next]), {"or", "and", "/"})) return found;
    const bool either = analysis_.lower(analysis_[next]) != "and";
    ++next;
    while (next + 1 < sentence_.end && is_one_of(analysis_.lower(analysis_[next]), {"then", "were", "later", "are"}))
      ++next;
    auto second = view_.lexicon.state(analysis_.lower(analysis_[next]));
    if (!second && analysis_.tag(analysis_[next]) == "VBN") second = verb_measure(view_, next, phrase_, true);
    if (!second || *second == measure) return found;
    const auto joint = view_.lexicon.joint(measure, *second);
    if (joint && (either || !passive)) {
      // The joint counts end with its second word.
      return {{*joint, next, "joint-state"}};
    }
    if (!child_with_dep(analysis_, analysis_[next], {"dobj", "nsubj", "nsubjpass"}))
      found.push_back({*second, next, "state-coordinated"});
    return found;
  }

  bool could_be_active(std::uint32_t token) const {
    const Token& there = analysis_[token];
    const std::string_view tag = analysis_.tag(there);
    const bool headline = there.pos == Pos::kPropn && !is_one_of(tag, {"NNPS"});
    if (!is_one_of(tag, {"VBG", "VBD", "VBZ", "VBP", "VB", "VBN"}) && !headline) return false;
    if (child_with_dep(analysis_, there, {"auxpass"})) return false;
    if (token > 0 && analysis_.lemma(analysis_[token - 1]) == "be" && tag == "VBN") return false;
    return true;
  }

  const BlockView& view_;
  const Analysis& analysis_;
  const CountedPhrase& phrase_;
  TokenSpan sentence_;
};

}  // namespace

Triggers linear_state_behind(const BlockView& view, const CountedPhrase& phrase) {
  return LinearRules(view, phrase).state_behind();
}

Triggers linear_verb_before(const BlockView& view, const CountedPhrase& phrase) {
  return LinearRules(view, phrase).verb_before();
}

Triggers linear_state_before(const BlockView& view, const CountedPhrase& phrase) {
  return LinearRules(view, phrase).state_before();
}

// "six wounded nurses", "dozens of dead protesters", "the three bombed hotels"
Triggers state_in_front(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (!phrase.noun) return {};
  for (std::uint32_t token = phrase.number ? phrase.number->digits.end : phrase.tokens.begin; token < *phrase.noun;
       ++token) {
    std::optional<Measure> measure = view.lexicon.state(analysis.lower(analysis[token]));
    if (!measure && analysis.tag(analysis[token]) == "VBN" && phrase.noun_class.type != NounType::kUnknown)
      measure = verb_measure(view, token, phrase, true);
    if (measure && class_fits(phrase, *measure)) return {{*measure, token, "state-in-front"}};
  }
  return {};
}

}  // namespace counterclaim::extract
