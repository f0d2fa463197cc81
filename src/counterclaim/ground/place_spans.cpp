#include "counterclaim/ground/place_spans.h"

#include <algorithm>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ground/place_surroundings.h"
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

bool PlaceSpanFinder::is_name(std::uint32_t token) const {
  const std::string_view word = analysis_->text((*analysis_)[token]);
  if (is_name_like(word)) return true;
  if (!word.starts_with('d') && !word.starts_with('l')) return false;  // "d'Ivoire", "l’Aquila"
  for (const std::string_view apostrophe : {"'", "’"}) {
    if (word.substr(1).starts_with(apostrophe)) return is_name_like(word.substr(1 + apostrophe.size()));
  }
  return false;
}

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

// A dash between spaces, which parts two names; one without them joins words of one.
bool PlaceSpanFinder::is_dash_between(std::uint32_t token) const {
  const Analysis& analysis = *analysis_;
  const std::string_view word = analysis.text(analysis[token]);
  return is_one_of(word, {"-", "–", "—"}) && token > 0 && analysis[token - 1].space_after;
}

// The end of the longest name of the gazetteer that begins here; `begin` where there is none.
std::uint32_t PlaceSpanFinder::longest_known(std::uint32_t begin) {
  if (!gazetteers_) return begin;
  const Analysis& analysis = *analysis_;
  std::uint32_t longest = begin;
  for (std::uint32_t end = begin + 1; end <= std::min(analysis.size(), begin + kLongestName); ++end) {
    const Token& last = analysis[end - 1];
    if (last.is_space || last.sentence != analysis[begin].sentence) break;
    if (!is_name(end - 1) || analysis.lower(last) == "the") {
      if (!is_cue(end - 1, PlaceCue::kInside) || is_dash_between(end - 1)) break;
      continue;
    }
    if (longest > begin && begins_body(end - 1)) break;
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

// "State" in "California State Senator", "Department" in "California Department of Health": no kinds of California.
bool PlaceSpanFinder::begins_body(std::uint32_t token) const {
  const Analysis& analysis = *analysis_;
  const std::uint32_t next = token + 1;
  if (!is_cue(token, PlaceCue::kOrgan) || next >= analysis.size() || !analysis[token].space_after ||
      analysis[next].sentence != analysis[token].sentence) {
    return false;
  }
  return (is_name(next) && is_proper(analysis, analysis[next])) ||
         is_one_of(analysis.lower(analysis[next]), {"of", "for"});
}

// Words such as "County" behind a name are part of it.
std::uint32_t PlaceSpanFinder::with_kinds(std::uint32_t end) const {
  while (end < analysis_->size() && is_kind_in_name(end) && (*analysis_)[end - 1].space_after && !begins_body(end))
    ++end;
  return end;
}

// "Bagram Air Base", "Qarwa Bridge"
bool PlaceSpanFinder::is_facility(TokenSpan tokens) const {
  if (tokens.size() < 2 || !is_name(tokens.end - 1)) return false;
  const PlaceCueWord& last = cues_.of(*analysis_, tokens.end - 1);
  return last.kind == PlaceKind::kFacility && !last.is(PlaceCue::kEnterprise);
}

bool PlaceSpanFinder::goes_on_as_body(std::uint32_t begin, std::uint32_t end) const {
  bool body = false;
  for (std::uint32_t at = begin; at < end; ++at) {
    if (!is_name(at)) continue;
    if (is_cue(at, PlaceCue::kEnterprise)) return false;
    body = body || is_cue(at, PlaceCue::kOrgan);
  }
  return body;
}

bool PlaceSpanFinder::only_directions(TokenSpan tokens) const {
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    if (!is_cue(at, PlaceCue::kDirection) && analysis_->text((*analysis_)[at]) != "-") return false;
  }
  return true;
}

// A name whose beginning is a direction or a kind: "North Dallas", "City of Ayacucho", "Mid-Jutland", "Lake Qarwa".
PlaceSpan PlaceSpanFinder::behind_prefix(TokenSpan tokens) {
  const Analysis& analysis = *analysis_;
  const PlaceCueWord& first = cues_.of(analysis, tokens.begin);
  const bool settled = first.kind == PlaceKind::kLocality || first.kind == PlaceKind::kArea;
  const bool joined = tokens.size() > 2 && analysis.text(analysis[tokens.begin + 1]) == "-";
  for (std::uint32_t begin = tokens.begin + 1; begin < tokens.end; ++begin) {
    const std::uint32_t end = is_name(begin) ? longest_known(begin) : begin;
    if (end < tokens.end || end == begin) continue;
    const TokenSpan known{begin, end};
    if (only_directions({tokens.begin, begin})) return {joined ? known : TokenSpan{tokens.begin, end}, known};
    const bool of = analysis.lower(analysis[begin - 1]) == "of";
    if (settled && (of || begin == tokens.begin + 1)) return {known, known};
  }
  if (joined && first.is(PlaceCue::kDirection)) return {{tokens.begin + 2, tokens.end}, {}};
  return {tokens, {}};
}

PlaceSpan PlaceSpanFinder::of_place_entity(const Named& entity, std::uint32_t begin) {
  const Analysis& analysis = *analysis_;
  std::uint32_t entity_end = begin + 1;  // up to a mark that parts two names
  while (entity_end < entity.tokens.end && !is_dash_between(entity_end) &&
         !is_one_of(analysis.text(analysis[entity_end]), {",", ";", "/", "("})) {
    ++entity_end;
  }
  const TokenSpan tokens{begin, trimmed_end({begin, entity_end})};
  const TokenSpan known{begin, longest_known(begin)};
  const PlaceCueWord& first = cues_.of(analysis, begin);
  const bool prefix = known.end < tokens.end && (first.is(PlaceCue::kDirection) || first.is(PlaceCue::kKind));
  PlaceSpan span{tokens, known};
  if (known.empty() || prefix) {
    span = behind_prefix(tokens);
    if (span.known.empty()) span.tokens.end = std::max(span.tokens.end, with_kinds(span.tokens.end));
  } else if (known.end >= tokens.end) {
    span.tokens.end = with_kinds(known.end);
    span.names_body = goes_on_as_body(span.tokens.end, std::min(span.tokens.end + 1, analysis.size()));
  } else if (const std::uint32_t kinds_end = with_kinds(known.end); kinds_end >= tokens.end) {
    span.tokens.end = kinds_end;
  } else if (!is_facility(tokens) && goes_on_as_body(kinds_end, tokens.end)) {
    span.tokens.end = kinds_end;
    span.names_body = true;
  } else if (is_name(known.end) || is_cue(known.end, PlaceCue::kInside)) {
    const bool hyphen = analysis.text(analysis[known.end]) == "-";
    const bool two_names = hyphen && longest_known(known.end + 1) >= tokens.end;  // "Asia-Pacific"
    if (two_names) span.tokens = known;
    if (!two_names) span.known = {};  // "Monterey Highway" is not Monterey
  } else {
    span.tokens = known;
  }
  span.label = entity.label;
  return span;
}

// Whether the words in front make a name that the gazetteer knows a part of another one: "Jordan" in "Air Jordan".
bool PlaceSpanFinder::is_part_of_one_before(const Named& entity, TokenSpan known) const {
  const Analysis& analysis = *analysis_;
  if (known.begin == 0 || analysis[known.begin].sentence != analysis[known.begin - 1].sentence) return false;
  const Token& before = analysis[known.begin - 1];
  const std::string_view word = analysis.lower(before);
  const bool inside = known.begin > entity.tokens.begin && entity.label != NameLabel::kNone;
  if (inside && !only_directions({entity.tokens.begin, known.begin})) {
    if (!is_one_of(word, {"of", "the", "/", ",", "("})) return true;
    const PlaceCueWord& first = cues_.of(analysis, entity.tokens.begin);
    if (word == "of" && !first.is(PlaceCue::kKind) && !first.is(PlaceCue::kOf)) return true;  // "Bank of …"
  }
  if (!is_proper(analysis, before) || !is_name(before.index) || is_cue(before.index, PlaceCue::kDirection) ||
      is_cue(before.index, PlaceCue::kKind)) {
    return false;
  }
  return before.head == known.end - 1 || analysis[known.begin].head == before.index;
}

// A hyphen that joins a name to the next word, if that is not a word like "based".
bool PlaceSpanFinder::is_joined(std::uint32_t hyphen) const {
  const Analysis& analysis = *analysis_;
  if (analysis.text(analysis[hyphen]) != "-" || analysis[hyphen - 1].space_after || analysis[hyphen].space_after ||
      hyphen + 1 >= analysis.size()) {
    return false;
  }
  return is_cue(hyphen + 1, PlaceCue::kInside) || (is_name(hyphen + 1) && !gazetteer_has({hyphen + 1, hyphen + 2}));
}

bool PlaceSpanFinder::gazetteer_has(TokenSpan tokens) const {
  return gazetteers_ && gazetteers_->has(normalised_place_name(analysis_->text(tokens)));
}

// A name of the gazetteer that the recogniser takes for something else, or overlooks. No tokens: it is a part of
// another name.
PlaceSpan PlaceSpanFinder::of_known(const Named& entity, TokenSpan known) const {
  const Analysis& analysis = *analysis_;
  if (is_part_of_one_before(entity, known)) return {};
  PlaceSpan span{{known.begin, with_kinds(known.end)}, known, entity.label};
  const std::uint32_t end = span.tokens.end;
  if (end >= analysis.size() || analysis[end].sentence != analysis[end - 1].sentence) return span;
  if (is_joined(end)) return {};  // "Dasht-e-Qarwa"
  const std::uint32_t entity_end = trimmed_end(entity.tokens);
  const bool inside = entity_end > end;
  if (inside && entity.tokens.begin <= known.begin && is_facility({known.begin, entity_end})) {
    return {{known.begin, entity_end}, {}, entity.label};
  }
  if (!inside && (!is_proper(analysis, analysis[end]) || !is_name(end))) return span;
  if (is_one_of(analysis.text(analysis[end]), {"/", ",", "(", ";", "–", "—"})) return span;
  span.names_body = goes_on_as_body(end, inside ? entity_end : end + 1);
  const bool other = inside || analysis[end].entity == EntityPosition::kOutside;
  return other && !span.names_body ? PlaceSpan{} : span;
}

// A name that nothing knows, beside a word that says what it is: "the town of Qarwa", "Qarwa district".
PlaceSpan PlaceSpanFinder::of_told(const Named& entity, std::uint32_t begin) const {
  const Analysis& analysis = *analysis_;
  if (entity.label == NameLabel::kPeople || !is_proper(analysis, analysis[begin])) return {};
  std::uint32_t end = begin + 1;
  if (entity.label != NameLabel::kNone) {
    const bool behind_the = analysis.lower(analysis[entity.tokens.begin]) == "the" && entity.tokens.begin + 1 == begin;
    if (entity.tokens.begin != begin && !behind_the) return {};
    end = trimmed_end(entity.tokens);
  }
  while (entity.label == NameLabel::kNone && end < analysis.size() && end - begin < kLongestName && is_name(end) &&
         is_proper(analysis, analysis[end]) && analysis[end].entity == EntityPosition::kOutside) {
    ++end;
  }
  const PlaceSpan span{{begin, end}, {}, entity.label};
  const bool facility = entity.label == NameLabel::kOrganisation && is_facility(span.tokens);
  const bool told = facility || surroundings_of(analysis, span.tokens, cues_).sign == PlaceSign::kKind;
  return told ? span : PlaceSpan{};
}

// "Md." in "Bethesda, Md."
PlaceSpan PlaceSpanFinder::of_abbreviation(std::uint32_t token, const std::vector<PlaceSpan>& spans) const {
  const Analysis& analysis = *analysis_;
  const bool behind_name = !spans.empty() && spans.back().tokens.end + 1 == token && !spans.back().known.empty() &&
                           analysis.text(analysis[token - 1]) == ",";
  if (!behind_name) return {};
  for (std::uint32_t end = token + 1; end <= std::min(token + 2, analysis.size()); ++end) {  // the dot may stand alone
    const TokenSpan tokens{token, end};
    const std::string_view area = cues_.area_of_abbreviation(analysis.text(tokens));
    if (!area.empty()) return {tokens, tokens, NameLabel::kNone, area};
  }
  return {};
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
    if (analysis.lower(analysis[at]) == "the") {
      ++at;
      continue;
    }
    PlaceSpan span = of_abbreviation(at, spans);
    if (!span.tokens.empty()) {
      spans.push_back(span);
      at = span.tokens.end;
      continue;
    }
    if (place) {
      span = of_place_entity(entity, at);
    } else if (const std::uint32_t end = longest_known(at); end > at) {
      span = of_known(entity, {at, end});
    } else {
      span = of_told(entity, at);
    }
    if (!span.tokens.empty()) spans.push_back(span);
    at = std::max({at + 1, span.tokens.end, span.names_body ? trimmed_end(entity.tokens) : 0});
  }
  return spans;
}

}  // namespace counterclaim::ground
