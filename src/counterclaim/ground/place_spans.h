// The stretches of a text that may name a place: what the entity recogniser marks, what the gazetteer knows, and how
// far each name goes.
//
//   "the Maharashtra Pollution Control Board"  ->  "Maharashtra", in front of a body
//   "Crawford County"                          ->  the whole, also where the gazetteer has "Crawford" alone
//   "Jordan Smith", "the Lima Times"           ->  none: a part of another name
//
// Nothing is decided here about whether it is one; PlaceJudge does that.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/ground/gazetteer.h"
#include "counterclaim/ground/place_cues.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

// What the recogniser makes of a name.
enum class NameLabel : std::uint8_t { kNone, kPlace, kFacility, kPeople, kPerson, kOrganisation, kOther, kNumber };
[[nodiscard]] NameLabel name_label(std::string_view entity_label);

struct PlaceSpan {
  TokenSpan tokens;  // the name as it is told, without "the"
  TokenSpan known;   // the part that the gazetteer knows; empty: none of it
  NameLabel label = NameLabel::kNone;
  // Of an abbreviated area, "Maryland" for "Md."; lives as long as the cues. Initialised for g++, which asks for it.
  std::string_view full_name = "";  // NOLINT(readability-redundant-*-init)
  bool names_body = false;          // the name of a state's or town's body goes on behind it
};

// Whether a token may begin or end a name: a capital letter, or a letter of a script without capitals.
[[nodiscard]] bool is_name_like(std::string_view word);

class PlaceSpanFinder {
 public:
  // Both must outlive the finder. Without a gazetteer nothing is known.
  PlaceSpanFinder(const PlaceCues& cues, const Gazetteers* gazetteers) : cues_(cues), gazetteers_(gazetteers) {}

  // In text order; they do not overlap. Cost: linear in tokens; six look-ups at most for a word with a capital.
  [[nodiscard]] std::vector<PlaceSpan> find(const language::Analysis& analysis);

 private:
  struct Named {  // the entity that a token belongs to
    TokenSpan tokens;
    NameLabel label = NameLabel::kNone;
  };
  [[nodiscard]] Named entity_at(std::uint32_t token) const;
  [[nodiscard]] bool is_cue(std::uint32_t token, PlaceCue cue) const { return cues_.of(*analysis_, token).is(cue); }
  [[nodiscard]] bool is_name(std::uint32_t token) const;
  [[nodiscard]] bool is_kind_in_name(std::uint32_t token) const;
  [[nodiscard]] bool begins_name(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t longest_known(std::uint32_t begin);
  [[nodiscard]] std::uint32_t trimmed_end(TokenSpan tokens) const;
  [[nodiscard]] std::uint32_t with_kinds(std::uint32_t end) const;
  [[nodiscard]] bool is_dash_between(std::uint32_t token) const;
  [[nodiscard]] bool is_joined(std::uint32_t hyphen) const;
  [[nodiscard]] bool gazetteer_has(TokenSpan tokens) const;
  [[nodiscard]] bool begins_body(std::uint32_t token) const;
  [[nodiscard]] bool goes_on_as_body(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_facility(TokenSpan tokens) const;
  [[nodiscard]] bool only_directions(TokenSpan tokens) const;
  [[nodiscard]] PlaceSpan behind_prefix(TokenSpan tokens);
  [[nodiscard]] PlaceSpan of_place_entity(const Named& entity, std::uint32_t begin);
  [[nodiscard]] bool is_part_of_one_before(const Named& entity, TokenSpan known) const;
  [[nodiscard]] PlaceSpan of_known(const Named& entity, TokenSpan known) const;
  [[nodiscard]] PlaceSpan of_abbreviation(std::uint32_t token, const std::vector<PlaceSpan>& spans) const;
  [[nodiscard]] PlaceSpan of_told(const Named& entity, std::uint32_t begin) const;

  const PlaceCues& cues_;
  const Gazetteers* gazetteers_;
  const language::Analysis* analysis_ = nullptr;
  std::string normalised_;  // memory that look-ups use again
};

}  // namespace counterclaim::ground
