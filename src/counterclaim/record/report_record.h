// Everything extracted from one report: the C++ form of one line of `counterclaim extract`.
//
// Layer: record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/record/document.h"
#include "counterclaim/record/event.h"
#include "counterclaim/record/figure.h"
#include "counterclaim/record/mention.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::record {

struct ReportRecord {
  Document document;
  std::vector<CodePointSpan> sentences;
  std::vector<TimeMention> times;
  std::vector<PlaceMention> places;
  std::vector<PartyMention> parties;
  std::vector<Figure> figures;
  std::vector<Toll> tolls;
  std::vector<Statement> statements;
  std::vector<Event> events;
};

}  // namespace counterclaim::record
