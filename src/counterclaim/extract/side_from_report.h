// Rules for the side of a figure that no word of its own phrase tells: by the fight it is told of, by who counts, and
// by whom the report is about.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include <string>

#include "counterclaim/extract/slot_rules.h"

namespace counterclaim::extract {

using Side = Slot<std::string>;

inline constexpr const char* kBoth = "both";  // the two parties of a fight counted together

// Whether those counted serve a state: soldiers, "police officers", officials, "Constable Rojas"; "members of the
// security forces" not.
[[nodiscard]] bool in_service(const SlotContext& context);

// People that nothing tells the side of, killed in fighting: of both.
[[nodiscard]] Side by_fight(const SlotContext& context);

// The toll of a conflict between two, which nobody counts for one of them: of both.
[[nodiscard]] Side by_toll_of_two(const SlotContext& context);

// A party to the conflict that reports losses without a word of whose they are counts its own; so does anybody who
// speaks of soldiers.
[[nodiscard]] Side by_own_count(const SlotContext& context);

// Soldiers and police that nobody is named for serve the state the report is about; rebels are of its armed group.
[[nodiscard]] Side by_cast(const SlotContext& context);

// Rebels in a report of several armed groups: of the one whose fighters were named last before.
[[nodiscard]] Side by_group_before(const SlotContext& context);

// Things and places hit, by the ground that they stand on: "23 towns in Peru"; else of the state the report is about.
[[nodiscard]] Side by_ground(const SlotContext& context);

// Soldiers, police, officials and villagers at a place in a report that shows no state: of the state that holds the
// place.
[[nodiscard]] Side by_place(const SlotContext& context);

}  // namespace counterclaim::extract
