#include "counterclaim/ground/place_spans.h"

#include <algorithm>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ground/tree_walk.h"
#include "counterclaim/language/unicode.h"

namespace counterclaim::ground {

using language::Analysis;
using language::EntityPosition;
using language::Token;
using record::PlaceKind;

namespace {

constexpr std::uint32_t kLongestName = 7;     // in tokens
constexpr std::uint32_t kLongestEntity = 12;  // what is longer is no name of a place

bool is_proper(const Analysis& analysis, const Token& token) { return analysis.tag(token).starts_with("NNP"); }

}  // namespace

NameLabel name_label(std::string_view entity_label) {
  if (entity_label.empty()) return NameLabel::kNone;
  if (is_one_of(entity_label, {"GPE", "LOC"})) return NameLabel::kPlace;
  if (entity_label == "FAC") return NameLabel::kFacility;
  if (entity_label == "NORP") return NameLabel::kPeople;
  if (entity_label == "PERSON") return NameLabel::kPerson;
  if (entity_label == "ORG") return NameLabel::kOrganisation;
  if (is_one_of(entity_label, {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})) return NameLabel::kNumber;
  return NameLabel::kOther;
}

bool is_name_like(std::string_view word) {
  if (word.empty()) return false;
  const char first = word.front();
  if (static_cast<unsigned char>(first) < 0x80) return first >= 'A' && first <= 'Z';
  const char32_t c = decode_utf8(word, 0).value;
  if (language::is_uppercase_letter(c)) return true;
  return language::is_letter(c) && c >= 0x0590;  // Hebrew and all that follow have no capitals, save a few
}

PlaceSpanFinder::Named PlaceSpanFinder::entity_at(std::uint32_t token) const {
  const Analysis& analysis = *analysis_;
  if (analysis[token].entity == EntityPosition::kOutside) return {{token, token}, NameLabel::kNone};
  std::uint32_t begin = token;
  while (begin > 0 && token - begin < kLongestEntity && analysis[begin].entity == EntityPosition::kInside) --begin;
  std::uint32_t end = token + 1;
  while (end < analysis.size() && end - token < kLongestEntity && analysis[end].entity == EntityPosition::kInside)
    ++end;
  return {{begin, end}, name_label(analysis.entity_label(analysis[token]))};
}

bool PlaceSpanFinder::is_name(std::uint32_t token) const { return is_name_like(analysis_->text((*analysis_)[token])); }

bool PlaceSpanFinder::is_kind_in_name(std::uint32_t token) const {
  const PlaceCueWord& word = cues_.of(*analysis_, token);
  return word.is(PlaceCue::kKind) && word.kind != PlaceKind::kFacility && is_name(token);
}

// "al-Hasakah": a name may begin with a small article.
bool PlaceSpanFinder::begins_name(std::uint32_t token) const {
  if (is_name(token)) return true;
  const Analysis& analysis = *analysis_;
  return token + 2 < analysis.size() && is_cue(token, PlaceCue::kInside) && analysis.text(analysis[token + 1]) == "-" &&
         !analysis[token].space_after && is_name(token + 2);
}

// The end of the longest name of the gazetteer that begins here; `begin` where there is none.
std::uint32_t PlaceSpanFinder::longest_known(std::uint32_t begin) {
  if (!gazetteers_) return begin;
  const Analysis& analysis = *analysis_;
  std::uint32_t longest = begin;
  for (std::uint32_t end = begin + 1; end <= std::min(analysis.size(), begin + kLongestName); ++end) {
    const Token& last = analysis[end - 1];
    if (last.is_space || last.sentence != analysis[begin].sentence) break;
    if (!is_name(end - 1)) {
      if (!is_cue(end - 1, PlaceCue::kInside)) break;
      continue;
    }
    normalise_place_name(analysis.text(TokenSpan{begin, end}), normalised_);
    if (gazetteers_->has(normalised_)) longest = end;
  }
  return longest;
}

// Without "'s", small words and marks at the end.
std::uint32_t PlaceSpanFinder::trimmed_end(TokenSpan tokens) const {
  std::uint32_t end = tokens.end;
  while (end > tokens.begin && !is_name(end - 1)) --end;
  return end;
}

// Words such as "County" behind a name are part of it.
std::uint32_t PlaceSpanFinder::with_kinds(std::uint32_t end) const {
  while (end < analysis_->size() && is_kind_in_name(end) && (*analysis_)[end - 1].space_after) ++end;
  return end;
}

bool PlaceSpanFinder::goes_on_as_body(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t at = begin; at < end; ++at) {
    if (is_name(at) && is_cue(at, PlaceCue::kOrgan)) return true;
  }
  return false;
}

// A name whose beginning the gazetteer does not know: "North Dallas", "City of Ayacucho", "Lake Qarwa".
PlaceSpan PlaceSpanFinder::behind_prefix(TokenSpan tokens) {
  const Analysis& analysis = *analysis_;
  bool directions = true;
  for (std::uint32_t begin = tokens.begin + 1; begin < tokens.end; ++begin) {
    const bool of = analysis.lower(analysis[begin - 1]) == "of";
    directions = directions && (is_cue(begin - 1, PlaceCue::kDirection) || analysis.text(analysis[begin - 1]) == "-");
    if (!is_name(begin) || longest_known(begin) < tokens.end) continue;
    const TokenSpan known{begin, longest_known(begin)};
    if (directions) {
      const bool joined = !analysis[begin - 1].space_after;  // "Mid-Jutland", "sub-Saharan Africa"
      const bool small = !is_name(tokens.begin) || joined || analysis.text(analysis[tokens.begin + 1]) == "-";
      return {small ? known : TokenSpan{tokens.begin, known.end}, known, NameLabel::kPlace, false};
    }
    const PlaceCueWord& first = cues_.of(analysis, tokens.begin);
    const bool settled = first.kind == PlaceKind::kLocality || first.kind == PlaceKind::kArea;
    if (settled && (of || begin == tokens.begin + 1)) return {known, known, NameLabel::kPlace, false};
  }
  return {tokens, {}, NameLabel::kPlace, false};
}

PlaceSpan PlaceSpanFinder::of_place_entity(const Named& entity, std::uint32_t begin) {
  const Analysis& analysis = *analysis_;
  const TokenSpan tokens{begin, trimmed_end({begin, entity.tokens.end})};
  const TokenSpan known{begin, longest_known(begin)};
  PlaceSpan span{tokens, known, entity.label, false};
  if (known.empty()) {
    span = behind_prefix(tokens);
    span.label = entity.label;
    if (span.known.empty()) span.tokens.end = std::max(span.tokens.end, with_kinds(span.tokens.end));
    return span;
  }
  if (known.end >= tokens.end) {
    span.tokens.end = with_kinds(known.end);
    span.names_body = goes_on_as_body(known.end, std::min(known.end + 1, analysis.size()));
    return span;
  }
  const std::uint32_t kinds_end = with_kinds(known.end);
  const bool marked = !is_name(known.end) && !is_cue(known.end, PlaceCue::kInside);
  if (kinds_end >= tokens.end) {
    span.tokens.end = kinds_end;
  } else if (marked || goes_on_as_body(known.end, tokens.end)) {
    span.tokens = known;
    span.names_body = !marked;
  }
  return span;
}

// A name of the gazetteer that the recogniser takes for something else, or overlooks. No tokens: it is a part of
// another name.
PlaceSpan PlaceSpanFinder::of_known(const Named& entity, TokenSpan known) const {
  const Analysis& analysis = *analysis_;
  PlaceSpan span{{known.begin, with_kinds(known.end)}, known, entity.label, false};
  const std::uint32_t end = span.tokens.end;
  const std::uint32_t entity_end = std::max(end, trimmed_end(entity.tokens));
  const bool more = end < analysis.size() && analysis[end].sentence == analysis[end - 1].sentence &&
                    (entity_end > end || (is_proper(analysis, analysis[end]) && is_name(end)));
  if (more) {
    const std::uint32_t last = entity_end > end ? entity_end : end + 1;
    const bool marked = is_one_of(analysis.text(analysis[end]), {"/", ",", "(", ";", "–", "—"});
    span.names_body = !marked && goes_on_as_body(end, last);
    if (!marked && !span.names_body && (entity_end > end || analysis[end].entity == EntityPosition::kOutside))
      return {};
  }
  if (known.begin > 0 && analysis[known.begin].sentence == analysis[known.begin - 1].sentence) {
    const std::uint32_t before = known.begin - 1;
    const std::string_view word = analysis.text(analysis[before]);
    const bool same_entity = known.begin > entity.tokens.begin && entity.label != NameLabel::kNone;
    if (same_entity && !is_one_of(analysis.lower(analysis[before]), {"of", "the", "/", ",", "("})) return {};
    if (same_entity && word == "of" && !is_cue(entity.tokens.begin, PlaceCue::kKind) &&
        !is_cue(entity.tokens.begin, PlaceCue::kOf)) {
      return {};
    }
    const bool plain_name = is_proper(analysis, analysis[before]) && is_name(before) &&
                            !is_cue(before, PlaceCue::kDirection) && !is_cue(before, PlaceCue::kKind);
    if (plain_name && analysis[before].head == analysis[known.end - 1].index) return {};
    if (plain_name && analysis[known.begin].head == before) return {};
  }
  return span;
}

std::vector<PlaceSpan> PlaceSpanFinder::find(const Analysis& analysis) {
  analysis_ = &analysis;
  std::vector<PlaceSpan> spans;
  for (std::uint32_t at = 0; at < analysis.size();) {
    if (analysis[at].is_space || !begins_name(at)) {
      ++at;
      continue;
    }
    const Named entity = entity_at(at);
    const bool place = entity.label == NameLabel::kPlace || entity.label == NameLabel::kFacility;
    if (entity.label == NameLabel::kNumber) {
      at = entity.tokens.end;
      continue;
    }
    const bool article = analysis.lower(analysis[at]) == "the";
    PlaceSpan span;
    if (place && !article) {
      span = of_place_entity(entity, at);
    } else if (const std::uint32_t end = longest_known(at); end > at && !(article && end == at + 1)) {
      span = of_known(entity, {at, end});
    }
    if (!span.tokens.empty()) spans.push_back(span);
    at = std::max(at + 1, span.tokens.end);
  }
  return spans;
}

}  // namespace counterclaim::ground
