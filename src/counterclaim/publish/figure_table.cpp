#include "counterclaim/publish/figure_table.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "counterclaim/publish/figure_words.h"
#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/publish/terminal_text.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {

namespace {

using Widths = std::array<std::uint32_t, FigureTable::kColumns>;

constexpr std::array<std::string_view, FigureTable::kColumns> kTitles = {"who says", "how many", "what", "side",
                                                                         "people"};
constexpr Widths kWidest = {32, 24, 17, 20, 11};
constexpr std::string_view kGap = "  ";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::uint32_t kNarrowestTable = 40;
constexpr std::uint32_t kNarrowestSentence = 30;  // beside the other columns

std::string head_of(const record::Document& document) {
  std::string head = document.id;
  for (const std::optional<std::string>& part : {document.published, document.publisher, document.title}) {
    if (part) head.append(" · ").append(*part);
  }
  return one_line(head);
}

std::string_view people(const record::Figure& figure) {
  if (!figure.kind || *figure.kind == record::PersonKind::kUnspecified) return "";
  return record::name_of(*figure.kind);
}

std::string line_of(const std::array<std::string, FigureTable::kColumns>& cells, const Widths& widths) {
  std::string line;
  for (std::size_t n = 0; n < cells.size(); ++n)
    line.append(kGap).append(padded(fitted(cells[n], widths[n]), widths[n]));
  return line;
}

void append_line(std::string& out, std::string line, std::string_view colour) {
  while (line.ends_with(' ')) line.pop_back();
  out.append(colour).append(line).append(colour.empty() ? "" : kPlain).push_back('\n');
}

}  // namespace

FigureTable::Row FigureTable::row_of(const record::Figure& figure, const SentenceFinder& sentences) {
  Row row;
  row.cells = {one_line(who_says(figure)), one_line(how_many(figure)), what_happened(figure),
               one_line(figure.side.value_or("")), std::string(people(figure))};
  row.sentence = sentences.excerpt(figure.span);
  return row;
}

void FigureTable::add(const record::ReportRecord& record) {
  Report report{head_of(record.document), {}};
  const SentenceFinder sentences(record);
  for (const record::Figure& figure : record.figures) report.rows.push_back(row_of(figure, sentences));
  reports_.push_back(std::move(report));
}

// Where things stand in a line, over all reports.
struct FigureTable::Layout {
  std::uint32_t width = 0;                        // of the terminal
  std::array<std::uint32_t, kColumns> columns{};  // without the gaps between them
  bool beside = false;                            // the sentence stands in the line of its figure
  std::uint32_t sentence = 0;
};

FigureTable::Layout FigureTable::layout() const {
  Layout layout;
  layout.width = std::max(options_.width, kNarrowestTable);
  for (std::size_t n = 0; n < kColumns; ++n) {
    std::uint32_t widest = display_width(kTitles[n]);
    for (const Report& report : reports_) {
      for (const Row& row : report.rows) widest = std::max(widest, display_width(row.cells[n]));
    }
    layout.columns[n] = std::min(widest, kWidest[n]);
  }
  const auto gap = static_cast<std::uint32_t>(kGap.size());
  const auto gaps = gap * static_cast<std::uint32_t>(kColumns + 1);
  const std::uint32_t used = std::accumulate(layout.columns.begin(), layout.columns.end(), gaps);
  layout.beside = used + kNarrowestSentence <= layout.width;
  layout.sentence = layout.width - (layout.beside ? used : 2 * gap);
  return layout;
}

void FigureTable::append_rows(const std::vector<Row>& rows, const Layout& layout, std::string& out) const {
  const std::string_view dim = options_.colour ? kDim : "";
  std::array<std::string, kColumns> titles;
  std::copy(kTitles.begin(), kTitles.end(), titles.begin());
  append_line(out, line_of(titles, layout.columns).append(kGap).append(layout.beside ? "sentence" : ""), dim);
  for (const Row& row : rows) {
    const std::string sentence =
        fitted_around(row.sentence.text, row.sentence.begin, row.sentence.end, layout.sentence);
    const std::string line = line_of(row.cells, layout.columns);
    if (layout.beside) {
      append_line(out, std::string(line).append(kGap).append(sentence), "");
    } else {
      append_line(out, line, "");
      append_line(out, std::string(kGap).append(kGap).append(sentence), dim);
    }
  }
}

std::string FigureTable::text() const {
  const Layout layout = this->layout();
  std::string out;
  for (const Report& report : reports_) {
    if (!out.empty()) out.push_back('\n');
    append_line(out, fitted(report.head, layout.width), options_.colour ? kBold : "");
    if (report.rows.empty()) {
      append_line(out, std::string(kGap).append("no figures found"), "");
    } else {
      append_rows(report.rows, layout, out);
    }
  }
  return out;
}

}  // namespace counterclaim::publish
