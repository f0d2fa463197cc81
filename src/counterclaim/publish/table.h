// Rows of a case as JSON lines, as CSV, or as columns that fit a terminal: what every verb prints that shows a table.
//
//   TableWriter table({{"report", 24}, {"how many", 20}}, {.format = TableFormat::kText, .width = 100});
//   TableRow row;
//   row.fields = {{"report", "r1"}, {"value", 49.0}};  // for programs: JSON and CSV
//   row.cells = {"r1", "at least 49"};                 // for people: one for each column
//   table.add(row, out);                               // JSON and CSV leave at once ...
//   table.finish(out);                                 // ... and columns here
//
// Layer: publish. Pure. Not to be shared between threads. Memory: for columns all rows, else none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace counterclaim::publish {

// A value that is JSON already: a list or an object. In CSV it stands as that text.
struct Json {
  std::string text;
};

class FieldValue {
 public:
  FieldValue() = default;  // null
  FieldValue(std::string value) : value_(std::move(value)) {}
  FieldValue(std::string_view value) : value_(std::string(value)) {}
  FieldValue(const char* value) : value_(std::string(value)) {}
  FieldValue(double value) : value_(value) {}
  FieldValue(std::int64_t value) : value_(value) {}
  FieldValue(std::uint32_t value) : value_(std::int64_t{value}) {}
  FieldValue(bool value) : value_(value) {}
  FieldValue(Json value) : value_(std::move(value)) {}
  template <class Value>
  FieldValue(const std::optional<Value>& value) {
    if (value) *this = FieldValue(*value);
  }

  void append_json(std::string& out) const;
  // As a CSV cell: quoted where RFC 4180 asks for it, with an apostrophe before what a spreadsheet would take for a
  // formula; null is empty.
  void append_csv(std::string& out) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Json> value_;
};

struct Field {
  std::string_view name;  // must outlive the row
  FieldValue value;
};

struct TableRow {
  std::vector<Field> fields;
  std::vector<std::string> cells;  // any text; it is put on one line
  // Bytes of the last cell, which is one line then, that are to be seen when it is shortened; none: its beginning.
  std::size_t focus_begin = 0;
  std::size_t focus_end = 0;
};

struct TableColumn {
  std::string_view title;
  // Columns of the terminal that it takes at most; 0, of the last one: all that are left, or a line of its own where
  // they are few.
  std::uint32_t widest = 0;
};

enum class TableFormat { kText, kJson, kCsv };

struct TableOptions {
  TableFormat format = TableFormat::kText;
  std::uint32_t width = 100;  // of the terminal
  bool colour = false;        // dim titles, by ANSI escape sequences
};

class TableWriter {
 public:
  // `fields` are the names of the fields of every row, in order: the first line of CSV.
  TableWriter(std::vector<TableColumn> columns, std::vector<std::string_view> fields, TableOptions options);

  void add(TableRow row, std::string& out);
  // Columns: titles and rows, cells shortened to the width; "nothing found" without rows. CSV without rows: its first
  // line.
  void finish(std::string& out);

 private:
  struct Layout;

  [[nodiscard]] std::uint32_t widest_cell(std::size_t column) const;
  [[nodiscard]] Layout layout() const;
  void append_row(const TableRow& row, const Layout& layout, bool is_title, std::string& out) const;
  void append_line(std::string line, bool dim, std::string& out) const;
  void begin_csv(std::string& out);

  std::vector<TableColumn> columns_;
  std::vector<std::string_view> fields_;
  TableOptions options_;
  bool has_begun_ = false;
  std::vector<TableRow> rows_;  // of columns; without their fields
};

}  // namespace counterclaim::publish
