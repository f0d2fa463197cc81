// Exports of a case into the formats that other tools and other people's sheets take. Reports go in one by one, in the
// order of the case; rows leave at once, so that memory does not grow with the case (but for `series`, which keeps one
// entry a day and claimant).
//
//   std::unique_ptr<Exporter> exporter = make_exporter(ExportFormat::kGeojson, tables, {});
//   exporter->begin(write);
//   for (const record::ReportRecord& record : records) exporter->add(record, write);
//   exporter->end(write);
//
// Layer: publish. No I/O: `write` gets the name of a file and bytes to append to it. The name is "" for the export's
// main file; others are those of a folder ("figures.csv") or of a file beside the main one (".evidence.csv" is put
// behind its name).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/publish/coding_tables.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

enum class ExportFormat : std::uint8_t {
  kAcled,
  kAnnotations,
  kAtlos,
  kCsv,
  kGed,
  kGeojson,
  kPlover,
  kSeries,
  kSources,
  kTimelinejs,
  kTimemap,
  kUwazi,
};

struct ExportFormatInfo {
  ExportFormat format;
  std::string_view name;  // of the command line
  bool folder;            // several files in a folder; else one, and perhaps others beside it
};

// In the order of their names.
[[nodiscard]] const std::vector<ExportFormatInfo>& export_formats();

// Appends bytes to the file of that name.
using ExportSink = std::function<void(std::string_view file, std::string_view bytes)>;

struct ExportOptions {
  // Of planned and hypothetical events, too, which coders' formats leave out: they did not happen.
  bool all_statuses = false;
  // By which coders' rows are one for each incident; nullptr: one for each event of a report. Must outlive the
  // exporter.
  const record::Derivation* derivation = nullptr;
};

class Exporter {
 public:
  Exporter() = default;
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;
  virtual ~Exporter() = default;

  virtual void begin(const ExportSink&) {}
  virtual void add(const record::ReportRecord& record, const ExportSink& write) = 0;
  virtual void end(const ExportSink&) {}

  // What was left out because the format cannot hold it (a happening without a death in `ged`, without a place in
  // `geojson`).
  [[nodiscard]] std::size_t left_out() const { return left_out_; }

 protected:
  void leave_out() { ++left_out_; }

 private:
  std::size_t left_out_ = 0;
};

// `tables` must outlive the exporter.
[[nodiscard]] std::unique_ptr<Exporter> make_exporter(ExportFormat format, const CodingTables& tables,
                                                      const ExportOptions& options);

}  // namespace counterclaim::publish
