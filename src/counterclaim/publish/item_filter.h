// Which items of a case a table shows: --side, --measure, --source, --since, --until, --report.
//
//   const ItemFilter filter{.side = "Peru", .since = "1932-09-01"};
//   if (matches(filter, record, figure)) ...
//
// Layer: publish. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

// Unset: everything. Words are compared without regard to the case of ASCII letters.
struct ItemFilter {
  std::optional<std::string> side;     // a figure's or toll's side; a statement's speaker or target; an event's parties
  std::optional<std::string> measure;  // a figure's measure, a statement's stance, an event's type
  std::optional<std::string> source;   // a part of the source's name, words, side or medium
  std::optional<std::string> since;    // ISO 8601 days, both included. An item is of the days that its own date tells,
  std::optional<std::string> until;    // else of the day when its report was published; without either it is left out
  std::optional<std::string> report;   // the id of a report
};

[[nodiscard]] bool matches(const ItemFilter& filter, const record::Document& document);
[[nodiscard]] bool matches(const ItemFilter& filter, const record::ReportRecord& record, const record::Figure& figure);
[[nodiscard]] bool matches(const ItemFilter& filter, const record::ReportRecord& record,
                           const record::Statement& statement);
[[nodiscard]] bool matches(const ItemFilter& filter, const record::ReportRecord& record, const record::Event& event);

// Whether a date of a record (ISO 8601 or EDTF: "2022-09", "2022-09-12/2022-09-14", "2022-09~") touches the days.
[[nodiscard]] bool is_within(std::string_view when, const std::optional<std::string>& since,
                             const std::optional<std::string>& until);

}  // namespace counterclaim::publish
