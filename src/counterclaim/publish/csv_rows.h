// Rows of a CSV file with fixed columns (RFC 4180; formula cells neutralised).
//
//   CsvRows rows({"title", "date"});
//   rows.head()                              // "title,date\r\n"
//   rows.row({"Shelling", "2022-09-13"})     // "Shelling,2022-09-13\r\n"
//
// Layer: publish. Pure.
#pragma once

#include <cassert>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counterclaim/publish/table.h"

namespace counterclaim::publish {

class CsvRows {
 public:
  explicit CsvRows(std::vector<std::string_view> columns) : columns_(std::move(columns)) {}

  [[nodiscard]] std::string head() const {
    std::vector<FieldValue> names(columns_.begin(), columns_.end());
    return row(names);
  }

  // One value for each column.
  [[nodiscard]] std::string row(const std::vector<FieldValue>& values) const {
    assert(values.size() == columns_.size());
    std::string line;
    for (std::size_t n = 0; n < values.size(); ++n) {
      if (n > 0) line += ',';
      values[n].append_csv(line);
    }
    line += "\r\n";
    return line;
  }

 private:
  std::vector<std::string_view> columns_;
};

}  // namespace counterclaim::publish
