// Whether a case file is whole and its evidence is still the reports' own words.
//
//   const auto reports = check_case("border.case", [](const std::string& problem) { fmt::print("{}\n", problem); });
//
// Checked are: the database's pages and indexes, all references between tables, the full-text index, the hash of each
// text, that every span lies in its text, that every stored quotation is the text of its span, the
// ids, and that each record can be read back.
//
// Layer: store. Reads the file and changes nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "counterclaim/base/error.h"

namespace counterclaim::store {

// Calls tell(problem) for each problem, a sentence without an end of line. Returns the number of reports. Errors: those
// of Case::open, and those that keep the tables from being read at all. Cost: that of reading the file twice.
[[nodiscard]] Result<std::size_t> check_case(const std::string& path,
                                             const std::function<void(const std::string&)>& tell);

}  // namespace counterclaim::store
