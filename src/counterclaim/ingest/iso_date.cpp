#include "counterclaim/ingest/iso_date.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

std::optional<int> digits(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), [](char c) { return is_digit(static_cast<unsigned char>(c)); })) {
    return std::nullopt;
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "T08:15", "T08:15:30.123Z", " 08:15+04:00": what may follow the date.
bool is_time_of_day(std::string_view text) {
  if (text.size() < 6 || (text[0] != 'T' && text[0] != ' ') || text[3] != ':') return false;
  const std::optional<int> hour = digits(text.substr(1, 2));
  const std::optional<int> minute = digits(text.substr(4, 2));
  if (!hour || !minute || *hour > 24 || *minute > 59) return false;
  return text.find_first_not_of("0123456789:.,+-Z", 6) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = digits(text.substr(0, 4));
  const std::optional<int> month = digits(text.substr(5, 2));
  const std::optional<int> day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  if (text.size() > 10 && !is_time_of_day(text.substr(10))) return std::nullopt;
  return std::string(text.substr(0, 10));
}

}  // namespace counterclaim::ingest
