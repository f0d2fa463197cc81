// Which reports are compared with which: those that share rare words, names and places, or runs of words.
//
// In a case of few reports every pair is compared. In a larger one each report looks for its nearest under its rarest
// keys, so that the pairs grow with the reports and not with their square.
//
// Layer: reconcile. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "counterclaim/reconcile/case_frequencies.h"
#include "counterclaim/reconcile/report_facts.h"

namespace counterclaim::reconcile {

struct ReportPair {
  std::uint32_t a = 0, b = 0;  // a < b
  friend auto operator<=>(const ReportPair&, const ReportPair&) = default;
};

// Sorted, each once. Cost: n log n.
[[nodiscard]] std::vector<ReportPair> neighbouring_reports(std::span<const ReportFacts> reports,
                                                           const CaseFrequencies& frequencies);

// Thousandths of equal places in the two signatures: an estimate of the share of common runs of words.
[[nodiscard]] std::uint32_t likeness(const ReportFacts& a, const ReportFacts& b);

}  // namespace counterclaim::reconcile
