// Figures in words that a reader knows: "at least 12", "50–215", "dozens", "7,600".
//
// Layer: publish. All functions are pure.
#pragma once

#include <string>
#include <string_view>

#include "counterclaim/record/figure.h"

namespace counterclaim::publish {

// The number with its bound, and its unit where it counts no persons: "up to 300 km2". A denied figure begins with
// "denied: ", one that neither a number nor a word tells is "?".
[[nodiscard]] std::string how_many(const record::Figure& figure);

// A public name in words: "killed_or_missing" -> "killed or missing".
[[nodiscard]] std::string spaced(std::string_view name);

// "killed or missing"
[[nodiscard]] std::string what_happened(const record::Figure& figure);

// Who says it: "Nikol Pashinyan (Armenia)", "the ministry, via Reuters"; "(the report)" where no one is cited.
[[nodiscard]] std::string who_says(const record::Figure& figure);

}  // namespace counterclaim::publish
