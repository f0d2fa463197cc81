#include "counterclaim/engine/extraction_setup.h"

#include <future>
#include <utility>

#include "counterclaim/engine/data_folder.h"
#include "counterclaim/engine/data_hash.h"

namespace counterclaim::engine {

Result<ExtractionSetup> load_extraction(const std::vector<std::filesystem::path>& gazetteers,
                                        const std::string& kernel) {
  auto data = find_data_folder();
  if (!data) return tl::unexpected(data.error());
  data->gazetteers.insert(data->gazetteers.end(), gazetteers.begin(), gazetteers.end());
  // Beside the loading: it reads the same files.
  auto hash = std::async(std::launch::async, hash_of_data, *data);
  auto extractor = Extractor::load(*data, kernel);
  if (!extractor) return tl::unexpected(extractor.error());
  Result<std::string> resources = hash.get();
  if (!resources) return tl::unexpected(resources.error());
  auto layout = ingest::LayoutWords::load(data->resources);
  if (!layout) return tl::unexpected(layout.error());
  return ExtractionSetup{std::move(*extractor), std::move(*layout), std::move(*resources)};
}

}  // namespace counterclaim::engine
