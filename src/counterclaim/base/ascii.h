// Letters of ASCII in lower case, whatever the locale; all other bytes stay.
//
// Layer: base.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace counterclaim {

[[nodiscard]] constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower_ascii(c); });
  return out;
}

}  // namespace counterclaim
