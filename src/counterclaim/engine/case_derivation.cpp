#include "counterclaim/engine/case_derivation.h"

#include <utility>
#include <vector>

#include "counterclaim/engine/data_folder.h"
#include "counterclaim/reconcile/reconciler.h"

namespace counterclaim::engine {

Result<record::Derivation> derive_records(store::Case& file, unsigned threads) {
  const auto data = find_data_folder();
  if (!data) return tl::unexpected(data.error());
  const auto reconciler = reconcile::Reconciler::load(data->resources / "reconcile");
  if (!reconciler) return tl::unexpected(reconciler.error());
  std::vector<reconcile::ReportFacts> facts;
  const auto done = file.for_each([&](const record::ReportRecord& record) {
    facts.push_back(reconciler->facts_of(record));
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return reconciler->derive(std::move(facts), {.threads = threads});
}

}  // namespace counterclaim::engine
