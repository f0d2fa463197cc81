#include "counterclaim/ground/place_judge.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"
#include "counterclaim/language/unicode.h"

namespace counterclaim::ground {

using language::Analysis;
using language::Pos;
using language::Token;
using record::PlaceKind;

namespace {

// Importance, on the scale of a town's population, from which a name is a place with weak signs or none.
constexpr std::uint32_t kKnownTown = 15'000;
constexpr std::uint32_t kKnownCity = 300'000;

constexpr std::uint32_t kMostSkipped = 3;  // words between a preposition and its place

std::uint32_t importance(const PlaceCandidates::Name& name) {
  return name.places.empty() ? 0 : name.places.front().importance;
}

bool is_country(const PlaceCandidates::Name& name) {
  return !name.places.empty() && name.places.front().kind == PlaceKind::kCountry;
}

bool is_settled(PlaceKind kind) { return kind == PlaceKind::kLocality || kind == PlaceKind::kArea; }

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The token `steps` behind `end` in the same sentence, or none.
const Token* token_from(const Analysis& analysis, std::uint32_t end, std::uint32_t steps = 0) {
  const std::uint32_t at = end + steps;
  if (at >= analysis.size() || analysis[at].sentence != analysis[end - 1].sentence) return nullptr;
  return &analysis[at];
}

}  // namespace

std::optional<PlaceKind> PlaceJudge::own_kind(const Analysis& analysis, TokenSpan name) const {
  if (name.size() < 2) return std::nullopt;
  for (const std::uint32_t at : {name.end - 1, name.begin}) {
    if (const PlaceCueWord& word = cues_.of(analysis, at); word.is(PlaceCue::kKind)) return word.kind;
  }
  return std::nullopt;
}

// "the village of", "south of", "residents of"
PlaceJudge::Beside PlaceJudge::before_of(const Analysis& analysis, std::uint32_t of) const {
  if (of == 0) return {Strength::kWeak, {}};
  const PlaceCueWord& word = cues_.of(analysis, of - 1);
  if (word.is(PlaceCue::kKind) && is_settled(*word.kind)) return {Strength::kKind, word.kind};
  if (word.is(PlaceCue::kOf) || word.is(PlaceCue::kKind)) return {Strength::kSure, {}};
  return {Strength::kWeak, {}};
}

PlaceJudge::Beside PlaceJudge::before(const Analysis& analysis, TokenSpan name) const {
  const std::uint32_t sentence = analysis[name.begin].sentence;
  std::uint32_t at = name.begin;
  for (std::uint32_t skipped = 0; at > 0 && analysis[at - 1].sentence == sentence; --at, ++skipped) {
    const Token& token = analysis[at - 1];
    const PlaceCueWord& word = cues_.of(analysis, token.index);
    if (word.is(PlaceCue::kKind) && at == name.begin && !is_name_like(analysis.text(token)) && is_settled(*word.kind)) {
      return {Strength::kSure, word.kind};  // "the province Ayacucho"
    }
    if (word.is(PlaceCue::kCalled) && at == name.begin && at > 1) {
      if (const PlaceCueWord& noun = cues_.of(analysis, at - 2); noun.is(PlaceCue::kKind)) {
        return {Strength::kKind, noun.kind};
      }
    }
    if (analysis.lower(token) == "of") return before_of(analysis, token.index);
    const bool particle = token.pos == Pos::kPart || analysis.dep(token) == "prt";
    if (word.is(PlaceCue::kSurePreposition) && !particle) return {Strength::kSure, {}};
    if (word.is(PlaceCue::kWeakPreposition)) return {Strength::kWeak, {}};
    const bool may_stand_between = word.is(PlaceCue::kDirection) || token.pos == Pos::kAdj || token.pos == Pos::kDet ||
                                   analysis.text(token) == "-";
    if (!may_stand_between || skipped == kMostSkipped) break;
  }
  return {};
}

PlaceJudge::Beside PlaceJudge::behind(const Analysis& analysis, TokenSpan name) const {
  const Token* next = token_from(analysis, name.end);
  if (!next) return {};
  const PlaceCueWord& word = cues_.of(analysis, next->index);
  if (word.is(PlaceCue::kKind) && !is_name_like(analysis.text(*next))) {
    if (!is_settled(*word.kind)) return {Strength::kSure, *word.kind == PlaceKind::kWater ? word.kind : std::nullopt};
    return {Strength::kKind, word.kind};
  }
  if (word.is(PlaceCue::kOwned)) return {Strength::kSure, {}};
  if (analysis.text(*next) == "-") {
    const Token* joined = token_from(analysis, name.end, 1);
    if (joined && is_one_of(analysis.lower(*joined), {"based", "born", "area"})) return {Strength::kSure, {}};
  }
  if (!is_one_of(analysis.text(*next), {"'s", "’s", "'", "’"})) return {};
  for (std::uint32_t step = 1; step <= kMostSkipped; ++step) {
    const Token* owned = token_from(analysis, name.end, step);
    if (!owned) break;
    const PlaceCueWord& noun = cues_.of(analysis, owned->index);
    if (noun.is(PlaceCue::kOwned) || noun.is(PlaceCue::kDirection) || noun.is(PlaceCue::kKind)) {
      return {Strength::kSure, {}};
    }
    if (owned->pos != Pos::kAdj) break;
  }
  return {};
}

bool PlaceJudge::is_something_else(const Analysis& analysis, const PlaceSpan& span) const {
  if (has_digit(analysis.text(span.tokens)) && span.known.empty()) return true;
  if (const Token* next = token_from(analysis, span.tokens.end)) {
    if (cues_.of(analysis, next->index).is(PlaceCue::kThing)) return true;
  }
  if (span.tokens.begin > 0 && span.known.size() < 2) {
    const Token& previous = analysis[span.tokens.begin - 1];
    const bool capital = is_name_like(analysis.text(previous));
    if (capital && cues_.of(analysis, previous.index).is(PlaceCue::kTitle)) return true;
  }
  const std::string_view tag = analysis.tag(analysis[span.tokens.end - 1]);
  if (span.label == NameLabel::kPeople) return tag != "NNP" || analysis.lower(analysis[span.tokens.begin]) == "the";
  return tag.starts_with("JJ") && span.label != NameLabel::kPlace;
}

PlaceVerdict PlaceJudge::of_place_label(const PlaceSpan& span, Beside beside, bool is_person) const {
  const bool sure_beside = beside.strength >= Strength::kSure;
  if (is_person && !sure_beside) return {PlaceStanding::kDoubtful, "named_as_person", {}};
  if (!span.known.empty()) return {PlaceStanding::kSure, "entity_in_gazetteer", beside.kind};
  if (sure_beside) return {PlaceStanding::kSure, "entity_beside_place_word", beside.kind};
  return {PlaceStanding::kDoubtful, "entity_alone", beside.kind};
}

PlaceVerdict PlaceJudge::of_other_label(const PlaceSpan& span, const PlaceCandidates::Name& name, Beside beside,
                                        bool is_person) const {
  if (span.known.empty()) {
    const bool told = beside.strength == Strength::kKind && !is_person;
    return {told ? PlaceStanding::kSure : PlaceStanding::kNone, "told_kind", beside.kind};
  }
  if (beside.strength >= Strength::kSure && !(is_person && beside.strength != Strength::kKind)) {
    return {PlaceStanding::kSure, "in_gazetteer_beside_place_word", beside.kind};
  }
  const std::uint32_t weight = importance(name);
  if (span.names_body && weight >= kKnownTown) return {PlaceStanding::kSure, "in_front_of_body", {}};
  if (is_person) return {PlaceStanding::kNone, "named_as_person", {}};
  if (is_country(name)) return {PlaceStanding::kLikely, "name_of_country", {}};
  if (beside.strength == Strength::kWeak && weight >= kKnownTown) {
    return {PlaceStanding::kLikely, "in_gazetteer_behind_preposition", {}};
  }
  if (span.label == NameLabel::kNone && weight >= kKnownCity) return {PlaceStanding::kLikely, "name_of_city", {}};
  return {PlaceStanding::kDoubtful, "in_gazetteer_alone", beside.kind};
}

PlaceVerdict PlaceJudge::judge(const Analysis& analysis, const PlaceSpan& span, const PlaceCandidates::Name& name,
                               bool is_person, bool is_party) const {
  if (is_something_else(analysis, span)) return {PlaceStanding::kNone, "something_else", {}};
  if (is_party && metonymy_.acts(analysis, span.tokens)) return {PlaceStanding::kNone, "acts", {}};
  Beside beside = behind(analysis, span.tokens);
  if (const Beside front = before(analysis, span.tokens); front.strength > beside.strength) {
    beside = {front.strength, front.kind ? front.kind : beside.kind};
  }
  const std::optional<PlaceKind> own = own_kind(analysis, span.tokens);
  PlaceVerdict verdict;
  if (own && span.label == NameLabel::kPlace && span.known.empty()) {
    verdict = {PlaceStanding::kSure, "kind_in_name", own};
  } else if (span.label == NameLabel::kFacility && span.known.empty()) {
    verdict = {own ? PlaceStanding::kSure : PlaceStanding::kDoubtful, "kind_in_name", own};
  } else if (span.label == NameLabel::kPlace || span.label == NameLabel::kFacility) {
    verdict = of_place_label(span, beside, is_person);
  } else {
    verdict = of_other_label(span, name, beside, is_person);
  }
  if (own) verdict.kind = own;
  return verdict;
}

}  // namespace counterclaim::ground
