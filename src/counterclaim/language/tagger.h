// The tagger: one linear layer on the shared vectors, the highest score wins.
//
// Layer: language (internal). Immutable after load.
#pragma once

#include <filesystem>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/kernels.h"
#include "counterclaim/language/label_table.h"

namespace counterclaim::language {

class Tagger {
 public:
  // Errors: file_not_found, file_unreadable, model_malformed, model_unsupported.
  [[nodiscard]] static Result<Tagger> load(const std::filesystem::path& folder, const Config& config,
                                           std::uint32_t vector_width, LabelTable& labels);

  // One tag for each row; `scratch` grows as needed.
  void tag(const KernelTable& kernels, ConstRows vectors, AlignedFloats& scratch, LabelId* tags) const;

 private:
  std::vector<LabelId> labels_;
  PackedWeights weights_;
};

}  // namespace counterclaim::language
