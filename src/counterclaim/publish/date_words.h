// Dates for people.
//
//   date_words("2022-09-13", "2022-09-14")  ->  "13–14 September 2022"
//   date_words("2022-09-01", "2022-09-30")  ->  "September 2022"
//
// Layer: publish. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace counterclaim::publish {

// From the first to the last of two days, both included. Days are YYYY-MM-DD; anything else is given back as it is.
[[nodiscard]] std::string date_words(std::string_view earliest, std::string_view latest);

// The first and the last day of what a record's `when` tells: an ISO 8601 day, month or year, an EDTF interval of them,
// approximate or not. Unset for anything else.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> days_of(std::string_view when);

}  // namespace counterclaim::publish
