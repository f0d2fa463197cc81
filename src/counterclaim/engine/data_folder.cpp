#include "counterclaim/engine/data_folder.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace counterclaim::engine {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> candidates() {
  const char* named = std::getenv("COUNTERCLAIM_DATA");  // NOLINT(concurrency-mt-unsafe): before threads start
  if (named != nullptr && *named != '\0') return {fs::path(named)};
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  const fs::path folder = program.parent_path();
  return {folder.parent_path() / "share" / "counterclaim", folder / "share" / "counterclaim"};
}

Result<DataFolder> checked(const DataFolder& data) {
  std::error_code ignored;
  if (!fs::exists(data.model / "config.cfg", ignored)) {
    return fail(ErrorCode::kModelMissing,
                fmt::format("there is no language model in '{}'; from a checkout, 'scripts/fetch-model' fetches it",
                            data.model.string()));
  }
  if (!fs::is_directory(data.resources, ignored)) {
    return fail(ErrorCode::kResourceMissing,
                fmt::format("there are no rules and lexicons in '{}'; set COUNTERCLAIM_DATA to the folder "
                            "share/counterclaim of an installation",
                            data.resources.string()));
  }
  if (!fs::is_regular_file(data.gazetteers.front(), ignored)) {
    return fail(ErrorCode::kGazetteerMissing,
                fmt::format("there is no gazetteer '{}'; from a checkout, 'scripts/demo' makes it",
                            data.gazetteers.front().string()));
  }
  return data;
}

}  // namespace

Result<DataFolder> find_data_folder() {
  std::error_code ignored;
  std::string looked;
  std::optional<Error> incomplete;  // what the first folder lacks
  for (const fs::path& folder : candidates()) {
    looked += fmt::format("{}'{}'", looked.empty() ? "" : " and ", folder.string());
    if (!fs::is_directory(folder, ignored)) continue;
    const Result<DataFolder> data = checked({folder / "model", folder / "resources", {folder / "world.gazetteer"}});
    if (data) return data;
    if (!incomplete) incomplete = data.error();
  }
  if (incomplete) return tl::unexpected(*incomplete);
  return fail(ErrorCode::kModelMissing,
              fmt::format("no data folder: looked for {}; set COUNTERCLAIM_DATA to the folder share/counterclaim of an "
                          "installation, or build with 'scripts/demo'",
                          looked.empty() ? "nothing" : looked));
}

}  // namespace counterclaim::engine
