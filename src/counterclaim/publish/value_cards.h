// The values of a record in words for people: what is marked in the text, and what a reader is told about it.
//
//   cards_of(record)[0]  ->  figure 1, "at least 12 killed", who says "the ministry (Peru)", side "Peru", …
//
// Layer: publish. Pure. Cost: linear in the record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

enum class CardKind { kFigure, kStatement, kEvent, kTime, kPlace, kParty };
inline constexpr int kCardKinds = 6;

// "figure", "statement", …: stands in classes and addresses of a page, too.
[[nodiscard]] std::string_view name_of(CardKind kind);

// The address of a value within a page: "figure-3" for the fourth of the record's figures.
[[nodiscard]] std::string address_of(CardKind kind, std::uint32_t position);

struct CardSlot {
  std::string_view name;  // "who says"
  std::string value;      // as the record has it: any text
  std::string address;    // of the other card that it stands for; "" where it stands for none
};

struct ValueCard {
  CardKind kind = CardKind::kFigure;
  std::uint32_t position = 0;  // in the record's list of that kind
  CodePointSpan span;
  std::vector<CodePointSpan> more;  // other passages of the same value: the cue of a statement, mentions of an event
  std::string title;
  std::vector<CardSlot> slots;  // the known ones
  std::vector<record::RuleTrace> rules;
};

// All figures, then statements, events, times, places and parties, each in the order of the record.
[[nodiscard]] std::vector<ValueCard> cards_of(const record::ReportRecord& record);

// A toll as the figure that states the same, for how_many() and its like: with the source of its first figure.
[[nodiscard]] record::Figure as_figure(const record::Toll& toll, const record::ReportRecord& record);

}  // namespace counterclaim::publish
