// A whole text as one number, for tables of data.
//
//   number_of_text<double>("-12.04")  ->  -12.04        number_of_text<int>("12 km")  ->  nullopt
//
// Layer: ground (internal). Pure.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace counterclaim::ground {

template <class Number>
[[nodiscard]] std::optional<Number> number_of_text(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace counterclaim::ground
