#include "counterclaim/reconcile/reconciler.h"

#include <algorithm>

#include "counterclaim/reconcile/claimants.h"
#include "counterclaim/reconcile/conflict_books.h"
#include "counterclaim/reconcile/denial_chain.h"
#include "counterclaim/reconcile/incident_builder.h"
#include "counterclaim/reconcile/relation_finder.h"
#include "counterclaim/reconcile/relation_words.h"
#include "counterclaim/reconcile/report_neighbours.h"
#include "counterclaim/reconcile/series_builder.h"

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
  const std::vector<ReportPair> pairs = neighbouring_reports(reports, frequencies);
  Findings findings;
  for (std::uint32_t n = 0; n < reports.size(); ++n) finder.find(n, n, findings);
  for (const ReportPair pair : pairs) finder.find(pair.a, pair.b, findings);
  carry_denials(reports, findings.relations);

  record::Derivation derivation;
  for (const ReportFacts& report : reports) derivation.reports.push_back(report.id);
  derivation.copies = report_copies(reports, pairs);
  derivation.incidents = IncidentBuilder(reports, scorer, derivation.copies).build(findings);
  derivation.series = series_of(reports, Claimants(reports, derivation.copies));
  derivation.ceasefires = ceasefires_of(reports, derivation.incidents, findings.relations);
  derivation.reactions = reactions_of(reports, findings.relations);
  derivation.relations = relations_in_words(reports, std::move(findings.relations));
  return derivation;
}

}  // namespace counterclaim::reconcile
