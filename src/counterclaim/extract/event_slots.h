// The slots of one event: who does it to whom, where, when, and how sure. Each rule that fills one leaves its name.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include "counterclaim/extract/event_context.h"
#include "counterclaim/extract/event_draft.h"

namespace counterclaim::extract {

// Actor and target: by its own arguments, then from who speaks, then the opponent of the other, then whose ground it
// is. Needs the event's place.
void set_sides(const EventContext& context, EventDraft& draft);
// Unset where no place is named for it.
void set_place(const EventContext& context, EventDraft& draft);
void set_time(const EventContext& context, EventDraft& draft);
// Source, hedge and status; needs the sides. False: nobody says that it happened or will.
[[nodiscard]] bool set_status(const EventContext& context, EventDraft& draft);

}  // namespace counterclaim::extract
