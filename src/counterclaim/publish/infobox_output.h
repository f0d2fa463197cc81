// An infobox as JSON, as wiki text with citations, and for reading.
//
// Layer: publish. All functions are pure; cost: linear in the box.
#pragma once

#include <string>

#include "counterclaim/publish/infobox.h"

namespace counterclaim::publish {

struct InfoboxOutputOptions {
  bool history = false;  // what each claimant said before, too
};

// One object and a line end:
//
//   {"conflict": …, "partof": …, "date": {"text", "earliest", "latest"}, "place", "coordinates", "territory": […],
//    "result", "status", "columns": [{"combatants": [{"text", "role", "evidence"}], "commanders": […], "units": […],
//    "strength": […], "casualties": [{"claimant", "side", "measure", "value", …, "evidence": [{"report", "begin",
//    "end"}]}]}], "notes": […], "evidence_of": {"place": […]}}
//
// What is not known is null. With history a casualty has "earlier", the latest first.
[[nodiscard]] std::string infobox_json(const Infobox& box, InfoboxOutputOptions options);

// `{{Infobox military conflict}}` of the English Wikipedia. Every value has the references that it rests on, fields
// that are not known are left out, and nothing that a report holds acts as markup.
[[nodiscard]] std::string infobox_wikitext(const Infobox& box, InfoboxOutputOptions options);

// "conflict: Battle of Puno" and so on, one field a line, the columns parted by "|"; casualties column by column.
[[nodiscard]] std::string infobox_text(const Infobox& box, InfoboxOutputOptions options);

}  // namespace counterclaim::publish
