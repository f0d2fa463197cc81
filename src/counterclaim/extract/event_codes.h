// What other codebooks call an event: PLOVER's root and mode, ACLED's sub-event type, from resources/events/codes.toml.
//
//   shelling                          ASSAULT/heavy-weapons   Shelling/artillery/missile attack
//   shooting at civilians             ASSAULT/firearms        Attack
//   territory taken by an armed group ASSAULT                 Non-state actor overtakes territory
//
// Layer: extract, internal. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/extract/event_draft.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::extract {

class EventCodes {
 public:
  // `folder`: resources/events. Errors: those of read_resource_file.
  [[nodiscard]] static Result<EventCodes> load(const std::filesystem::path& folder);

  // Sets the codes by the first row that fits; a root of the sense's own goes before the row's. `actor`: what the actor
  // is, unset where it is unknown. Cost: the rows of the type.
  void apply(std::optional<record::PartyKind> actor, EventDraft& draft) const;

 private:
  struct Row {
    record::EventType type = record::EventType::kOther;
    StringSet instruments;      // one of these is named; empty: not asked for
    bool civilians = false;     // only where civilians are the target
    bool by_group = false;      // only where the actor is an armed group
    std::string plover, acled;  // "" for none
  };
  std::vector<Row> rows_;
};

}  // namespace counterclaim::extract
