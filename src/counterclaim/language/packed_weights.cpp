#include "counterclaim/language/packed_weights.h"

#include <algorithm>

namespace counterclaim::language {
namespace {

constexpr std::uint32_t round_up(std::uint32_t value, std::uint32_t to) { return (value + to - 1) / to * to; }

// Appends a panel; row_of(group, lane) is the row of `weights` and `bias` for that output, or -1 for padding.
template <class RowOf>
void append_panel(PackedWeights& packed, std::uint32_t groups, std::uint32_t first_output, const float* weights,
                  const float* bias, RowOf row_of) {
  packed.panels.push_back({groups, first_output, packed.weights.size(), packed.bias.size()});
  for (std::uint32_t k = 0; k < packed.inputs; ++k) {
    for (std::uint32_t group = 0; group < groups; ++group) {
      for (std::uint32_t lane = 0; lane < kGroup; ++lane) {
        const std::int64_t row = row_of(group, lane);
        packed.weights.push_back(row < 0 ? 0.0F : weights[row * packed.inputs + k]);
      }
    }
  }
  for (std::uint32_t group = 0; group < groups; ++group) {
    for (std::uint32_t lane = 0; lane < kGroup; ++lane) {
      const std::int64_t row = row_of(group, lane);
      packed.bias.push_back(row < 0 || bias == nullptr ? 0.0F : bias[row]);
    }
  }
}

}  // namespace

PackedWeights pack_linear(const float* weights, const float* bias, std::uint32_t outputs, std::uint32_t inputs,
                          std::uint32_t groups_per_panel) {
  PackedWeights packed;
  packed.inputs = inputs;
  packed.padded_outputs = round_up(outputs, kGroup);
  packed.weights.reserve(std::size_t{packed.padded_outputs} * inputs);
  const std::uint32_t groups = packed.padded_outputs / kGroup;
  for (std::uint32_t first = 0; first < groups; first += groups_per_panel) {
    append_panel(packed, std::min(groups_per_panel, groups - first), first * kGroup, weights, bias,
                 [&](std::uint32_t group, std::uint32_t lane) -> std::int64_t {
                   const std::uint32_t output = (first + group) * kGroup + lane;
                   return output < outputs ? std::int64_t{output} : -1;
                 });
  }
  return packed;
}

PackedWeights pack_maxout(const float* weights, const float* bias, std::uint32_t outputs, std::uint32_t pieces,
                          std::uint32_t inputs) {
  PackedWeights packed;
  packed.inputs = inputs;
  packed.padded_outputs = outputs;
  packed.weights.reserve(std::size_t{outputs} * pieces * inputs);
  for (std::uint32_t first = 0; first < outputs; first += kGroup) {
    append_panel(packed, pieces, first, weights, bias,
                 [&](std::uint32_t piece, std::uint32_t lane) { return std::int64_t{first + lane} * pieces + piece; });
  }
  return packed;
}

}  // namespace counterclaim::language
