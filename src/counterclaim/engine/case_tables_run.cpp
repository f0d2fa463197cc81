#include "counterclaim/engine/case_tables_run.h"

#include <utility>

#include <fmt/format.h>

#include "counterclaim/ingest/iso_date.h"
#include "counterclaim/publish/case_tables.h"
#include "counterclaim/store/case.h"

namespace counterclaim::engine {
namespace {

using AddRows = void (*)(publish::TableWriter&, const record::ReportRecord&, const publish::ItemFilter&, std::string&);

struct TableKind {
  publish::TableWriter (*start)(publish::TableOptions);
  AddRows add;
};

TableKind kind_of(CaseTable table) {
  switch (table) {
    case CaseTable::kReports: return {publish::reports_table, publish::add_report};
    case CaseTable::kFigures: return {publish::figures_table, publish::add_figures};
    case CaseTable::kStatements: return {publish::statements_table, publish::add_statements};
    case CaseTable::kEvents: break;
  }
  return {publish::events_table, publish::add_events};
}

Result<void> check_days(const publish::ItemFilter& filter) {
  for (const auto* day : {&filter.since, &filter.until}) {
    if (*day && ingest::iso_date(**day) != **day) {
      return fail(ErrorCode::kUsage, fmt::format("'{}' is no date of the form YYYY-MM-DD", **day));
    }
  }
  return {};
}

}  // namespace

Result<RunSummary> run_case_table(const std::string& case_path, const CaseTableOptions& options, const Sink& sink) {
  if (auto checked = check_days(options.filter); !checked) return tl::unexpected(checked.error());
  auto file = store::Case::open(case_path, {});
  if (!file) return tl::unexpected(file.error());
  const TableKind kind = kind_of(options.table);
  publish::TableWriter table = kind.start(options.output);
  RunSummary summary;
  const auto print = [&](const record::ReportRecord& record) {
    ++summary.documents;
    std::string out;
    kind.add(table, record, options.filter, out);
    summary.stopped = !out.empty() && !sink(out);
    return !summary.stopped;
  };
  if (options.filter.report) {
    const auto record = file->load(*options.filter.report);
    if (!record) return tl::unexpected(record.error());
    print(*record);
  } else if (auto done = file->for_each(print); !done) {
    return tl::unexpected(done.error());
  }
  std::string end;
  table.finish(end);
  summary.stopped = summary.stopped || !sink(end);
  return summary;
}

}  // namespace counterclaim::engine
