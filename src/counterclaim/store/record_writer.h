// A report and its record as rows.
//
// Layer: store (internal). Belongs to one thread, as its database does.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/error.h"
#include "counterclaim/record/report_record.h"
#include "counterclaim/store/case.h"
#include "counterclaim/store/database.h"
#include "counterclaim/store/dictionary.h"
#include "counterclaim/store/record_tables.h"

namespace counterclaim::store {

class RecordWriter {
 public:
  [[nodiscard]] static Result<RecordWriter> prepare(const Database& database);

  // Adds all rows of a report, inside a transaction of the caller's. After an error, and after a rollback, call
  // forget().
  [[nodiscard]] Result<void> write(const record::ReportRecord& record, const ReportStamp& stamp);
  void forget() { dictionary_.forget(); }

 private:
  RecordWriter(const Database& database, std::vector<Query> inserts, DictionaryWriter dictionary);

  void write_report(const record::ReportRecord& record, const ReportStamp& stamp);
  void write_layout(const record::ReportRecord& record);
  void write_mentions(const record::ReportRecord& record);
  void write_figures(const record::ReportRecord& record);
  void write_tolls(const record::ReportRecord& record);
  void write_statements(const record::ReportRecord& record);
  void write_events(const record::ReportRecord& record);

  // After a failure these do nothing; write() gives the first one.
  template <class... Values>
  void insert(RecordTable table, const Values&... values);
  [[nodiscard]] std::int64_t rules(const std::vector<record::RuleTrace>& rules);
  // The position of a source among those of the report, which it joins if it is new.
  [[nodiscard]] std::uint32_t source(const record::Source& source);
  [[nodiscard]] std::optional<std::uint32_t> source(const std::optional<record::Source>& source);
  [[nodiscard]] std::string_view quote(CodePointSpan span) const { return text_->slice(span.begin, span.end); }

  using Text = std::optional<std::string_view>;
  using SourceKey =
      std::tuple<std::uint32_t, std::uint32_t, std::string_view, Text, Text, Text, std::optional<int>, Text>;

  const Database* database_;
  std::vector<Query> inserts_;
  DictionaryWriter dictionary_;
  // Of the report being written.
  std::int64_t report_ = 0;
  std::optional<CodePointIndex> text_;
  std::map<SourceKey, std::uint32_t> sources_;
  std::optional<Error> failure_;
};

}  // namespace counterclaim::store
