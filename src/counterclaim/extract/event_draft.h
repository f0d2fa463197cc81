// An event in the making: the record's fields, and what the rules behind need to know of how they were filled.
//
// Layer: extract, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "counterclaim/extract/event_trigger.h"
#include "counterclaim/record/event.h"

namespace counterclaim::extract {

struct EventDraft {
  record::Event event;
  EventTrigger trigger;
  std::uint32_t block = 0;
  std::uint32_t first_place = 0;                                    // position in the record of the block's first place
  bool actor_told = false, target_told = false, when_told = false;  // by its own words, not by a default
  bool takes_up = false;        // "the attack", "Monday's raid", "after a raid": stands for what was told, if it was
  bool is_threatened = false;   // only in what somebody threatens
  bool hits_civilians = false;  // its target are civilians
  bool is_headline = false;     // stands in a heading or a caption, which tells what the text tells
  bool is_dated = false;        // by words of its own: "the 2020 war"
  bool is_other = false;        // "another attack", "a second raid"
};

inline constexpr std::string_view kBothSides = "both";  // the two parties of a fight

// Types of violence, which "attack" may take up.
[[nodiscard]] bool is_violent(record::EventType type);

}  // namespace counterclaim::extract
