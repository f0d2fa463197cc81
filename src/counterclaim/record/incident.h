// One happening, as several passages of one or many reports tell it.
//
// Layer: record. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/record/event.h"
#include "counterclaim/record/relation.h"

namespace counterclaim::record {

// A happening that may be the same one: for a person to judge.
struct NearIncident {
  std::uint32_t incident = 0;  // position in Derivation::incidents
  std::int32_t weight = 0;     // 1/1000 bit, below what joins
  friend bool operator==(const NearIncident&, const NearIncident&) = default;
};

struct Incident {
  std::string id;                       // 16 hexadecimal digits, made of its first member's content
  EventType event = EventType::kOther;  // the type that most members tell
  std::optional<std::string> earliest;  // ISO 8601 days
  std::optional<std::string> latest;
  std::optional<std::string> place;       // the most exact name
  std::vector<std::string> parties;       // sorted
  std::vector<ItemRef> members;           // events and figures, sorted
  std::uint32_t independent_sources = 0;  // claimants, copies counted once
  std::vector<Reason> reasons;            // of the weakest link that holds it together
  std::vector<NearIncident> near;
  friend bool operator==(const Incident&, const Incident&) = default;
};

}  // namespace counterclaim::record
