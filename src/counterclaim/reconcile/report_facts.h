// One report, compressed to what reconciliation compares: a million of them fit into memory.
//
//   FactReader reader = *FactReader::load(resources / "reconcile");
//   ReportFacts facts = reader.facts_of(record);
//
// Layer: reconcile. Thread safety: const methods may run concurrently. Cost: linear in the report.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/reconcile/day_interval.h"
#include "counterclaim/reconcile/passage_words.h"
#include "counterclaim/reconcile/value_interval.h"
#include "counterclaim/record/relation.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::reconcile {

using NameId = std::uint16_t;  // position in ReportFacts::names; 0: unset

struct ItemFacts {
  record::ItemKind item_kind = record::ItemKind::kFigure;
  std::uint32_t index = 0;  // position in the record's list of that kind
  CodePointSpan span;
  std::uint32_t sentence = 0;
  std::uint32_t words_begin = 0, words_end = 0;  // in ReportFacts::words
  WordId theme = 0;  // what is counted of whom, how who speaks, what happened: its frequency is a case's own
  std::optional<DayInterval> days;  // its own
  std::optional<DayInterval> told;  // its own, or the last day told before it, or the report's

  bool cited = false;  // unset: the report's own voice
  NameId source_side = 0;
  NameId source_name = 0;
  std::optional<record::SourceKind> source_kind;
  std::uint32_t source_words_begin = 0, source_words_end = 0;  // in ReportFacts::words, of its name without its side

  NameId side = 0;    // of a figure's people; an event's actor
  NameId target = 0;  // of a statement or an event
  NameId place = 0;
  float latitude = 0, longitude = 0;
  bool has_point = false;

  // Figures.
  record::Measure measure = record::Measure::kOther;
  std::optional<record::PersonKind> person_kind;
  record::Bound bound = record::Bound::kExact;
  std::optional<double> value, value_high;
  ValueInterval interval;
  NameId unit = 0, word = 0;
  std::optional<record::Counting> counts;
  bool denied = false;
  bool background = false;               // told as background: another time, another happening
  std::optional<std::uint32_t> same_as;  // index of the figure that it repeats
  bool is_part = false;                  // counted inside another figure: "five of the wounded"
  bool is_addition = false;              // to what was counted before: "another five"

  // Statements.
  record::Stance stance = record::Stance::kAsserts;
  std::optional<std::uint32_t> parent;  // index of the statement that quotes this one
  bool quoted_in_denial = false;        // told only by who denies it: "Lima denied claims that ..."
  bool has_content = false;
  bool refers_back = false;  // what it says is "the charge", "these claims"
  bool lays_fault = false;   // on somebody, in words of fault

  // Events, and figures of an event.
  record::EventType event = record::EventType::kOther;
  record::EventStatus status = record::EventStatus::kReported;
  std::optional<std::uint32_t> event_index;
  std::optional<std::uint32_t> violates;  // index of the agreement that it breaks
  bool is_truce = false;                  // told in words of a ceasefire
};

struct ReportFacts {
  static constexpr std::size_t kSignature = 32;

  std::string id;
  std::string sha256;
  std::string publisher;
  std::optional<std::int32_t> published;  // day
  std::optional<std::int32_t> as_of;      // day published, or else the last day told, where most of it is of that month
  std::vector<std::string> names;         // names[0] is ""
  std::array<NameId, 2> leading_sides{};  // the two sides that it names most
  std::vector<WordId> words;              // of each item: sorted, each once
  std::vector<WordId> keys;               // words, names and places of the whole report: sorted, each once
  std::array<std::uint32_t, kSignature> signature{};  // MinHash of runs of five words
  std::uint32_t shingles = 0;                         // how many runs there are
  std::vector<ItemFacts> items;                       // figures, statements, events, each in the record's order

  [[nodiscard]] std::span<const WordId> words_of(const ItemFacts& item) const {
    return std::span(words).subspan(item.words_begin, item.words_end - item.words_begin);
  }
  [[nodiscard]] std::span<const WordId> source_words_of(const ItemFacts& item) const {
    return std::span(words).subspan(item.source_words_begin, item.source_words_end - item.source_words_begin);
  }
  [[nodiscard]] const std::string& name(NameId position) const { return names[position]; }
};

class FactReader {
 public:
  // Reads the vocabularies of `folder`. Errors: file_not_found, resource_malformed.
  [[nodiscard]] static Result<FactReader> load(const std::filesystem::path& folder);

  [[nodiscard]] ReportFacts facts_of(const record::ReportRecord& record) const;

 private:
  PassageWords words_;
  VagueCounts vague_counts_;
};

}  // namespace counterclaim::reconcile
