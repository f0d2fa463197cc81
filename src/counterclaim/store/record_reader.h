// Rows back to a report and its record.
//
// Layer: store (internal). Belongs to one thread, as its database does.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/record/report_record.h"
#include "counterclaim/store/database.h"
#include "counterclaim/store/dictionary.h"
#include "counterclaim/store/record_tables.h"

namespace counterclaim::store {

class RecordReader {
 public:
  [[nodiscard]] static Result<RecordReader> prepare(const Database& database);

  // The record as it was written, but for the clean texts of its blocks and for rules that a later one of the same slot
  // made void. The names of rules live as long as the reader. `report`: the key of its row.
  // Errors: case_damaged where there is no such report or a value is not one that this program knows.
  [[nodiscard]] Result<record::ReportRecord> read(std::int64_t report);

 private:
  RecordReader(std::vector<Query> selects, DictionaryReader dictionary);

  void read_report(std::int64_t report, record::ReportRecord& out);
  void read_layout(std::int64_t report, record::ReportRecord& out);
  void read_mentions(std::int64_t report, record::ReportRecord& out);
  void read_figures(std::int64_t report, record::ReportRecord& out);
  void read_tolls(std::int64_t report, record::ReportRecord& out);
  void read_statements(std::int64_t report, record::ReportRecord& out);
  void read_events(std::int64_t report, record::ReportRecord& out);

  // Calls take(row) for each row of the report, in order. After a failure this does nothing; read() gives the first
  // one.
  template <class Take>
  void rows(RecordTable table, std::int64_t report, Take take);
  // The item whose list a row belongs to; nullptr after a failure.
  template <class Item>
  [[nodiscard]] Item* item_of(std::vector<Item>& items, const Query& row);
  template <class Enum>
  [[nodiscard]] Enum named(const Query& row, int column);
  template <class Enum>
  [[nodiscard]] std::optional<Enum> named_or_null(const Query& row, int column);
  [[nodiscard]] std::vector<record::RuleTrace> rules(const Query& row, int column);
  [[nodiscard]] record::Source source(std::uint32_t position);
  void unknown_value(std::string_view value);

  std::vector<Query> selects_;
  DictionaryReader dictionary_;
  std::vector<record::Source> sources_;  // of the report being read
  std::optional<Error> failure_;
};

}  // namespace counterclaim::store
