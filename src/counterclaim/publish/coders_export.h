// What the sheets of coders share: rows are of incidents, not of mentions; what did not happen is left out unless asked
// for; the evidence of each row stands by its id in a file beside the sheet.
//
// Layer: publish (internal).
#pragma once

#include <string>

#include "counterclaim/publish/csv_rows.h"
#include "counterclaim/publish/exporter.h"
#include "counterclaim/publish/happening.h"
#include "counterclaim/publish/incident_joiner.h"

namespace counterclaim::publish {

class CodersExport : public Exporter {
 public:
  void add(const record::ReportRecord& record, const ExportSink& write) final {
    for (const Happening& happening : joiner_.add(record)) offer(happening, write);
  }
  void end(const ExportSink& write) final {
    for (const Happening& happening : joiner_.rest()) offer(happening, write);
  }

 protected:
  explicit CodersExport(const ExportOptions& options) : options_(options), joiner_(options.derivation) {}

  // Whether the format holds the happening; it is written then.
  virtual bool write_row(const Happening& happening, const ExportSink& write) = 0;

 private:
  void offer(const Happening& happening, const ExportSink& write) {
    const bool happened = happening.is_told() || options_.all_statuses;
    if (!happened || !write_row(happening, write)) leave_out();
  }

  ExportOptions options_;
  IncidentJoiner joiner_;
};

// `id`: the name of the sheet's column.
class EvidenceFile {
 public:
  explicit EvidenceFile(const char* id) : rows_{{id, "event", "report", "begin", "end", "sentence"}} {}

  void begin(const ExportSink& write) { write(kName, rows_.head()); }
  void add(FieldValue id, const Happening& happening, const ExportSink& write) {
    const CodePointSpan span = happening.event.span;
    write(kName,
          rows_.row({std::move(id), happening.id, happening.source.id, span.begin, span.end, happening.sentence}));
  }

 private:
  static constexpr const char* kName = ".evidence.csv";
  CsvRows rows_;
};

}  // namespace counterclaim::publish
