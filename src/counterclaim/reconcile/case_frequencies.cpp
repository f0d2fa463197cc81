#include "counterclaim/reconcile/case_frequencies.h"

#include <algorithm>
#include <bit>

namespace counterclaim::reconcile {
namespace {

std::int32_t class_of(std::uint64_t count) {
  return count == 0 ? 0 : static_cast<std::int32_t>(std::bit_width(count)) - 1;
}

// Counted in besides those of the case, so that in a case of two reports what both say is no commonplace yet.
constexpr std::uint64_t kUnseenReports = 16;
constexpr std::uint64_t kUnseenPassages = 64;

}  // namespace

CaseFrequencies::CaseFrequencies(std::span<const ReportFacts> reports) {
  std::uint64_t passages = 0;
  std::array<std::uint64_t, 3> of_kind{};
  for (const ReportFacts& report : reports) {
    for (const ItemFacts& item : report.items) {
      ++passages;
      ++of_kind[static_cast<std::size_t>(item.item_kind)];
      for (const WordId word : report.words_of(item)) ++passages_with_[word];
      ++passages_with_[item.theme];
    }
    for (const WordId key : report.keys) ++reports_with_[key];
  }
  passages_class_ = class_of(passages + kUnseenPassages);
  reports_class_ = class_of(reports.size() + kUnseenReports);
  std::transform(of_kind.begin(), of_kind.end(), kind_classes_.begin(),
                 [](std::uint64_t count) { return class_of(count + kUnseenReports); });
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
