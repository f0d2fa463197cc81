#include "counterclaim/engine/check_run.h"

#include "counterclaim/engine/case_derivation.h"
#include "counterclaim/store/case.h"
#include "counterclaim/store/case_check.h"

namespace counterclaim::engine {

Result<CheckSummary> run_check(const std::string& case_path, const Sink& sink) {
  CheckSummary summary;
  const auto reports = store::check_case(case_path, [&](const std::string& problem) {
    ++summary.problems;
    (void)sink(problem + "\n");
  });
  if (!reports) return tl::unexpected(reports.error());
  summary.reports = *reports;
  if (summary.problems > 0) return summary;  // what is derived from wrong records is wrong as well
  auto file = store::Case::open(case_path, {});
  if (!file) return tl::unexpected(file.error());
  const auto kept = file->derivation();
  if (!kept) return tl::unexpected(kept.error());
  if (!*kept) return summary;
  auto derived = derive_records(*file, 1);
  if (!derived) return tl::unexpected(derived.error());
  derived->ceasefires.clear();  // the case keeps neither
  derived->reactions.clear();
  if (*derived != **kept) {
    ++summary.problems;
    (void)sink("what was derived from the records is not what they give now; 'read' with a new report renews it\n");
  }
  return summary;
}

}  // namespace counterclaim::engine
