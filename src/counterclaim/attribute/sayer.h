// The word that stands for whoever says what a verb of saying introduces.
//
// Layer: attribute, internal. Pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::attribute {

// The head of the sayer's phrase: the subject, the agent of a passive, the noun or subject that a participle or a
// relative clause hangs on. Unset where nobody plausible stands there ("it was reported", "the flood claimed").
[[nodiscard]] std::optional<std::uint32_t> sayer_of(const SayingLexicon& lexicon, const language::Analysis& analysis,
                                                    std::uint32_t verb);

}  // namespace counterclaim::attribute
