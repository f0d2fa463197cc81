#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/terminal.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/verify_run.h"

namespace counterclaim::cli {

int run_verify_verb(const VerifyOptions& options) {
  TableVerbOptions table;
  table.json = options.json;
  table.csv = options.csv;
  return finish(engine::run_verify(options.case_path, options.sheet, table_output(table), write_output), options.quiet);
}

}  // namespace counterclaim::cli
