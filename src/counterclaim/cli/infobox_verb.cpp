#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/infobox_run.h"

namespace counterclaim::cli {

int run_infobox_verb(const InfoboxOptions& options) {
  const engine::InfoboxFormat format = options.json       ? engine::InfoboxFormat::kJson
                                       : options.wikitext ? engine::InfoboxFormat::kWikitext
                                                          : engine::InfoboxFormat::kText;
  return finish(engine::run_infobox(options.case_path, {.format = format, .history = options.history}, write_output),
                options.quiet);
}

}  // namespace counterclaim::cli
