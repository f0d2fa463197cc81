#include "counterclaim/reconcile/day_interval.h"

#include <charconv>
#include <chrono>
#include <memory>

#include <fmt/format.h>

namespace counterclaim::reconcile {
namespace {

namespace chr = std::chrono;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const char* begin = std::to_address(digits.begin());
  const char* end = begin + digits.size();
  const auto [stop, error] = std::from_chars(begin, end, value);
  if (error != std::errc() || stop != end || digits.empty()) return std::nullopt;
  return value;
}

std::int32_t day_number(chr::year_month_day date) {
  return static_cast<std::int32_t>(chr::sys_days(date).time_since_epoch().count());
}

std::optional<DayInterval> days_of_date(std::string_view date) {
  date = date.substr(0, date.find('T'));
  while (!date.empty() && (date.back() == '~' || date.back() == '?')) date.remove_suffix(1);
  if (date.size() < 4) return std::nullopt;
  const auto year = number(date.substr(0, 4));
  if (!year || (date.size() != 4 && date.size() != 7 && date.size() != 10)) return std::nullopt;
  const chr::year y(*year);
  if (date.size() == 4) return DayInterval{day_number(y / 1 / 1), day_number(y / 12 / 31)};
  const auto month = number(date.substr(5, 2));
  if (!month || date[4] != '-') return std::nullopt;
  const chr::year_month ym = y / *month;
  if (!ym.ok()) return std::nullopt;
  if (date.size() == 7) return DayInterval{day_number(ym / 1), day_number(ym / chr::last)};
  const auto day = number(date.substr(8, 2));
  if (!day || date[7] != '-' || !(ym / *day).ok()) return std::nullopt;
  return DayInterval{day_number(ym / *day), day_number(ym / *day)};
}

}  // namespace

std::int64_t DayInterval::gap_to(const DayInterval& other) const {
  if (overlaps(other)) return 0;
  return last < other.first ? std::int64_t{other.first} - last : std::int64_t{first} - other.last;
}

std::optional<DayInterval> days_of(std::string_view when) {
  const std::size_t slash = when.find('/');
  if (slash == std::string_view::npos) return days_of_date(when);
  const std::string_view from = when.substr(0, slash);
  const std::string_view to = when.substr(slash + 1);
  const auto first = days_of_date(from);
  const auto last = days_of_date(to);
  const auto is_open = [](std::string_view end) { return end.empty() || end == ".."; };
  if ((!first && !is_open(from)) || (!last && !is_open(to)) || (!first && !last)) return std::nullopt;
  DayInterval days;
  if (first) days.first = first->first;
  if (last) days.last = last->last;
  if (days.first > days.last) return std::nullopt;
  return days;
}

std::string iso_day(std::int32_t day) {
  const chr::year_month_day date{chr::sys_days(chr::days(day))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace counterclaim::reconcile
