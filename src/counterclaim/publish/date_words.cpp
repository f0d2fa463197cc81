#include "counterclaim/publish/date_words.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace counterclaim::publish {
namespace {

struct Date {
  int year = 0, month = 0, day = 0;  // 0: not told
};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

int days_in(int year, int month) {
  static constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// "2022", "2022-09", "2022-09-13", with "~" behind or a time, which is cut off.
std::optional<Date> date_of(std::string_view text) {
  if (text.ends_with('~') || text.ends_with('?')) text.remove_suffix(1);
  text = text.substr(0, text.find('T'));
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  Date date;
  const auto year = number(text.substr(0, 4));
  if (!year || *year < 0) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = number(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = number(text.substr(8, 2));
    if (text[7] != '-' || !day || *day < 1 || *day > days_in(date.year, date.month)) return std::nullopt;
    date.day = *day;
  }
  return date;
}

std::string iso(int year, int month, int day) { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

std::string first_day(const Date& date) {
  return iso(date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day);
}

std::string last_day(const Date& date) {
  const int month = date.month == 0 ? 12 : date.month;
  return iso(date.year, month, date.day == 0 ? days_in(date.year, month) : date.day);
}

std::string_view month_name(int month) {
  static constexpr std::array<std::string_view, 12> kNames = {"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
  return kNames[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::string date_words(std::string_view earliest, std::string_view latest) {
  const auto from = date_of(earliest);
  const auto to = date_of(latest);
  if (!from || !to || from->day == 0 || to->day == 0) {
    return earliest == latest ? std::string(earliest) : fmt::format("{} – {}", earliest, latest);
  }
  const bool whole_months = from->day == 1 && to->day == days_in(to->year, to->month);
  if (whole_months && from->month == 1 && to->month == 12)
    return from->year == to->year ? fmt::format("{}", from->year) : fmt::format("{} – {}", from->year, to->year);
  const auto day = [&](const Date& date) {
    return whole_months ? std::string(month_name(date.month)) : fmt::format("{} {}", date.day, month_name(date.month));
  };
  if (from->year != to->year) return fmt::format("{} {} – {} {}", day(*from), from->year, day(*to), to->year);
  if (from->month != to->month) return fmt::format("{} – {} {}", day(*from), day(*to), to->year);
  if (whole_months || from->day == to->day) return fmt::format("{} {}", day(*to), to->year);
  return fmt::format("{}–{} {}", from->day, day(*to), to->year);
}

std::optional<std::pair<std::string, std::string>> days_of(std::string_view when) {
  const std::size_t slash = when.find('/');
  const auto from = date_of(when.substr(0, slash));
  const auto to = slash == std::string_view::npos ? from : date_of(when.substr(slash + 1));
  if (!from || !to) return std::nullopt;
  return std::pair(first_day(*from), last_day(*to));
}

}  // namespace counterclaim::publish
