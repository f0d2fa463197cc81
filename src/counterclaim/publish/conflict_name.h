// The name of the conflict that a report tells, and of the one it belongs to.
//
//   "The Battle of Puno was fought during the Second Pampas War."  ->  "Battle of Puno", part of "Second Pampas War"
//
// A name is a noun of conflict with capitalised words or a year in front of it ("2011 Pampas war"), or behind it
// ("Siege of Puno"). Read from the beginning of a report; news that name no conflict there have none.
//
// Layer: publish. Pure. Cost: linear in the text that is looked at.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/publish/infobox_words.h"

namespace counterclaim::publish {

struct ConflictName {
  std::size_t begin = 0, end = 0;  // bytes of the text
  bool within = false;             // words in front of it say that something is a part of it: "during the"
};

// The names in `text`, in its order.
[[nodiscard]] std::vector<ConflictName> conflict_names(std::string_view text, const InfoboxWords& words);

}  // namespace counterclaim::publish
