// Who says a figure, and whether it is denied: the choice among the scopes of attribution that hold it.
//
//   "Peru said 12 were killed."                           Peru
//   "Peru claimed the attack that killed 12."             nobody: that 12 were killed is the report's own knowledge
//   "Reports that 12 were killed are false."              denied
//
// Layer: extract, internal. Pure functions; cost: some steps up the tree.
#pragma once

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/extract/trigger.h"

namespace counterclaim::extract {

// The scope whose source says the figure; null where the report does.
[[nodiscard]] const attribute::Scope* scope_of(const BlockView& view, const CountedPhrase& phrase,
                                               const Trigger& trigger);

// Whether the scope, or one that it stands in, denies or refuses what it holds.
[[nodiscard]] bool is_denied(const BlockView& view, const attribute::Scope& scope);

// Whether the sentence itself says that the happening told by the trigger is not so: "no evidence that", "reports that
// … are false".
[[nodiscard]] bool is_said_untrue(const BlockView& view, const Trigger& trigger);

}  // namespace counterclaim::extract
