#include "counterclaim/reconcile/reconciler.h"

#include <algorithm>

#include "counterclaim/reconcile/denial_chain.h"
#include "counterclaim/reconcile/relation_finder.h"
#include "counterclaim/reconcile/relation_words.h"
#include "counterclaim/reconcile/report_neighbours.h"

namespace counterclaim::reconcile {

Result<Reconciler> Reconciler::load(const std::filesystem::path& folder) {
  Reconciler reconciler;
  auto reader = FactReader::load(folder);
  if (!reader) return tl::unexpected<Error>(reader.error());
  const auto weights = Weights::load(folder);
  if (!weights) return tl::unexpected<Error>(weights.error());
  reconciler.reader_ = std::move(*reader);
  reconciler.weights_ = *weights;
  return reconciler;
}

record::Derivation Reconciler::derive(std::vector<ReportFacts> reports, const DeriveOptions&) const {
  std::sort(reports.begin(), reports.end(), [](const ReportFacts& a, const ReportFacts& b) { return a.id < b.id; });
  const CaseFrequencies frequencies(reports);
  const PairScorer scorer(weights_, frequencies);
  const RelationFinder finder(reports, scorer);
  std::vector<FoundRelation> found;
  for (std::uint32_t n = 0; n < reports.size(); ++n) finder.find(n, n, found);
  for (const ReportPair pair : neighbouring_reports(reports, frequencies)) finder.find(pair.a, pair.b, found);
  carry_denials(reports, found);

  record::Derivation derivation;
  for (const ReportFacts& report : reports) derivation.reports.push_back(report.id);
  derivation.relations = relations_in_words(reports, std::move(found));
  return derivation;
}

}  // namespace counterclaim::reconcile
