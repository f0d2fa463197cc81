#include "counterclaim/engine/check_run.h"

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
  return summary;
}

}  // namespace counterclaim::engine
