// Everything as tables, one file each: reports, figures, statements and events as their verbs print them, and the
// reports' own tolls. Every row has its report and the characters that it was read from.
#include <utility>

#include "counterclaim/publish/case_tables.h"
#include "counterclaim/publish/csv_rows.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/publish/value_cards.h"
#include "counterclaim/record/item_ids.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

constexpr TableOptions kCsv{.format = TableFormat::kCsv};

using AddRows = void (*)(TableWriter&, const record::ReportRecord&, const ItemFilter&, std::string&);

struct TableFile {
  std::string_view name;
  TableWriter table;
  AddRows add;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : " ").append(part);
  return text;
}

class CsvExport final : public Exporter {
 public:
  CsvExport() {
    tables_.push_back({"reports.csv", reports_table(kCsv), add_report});
    tables_.push_back({"figures.csv", figures_table(kCsv), add_figures});
    tables_.push_back({"statements.csv", statements_table(kCsv), add_statements});
    tables_.push_back({"events.csv", events_table(kCsv), add_events});
  }

  void begin(const ExportSink& write) override { write("tolls.csv", tolls_.head()); }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    for (TableFile& file : tables_) {
      std::string out;
      file.add(file.table, record, {}, out);
      if (!out.empty()) write(file.name, out);
    }
    add_tolls(record, write);
  }

  void end(const ExportSink& write) override {
    for (TableFile& file : tables_) {
      std::string out;
      file.table.finish(out);
      if (!out.empty()) write(file.name, out);
    }
  }

 private:
  void add_tolls(const record::ReportRecord& record, const ExportSink& write) {
    const std::vector<std::string> ids = record::figure_ids(record);
    const SentenceFinder sentences(record);
    for (const record::Toll& toll : record.tolls) {
      const record::Figure figure = as_figure(toll, record);
      std::vector<std::string> rests_on;
      for (const std::uint32_t n : toll.figures) {
        if (n < ids.size()) rests_on.push_back(ids[n]);
      }
      const auto& source = figure.source;
      const auto claimant = !source ? std::nullopt : source->name ? source->name : std::optional(source->text);
      write("tolls.csv",
            tolls_.row({record.document.id, record.document.published, record::name_of(toll.measure), toll.value,
                        toll.value_high, record::name_of(toll.bound), toll.word, toll.unit, toll.side,
                        toll.kind ? FieldValue(record::name_of(*toll.kind)) : FieldValue(), toll.when, toll.background,
                        claimant, source ? FieldValue(source->side) : FieldValue(), joined(rests_on), figure.span.begin,
                        figure.span.end, sentences.text(figure.span)}));
    }
  }

  std::vector<TableFile> tables_;
  CsvRows tolls_{{"report", "published", "measure", "value", "value_high", "bound", "word", "unit", "side", "kind",
                  "when", "background", "claimant", "claimant_side", "figures", "begin", "end", "quote"}};
};

}  // namespace

std::unique_ptr<Exporter> make_csv_export() { return std::make_unique<CsvExport>(); }

}  // namespace counterclaim::publish
