#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/terminal.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/case_tables_run.h"

namespace counterclaim::cli {
namespace {

std::optional<std::string> given(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

publish::TableOptions table_output(const TableVerbOptions& options) {
  const publish::TableFormat format = options.json  ? publish::TableFormat::kJson
                                      : options.csv ? publish::TableFormat::kCsv
                                                    : publish::TableFormat::kText;
  return {.format = format, .width = output_width(), .colour = wants_colour()};
}

publish::ItemFilter table_filter(const TableVerbOptions& options) {
  return {.side = given(options.side),
          .measure = given(options.measure),
          .source = given(options.source),
          .since = given(options.since),
          .until = given(options.until),
          .report = given(options.report)};
}

int run_case_table_verb(const TableVerbOptions& options, engine::CaseTable table) {
  const engine::CaseTableOptions run{.table = table, .filter = table_filter(options), .output = table_output(options)};
  return finish(engine::run_case_table(options.case_path, run, write_output), options.quiet);
}

}  // namespace counterclaim::cli
