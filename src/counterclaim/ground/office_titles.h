// Titles of people that the parser keeps apart from the name.
//
//   "ambassador to Peru Ana Rojas"          the parser reads one name "Peru Ana Rojas"
//   "a Peruvian spokesman, Brig. Ana Rojas" it ends a sentence behind the dot
//
// Layer: ground, internal. Pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "counterclaim/base/span.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/party_nouns.h"

namespace counterclaim::ground {

// Whether the token is a noun that may stand in front of a name as its title.
[[nodiscard]] bool is_title(const PartyNouns& nouns, const language::Analysis& analysis, std::uint32_t token);

// Whether a title stands right before the token, be it with a dot that the parser takes for the end of a sentence.
[[nodiscard]] bool is_behind_title(const PartyNouns& nouns, const language::Analysis& analysis, std::uint32_t token);

// The title that belongs to a name from before its phrase, or apart from it within; unset where there is none.
// `phrase`: the noun phrase that ends in the name. Cost: constant.
[[nodiscard]] std::optional<std::uint32_t> title_apart(const PartyNouns& nouns, const GroundedBlock& block,
                                                       TokenSpan phrase, TokenSpan name);

}  // namespace counterclaim::ground
