#include "counterclaim/engine/extract_run.h"

#include <utility>

#include <fmt/format.h>

#include "counterclaim/engine/document_batches.h"
#include "counterclaim/engine/extraction_setup.h"
#include "counterclaim/engine/ordered_pipeline.h"
#include "counterclaim/ingest/iso_date.h"
#include "counterclaim/publish/figure_table.h"

namespace counterclaim::engine {
namespace {

using Records = std::vector<record::ReportRecord>;

// The stream of batches through the extractor; `finish` turns the records of a batch into what `write` takes.
template <class Finish, class Write>
void run_batches(const Extractor& extractor, DocumentBatches& batches, unsigned threads, RunSummary& summary,
                 Finish finish, Write write) {
  summary.stopped = !run_ordered(
      threads, [&] { return batches.next(); },
      [&](std::vector<record::Document> batch) { return finish(extractor.extract(std::move(batch))); }, write);
}

}  // namespace

Result<RunSummary> run_extract(const std::vector<std::string>& paths, const ExtractRunOptions& options,
                               const Sink& sink, const Complaint& complain) {
  if (options.published && ingest::iso_date(*options.published) != options.published) {
    return fail(ErrorCode::kUsage, fmt::format("'{}' is no date of the form YYYY-MM-DD", *options.published));
  }
  const auto setup = load_extraction(options.gazetteers, options.kernel);
  if (!setup) return tl::unexpected(setup.error());

  RunSummary summary;
  ingest::Reader reader(paths, setup->layout, {.published = options.published});
  DocumentBatches batches(reader, kBatchDocuments, kBatchBytes, complain, summary);
  if (options.format == ExtractFormat::kTable) {
    publish::FigureTable table({.width = options.table_width, .colour = options.table_colour});
    run_batches(
        setup->extractor, batches, options.threads, summary, [](Records records) { return records; },
        [&](const Records& records) {
          for (const record::ReportRecord& record : records) table.add(record);
          return true;
        });
    summary.stopped = !sink(table.text());
    return summary;
  }
  const publish::RecordJsonOptions json{"counterclaim " COUNTERCLAIM_VERSION, setup->resources, options.offsets,
                                        options.explain};
  run_batches(
      setup->extractor, batches, options.threads, summary,
      [&](const Records& records) {
        std::string lines;
        for (const record::ReportRecord& record : records) {
          publish::append_record_json(lines, record, json);
          lines += '\n';
        }
        return lines;
      },
      [&](const std::string& lines) { return sink(lines); });
  return summary;
}

}  // namespace counterclaim::engine
