#include <cstdio>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/cli/command_line.h"
#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/data_folder.h"
#include "counterclaim/engine/gazetteer_run.h"

namespace counterclaim::cli {

int run_gazetteer_add_verb(const GazetteerAddOptions& options) {
  const auto count = engine::make_gazetteer(options.out, {options.files.begin(), options.files.end()});
  if (!count) {
    complain(count.error());
    return kFailed;
  }
  if (!options.quiet) fmt::print(stderr, "counterclaim: {} places in '{}'\n", *count, printable(options.out));
  return kDone;
}

int run_gazetteer_find_verb(const GazetteerFindOptions& options) {
  const auto data = engine::find_data_folder();
  if (!data) {
    complain(data.error());
    return kFailed;
  }
  std::vector<std::filesystem::path> gazetteers = data->gazetteers;
  gazetteers.insert(gazetteers.end(), options.gazetteers.begin(), options.gazetteers.end());
  const auto found = engine::find_in_gazetteers(gazetteers, options.name, write_output);
  if (!found) {
    complain(found.error());
    return kFailed;
  }
  return finish_output() ? kDone : kFailed;
}

}  // namespace counterclaim::cli
