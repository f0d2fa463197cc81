// Dates of publication as inputs give them.
//
//   iso_date("2022-09-13")            ->  "2022-09-13"
//   iso_date("2022-09-13T08:15:00Z")  ->  "2022-09-13"   the day as written, in whatever time zone that was
//   iso_date("2022-02-30")            ->  nullopt
//
// Layer: ingest. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace counterclaim::ingest {

// The day of an ISO 8601 calendar date or date with time; nullopt for anything else, and for days that no calendar has.
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text);

}  // namespace counterclaim::ingest
