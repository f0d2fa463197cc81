// Figures that somebody else cites, against the reports: rows of a sheet, an article or a model's answer.
//
//   Result<ClaimChecker> checker = ClaimChecker::read("value,measure,side\n49,killed,Peru\n");
//   for (const record::ReportRecord& record : records) checker->add(record);
//   checker->result(0).verdict               // kFound, with the sentence and who says it
//
// Columns: value, and any of measure, side, kind, date, claimant, bound, report (an id or an address); others are
// carried along. A value may have its bound with it ("at least 49", "49+", "~50", "12-15"). A row is
//
//   found      one figure agrees in every column that is given;
//   differs    the nearest figure, and in what: a side that the report leaves unset differs, too;
//   absent     no figure is near: the same number, or the same measure and side, or measure and report;
//   no_report  the cited report is not in the case.
//
// Layer: publish. No I/O. Memory: the rows and the nearest figure of each. Cost: rows times figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/publish/table.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

enum class ClaimVerdict : std::uint8_t { kFound, kDiffers, kAbsent, kNoReport };

[[nodiscard]] std::string_view name_of(ClaimVerdict verdict);

struct ClaimResult {
  ClaimVerdict verdict = ClaimVerdict::kAbsent;
  std::vector<std::string_view>
      differences;  // "number", "bound", "measure", "side", "kind", "date", "claimant", "denied"
  // Of the figure found, or the nearest one.
  std::string value, claimant, report, sentence;
  CodePointSpan span;
};

class ClaimChecker {
 public:
  // `csv` has a head line. Errors: text_invalid_utf8; input_malformed: no column `value`, a value that is no number.
  [[nodiscard]] static Result<ClaimChecker> read(std::string_view csv);

  // The result is the same for any order of the reports.
  void add(const record::ReportRecord& record);

  [[nodiscard]] std::size_t size() const { return claims_.size(); }
  [[nodiscard]] ClaimResult result(std::size_t row) const;

  // The rows of the sheet with the columns verdict, differs, found_value, found_claimant, found_report, begin, end and
  // sentence added. CSV and JSON keep all of the sheet's own columns.
  void print(TableOptions options, std::string& out) const;

 private:
  struct Claim {
    std::vector<std::string> fields;  // of the row, as many as columns
    record::Figure amount;            // value, value_high, bound
    bool has_bound = false;
    std::optional<record::Measure> measure;
    std::optional<record::PersonKind> kind;
    std::optional<std::string> side, date, claimant, report;
    bool report_is_there = false;
    std::uint32_t distance = 0;  // of the nearest figure, if any
    std::optional<ClaimResult> nearest;
  };

  [[nodiscard]] Result<void> read_row(std::vector<std::string> fields, std::uint32_t line);
  [[nodiscard]] std::string_view field(const Claim& claim, std::string_view column) const;
  static void compare(Claim& claim, const record::ReportRecord& record, const record::Figure& figure,
                      const class SentenceFinder& sentences);

  std::vector<std::string> columns_;
  std::vector<Claim> claims_;
};

}  // namespace counterclaim::publish
