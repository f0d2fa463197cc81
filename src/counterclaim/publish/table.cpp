#include "counterclaim/publish/table.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/terminal_text.h"

namespace counterclaim::publish {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::uint32_t kNarrowestTable = 40;
constexpr std::uint32_t kNarrowestColumn = 4;
constexpr std::uint32_t kNarrowestLast = 30;  // beside the other columns

void append_csv_text(std::string& out, std::string_view text) {
  std::string cell;
  // A spreadsheet would run what begins like this (OWASP, "CSV Injection").
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) cell = "'";
  cell += text;
  const bool is_plain = cell.find_first_of(",\"\r\n") == std::string::npos;
  if (is_plain) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) out.append(c == '"' ? "\"\"" : std::string_view(&c, 1));
  out += '"';
}

}  // namespace

void FieldValue::append_json(std::string& out) const {
  struct Visitor {
    JsonWriter json;
    std::string& out;
    void operator()(std::monostate) { json.null(); }
    void operator()(bool value) { json.boolean(value); }
    void operator()(std::int64_t value) { json.number(value); }
    void operator()(double value) { json.number(value); }
    void operator()(const std::string& value) { json.string(value); }
    void operator()(const Json& value) { out += value.text; }
  };
  std::visit(Visitor{JsonWriter(&out), out}, value_);
}

void FieldValue::append_csv(std::string& out) const {
  if (std::holds_alternative<std::monostate>(value_)) return;
  if (const auto* text = std::get_if<std::string>(&value_)) return append_csv_text(out, *text);
  std::string json;
  append_json(json);
  // Numbers stay numbers, negative ones too.
  std::holds_alternative<Json>(value_) ? append_csv_text(out, json) : void(out += json);
}

TableWriter::TableWriter(std::vector<TableColumn> columns, std::vector<std::string_view> fields, TableOptions options)
    : columns_(std::move(columns)), fields_(std::move(fields)), options_(options) {}

void TableWriter::begin_csv(std::string& out) {
  if (std::exchange(has_begun_, true)) return;
  for (std::size_t n = 0; n < fields_.size(); ++n) out.append(n == 0 ? "" : ",").append(fields_[n]);
  out += "\r\n";
}

void TableWriter::add(TableRow row, std::string& out) {
  assert(row.fields.size() == fields_.size());
  switch (options_.format) {
    case TableFormat::kText:
      for (std::string& cell : row.cells) cell = one_line(cell);
      row.fields.clear();
      rows_.push_back(std::move(row));
      return;
    case TableFormat::kJson:
      out += '{';
      for (const Field& field : row.fields) {
        if (out.back() != '{') out += ", ";
        append_json_string(out, field.name);
        out += ": ";
        field.value.append_json(out);
      }
      out += "}\n";
      return;
    case TableFormat::kCsv:
      begin_csv(out);
      for (std::size_t n = 0; n < row.fields.size(); ++n) {
        if (n > 0) out += ',';
        row.fields[n].value.append_csv(out);
      }
      out += "\r\n";
      return;
  }
}

struct TableWriter::Layout {
  std::vector<std::uint32_t> widths;  // of the columns that share a line
  std::uint32_t last = 0;             // of the last column where it stands on a line of its own, else 0
};

std::uint32_t TableWriter::widest_cell(std::size_t column) const {
  std::uint32_t widest = display_width(columns_[column].title);
  for (const auto& row : rows_) widest = std::max(widest, display_width(row.cells[column]));
  return columns_[column].widest > 0 ? std::min(widest, columns_[column].widest) : widest;
}

// Each column as wide as its widest cell, within its limit. The last one gives way first, then the widest ones.
TableWriter::Layout TableWriter::layout() const {
  Layout layout;
  for (std::size_t n = 0; n < columns_.size(); ++n) layout.widths.push_back(widest_cell(n));
  const std::uint32_t width = std::max(options_.width, kNarrowestTable);
  const auto line = [&] {
    return std::accumulate(layout.widths.begin(), layout.widths.end(),
                           static_cast<std::uint32_t>(kGap.size() * (layout.widths.size() - 1)));
  };
  if (columns_.back().widest == 0 && line() > width) {
    const std::uint32_t rest = line() - layout.widths.back();
    if (rest + kNarrowestLast <= width) {
      layout.widths.back() = width - rest;
    } else {
      layout.widths.pop_back();
      layout.last = width - static_cast<std::uint32_t>(2 * kGap.size());
    }
  }
  for (std::uint32_t over = line() - std::min(line(), width); over > 0; over = line() - std::min(line(), width)) {
    const auto widest = std::max_element(layout.widths.begin(), layout.widths.end());
    if (*widest <= kNarrowestColumn) break;
    --*widest;
  }
  return layout;
}

void TableWriter::append_line(std::string line, bool dim, std::string& out) const {
  while (line.ends_with(' ')) line.pop_back();
  dim = dim && options_.colour;
  out.append(dim ? "\x1b[2m" : "").append(line).append(dim ? "\x1b[0m" : "").push_back('\n');
}

void TableWriter::append_row(const TableRow& row, const Layout& layout, bool is_title, std::string& out) const {
  const auto cell = [&](std::size_t n, std::uint32_t width) {
    const bool is_last = n + 1 == row.cells.size();
    return is_last ? fitted_around(row.cells[n], row.focus_begin, row.focus_end, width) : fitted(row.cells[n], width);
  };
  std::string line;
  for (std::size_t n = 0; n < layout.widths.size(); ++n) {
    if (n > 0) line += kGap;
    line += padded(cell(n, layout.widths[n]), layout.widths[n]);
  }
  append_line(std::move(line), is_title, out);
  if (layout.last == 0 || is_title) return;
  append_line(std::string(kGap).append(kGap).append(cell(row.cells.size() - 1, layout.last)), true, out);
}

void TableWriter::finish(std::string& out) {
  if (options_.format == TableFormat::kCsv) begin_csv(out);
  if (options_.format != TableFormat::kText) return;
  if (rows_.empty()) {
    out += "nothing found\n";
    return;
  }
  TableRow titles;
  for (const TableColumn& column : columns_) titles.cells.emplace_back(column.title);
  const Layout layout = this->layout();
  append_row(titles, layout, true, out);
  for (const auto& row : rows_) append_row(row, layout, false, out);
}

}  // namespace counterclaim::publish
