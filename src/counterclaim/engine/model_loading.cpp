#include "counterclaim/engine/model_loading.h"

#include <fmt/format.h>

namespace counterclaim::engine {

Result<language::Pipeline> load_pipeline(const std::filesystem::path& folder, const std::string& kernel) {
  language::PipelineOptions options;
  if (!kernel.empty()) {
    options.kernel = language::kernel_named(kernel);
    if (!options.kernel) {
      return fail(ErrorCode::kUsage, fmt::format("there is no kernel '{}'; there are avx512, avx2, portable", kernel));
    }
  }
  return language::Pipeline::load(folder, options);
}

}  // namespace counterclaim::engine
