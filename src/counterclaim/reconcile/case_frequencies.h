// How often words, names and values stand in a case: what is rare there says more when two passages share it.
//
// Frequencies count in classes of powers of two, so that one more report changes few of them.
//
// Layer: reconcile. Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "counterclaim/reconcile/report_facts.h"

namespace counterclaim::reconcile {

class CaseFrequencies {
 public:
  // Cost: linear in the facts; 16 bytes a distinct word.
  explicit CaseFrequencies(std::span<const ReportFacts> reports);

  // Whole bits by which sharing a word of passages, a key of reports, beats chance; at most the class of how many there
  // are.
  [[nodiscard]] std::int32_t word_bits(WordId word) const;
  [[nodiscard]] std::int32_t key_bits(WordId key) const;
  [[nodiscard]] std::uint32_t reports_with(WordId key) const;
  // The class of the number of passages of a kind: log2, rounded down.
  [[nodiscard]] std::int32_t passages_class(record::ItemKind kind) const {
    return kind_classes_[static_cast<std::size_t>(kind)];
  }

 private:
  std::unordered_map<WordId, std::uint32_t> passages_with_, reports_with_;
  std::int32_t passages_class_ = 0, reports_class_ = 0;
  std::array<std::int32_t, 3> kind_classes_{};
};

}  // namespace counterclaim::reconcile
