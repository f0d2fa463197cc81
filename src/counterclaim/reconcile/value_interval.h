// What a count allows, as readers mean its bound:
//
//   at least 49    [49, inf)       more than 50   (50, 75]        about 100   [90, 110]
//   nearly 300     [270, 300)      up to 40       [20, 40]        dozens      [12, 99]
//
// Layer: reconcile. Pure. Two counts can both be true if their intervals overlap.
#pragma once

#include "counterclaim/base/string_map.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::reconcile {

struct ValueInterval {
  double low = 0;
  double high = 0;  // infinite for "at least"
  bool low_open = false;
  bool high_open = false;

  [[nodiscard]] bool overlaps(const ValueInterval& other) const;
  friend bool operator==(const ValueInterval&, const ValueInterval&) = default;
};

// What vague words stand for, by their first word in small letters ("dozens").
using VagueCounts = StringMap<ValueInterval>;

// A figure without a value or a known word allows everything.
[[nodiscard]] ValueInterval interval_of(const record::Figure& figure, const VagueCounts& vague);

}  // namespace counterclaim::reconcile
