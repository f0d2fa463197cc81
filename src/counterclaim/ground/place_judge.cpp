#include "counterclaim/ground/place_judge.h"

#include <algorithm>

namespace counterclaim::ground {

using language::Analysis;
using language::Token;
using record::PlaceKind;

namespace {

// Importance, on the scale of a town's population, from which a name is a place with weak signs or none.
constexpr std::uint32_t kKnownTown = 15'000;
constexpr std::uint32_t kKnownCity = 300'000;

constexpr std::size_t kLongestAcronym = 6;  // letters

std::uint32_t importance(const PlaceCandidates::Name& name) {
  return name.places.empty() ? 0 : name.places.front().importance;
}

bool is_country(const PlaceCandidates::Name& name) {
  return !name.places.empty() && name.places.front().kind == PlaceKind::kCountry;
}

bool is_town_by_that_name(const PlaceCandidates::Name& name) {
  return is_country(name) || std::any_of(name.places.begin(), name.places.end(), [](const auto& place) {
           return place.customary && place.importance >= kKnownTown;
         });
}

bool is_known_area(const PlaceCandidates::Name& name) {
  return importance(name) >= kKnownCity &&
         (name.places.front().kind == PlaceKind::kArea || name.places.front().kind == PlaceKind::kCountry);
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_acronym(std::string_view text) {
  return text.size() <= kLongestAcronym &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

// "UK" in "UK-Algerian"
bool is_half_of_adjective(const Analysis& analysis, const Token& hyphen) {
  if (analysis.text(hyphen) != "-" || hyphen.space_after || hyphen.index + 1 >= analysis.size()) return false;
  const Token& other = analysis[hyphen.index + 1];
  return analysis.tag(other).starts_with("JJ") && is_name_like(analysis.text(other));
}

bool is_place_label(NameLabel label) { return label == NameLabel::kPlace || label == NameLabel::kFacility; }

PlaceVerdict of_place_label(const PlaceSpan& span, const PlaceCandidates::Name& name, PlaceSurroundings beside,
                            bool is_person) {
  const bool sure = beside.sign >= PlaceSign::kSure;
  if (is_person && !sure) return {PlaceStanding::kDoubtful, "named_as_person", {}};
  // The recogniser marks many a stray word that is a hamlet somewhere.
  const bool stray = beside.sign == PlaceSign::kNone && span.tokens.size() == 1 && importance(name) < kKnownTown;
  if (!span.known.empty()) {
    return {stray ? PlaceStanding::kDoubtful : PlaceStanding::kSure, "entity_in_gazetteer", beside.kind};
  }
  if (sure) return {PlaceStanding::kSure, "entity_beside_place_word", beside.kind};
  return {PlaceStanding::kDoubtful, "entity_alone", beside.kind};
}

PlaceVerdict of_other_label(const PlaceSpan& span, const PlaceCandidates::Name& name, PlaceSurroundings beside,
                            bool is_person) {
  if (span.known.empty()) {
    const bool told = beside.sign == PlaceSign::kKind && !is_person;
    return {told ? PlaceStanding::kSure : PlaceStanding::kNone, "told_kind", beside.kind};
  }
  if (span.names_body) {
    return {is_town_by_that_name(name) ? PlaceStanding::kSure : PlaceStanding::kNone, "in_front_of_body", {}};
  }
  if (beside.sign >= PlaceSign::kSure) return {PlaceStanding::kSure, "in_gazetteer_beside_place_word", beside.kind};
  const std::uint32_t weight = importance(name);
  if (is_person) return {PlaceStanding::kNone, "named_as_person", {}};
  if (is_country(name)) return {PlaceStanding::kLikely, "name_of_country", {}};
  if (beside.sign == PlaceSign::kWeak && weight >= kKnownTown) {
    return {PlaceStanding::kLikely, "in_gazetteer_behind_preposition", {}};
  }
  if (span.label == NameLabel::kNone && weight >= kKnownCity) return {PlaceStanding::kLikely, "name_of_city", {}};
  return {PlaceStanding::kDoubtful, "in_gazetteer_alone", beside.kind};
}

}  // namespace

std::optional<PlaceKind> PlaceJudge::own_kind(const Analysis& analysis, TokenSpan name) const {
  if (name.size() < 2) return std::nullopt;
  const PlaceCueWord& last = cues_.of(analysis, name.end - 1);
  if (last.is(PlaceCue::kKind)) return last.kind;
  const PlaceCueWord& first = cues_.of(analysis, name.begin);
  return first.is(PlaceCue::kLeading) ? first.kind : std::nullopt;
}

bool PlaceJudge::is_something_else(const Analysis& analysis, const PlaceSpan& span,
                                   const PlaceCandidates::Name& name) const {
  const std::string_view text = analysis.text(span.tokens);
  if (text.size() < 2 || text.ends_with('$') || (has_digit(text) && span.known.empty())) return true;
  // "Federal", "Church", "West": towns somewhere, and never meant without more.
  const bool well_known = is_place_label(span.label) && importance(name) >= kKnownCity;
  const PlaceCueWord& first = cues_.of(analysis, span.tokens.begin);
  if (span.tokens.size() == 1 && first.is(PlaceCue::kNever)) return true;
  if (span.tokens.size() == 1 && !well_known && first.is_common_noun()) return true;
  if (!is_place_label(span.label) && is_acronym(text) && !is_known_area(name)) return true;  // "SUV", "HIV"; not "NSW"
  if (span.tokens.end < analysis.size()) {
    const Token& next = analysis[span.tokens.end];
    const PlaceCueWord& word = cues_.of(analysis, next.index);
    const bool same = next.sentence == analysis[span.tokens.begin].sentence;
    if (same && word.is(PlaceCue::kThing)) return true;
    if (same && is_half_of_adjective(analysis, next)) return true;
    if (same && word.is(PlaceCue::kEnterprise) && is_name_like(analysis.text(next))) return true;
  }
  const PlaceCueWord& last = cues_.of(analysis, span.tokens.end - 1);
  const bool other = last.is(PlaceCue::kEnterprise) || (last.is(PlaceCue::kOrgan) && !last.is(PlaceCue::kKind));
  if (span.tokens.size() > 1 && span.known.empty() && other) return true;  // "the Peruvian Embassy"
  if (span.tokens.begin == 0 || span.known.size() > 1) return false;
  const Token& previous = analysis[span.tokens.begin - 1];
  if (analysis.text(previous) == "$") return true;
  return is_name_like(analysis.text(previous)) && cues_.of(analysis, previous.index).is(PlaceCue::kTitle);
}

PlaceVerdict PlaceJudge::judge(const Analysis& analysis, const PlaceSpan& span, const PlaceCandidates::Name& name,
                               bool is_person, bool is_party) const {
  if (!span.full_name.empty()) return {PlaceStanding::kDoubtful, "abbreviation", PlaceKind::kArea};
  if (is_something_else(analysis, span, name)) return {PlaceStanding::kNone, "something_else", {}};
  if (is_party && metonymy_.acts(analysis, span.tokens)) return {PlaceStanding::kNone, "acts", {}};
  const PlaceSurroundings beside = surroundings_of(analysis, span.tokens, cues_);
  const std::optional<PlaceKind> own = own_kind(analysis, span.tokens);
  // The tagger takes an unheard-of name in front of a noun for an adjective: "an Arequipa resident".
  const bool proper = analysis.tag(analysis[span.tokens.end - 1]) == "NNP" ||
                      (beside.sign >= PlaceSign::kSure && is_town_by_that_name(name));
  PlaceVerdict verdict;
  const bool facility = own == PlaceKind::kFacility && (span.label == NameLabel::kOrganisation || !span.known.empty());
  if (facility || (own && is_place_label(span.label) && span.known.empty())) {
    verdict = {PlaceStanding::kSure, "kind_in_name", own};
  } else if (is_place_label(span.label)) {
    verdict = of_place_label(span, name, beside, is_person);
  } else if (!proper) {
    verdict = {PlaceStanding::kDoubtful, "no_proper_noun", beside.kind};
  } else if (span.label == NameLabel::kPeople && beside.sign < PlaceSign::kSure) {
    verdict = {PlaceStanding::kDoubtful, "name_of_people", {}};
  } else {
    verdict = of_other_label(span, name, beside, is_person);
  }
  if (own) verdict.kind = own;
  return verdict;
}

}  // namespace counterclaim::ground
