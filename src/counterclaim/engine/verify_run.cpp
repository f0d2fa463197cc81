#include "counterclaim/engine/verify_run.h"

#include "counterclaim/base/file.h"
#include "counterclaim/publish/claim_checker.h"
#include "counterclaim/store/case.h"

namespace counterclaim::engine {

Result<RunSummary> run_verify(const std::string& case_path, const std::string& sheet,
                              const publish::TableOptions& output, const Sink& sink) {
  const auto bytes = read_file(sheet);
  if (!bytes) return tl::unexpected(bytes.error());
  auto checker = publish::ClaimChecker::read(*bytes);
  if (!checker) return fail(checker.error().code, "'" + sheet + "': " + checker.error().message);
  auto file = store::Case::open(case_path, {});
  if (!file) return tl::unexpected(file.error());
  const auto add = [&](const record::ReportRecord& record) {
    checker->add(record);
    return true;
  };
  if (const auto done = file->for_each(add); !done) return tl::unexpected(done.error());
  std::string out;
  checker->print(output, out);
  return RunSummary{.documents = checker->size(), .stopped = !sink(out)};
}

}  // namespace counterclaim::engine
