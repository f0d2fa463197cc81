// The inner loops of the networks. Each kernel computes every output as one chain of fused multiply-adds in ascending
// order of the inputs, starting from zero, the bias added last; sums over a row go in one fixed order. So all kernels
// give the same bits.
//
// Layer: language (internal). Buffers of rows are 64-byte aligned and row strides are multiples of 16 floats, unless
// said otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

#include "counterclaim/language/packed_weights.h"
#include "counterclaim/language/pipeline.h"

namespace counterclaim::language {

// `count` rows of floats, the first at `data`, each `stride` floats after the one before. Rows may overlap: a window of
// three rows of 96 is a row of 288 with a stride of 96.
struct ConstRows {
  const float* data;
  std::size_t stride;
  std::size_t count;
};

struct KernelTable {
  Kernel kernel;

  // out[r * out_stride + o] = weights . row r + bias, for all padded outputs.
  void (*linear)(ConstRows rows, const PackedWeights& weights, float* out, std::size_t out_stride);

  // out[r * out_stride + o] = the largest of the pieces of output o.
  void (*maxout)(ConstRows rows, const PackedWeights& weights, float* out, std::size_t out_stride);

  // Layer norm of `count` rows of `width` floats in place: (x - mean) / sqrt(variance + 1e-8) * gain + bias.
  // `width` is a multiple of 16. The 16 sums of every 16th float are made in order, then added as a tree of halves.
  // Where `residual` is given, its rows (stride `width`) are added to the results.
  void (*layer_norm)(float* rows, std::size_t count, std::size_t width, const float* gain, const float* bias,
                     const float* residual);

  // The hidden layer of a state: with total = the sum of `slot_count` rows in order, from zero, and `bias` on top,
  // out[o] = max(total[o], total[width + o]) for o < width, a multiple of 16.
  void (*state_hidden)(const float* const* slots, std::size_t slot_count, const float* bias, std::size_t width,
                       float* out);

  // sum[i] = the sum of four rows in order, from zero; `width` is a multiple of 16. Rows need no alignment.
  void (*sum_four)(const float* const* rows, std::size_t width, float* sum);
};

// The kernel's functions, or nullptr where the processor does not run it.
[[nodiscard]] const KernelTable* kernel_table(Kernel kernel);
[[nodiscard]] const KernelTable& best_kernel_table();

}  // namespace counterclaim::language
