#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/parse_run.h"

namespace counterclaim::cli {

int run_parse_verb(const ParseOptions& options) {
  engine::ParseRunOptions run;
  run.format = options.format == "conllu" ? engine::ParseFormat::kConllu : engine::ParseFormat::kJsonl;
  run.details = options.details;
  run.threads = thread_count(options.common.threads);
  run.batch_texts = options.batch;
  run.kernel = options.common.kernel;
  return finish(engine::run_parse(options.files, run, write_output, complain_about), options.common.quiet);
}

}  // namespace counterclaim::cli
