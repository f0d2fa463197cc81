#include "counterclaim/ground/time_grammar.h"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using language::Token;

constexpr int kStepsUp = 16;
constexpr std::uint32_t kNear = 12;  // tokens

// The children that stand shortly before a token: its helping verbs, articles and modifiers. Bounded, so that a text of
// one endless clause costs no more than others.
std::span<const std::uint32_t> children_before(const Analysis& analysis, const Token& token) {
  const auto children = analysis.children(token);
  const std::uint32_t from = token.index > kNear ? token.index - kNear : 0;
  const auto begin = std::lower_bound(children.begin(), children.end(), from);
  return {begin, std::lower_bound(begin, children.end(), token.index)};
}

bool measures_something(NotCount kind) {
  switch (kind) {
    case NotCount::kPercent:
    case NotCount::kMoney:
    case NotCount::kLength:
    case NotCount::kArea:
    case NotCount::kMass:
    case NotCount::kAge:
    case NotCount::kVotes:
    case NotCount::kLabel: return true;
    default: return false;
  }
}

}  // namespace

TimeGrammar::TimeGrammar(const Analysis* analysis, const std::vector<NumberMention>& numbers,
                         const std::vector<TimeToken>& tokens)
    : analysis_(analysis && analysis->size() > 0 ? analysis : nullptr), numbers_(numbers), tokens_(tokens) {
  if (!analysis_) return;
  first_word_.reserve(tokens.size());
  std::uint32_t word = 0;
  for (const TimeToken& token : tokens) {
    while (word + 1 < analysis_->size() && (*analysis_)[word].code_points.end <= token.begin) ++word;
    first_word_.push_back(word);
  }
}

TokenSpan TimeGrammar::tokens_of(TokenSpan light) const {
  if (!analysis_ || light.empty()) return {};
  std::uint32_t last = first_word_[light.end - 1];
  while (last + 1 < analysis_->size() && (*analysis_)[last].code_points.end < tokens_[light.end - 1].end) ++last;
  return {first_word_[light.begin], last + 1};
}

// "said on Wednesday it would …": the verb right in front, which the parser gives up now and then for the next one.
std::optional<std::uint32_t> TimeGrammar::governor_before(TokenSpan words) const {
  std::uint32_t at = words.begin;
  if (at > 0 && (*analysis_)[at - 1].pos == Pos::kAdp) --at;
  if (at == 0 || !is_one_of(analysis_->tag((*analysis_)[at - 1]), {"VBD", "VBZ", "VBP"})) return std::nullopt;
  return at - 1;
}

TimeTense TimeGrammar::tense(TokenSpan light) const {
  const TokenSpan words = tokens_of(light);
  if (words.empty()) return TimeTense::kUnknown;
  const Token& verb = verb_above((*analysis_)[governor_before(words).value_or(words.end - 1)]);
  return is_verbal(verb) ? tense_of_verb(verb) : TimeTense::kUnknown;
}

// The first verb on the way up; some other word where there is none near.
const Token& TimeGrammar::verb_above(const Token& token) const {
  const Token* at = &token;
  for (int step = 0; step < kStepsUp && !is_verbal(*at) && !at->is_root(); ++step) at = &(*analysis_)[at->head];
  return *at;
}

TimeTense TimeGrammar::tense_of_verb(const Token& verb) const {
  bool infinitive = false;
  for (const std::uint32_t child : children_before(*analysis_, verb)) {
    const Token& helper = (*analysis_)[child];
    if (!has_dep(*analysis_, helper, {"aux", "auxpass"})) continue;
    const std::string_view tag = analysis_->tag(helper);
    if (is_one_of(analysis_->lemma(helper), {"will", "would", "shall", "'ll"})) return TimeTense::kFuture;
    if (tag == "VBD") return TimeTense::kPast;
    if (is_one_of(tag, {"VBZ", "VBP"})) {
      const bool perfect = analysis_->lemma(helper) == "have" && is_one_of(analysis_->tag(verb), {"VBN", "VBD"});
      return perfect ? TimeTense::kPast : TimeTense::kPresent;
    }
    if (tag == "TO") infinitive = true;
  }
  if (infinitive) return TimeTense::kFuture;
  const std::string_view tag = analysis_->tag(verb);
  if (is_one_of(tag, {"VBD", "VBN"})) return TimeTense::kPast;
  return is_one_of(tag, {"VBZ", "VBP"}) ? TimeTense::kPresent : TimeTense::kUnknown;
}

// The word of the expression that the others hang on.
const Token& TimeGrammar::head_of(TokenSpan words) const {
  for (std::uint32_t at = words.begin; at < words.end; ++at) {
    const Token& token = (*analysis_)[at];
    if (!words.contains(token.head) || token.is_root()) return token;
  }
  return (*analysis_)[words.end - 1];
}

bool TimeGrammar::has_borrowed_article(TokenSpan light) const {
  const TokenSpan words = tokens_of(light);
  if (words.size() < 2) return false;
  const Token& article = (*analysis_)[words.begin];
  return is_one_of(analysis_->lower(article), {"the", "a", "an"}) && article.head >= words.end;
}

bool TimeGrammar::moves_narrative(TokenSpan light) const {
  const TokenSpan words = tokens_of(light);
  if (words.empty()) return true;
  if (light.begin > 0 && tokens_[light.begin - 1].sign == '(') return false;
  const Token& head = head_of(words);
  if (has_dep(*analysis_, head, {"compound", "amod", "nummod", "nmod", "poss"}) && head.head >= words.end) return false;
  const Token& verb = verb_above(head);
  return !is_verbal(verb) || (!is_hypothetical(verb) && !is_in_relative_clause(verb));
}

bool TimeGrammar::is_hypothetical(const Token& verb) const {
  const auto children = children_before(*analysis_, verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
    const Token& helper = (*analysis_)[child];
    return has_dep(*analysis_, helper, {"aux"}) &&
           is_one_of(analysis_->lower(helper), {"will", "would", "shall", "could", "should", "'d", "'ll"});
  });
}

bool TimeGrammar::is_in_relative_clause(const Token& verb) const {
  const Token* at = &verb;
  for (int step = 0; step < kStepsUp && !at->is_root(); ++step) {
    if (has_dep(*analysis_, *at, {"relcl"})) return true;
    at = &(*analysis_)[at->head];
  }
  return false;
}

bool TimeGrammar::accepts(const TimeMatch& match, const Surroundings& surroundings) const {
  const auto& guards = match.pattern->guards;
  return std::all_of(guards.begin(), guards.end(),
                     [&](TimeGuard guard) { return passes(guard, match, surroundings); }) &&
         (!match.unclear || is_clear(match)) && !has_stray_number(match);
}

bool TimeGrammar::passes(TimeGuard guard, const TimeMatch& match, const Surroundings& surroundings) const {
  const TokenSpan words = tokens_of(match.spans[match.mentions - 1]);
  switch (guard) {
    case TimeGuard::kYear: return is_year(match);
    case TimeGuard::kEra: return is_year_of_era(match, surroundings);
    case TimeGuard::kUndated: return surroundings.undated;
    case TimeGuard::kDated: return !surroundings.undated;
    case TimeGuard::kAlone: return words.empty() || stands_alone(words);
    case TimeGuard::kNoun: return words.empty() || is_noun((*analysis_)[words.end - 1]);
    case TimeGuard::kAdjective:
      return words.empty() || is_one_of(analysis_->dep((*analysis_)[words.end - 1]), {"amod", "compound", "advmod"});
    case TimeGuard::kComplete: return words.empty() || governs_nothing(words);
    case TimeGuard::kNotName:
      return words.empty() || !is_one_of(analysis_->entity_label((*analysis_)[words.end - 1]),
                                         {"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"});
  }
  return true;
}

std::string_view TimeGrammar::lower_before(TokenSpan words) const {
  return words.begin > 0 ? analysis_->lower((*analysis_)[words.begin - 1]) : std::string_view();
}

std::string_view TimeGrammar::lower_behind(TokenSpan words) const {
  return words.end < analysis_->size() ? analysis_->lower((*analysis_)[words.end]) : std::string_view();
}

// "may", "march", "fall", "second": alone they are times only as names or nouns that a preposition governs.
bool TimeGrammar::is_clear(const TimeMatch& match) const {
  const bool in_first = match.parts[0].has(TimeSlot::kMonth) || match.mentions == 1;
  const TokenSpan light = match.spans[in_first ? 0 : 1];
  const TimeParts& parts = match.parts[in_first ? 0 : 1];
  const bool alone = light.size() == 1;
  if (parts.has(TimeSlot::kMonth) && !has_capital_month(light)) return false;
  if (!alone && (parts.has(TimeSlot::kYear) || parts.has(TimeSlot::kDay) || parts.has(TimeSlot::kWhich))) return true;
  const TokenSpan words = tokens_of(light);
  if (words.empty()) return !alone;
  const Token& last = (*analysis_)[words.end - 1];
  if (!is_noun(last)) return false;
  const auto is_named = [&](std::uint32_t child) {
    return child < words.begin && has_dep(*analysis_, (*analysis_)[child], {"det", "compound", "amod", "poss"});
  };
  const auto children = children_before(*analysis_, last);
  if (std::any_of(children.begin(), children.end(), is_named)) return false;
  if (parts.has(TimeSlot::kMonth)) {
    const bool person = analysis_->entity_label(last) == "PERSON" || has_dep(*analysis_, last, {"nsubj", "nsubjpass"});
    return !person || is_one_of(lower_before(words), {"in", "of", "by", "since", "until", "during"});
  }
  // "the fall of the city": a season only with "in", "last" and the like in front and no "of" behind.
  return !is_one_of(lower_behind(words), {"of", "-"}) && last.pos == Pos::kNoun;
}

// "1945 soldiers", "in 2000 villages": the number of a plural noun that is no happening.
bool TimeGrammar::counts_what_follows(TokenSpan words) const {
  const Token& number = (*analysis_)[words.end - 1];
  const Token& head = (*analysis_)[number.head];
  return head.index >= words.end && head.index <= words.end + 3 && is_one_of(analysis_->tag(head), {"NNS", "NNPS"}) &&
         analysis_->dep(number) == "nummod";
}

bool TimeGrammar::is_year(const TimeMatch& match) const {
  const TokenSpan words = tokens_of(match.spans[match.mentions - 1]);
  if (words.empty() || match.parts[match.mentions - 1].has(TimeSlot::kEra)) return true;
  const NotCount kind = kind_of_number(words.end - 1);
  if (measures_something(kind) && !(match.mentions > 1 && kind == NotCount::kLabel)) return false;
  if (match.mentions > 1) return true;
  const bool counts = counts_what_follows(words);
  // "its 2006 highs" but not "2000 goats": before a plural the recogniser is not trusted with round numbers.
  const bool round = tokens_[match.spans[0].end - 1].number % 50 == 0;
  if (analysis_->entity_label((*analysis_)[words.end - 1]) == "DATE" && !(counts && round)) return true;
  return kind != NotCount::kNone && !counts;
}

// What the reader of numbers took it for; a year where it read none.
NotCount TimeGrammar::kind_of_number(std::uint32_t word) const {
  const auto behind =
      std::upper_bound(numbers_.begin(), numbers_.end(), word,
                       [](std::uint32_t at, const NumberMention& number) { return at < number.tokens.begin; });
  if (behind == numbers_.begin() || !(behind - 1)->tokens.contains(word)) return NotCount::kYear;
  return (behind - 1)->not_count;
}

// "on the 20th", but not "the 20th Infantry".
bool TimeGrammar::stands_alone(TokenSpan words) const {
  if (words.end >= analysis_->size()) return true;
  const Token& behind = (*analysis_)[words.end];
  return !is_noun(behind) && behind.pos != Pos::kAdj && behind.pos != Pos::kNum && analysis_->lower(behind) != "-";
}

// "In May 12 people …": the number at the end counts what follows, and the month is no part of that phrase.
bool TimeGrammar::has_stray_number(const TimeMatch& match) const {
  const TokenSpan light = match.spans[match.mentions - 1];
  const TokenSpan words = tokens_of(light);
  const TimeParts& parts = match.parts[match.mentions - 1];
  if (!parts.has(TimeSlot::kDay) || parts.has(TimeSlot::kYear)) return false;
  if (words.size() < 2 || tokens_[light.end - 1].kind != TimeTokenKind::kNumber || !counts_what_follows(words))
    return false;
  const Token& number = (*analysis_)[words.end - 1];
  return head_of(words).index != number.index && head_of(words).head != number.head;
}

// "the day before, …", but not "the day before the raid".
bool TimeGrammar::governs_nothing(TokenSpan words) const {
  if (words.end >= analysis_->size()) return true;
  const Token& behind = (*analysis_)[words.end];
  return behind.pos == Pos::kPunct || is_one_of(analysis_->tag(behind), {"VBD", "VBZ", "VBP", "MD"}) ||
         behind.pos == Pos::kCconj || behind.pos == Pos::kAdp;
}

bool TimeGrammar::has_capital_month(TokenSpan light) const {
  return std::any_of(tokens_.begin() + light.begin, tokens_.begin() + light.end,
                     [](const TimeToken& token) { return token.capital; });
}

// "lasting from 499 to 493 BC", later "In 479": a short number is a year in a narrative of such years.
bool TimeGrammar::is_year_of_era(const TimeMatch& match, const Surroundings& surroundings) const {
  if (!surroundings.before_christ || !surroundings.last_year) return false;
  const int year = match.parts[0].integer(TimeSlot::kYear3);
  if (year < 10 || std::abs(year - *surroundings.last_year) > 150) return false;
  const TokenSpan words = tokens_of(match.spans[0]);
  return words.empty() || !counts_what_follows(words);
}

}  // namespace counterclaim::ground
