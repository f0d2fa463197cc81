// What a word's spelling alone tells: the features that the networks embed.
//
//   prefix_of("Yerevan")  -> "Y"        suffix_of("Yerevan")  -> "van"
//   shape_of("Yerevan")   -> "Xxxxx"    norms.norm("’s")      -> "'s"
//
// Layer: language (internal). Words are valid UTF-8 and not empty. Views returned are parts of the argument.
// Thread safety: all functions and const methods may run concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "counterclaim/base/error.h"
#include "counterclaim/language/msgpack.h"

namespace counterclaim::language {

[[nodiscard]] std::string_view prefix_of(std::string_view word);  // the first code point
[[nodiscard]] std::string_view suffix_of(std::string_view word);  // the last three code points, or all there are

// Letters become "X" or "x", digits "d", other characters stay; a run of the same is cut to four. "LONG" for a word of
// 100 code points or more.
[[nodiscard]] std::string shape_of(std::string_view word);

[[nodiscard]] bool is_space_word(std::string_view word);  // nothing but white space, and not empty

// Norms: the spelling under which variants of a word meet ("cuz" and "because", "€" and "$").
class Norms {
 public:
  // `lexeme_norm_table` is the table of that name in the model's vocab/lookups.bin; its strings are copied.
  // Errors: model_malformed.
  [[nodiscard]] static Result<Norms> load(const MsgpackValue& lexeme_norm_table);

  // The listed norm of exactly this spelling, from the model's table or else from spaCy's own list of punctuation and
  // currency signs; unset for words that have none: their norm is their lower case. The view lives as long as this.
  [[nodiscard]] std::optional<std::string_view> listed(std::string_view word) const;

  // listed(word) or lower(word).
  [[nodiscard]] std::string norm(std::string_view word) const;

 private:
  std::unordered_map<std::uint64_t, std::string> by_id_;  // string id of the spelling -> norm
};

}  // namespace counterclaim::language
