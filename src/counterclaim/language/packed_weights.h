// The weights of a linear or maxout layer, laid out for the kernels.
//
// Outputs are packed in groups of 16 and groups in panels. In a panel, row k (of `inputs`) holds the weights of input k
// for all outputs of the panel: panel.groups x 16 floats. A kernel reads a panel from front to back once for a block of
// rows. The layout is the same for all kernels.
//
// Layer: language (internal).
#pragma once

#include <cstdint>
#include <vector>

#include "counterclaim/language/aligned.h"
#include "counterclaim/language/model_file.h"

namespace counterclaim::language {

inline constexpr std::uint32_t kGroup = 16;  // outputs in a group: one AVX-512 register of floats

struct Panel {
  std::uint32_t groups;        // 1 to kMaxGroups
  std::uint32_t first_output;  // of the layer's padded outputs; for maxout, of its results
  std::size_t weights;         // position in PackedWeights::weights
  std::size_t bias;            // position in PackedWeights::bias
};

struct PackedWeights {
  std::uint32_t inputs = 0;
  std::uint32_t padded_outputs = 0;  // a multiple of 16; the outputs behind the layer's own are 0
  std::vector<Panel> panels;
  AlignedFloats weights;
  AlignedFloats bias;
};

// A linear layer: weights[o * inputs + k], bias[o] or none. The panels have at most `groups_per_panel` groups.
[[nodiscard]] PackedWeights pack_linear(const float* weights, const float* bias, std::uint32_t outputs,
                                        std::uint32_t inputs, std::uint32_t groups_per_panel);

// A maxout layer: weights[(o * pieces + p) * inputs + k], bias[o * pieces + p]. Each panel holds the pieces of 16
// results, group p piece p. `outputs` is a multiple of 16, `pieces` at most kMaxGroups.
[[nodiscard]] PackedWeights pack_maxout(const float* weights, const float* bias, std::uint32_t outputs,
                                        std::uint32_t pieces, std::uint32_t inputs);

inline constexpr std::uint32_t kBlockGroups = 3;  // what fits the registers beside a block of rows
inline constexpr std::uint32_t kMaxGroups = 8;    // what fits them beside a single row

}  // namespace counterclaim::language
