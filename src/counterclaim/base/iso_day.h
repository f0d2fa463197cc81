// Days of the calendar from their ISO 8601 form.
//
//   day_of("2022-09-13")  ->  the day;   day_of("2022-09"), day_of("2022-13-01")  ->  unset
//
// Layer: base. Pure.
#pragma once

#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>

namespace counterclaim {

[[nodiscard]] inline std::optional<std::chrono::sys_days> day_of(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t end) {
    int value = -1;
    const auto read = std::from_chars(iso.data() + begin, iso.data() + end, value);
    return read.ptr == iso.data() + end ? value : -1;
  };
  const int year = number(0, 4);
  const int month = number(5, 7);
  const int day = number(8, 10);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

}  // namespace counterclaim
