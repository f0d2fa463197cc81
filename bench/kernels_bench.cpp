// Matrix products of the shapes that the networks use, for each kernel; FLOP/s counts a multiply-add as two.

#include "model.h"

#include "counterclaim/language/packed_weights.h"

namespace counterclaim::bench {
namespace {

using namespace language;

const KernelTable* table_or_skip(benchmark::State& state, Kernel kernel) {
  const KernelTable* table = kernel_table(kernel);
  if (table == nullptr) state.SkipWithError("this processor does not run the kernel");
  return table;
}

void count_operations(benchmark::State& state, std::size_t rows, std::size_t inputs, std::size_t outputs) {
  const double operations =
      2.0 * static_cast<double>(rows) * static_cast<double>(inputs) * static_cast<double>(outputs);
  state.counters["FLOP"] = benchmark::Counter(operations, benchmark::Counter::kIsIterationInvariantRate);
}

void linear(benchmark::State& state, Kernel kernel, std::uint32_t rows, std::uint32_t inputs, std::uint32_t outputs,
            std::uint32_t groups) {
  const KernelTable* table = table_or_skip(state, kernel);
  if (table == nullptr) return;
  const AlignedFloats values = made_up_floats(std::size_t{outputs} * inputs);
  const PackedWeights weights = pack_linear(values.data(), values.data(), outputs, inputs, groups);
  const AlignedFloats in = made_up_floats(std::size_t{rows} * inputs);
  AlignedFloats out(std::size_t{rows} * weights.padded_outputs);
  for (auto _ : state) {
    table->linear({in.data(), inputs, rows}, weights, out.data(), weights.padded_outputs);
    benchmark::ClobberMemory();
  }
  count_operations(state, rows, inputs, outputs);
}

// A layer of the encoder: overlapping windows of three rows of 96.
void window_maxout(benchmark::State& state, Kernel kernel) {
  constexpr std::uint32_t kRows = 512;
  constexpr std::uint32_t kWidth = 96;
  constexpr std::uint32_t kPieces = 3;
  const KernelTable* table = table_or_skip(state, kernel);
  if (table == nullptr) return;
  const AlignedFloats values = made_up_floats(std::size_t{kWidth} * kPieces * 3 * kWidth);
  const PackedWeights weights = pack_maxout(values.data(), values.data(), kWidth, kPieces, 3 * kWidth);
  const AlignedFloats in = made_up_floats(std::size_t{kRows + 2} * kWidth);
  AlignedFloats out(std::size_t{kRows} * kWidth);
  for (auto _ : state) {
    table->maxout({in.data(), kWidth, kRows}, weights, out.data(), kWidth);
    benchmark::ClobberMemory();
  }
  count_operations(state, kRows, 3 * kWidth, kWidth * kPieces);
}

void layer_norm(benchmark::State& state, Kernel kernel) {
  constexpr std::size_t kRows = 512;
  constexpr std::size_t kWidth = 96;
  const KernelTable* table = table_or_skip(state, kernel);
  if (table == nullptr) return;
  AlignedFloats rows = made_up_floats(kRows * kWidth);
  const AlignedFloats gain = made_up_floats(kWidth);
  const AlignedFloats residual = made_up_floats(kRows * kWidth);
  for (auto _ : state) {
    table->layer_norm(rows.data(), kRows, kWidth, gain.data(), gain.data(), residual.data());
    benchmark::ClobberMemory();
  }
  count_tokens(state, kRows);
}

#define FOR_EACH_KERNEL(function, name, ...)                                              \
  BENCHMARK_CAPTURE(function, name##_avx512, Kernel::kAvx512 __VA_OPT__(, ) __VA_ARGS__); \
  BENCHMARK_CAPTURE(function, name##_avx2, Kernel::kAvx2 __VA_OPT__(, ) __VA_ARGS__);     \
  BENCHMARK_CAPTURE(function, name##_portable, Kernel::kPortable __VA_OPT__(, ) __VA_ARGS__)

FOR_EACH_KERNEL(linear, 512x288x288, 512, 288, 288, kBlockGroups);
FOR_EACH_KERNEL(linear, 32x64x1024, 32, 64, 1024, kBlockGroups);
FOR_EACH_KERNEL(linear, 1x64x106, 1, 64, 106, kMaxGroups);
FOR_EACH_KERNEL(window_maxout, 512x288x96x3);
FOR_EACH_KERNEL(layer_norm, 512x96);

}  // namespace
}  // namespace counterclaim::bench
