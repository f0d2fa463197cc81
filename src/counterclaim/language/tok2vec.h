// One vector per token: hash embeddings of its features, a mixing layer, then residual layers over windows of three
// tokens (spaCy's MultiHashEmbed.v2 and MaxoutWindowEncoder.v2).
//
// Layer: language (internal). Immutable after load.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/kernels.h"
#include "counterclaim/language/model_file.h"

namespace counterclaim::language {

// Ids of NORM, PREFIX, SUFFIX, SHAPE, SPACY and IS_SPACE; the last two are the numbers 0 and 1 themselves.
using FeatureIds = std::array<std::uint64_t, 6>;

class Tok2Vec {
 public:
  // `section`: of config.cfg, with "embed" and "encode" below it. Errors: model_malformed, model_unsupported.
  [[nodiscard]] static Result<Tok2Vec> load(const ModelFile& file, const Config& config, const std::string& section);

  [[nodiscard]] std::uint32_t width() const { return width_; }  // floats in a vector, a multiple of 16
  // Rows on each side that a row's result depends on: one a layer.
  [[nodiscard]] std::size_t reach() const { return windows_.size(); }

  // Embeds words one by one into rows of `out` (stride width()). `scratch` grows as needed.
  void embed(const KernelTable& kernels, const std::vector<FeatureIds>& words, float* out,
             AlignedFloats& scratch) const;

  // Encodes `count` rows; all but reach() rows at both ends come out right. Both buffers hold count x width() floats;
  // the result is in `rows` (the other one is scratch).
  void encode(const KernelTable& kernels, AlignedFloats& rows, AlignedFloats& other, std::size_t count) const;

 private:
  struct Table {
    std::size_t feature;  // position in FeatureIds
    std::uint32_t seed;
    std::uint32_t row_count;
    std::vector<float> rows;
  };
  struct Layer {  // maxout, then layer norm
    PackedWeights weights;
    AlignedFloats gain, bias;
  };
  [[nodiscard]] static Result<Layer> load_layer(const ModelFile& file, std::size_t n, std::size_t count,
                                                std::uint32_t width, std::uint32_t inputs);
  [[nodiscard]] Result<void> load_tables(const ModelFile& file);

  std::uint32_t width_ = 0;
  std::vector<Table> tables_;
  Layer mix_;
  std::vector<Layer> windows_;
};

}  // namespace counterclaim::language
