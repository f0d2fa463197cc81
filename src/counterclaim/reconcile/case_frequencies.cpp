#include "counterclaim/reconcile/case_frequencies.h"

#include <algorithm>
#include <bit>

namespace counterclaim::reconcile {
namespace {

std::int32_t class_of(std::uint64_t count) {
  return count == 0 ? 0 : static_cast<std::int32_t>(std::bit_width(count)) - 1;
}

}  // namespace

CaseFrequencies::CaseFrequencies(std::span<const ReportFacts> reports) {
  std::uint64_t passages = 0;
  for (const ReportFacts& report : reports) {
    for (const ItemFacts& item : report.items) {
      ++passages;
      for (const WordId word : report.words_of(item)) ++passages_with_[word];
      ++passages_with_[item.theme];
    }
    for (const WordId key : report.keys) ++reports_with_[key];
  }
  passages_class_ = class_of(passages);
  reports_class_ = class_of(reports.size());
}

std::int32_t CaseFrequencies::word_bits(WordId word) const {
  const auto found = passages_with_.find(word);
  return std::max(0, passages_class_ - class_of(found == passages_with_.end() ? 0 : found->second));
}

std::int32_t CaseFrequencies::key_bits(WordId key) const {
  return std::max(0, reports_class_ - class_of(reports_with(key)));
}

std::uint32_t CaseFrequencies::reports_with(WordId key) const {
  const auto found = reports_with_.find(key);
  return found == reports_with_.end() ? 0 : found->second;
}

}  // namespace counterclaim::reconcile
