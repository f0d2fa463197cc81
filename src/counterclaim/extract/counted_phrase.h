// A number with the noun that it counts, and the place of both in the tree.
//
//   "at least 12 Peruvian soldiers were killed"   number "at least 12", noun and root "soldiers"
//   "dozens of people were hurt"                  root "Dozens", noun "people"
//   "and four wounded"                            no noun: elliptic
//
// Layer: extract, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "counterclaim/extract/block_view.h"

namespace counterclaim::extract {

struct CountedPhrase {
  const ground::NumberMention* number = nullptr;  // null for a single victim without a number
  TokenSpan tokens;                               // number, noun and what stands between
  std::uint32_t root = 0;                         // the token by which the phrase hangs in the tree
  std::optional<std::uint32_t> noun;              // the counted noun; unset when it is left out
  NounClass noun_class;
  int persons = 1;  // of a phrase without a number: two of "a couple"
};

// The phrase around a number of the block.
[[nodiscard]] CountedPhrase counted_phrase(const BlockView& view, const ground::NumberMention& number);

// The lemma of a noun in lower case, also of one that a headline's capitals made a name: "Injuries" -> "injury".
[[nodiscard]] std::string noun_key(const language::Analysis& analysis, std::uint32_t token);

// The class of the noun at `token`: by its lemma, by its last part, or a name of a party's people.
[[nodiscard]] NounClass class_of(const BlockView& view, std::uint32_t token);

}  // namespace counterclaim::extract
