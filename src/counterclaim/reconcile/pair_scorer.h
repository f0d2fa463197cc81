// Weighs whether two passages tell of one thing: each field in which they agree or differ adds its weight.
//
// Layer: reconcile. Thread safety: const methods may run concurrently. Cost: linear in the words of the two passages.
#pragma once

#include "counterclaim/reconcile/case_frequencies.h"
#include "counterclaim/reconcile/pair_sheet.h"
#include "counterclaim/reconcile/report_facts.h"
#include "counterclaim/reconcile/weights.h"

namespace counterclaim::reconcile {

struct Passage {
  const ReportFacts& report;
  const ItemFacts& item;

  [[nodiscard]] std::span<const WordId> words() const { return report.words_of(item); }
  [[nodiscard]] const std::string& name(NameId id) const { return report.name(id); }
};

// Whether a statement of that stance says that something is so.
[[nodiscard]] bool claims(record::Stance stance);

// Whether both are told and the same.
[[nodiscard]] bool same_name(const Passage& a, NameId of_a, const Passage& b, NameId of_b);
// Whether both are told and differ.
[[nodiscard]] bool other_name(const Passage& a, NameId of_a, const Passage& b, NameId of_b);

// Whether both name a speaker of one side, in words of which they share one: "police officer Juan Rojas" and "a police
// officer".
[[nodiscard]] bool speakers_are_alike(const Passage& a, const Passage& b);

// How much of their words two passages share, weighed by rarity.
struct SharedWords {
  std::int32_t shared = 0;   // bits
  std::int32_t shorter = 0;  // bits of the passage that has fewer
  std::int32_t longer = 0;
  [[nodiscard]] std::int32_t thousandths_of_shorter() const {
    return shorter == 0 ? 0 : static_cast<std::int32_t>(std::int64_t{1000} * shared / shorter);
  }
  // Of all their words.
  [[nodiscard]] std::int32_t thousandths() const {
    const std::int32_t all = shorter + longer - shared;
    return all == 0 ? 0 : static_cast<std::int32_t>(std::int64_t{1000} * shared / all);
  }
};

class PairScorer {
 public:
  // Both must outlive the scorer.
  PairScorer(const Weights& weights, const CaseFrequencies& frequencies)
      : weights_(weights), frequencies_(frequencies) {}

  // How alike two reports are, for the passages in them.
  [[nodiscard]] std::int32_t reports(const ReportFacts& a, const ReportFacts& b) const;

  [[nodiscard]] SharedWords shared_words(const Passage& a, const Passage& b) const;

  // `reports`: the weight of their reports.
  [[nodiscard]] PairSheet figures(const Passage& a, const Passage& b, std::int32_t reports) const;
  [[nodiscard]] PairSheet statements(const Passage& a, const Passage& b, std::int32_t reports) const;
  [[nodiscard]] PairSheet events(const Passage& a, const Passage& b, std::int32_t reports) const;
  // A passage and a statement that may be about it: prior, reports, words and days.
  [[nodiscard]] PairSheet subject(const Passage& a, const Passage& b, std::int32_t reports) const;

  [[nodiscard]] const Weights& weights() const { return weights_; }

 private:
  void add_words(PairSheet& sheet, const Passage& a, const Passage& b, std::int32_t least) const;
  [[nodiscard]] PairSheet of_reports(const Passage& a, std::int32_t reports) const;
  void add_theme(PairSheet& sheet, Field field, const Passage& a, const Passage& b) const;
  void add_count_days(PairSheet& sheet, const Passage& a, const Passage& b) const;
  void add_days(PairSheet& sheet, const Passage& a, const Passage& b) const;
  void add_place(PairSheet& sheet, const Passage& a, const Passage& b) const;
  void add_sources(PairSheet& sheet, const Passage& a, const Passage& b) const;

  const Weights& weights_;
  const CaseFrequencies& frequencies_;
};

}  // namespace counterclaim::reconcile
