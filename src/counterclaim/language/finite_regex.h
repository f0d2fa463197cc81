// Regular expressions that match finitely many words, written out as these words.
//
//   words_of_regex("^n[ou]thin'?$")   -> {"nothin", "nothin'", "nuthin", "nuthin'"}, and each with a newline behind
//   words_of_regex("^n.t$")           -> unset
//
// Layer: language (internal). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim::language {

// The strings in which Python's re.search() finds `pattern` (valid UTF-8), without doubles. Understood are: "^" at the
// beginning and "$" at the end, both required ("$" also matches before a final newline), literal characters, plain sets
// ("[ou]", no ranges), and "?" behind either. Unset for anything else, and for more than 1,000 words.
[[nodiscard]] std::optional<std::vector<std::string>> words_of_regex(std::string_view pattern);

}  // namespace counterclaim::language
