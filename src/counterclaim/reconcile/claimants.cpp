#include "counterclaim/reconcile/claimants.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace counterclaim::reconcile {
namespace {

constexpr std::uint32_t kCopy = 500;  // thousandths of equal runs of words

// The earlier of two reports comes first; undated ones come last.
bool is_earlier(const ReportFacts& a, const ReportFacts& b) {
  constexpr std::int32_t kUndated = DayInterval::kOpenEnd;
  return std::tuple(a.published.value_or(kUndated), std::string_view(a.id)) <
         std::tuple(b.published.value_or(kUndated), std::string_view(b.id));
}

}  // namespace

std::string claimant_of(const ReportFacts& report, const ItemFacts& item) {
  if (!item.cited) return "";
  return item.source_side != 0 ? report.name(item.source_side) : report.name(item.source_name);
}

Claimants::Claimants(std::span<const ReportFacts> reports, std::span<const record::ReportCopy> copies)
    : reports_(reports), originals_(reports.size()) {
  std::iota(originals_.begin(), originals_.end(), std::uint32_t{0});
  for (const record::ReportCopy& copy : copies) originals_[copy.report] = copy.original;
}

std::string Claimants::independent_of(PassageRef passage) const {
  const ReportFacts& report = reports_[passage.report];
  std::string claimant = claimant_of(report, report.items[passage.item]);
  if (!claimant.empty()) return claimant;
  return "report " + reports_[originals_[passage.report]].id;
}

std::vector<record::ReportCopy> report_copies(std::span<const ReportFacts> reports, std::span<const ReportPair> pairs) {
  std::vector<std::uint32_t> originals(reports.size()), alike(reports.size(), 0);
  std::iota(originals.begin(), originals.end(), std::uint32_t{0});
  for (const ReportPair pair : pairs) {
    const std::uint32_t like = likeness(reports[pair.a], reports[pair.b]);
    if (like < kCopy) continue;
    const bool a_first = is_earlier(reports[pair.a], reports[pair.b]);
    const std::uint32_t copy = a_first ? pair.b : pair.a, original = a_first ? pair.a : pair.b;
    if (is_earlier(reports[original], reports[originals[copy]])) originals[copy] = original;
    alike[copy] = std::max(alike[copy], like);
  }
  std::vector<record::ReportCopy> copies;
  for (std::uint32_t n = 0; n < reports.size(); ++n) {
    std::uint32_t original = originals[n];
    while (originals[original] != original) original = originals[original];  // each step goes to an earlier report
    if (original != n) copies.push_back({n, original, alike[n]});
  }
  return copies;
}

}  // namespace counterclaim::reconcile
