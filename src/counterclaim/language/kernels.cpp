#include "counterclaim/language/kernels.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

// Compiled once for each target below. SSE targets are out because their MulAdd is not fused; where there is neither
// AVX-512 nor AVX2, Highway's scalar target stands for the portable loop.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "counterclaim/language/kernels.cpp"
#define HWY_DISABLED_TARGETS (~(HWY_AVX3 | HWY_AVX2 | HWY_SCALAR))
#define HWY_BROKEN_EMU128 1
#define HWY_BASELINE_TARGETS HWY_SCALAR
#include <hwy/foreach_target.h>
// After foreach_target.h, as Highway wants it.
#include <hwy/highway.h>

// Highway compiles this part once for each target, in a namespace of its own.
// NOLINTBEGIN(misc-use-internal-linkage, modernize-concat-nested-namespaces)
HWY_BEFORE_NAMESPACE();
namespace counterclaim::language {
namespace HWY_NAMESPACE {

constexpr float kEpsilon = 1e-8F;

#if HWY_TARGET == HWY_SCALAR

// Sixteen floats and the few operations on them, in plain C++.
struct Vector {
  std::array<float, kGroup> lanes{};
};
constexpr std::size_t kVectorsPerGroup = 1;
constexpr std::size_t kLanes = kGroup;
constexpr std::size_t kRowBlock = 4;

Vector zero() { return {}; }
Vector broadcast(float value) {
  Vector out;
  out.lanes.fill(value);
  return out;
}
Vector load(const float* from) {
  Vector out;
  for (std::size_t n = 0; n < kLanes; ++n) out.lanes[n] = from[n];
  return out;
}
Vector load_unaligned(const float* from) { return load(from); }
void store(const Vector& vector, float* to) {
  for (std::size_t n = 0; n < kLanes; ++n) to[n] = vector.lanes[n];
}
template <class Operation>
Vector each(const Vector& a, const Vector& b, Operation operation) {
  Vector out;
  for (std::size_t n = 0; n < kLanes; ++n) out.lanes[n] = operation(a.lanes[n], b.lanes[n]);
  return out;
}
Vector add(const Vector& a, const Vector& b) {
  return each(a, b, [](float x, float y) { return x + y; });
}
Vector subtract(const Vector& a, const Vector& b) {
  return each(a, b, [](float x, float y) { return x - y; });
}
Vector multiply(const Vector& a, const Vector& b) {
  return each(a, b, [](float x, float y) { return x * y; });
}
// As MAXPS: the second where the two compare equal.
Vector larger(const Vector& a, const Vector& b) {
  return each(a, b, [](float x, float y) { return x > y ? x : y; });
}
Vector multiply_add(const Vector& a, const Vector& b, const Vector& c) {
  Vector out;
  for (std::size_t n = 0; n < kLanes; ++n) out.lanes[n] = std::fma(a.lanes[n], b.lanes[n], c.lanes[n]);
  return out;
}

#else

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<float, kGroup>;
using Vector = hn::Vec<Tag>;
constexpr std::size_t kLanes = HWY_TARGET == HWY_AVX3 ? 16 : 8;
constexpr std::size_t kVectorsPerGroup = kGroup / kLanes;
constexpr std::size_t kRowBlock = HWY_TARGET == HWY_AVX3 ? 8 : 4;

HWY_INLINE Vector zero() { return hn::Zero(Tag()); }
HWY_INLINE Vector broadcast(float value) { return hn::Set(Tag(), value); }
HWY_INLINE Vector load(const float* from) { return hn::Load(Tag(), from); }
HWY_INLINE Vector load_unaligned(const float* from) { return hn::LoadU(Tag(), from); }
HWY_INLINE void store(Vector vector, float* to) { hn::Store(vector, Tag(), to); }
HWY_INLINE Vector add(Vector a, Vector b) { return hn::Add(a, b); }
HWY_INLINE Vector subtract(Vector a, Vector b) { return hn::Sub(a, b); }
HWY_INLINE Vector multiply(Vector a, Vector b) { return hn::Mul(a, b); }
HWY_INLINE Vector larger(Vector a, Vector b) { return hn::Max(a, b); }
HWY_INLINE Vector multiply_add(Vector a, Vector b, Vector c) { return hn::MulAdd(a, b, c); }

#endif

// acc[r][g] = the chain of row r for the outputs of group g that this half of the group's lanes holds.
template <std::size_t kRows, std::size_t kGroups>
HWY_INLINE void accumulate(const float* HWY_RESTRICT rows, std::size_t stride, std::size_t inputs,
                           const float* HWY_RESTRICT weights, Vector (&acc)[kRows][kGroups]) {
  for (auto& row : acc) {
    for (auto& sum : row) sum = zero();
  }
  for (std::size_t k = 0; k < inputs; ++k, weights += kGroups * kGroup) {
    Vector columns[kGroups];
    HWY_UNROLL(8)
    for (std::size_t g = 0; g < kGroups; ++g) columns[g] = load(weights + g * kGroup);
    HWY_UNROLL(8)
    for (std::size_t r = 0; r < kRows; ++r) {
      const Vector input = broadcast(rows[r * stride + k]);
      HWY_UNROLL(8)
      for (std::size_t g = 0; g < kGroups; ++g) acc[r][g] = multiply_add(input, columns[g], acc[r][g]);
    }
  }
}

// What becomes of the finished chains of a block: stored as they are, or the largest piece of each.
struct StoreAll {
  template <std::size_t kGroups>
  static HWY_INLINE void finish(const Vector (&row)[kGroups], const float* bias, float* out) {
    for (std::size_t g = 0; g < kGroups; ++g) store(add(row[g], load(bias + g * kGroup)), out + g * kGroup);
  }
};
struct StoreLargest {
  template <std::size_t kGroups>
  static HWY_INLINE void finish(const Vector (&row)[kGroups], const float* bias, float* out) {
    Vector best = add(row[0], load(bias));
    for (std::size_t g = 1; g < kGroups; ++g) best = larger(add(row[g], load(bias + g * kGroup)), best);
    store(best, out);
  }
};

template <class Finish, std::size_t kRows, std::size_t kGroups>
HWY_INLINE void block(const float* rows, std::size_t stride, std::size_t inputs, const float* weights,
                      const float* bias, float* out, std::size_t out_stride) {
  for (std::size_t half = 0; half < kVectorsPerGroup; ++half) {
    const std::size_t lane = half * kLanes;
    Vector acc[kRows][kGroups];
    accumulate<kRows, kGroups>(rows, stride, inputs, weights + lane, acc);
    for (std::size_t r = 0; r < kRows; ++r) Finish::finish(acc[r], bias + lane, out + r * out_stride + lane);
  }
}

// All rows against one panel: blocks of kRowBlock rows, then what is left one by one. Panels of many groups leave no
// registers for more than one row.
template <class Finish, std::size_t kGroups>
void panel_rows(ConstRows rows, std::size_t inputs, const float* weights, const float* bias, float* out,
                std::size_t out_stride) {
  std::size_t r = 0;
  if constexpr (kGroups <= kBlockGroups) {
    for (; r + kRowBlock <= rows.count; r += kRowBlock) {
      block<Finish, kRowBlock, kGroups>(rows.data + r * rows.stride, rows.stride, inputs, weights, bias,
                                        out + r * out_stride, out_stride);
    }
  }
  for (; r < rows.count; ++r) {
    block<Finish, 1, kGroups>(rows.data + r * rows.stride, rows.stride, inputs, weights, bias, out + r * out_stride,
                              out_stride);
  }
}

template <class Finish>
void all_panels(ConstRows rows, const PackedWeights& packed, float* out, std::size_t out_stride) {
  for (const Panel& panel : packed.panels) {
    const float* weights = packed.weights.data() + panel.weights;
    const float* bias = packed.bias.data() + panel.bias;
    float* to = out + panel.first_output;
    switch (panel.groups) {
      case 1: panel_rows<Finish, 1>(rows, packed.inputs, weights, bias, to, out_stride); break;
      case 2: panel_rows<Finish, 2>(rows, packed.inputs, weights, bias, to, out_stride); break;
      case 3: panel_rows<Finish, 3>(rows, packed.inputs, weights, bias, to, out_stride); break;
      case 4: panel_rows<Finish, 4>(rows, packed.inputs, weights, bias, to, out_stride); break;
      case 5: panel_rows<Finish, 5>(rows, packed.inputs, weights, bias, to, out_stride); break;
      case 6: panel_rows<Finish, 6>(rows, packed.inputs, weights, bias, to, out_stride); break;
      case 7: panel_rows<Finish, 7>(rows, packed.inputs, weights, bias, to, out_stride); break;
      default: panel_rows<Finish, 8>(rows, packed.inputs, weights, bias, to, out_stride); break;
    }
  }
}

void linear(ConstRows rows, const PackedWeights& weights, float* out, std::size_t out_stride) {
  all_panels<StoreAll>(rows, weights, out, out_stride);
}

void maxout(ConstRows rows, const PackedWeights& weights, float* out, std::size_t out_stride) {
  all_panels<StoreLargest>(rows, weights, out, out_stride);
}

// The sum of term(offset) over a row: lane by lane in order, then halves on halves.
template <class Term>
HWY_INLINE float ordered_sum(std::size_t width, Term term) {
  alignas(64) std::array<float, kGroup> lanes;
  for (std::size_t half = 0; half < kVectorsPerGroup; ++half) {
    Vector sum = term(half * kLanes);
    for (std::size_t at = kGroup; at < width; at += kGroup) sum = add(sum, term(at + half * kLanes));
    store(sum, lanes.data() + half * kLanes);
  }
  for (std::size_t step = kGroup / 2; step > 0; step /= 2) {
    for (std::size_t n = 0; n < step; ++n) lanes[n] = lanes[n] + lanes[n + step];
  }
  return lanes[0];
}

void layer_norm(float* rows, std::size_t count, std::size_t width, const float* gain, const float* bias,
                const float* residual) {
  const auto divisor = static_cast<float>(width);
  for (std::size_t r = 0; r < count; ++r) {
    float* row = rows + r * width;
    const float mean = ordered_sum(width, [&](std::size_t at) HWY_ATTR { return load(row + at); }) / divisor;
    const Vector means = broadcast(mean);
    const float squares = ordered_sum(width, [&](std::size_t at) HWY_ATTR {
      const Vector difference = subtract(load(row + at), means);
      return multiply(difference, difference);
    });
    const Vector scale = broadcast(1.0F / std::sqrt(squares / divisor + kEpsilon));
    for (std::size_t at = 0; at < width; at += kLanes) {
      const Vector normed = multiply(subtract(load(row + at), means), scale);
      Vector result = add(multiply(normed, load(gain + at)), load(bias + at));
      if (residual != nullptr) result = add(load(residual + r * width + at), result);
      store(result, row + at);
    }
  }
}

void state_hidden(const float* const* slots, std::size_t slot_count, const float* bias, std::size_t width, float* out) {
  for (std::size_t at = 0; at < width; at += kLanes) {
    Vector first = zero();
    Vector second = zero();
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
      first = add(first, load(slots[slot] + at));
      second = add(second, load(slots[slot] + width + at));
    }
    first = add(first, load(bias + at));
    second = add(second, load(bias + width + at));
    store(larger(second, first), out + at);
  }
}

void sum_four(const float* const* rows, std::size_t width, float* sum) {
  for (std::size_t at = 0; at < width; at += kLanes) {
    Vector total = zero();
    for (std::size_t n = 0; n < 4; ++n) total = add(total, load_unaligned(rows[n] + at));
    store(total, sum + at);
  }
}

const KernelTable* table() {
  static constexpr KernelTable kTable = {HWY_TARGET == HWY_AVX3   ? Kernel::kAvx512
                                         : HWY_TARGET == HWY_AVX2 ? Kernel::kAvx2
                                                                  : Kernel::kPortable,
                                         &linear,
                                         &maxout,
                                         &layer_norm,
                                         &state_hidden,
                                         &sum_four};
  return &kTable;
}

}  // namespace HWY_NAMESPACE
}  // namespace counterclaim::language
HWY_AFTER_NAMESPACE();
// NOLINTEND(misc-use-internal-linkage, modernize-concat-nested-namespaces)

#if HWY_ONCE

namespace counterclaim::language {

const KernelTable* kernel_table(Kernel kernel) {
  [[maybe_unused]] const auto runs_on = [](std::int64_t target) { return (hwy::SupportedTargets() & target) != 0; };
  switch (kernel) {
#if HWY_TARGETS & HWY_AVX3
    case Kernel::kAvx512: return runs_on(HWY_AVX3) ? N_AVX3::table() : nullptr;
#endif
#if HWY_TARGETS & HWY_AVX2
    case Kernel::kAvx2: return runs_on(HWY_AVX2) ? N_AVX2::table() : nullptr;
#endif
    case Kernel::kPortable: return N_SCALAR::table();
    default: return nullptr;
  }
}

const KernelTable& best_kernel_table() {
  for (const Kernel kernel : {Kernel::kAvx512, Kernel::kAvx2}) {
    if (const KernelTable* table = kernel_table(kernel)) return *table;
  }
  return *kernel_table(Kernel::kPortable);
}

std::string_view kernel_name(Kernel kernel) {
  switch (kernel) {
    case Kernel::kAvx512: return "avx512";
    case Kernel::kAvx2: return "avx2";
    case Kernel::kPortable: return "portable";
  }
  return "";
}

std::optional<Kernel> kernel_named(std::string_view name) {
  for (const Kernel kernel : {Kernel::kAvx512, Kernel::kAvx2, Kernel::kPortable}) {
    if (kernel_name(kernel) == name) return kernel;
  }
  return std::nullopt;
}

}  // namespace counterclaim::language

#endif
