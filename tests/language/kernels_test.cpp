// Every kernel that this processor runs against the same sums written plainly, bit for bit.
#include "counterclaim/language/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace counterclaim::language {
namespace {

AlignedFloats random_floats(std::size_t count, unsigned seed) {
  std::mt19937 generator(seed);
  std::uniform_real_distribution<float> uniform(-2.0F, 2.0F);
  AlignedFloats out(count);
  for (float& value : out) value = uniform(generator);
  return out;
}

bool same_bits(const AlignedFloats& a, const AlignedFloats& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

template <class Check>
void for_each_kernel(Check check) {
  for (const Kernel kernel : {Kernel::kAvx512, Kernel::kAvx2, Kernel::kPortable}) {
    const KernelTable* table = kernel_table(kernel);
    if (table == nullptr) continue;
    CAPTURE(kernel_name(kernel));
    CHECK(table->kernel == kernel);
    check(*table);
  }
}

float chain(const float* row, const float* weights, std::size_t inputs) {
  float sum = 0;
  for (std::size_t k = 0; k < inputs; ++k) sum = std::fma(row[k], weights[k], sum);
  return sum;
}

struct Shape {
  std::size_t rows, stride;
  std::uint32_t inputs, outputs, groups_per_panel;
};

TEST_CASE("linear: one ascending chain of fused multiply-adds an output") {
  for (const Shape shape :
       {Shape{1, 64, 64, 106, kMaxGroups}, Shape{1, 64, 64, 74, kMaxGroups}, Shape{37, 96, 96, 50, kBlockGroups},
        Shape{9, 64, 64, 1024, kBlockGroups}, Shape{5, 96, 288, 33, kBlockGroups}, Shape{3, 16, 7, 1, 1}}) {
    CAPTURE(shape.rows);
    CAPTURE(shape.outputs);
    const AlignedFloats rows = random_floats(shape.rows * shape.stride + shape.inputs, 1);
    const AlignedFloats weights = random_floats(std::size_t{shape.outputs} * shape.inputs, 2);
    const AlignedFloats bias = random_floats(shape.outputs, 3);
    const PackedWeights packed =
        pack_linear(weights.data(), bias.data(), shape.outputs, shape.inputs, shape.groups_per_panel);
    AlignedFloats expected(shape.rows * packed.padded_outputs, 0.0F);
    for (std::size_t r = 0; r < shape.rows; ++r) {
      for (std::size_t o = 0; o < shape.outputs; ++o) {
        expected[r * packed.padded_outputs + o] =
            chain(rows.data() + r * shape.stride, weights.data() + o * shape.inputs, shape.inputs) + bias[o];
      }
    }
    for_each_kernel([&](const KernelTable& kernel) {
      AlignedFloats out(expected.size(), -1.0F);
      kernel.linear({rows.data(), shape.stride, shape.rows}, packed, out.data(), packed.padded_outputs);
      CHECK(same_bits(out, expected));
    });
  }
}

TEST_CASE("maxout: the largest piece of each output, windows read where they stand") {
  constexpr std::uint32_t kOutputs = 96;
  constexpr std::uint32_t kPieces = 3;
  constexpr std::uint32_t kInputs = 288;
  for (const std::size_t count : {1U, 2U, 8U, 13U, 40U}) {
    const AlignedFloats rows = random_floats((count + 2) * kOutputs, 4);
    const AlignedFloats weights = random_floats(std::size_t{kOutputs} * kPieces * kInputs, 5);
    const AlignedFloats bias = random_floats(std::size_t{kOutputs} * kPieces, 6);
    const PackedWeights packed = pack_maxout(weights.data(), bias.data(), kOutputs, kPieces, kInputs);
    AlignedFloats expected(count * kOutputs);
    for (std::size_t r = 0; r < count; ++r) {
      for (std::size_t o = 0; o < kOutputs; ++o) {
        std::array<float, kPieces> pieces{};
        for (std::size_t p = 0; p < kPieces; ++p) {
          const std::size_t row = o * kPieces + p;
          pieces[p] = chain(rows.data() + r * kOutputs, weights.data() + row * kInputs, kInputs) + bias[row];
        }
        expected[r * kOutputs + o] = *std::max_element(pieces.begin(), pieces.end());
      }
    }
    for_each_kernel([&](const KernelTable& kernel) {
      AlignedFloats out(expected.size());
      kernel.maxout({rows.data(), kOutputs, count}, packed, out.data(), kOutputs);
      CHECK(same_bits(out, expected));
    });
  }
}

// The sum of 16 lanes, each in order, then halves on halves.
float ordered_sum(const std::vector<float>& values) {
  std::array<float, kGroup> lanes{};
  for (std::size_t n = 0; n < kGroup; ++n) lanes[n] = values[n];
  for (std::size_t n = kGroup; n < values.size(); ++n) lanes[n % kGroup] += values[n];
  for (std::size_t step = kGroup / 2; step > 0; step /= 2) {
    for (std::size_t n = 0; n < step; ++n) lanes[n] += lanes[n + step];
  }
  return lanes[0];
}

TEST_CASE("layer norm sums in one fixed order") {
  constexpr std::size_t kWidth = 96;
  constexpr std::size_t kRows = 7;
  const AlignedFloats rows = random_floats(kRows * kWidth, 7);
  const AlignedFloats gain = random_floats(kWidth, 8);
  const AlignedFloats bias = random_floats(kWidth, 9);
  const AlignedFloats residual = random_floats(kRows * kWidth, 10);
  AlignedFloats expected(rows.size());
  for (std::size_t r = 0; r < kRows; ++r) {
    std::vector<float> row(rows.begin() + static_cast<std::ptrdiff_t>(r * kWidth),
                           rows.begin() + static_cast<std::ptrdiff_t>((r + 1) * kWidth));
    const float mean = ordered_sum(row) / static_cast<float>(kWidth);
    std::vector<float> squares;
    for (const float value : row) squares.push_back((value - mean) * (value - mean));
    const float scale = 1.0F / std::sqrt(ordered_sum(squares) / static_cast<float>(kWidth) + 1e-8F);
    for (std::size_t n = 0; n < kWidth; ++n) {
      expected[r * kWidth + n] = residual[r * kWidth + n] + ((row[n] - mean) * scale * gain[n] + bias[n]);
    }
  }
  for_each_kernel([&](const KernelTable& kernel) {
    AlignedFloats out = rows;
    kernel.layer_norm(out.data(), kRows, kWidth, gain.data(), bias.data(), residual.data());
    CHECK(same_bits(out, expected));
  });
}

TEST_CASE("a state's hidden layer and the sum of embeddings add in order") {
  constexpr std::size_t kWidth = 64;
  const AlignedFloats rows = random_floats(8 * 2 * kWidth, 11);
  const AlignedFloats bias = random_floats(2 * kWidth, 12);
  std::array<const float*, 8> slots{};
  for (std::size_t n = 0; n < slots.size(); ++n) slots[n] = rows.data() + n * 2 * kWidth;
  AlignedFloats expected_hidden(kWidth);
  AlignedFloats expected_sum(kWidth);
  for (std::size_t n = 0; n < kWidth; ++n) {
    std::array<float, 2> pieces{};
    for (const float* slot : slots) {
      pieces[0] += slot[n];
      pieces[1] += slot[kWidth + n];
    }
    expected_hidden[n] = std::max(pieces[0] + bias[n], pieces[1] + bias[kWidth + n]);
    for (std::size_t row = 0; row < 4; ++row) expected_sum[n] += slots[row][n];
  }
  for_each_kernel([&](const KernelTable& kernel) {
    AlignedFloats hidden(kWidth);
    kernel.state_hidden(slots.data(), slots.size(), bias.data(), kWidth, hidden.data());
    CHECK(same_bits(hidden, expected_hidden));
    AlignedFloats sum(kWidth);
    kernel.sum_four(slots.data(), kWidth, sum.data());
    CHECK(same_bits(sum, expected_sum));
  });
}

}  // namespace
}  // namespace counterclaim::language
