// The records of a CSV text (RFC 4180), one after the other.
//
//   CsvRecords records("name,where\n\"Puno, old town\",PE\n");
//   std::vector<std::string> fields;
//   while (records.next(fields)) …           // {"name", "where"}, {"Puno, old town", "PE"}
//
// Any text is read: a quotation that is never closed ends with the text, an empty line is a record of one empty field.
//
// Layer: base. Not to be shared between threads. Cost: linear.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim {

class CsvRecords {
 public:
  // `text` must outlive the records.
  explicit CsvRecords(std::string_view text) : text_(text) {}

  // False at the end.
  bool next(std::vector<std::string>& fields) {
    if (at_ >= text_.size()) return false;
    fields.clear();
    line_ = next_line_;
    do fields.push_back(field());
    while (take(','));
    take('\r');
    take('\n');
    ++next_line_;
    return true;
  }

  // Where the last record began, from 1.
  [[nodiscard]] std::uint32_t line() const { return line_; }

 private:
  bool take(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  std::string field() {
    if (take('"')) return quoted_field();
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string out(text_.substr(at_, end - at_));
    at_ = end;
    return out;
  }

  std::string quoted_field() {
    std::string out;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '"') break;
      }
      if (text_[at_] == '\n') ++next_line_;
      out.push_back(text_[at_]);
    }
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;
  std::uint32_t next_line_ = 1;
};

}  // namespace counterclaim
