#include "counterclaim/reconcile/report_neighbours.h"

#include <algorithm>
#include <unordered_map>

namespace counterclaim::reconcile {
namespace {

constexpr std::size_t kAllPairs = 48;        // reports, up to which every pair is compared
constexpr std::size_t kKeysLookedUp = 24;    // of each report, its rarest
constexpr std::uint32_t kMostReports = 128;  // a key of more reports is looked up for nobody
constexpr std::size_t kNearest = 24;         // kept for each report
constexpr std::size_t kBands = 8;            // of the signature; two reports meet when one is equal

std::vector<WordId> rarest_keys(const ReportFacts& report, const CaseFrequencies& frequencies) {
  std::vector<std::pair<std::uint32_t, WordId>> keys;
  for (const WordId key : report.keys) {
    const std::uint32_t reports = frequencies.reports_with(key);
    if (reports >= 2 && reports <= kMostReports) keys.emplace_back(reports, key);
  }
  const std::size_t kept = std::min(keys.size(), kKeysLookedUp);
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(kept), keys.end());
  std::vector<WordId> rarest;
  rarest.reserve(kept);
  for (std::size_t n = 0; n < kept; ++n) rarest.push_back(keys[n].second);
  return rarest;
}

// Key -> the reports that have it, as one sorted list of pairs: smaller than a map of lists.
using Postings = std::vector<std::pair<WordId, std::uint32_t>>;

Postings postings_of(std::span<const ReportFacts> reports, const CaseFrequencies& frequencies) {
  Postings postings;
  for (std::uint32_t n = 0; n < reports.size(); ++n) {
    for (const WordId key : rarest_keys(reports[n], frequencies)) postings.emplace_back(key, n);
  }
  std::sort(postings.begin(), postings.end());
  return postings;
}

void add_nearest(std::uint32_t report, std::span<const ReportFacts> reports, const CaseFrequencies& frequencies,
                 const Postings& postings, std::vector<ReportPair>& pairs) {
  std::unordered_map<std::uint32_t, std::int32_t> shared;
  for (const WordId key : rarest_keys(reports[report], frequencies)) {
    for (auto at = std::lower_bound(postings.begin(), postings.end(), std::pair(key, 0U));
         at != postings.end() && at->first == key; ++at) {
      if (at->second != report) shared[at->second] += frequencies.key_bits(key);
    }
  }
  std::vector<std::pair<std::int32_t, std::uint32_t>> nearest;
  nearest.reserve(shared.size());
  for (const auto& [other, bits] : shared) nearest.emplace_back(-bits, other);
  const std::size_t kept = std::min(nearest.size(), kNearest);
  std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(kept), nearest.end());
  for (std::size_t n = 0; n < kept; ++n)
    pairs.push_back({std::min(report, nearest[n].second), std::max(report, nearest[n].second)});
}

// Reports of one wording: neighbours in the order of each band of their signatures.
void add_alike(std::span<const ReportFacts> reports, std::vector<ReportPair>& pairs) {
  constexpr std::size_t kWidth = ReportFacts::kSignature / kBands;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> band(reports.size());
  for (std::size_t n = 0; n < kBands; ++n) {
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
      std::uint64_t hash = 0;
      for (std::size_t at = n * kWidth; at < n * kWidth + kWidth; ++at)
        hash = (hash ^ reports[r].signature[at]) * 0x9e3779b97f4a7c15ULL;
      band[r] = {hash, r};
    }
    std::sort(band.begin(), band.end());
    for (std::size_t r = 1; r < band.size(); ++r) {
      if (band[r].first == band[r - 1].first && reports[band[r].second].shingles > 0)
        pairs.push_back({band[r - 1].second, band[r].second});
    }
  }
}

}  // namespace

std::vector<ReportPair> neighbouring_reports(std::span<const ReportFacts> reports, const CaseFrequencies& frequencies) {
  std::vector<ReportPair> pairs;
  const auto count = static_cast<std::uint32_t>(reports.size());
  if (count <= kAllPairs) {
    for (std::uint32_t a = 0; a < count; ++a) {
      for (std::uint32_t b = a + 1; b < count; ++b) pairs.push_back({a, b});
    }
    return pairs;
  }
  const Postings postings = postings_of(reports, frequencies);
  for (std::uint32_t n = 0; n < count; ++n) add_nearest(n, reports, frequencies, postings, pairs);
  add_alike(reports, pairs);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::uint32_t likeness(const ReportFacts& a, const ReportFacts& b) {
  if (a.shingles == 0 || b.shingles == 0) return 0;
  std::uint32_t equal = 0;
  for (std::size_t n = 0; n < ReportFacts::kSignature; ++n) equal += a.signature[n] == b.signature[n] ? 1 : 0;
  return static_cast<std::uint32_t>(std::size_t{1000} * equal / ReportFacts::kSignature);
}

}  // namespace counterclaim::reconcile
