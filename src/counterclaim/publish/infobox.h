// The infobox of a conflict, as encyclopaedias print it: the belligerents as columns, their commanders, units and
// strength, and the casualties of each side as it counts them itself, as the other side claims, and as others tell.
// Nothing in it is a judgement: where claims differ all stand, each under who makes it.
//
// Layer: publish. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::publish {

struct InfoboxEvidence {
  std::uint32_t report = 0;  // position in Infobox::reports
  CodePointSpan span;        // of that report's text
  std::string quote;         // its words, cut short
};

struct InfoboxText {
  std::string text;
  std::vector<InfoboxEvidence> evidence;
};

struct Combatant {
  InfoboxText name;
  bool supporter = false;  // helps and is not told fighting
};

struct Casualty {
  std::optional<std::string> claimant;  // a side, else the source's name; unset: the reports' own voice
  std::optional<std::string> side;      // whose people or things they are
  record::Figure figure;                // measure, amount, unit, kind; its span and source are those of the evidence
  std::vector<InfoboxEvidence> evidence;
  std::vector<record::Figure> earlier;  // what the claimant said before, the latest first
};

struct InfoboxColumn {
  std::vector<Combatant> combatants;  // none: civilians and third parties
  std::vector<InfoboxText> commanders;
  std::vector<InfoboxText> units;
  std::vector<Casualty> strength;  // figures of forces
  std::vector<Casualty> casualties;
};

struct InfoboxDate {
  InfoboxText text;
  std::string earliest, latest;  // ISO 8601 days
};

struct InfoboxPlace {
  InfoboxText name;
  std::optional<double> latitude, longitude;  // degrees, WGS 84
};

// What an infobox cites.
struct InfoboxReport {
  std::string id;
  std::optional<std::string> title, publisher, published, url;
};

// What is not known is unset or empty.
struct Infobox {
  std::optional<InfoboxText> conflict, part_of;
  std::optional<InfoboxDate> date;
  std::optional<InfoboxPlace> place;
  std::optional<InfoboxText> result, status;
  std::vector<InfoboxText> territory;
  std::vector<InfoboxColumn> columns;
  std::vector<InfoboxText> notes;
  std::vector<InfoboxReport> reports;
};

}  // namespace counterclaim::publish
