// The word that stands for whoever says what a verb of saying introduces.
//
// Layer: attribute, internal. Pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "counterclaim/attribute/block_context.h"

namespace counterclaim::attribute {

struct Sayer {
  // The head of the sayer's phrase: the subject, the agent of a passive, the noun or subject that a participle or a
  // relative clause hangs on. Unset where nobody plausible stands there ("it was reported", "the flood claimed").
  std::optional<std::uint32_t> token;
  bool can_speak = false;  // a person, a party, an office, a paper; not a thing
  // The verb whose subject it is, where that verb holds this one in what it says: "said … and accused".
  std::optional<std::uint32_t> upper_verb;
};

[[nodiscard]] Sayer sayer_of(const BlockContext& context, std::uint32_t verb);

}  // namespace counterclaim::attribute
