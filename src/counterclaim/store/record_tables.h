// What those share that write and read records: the list of tables, for lists of one query a table, and names.
//
// Layer: store (internal).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "counterclaim/record/names.h"

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

// The public name of a value, for a column that may be NULL.
template <class Enum>
[[nodiscard]] std::optional<std::string_view> name_or_null(const std::optional<Enum>& value) {
  if (!value) return std::nullopt;
  return record::name_of(*value);
}

}  // namespace counterclaim::store
