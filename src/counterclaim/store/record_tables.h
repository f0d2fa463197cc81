// The tables that hold a report and its record, for lists of one query a table.
//
// Layer: store (internal).
#pragma once

#include <cstddef>

namespace counterclaim::store {

enum RecordTable : std::size_t {
  kReports,
  kBlocks,
  kSentences,
  kTimes,
  kPlaces,
  kParties,
  kSources,
  kFigures,
  kTolls,
  kTollFigures,
  kStatements,
  kStatementFigures,
  kStatementEvents,
  kEvents,
  kEventMentions,
  kEventLinks,
  kDiagnostics,
  kRecordTables,  // their number
};

}  // namespace counterclaim::store
