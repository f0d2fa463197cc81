// The records of many reports -> the record of the conflict: relations, copies, incidents, tolls over time.
//
//   Reconciler reconciler = *Reconciler::load(resources / "reconcile");
//   std::vector<ReportFacts> facts = ...;  // reconciler.facts_of(record), of each report
//   record::Derivation derivation = reconciler.derive(std::move(facts));
//
// The same reports give the same derivation, whatever their order and the number of threads.
//
// Layer: reconcile. No I/O after load(). Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/reconcile/report_facts.h"
#include "counterclaim/reconcile/weights.h"
#include "counterclaim/record/derivation.h"

namespace counterclaim::reconcile {

struct DeriveOptions {
  unsigned threads = 1;
};

class Reconciler {
 public:
  // `folder`: resources/reconcile. Errors: file_not_found, resource_malformed.
  [[nodiscard]] static Result<Reconciler> load(const std::filesystem::path& folder);

  [[nodiscard]] ReportFacts facts_of(const record::ReportRecord& record) const { return reader_.facts_of(record); }

  // Cost: n log n in the reports.
  [[nodiscard]] record::Derivation derive(std::vector<ReportFacts> reports, const DeriveOptions& options = {}) const;

 private:
  FactReader reader_;
  Weights weights_;
};

}  // namespace counterclaim::reconcile
