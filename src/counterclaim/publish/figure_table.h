// The figures of reports as a table for people: `counterclaim extract --format table`.
//
//   FigureTable table({.width = 100});
//   for (const record::ReportRecord& record : records) table.add(record);
//   std::cout << table.text();
//
//   ministry-statement · 2022-09-13 · Losses on the border
//     who says                   how many     what    side     people    sentence
//     Nikol Pashinyan (Armenia)  at least 49  killed  Armenia  military  At least 49 Armenian soldiers were killed, …
//
// Layer: publish. Pure. Not to be shared between threads. Memory and time: linear in
// figures, at most some kilobytes for each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

struct FigureTableOptions {
  std::uint32_t width = 100;  // columns of the terminal; at least 40 are used
  bool colour = false;        // bold report lines, dim titles of columns, by ANSI escape sequences
};

class FigureTable {
 public:
  explicit FigureTable(FigureTableOptions options) : options_(options) {}

  // The record is not needed afterwards.
  void add(const record::ReportRecord& record);

  // All reports so far, each with a line of its own, columns aligned over all of them. The sentence is shortened around
  // the figure to the width that is left; where that is little, it stands on a line of its own. Ends with a line end;
  // "" when no report was added.
  [[nodiscard]] std::string text() const;

  static constexpr std::size_t kColumns = 5;  // without the sentence

 private:
  struct Row {
    std::array<std::string, kColumns> cells;
    Excerpt sentence;
  };
  struct Report {
    std::string head;
    std::vector<Row> rows;
  };

  struct Layout;

  [[nodiscard]] static Row row_of(const record::Figure& figure, const SentenceFinder& sentences);
  [[nodiscard]] Layout layout() const;
  void append_rows(const std::vector<Row>& rows, const Layout& layout, std::string& out) const;

  FigureTableOptions options_;
  std::vector<Report> reports_;
};

}  // namespace counterclaim::publish
