// Days of the calendar as numbers, for comparing the "when" of records.
//
//   days_of("2022-09-13")             ->  one day
//   days_of("2022-09-12/2022-09-14")  ->  three days;   "2022-09": the month;   "2022": the year
//   days_of("2022-09-12/..")          ->  open at its end
//
// Layer: reconcile. Pure.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim::reconcile {

struct DayInterval {
  static constexpr std::int32_t kOpenBegin = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t kOpenEnd = std::numeric_limits<std::int32_t>::max();

  std::int32_t first = kOpenBegin;  // days since 1970-01-01, both included
  std::int32_t last = kOpenEnd;

  [[nodiscard]] bool overlaps(const DayInterval& other) const { return first <= other.last && other.first <= last; }
  // Days between the two: 0 where they overlap.
  [[nodiscard]] std::int64_t gap_to(const DayInterval& other) const;
  [[nodiscard]] std::int64_t days() const { return std::int64_t{last} - first + 1; }
  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

// Of an ISO 8601 date, year, month, or EDTF interval; marks of approximation and times of day are passed over. Unset
// for anything else.
[[nodiscard]] std::optional<DayInterval> days_of(std::string_view when);

// "2022-09-13".
[[nodiscard]] std::string iso_day(std::int32_t day);

}  // namespace counterclaim::reconcile
