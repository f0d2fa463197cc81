#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/derived_run.h"

namespace counterclaim::cli {

int run_derived_verb(const DerivedVerbOptions& options, engine::DerivedTable table) {
  const publish::ItemFilter filter = table_filter(options.table);
  const engine::DerivedOptions run{.table = table,
                                   .filter = {.side = filter.side, .measure = filter.measure, .report = filter.report},
                                   .rule = table == engine::DerivedTable::kToll ? options.rule : "",
                                   .output = table_output(options.table),
                                   .threads = 1};
  return finish(engine::run_derived(options.table.case_path, run, write_output), options.table.quiet);
}

int run_show_verb(const ShowOptions& options) {
  return finish(engine::run_show(options.case_path, options.id, write_output), options.quiet);
}

}  // namespace counterclaim::cli
