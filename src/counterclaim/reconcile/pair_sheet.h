// The reasons for and against two passages telling of one thing, added up: log2 odds in 1/1000 bit.
//
// Layer: reconcile.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "counterclaim/record/relation.h"

namespace counterclaim::reconcile {

enum class Field {
  kPrior,
  kReports,
  kWords,
  kSide,
  kTarget,
  kSource,
  kStance,
  kDays,
  kPlace,
  kValue,
  kType,
  kKind,
  kLink
};
constexpr std::size_t kFields = 13;

class PairSheet {
 public:
  void add(Field field, std::int32_t weight) {
    weights_[static_cast<std::size_t>(field)] += weight;
    sum_ += weight;
  }
  [[nodiscard]] std::int32_t sum() const { return sum_; }
  [[nodiscard]] std::int32_t of(Field field) const { return weights_[static_cast<std::size_t>(field)]; }

 private:
  std::array<std::int32_t, kFields> weights_{};
  std::int32_t sum_ = 0;
};

}  // namespace counterclaim::reconcile
