#include "counterclaim/engine/extract_run.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/engine/document_batches.h"
#include "counterclaim/engine/extraction_setup.h"
#include "counterclaim/engine/ordered_pipeline.h"
#include "counterclaim/ingest/iso_date.h"
#include "counterclaim/publish/figure_table.h"
#include "counterclaim/publish/html_page.h"

namespace counterclaim::engine {
namespace {

using Records = std::vector<record::ReportRecord>;

// What a run works with, after loading.
struct ExtractStream {
  const Extractor& extractor;
  DocumentBatches& batches;
  const ExtractRunOptions& options;
  std::string_view resources;
  RunSummary& summary;
};

constexpr std::string_view kEngine = "counterclaim " COUNTERCLAIM_VERSION;

// The stream of batches through the extractor; `finish` turns the records of a batch into what `write` takes.
template <class Finish, class Write>
void run_batches(const ExtractStream& stream, Finish finish, Write write) {
  stream.summary.stopped = !run_ordered(
      stream.options.threads, [&] { return stream.batches.next(); },
      [&](std::vector<record::Document> batch) { return finish(stream.extractor.extract(std::move(batch))); }, write);
}

void write_table(const ExtractStream& stream, const Sink& sink) {
  publish::FigureTable table({.width = stream.options.table_width, .colour = stream.options.table_colour});
  run_batches(
      stream, [](Records records) { return records; },
      [&](const Records& records) {
        for (const record::ReportRecord& record : records) table.add(record);
        return true;
      });
  stream.summary.stopped = !sink(table.text());
}

void write_json_lines(const ExtractStream& stream, const Sink& sink) {
  const publish::RecordJsonOptions json{kEngine, stream.resources, stream.options.offsets, stream.options.explain};
  run_batches(
      stream,
      [&](const Records& records) {
        std::string lines;
        for (const record::ReportRecord& record : records) {
          publish::append_record_json(lines, record, json);
          lines += '\n';
        }
        return lines;
      },
      [&](const std::string& lines) { return sink(lines); });
}

Result<void> write_page(const ExtractStream& stream, const Sink& sink) {
  std::vector<std::string> pages;
  run_batches(
      stream,
      [&](const Records& records) {
        std::vector<std::string> made;
        for (const record::ReportRecord& record : records)
          made.push_back(publish::html_page(record, {.engine = kEngine, .resources = stream.resources}));
        return made;
      },
      [&](const std::vector<std::string>& made) {
        pages.insert(pages.end(), made.begin(), made.end());
        return pages.size() <= 1;
      });
  if (pages.size() > 1)
    return fail(ErrorCode::kUsage, "a page shows one report, and the input has several: choose one with --report ID");
  if (pages.empty() && stream.options.report)
    return fail(ErrorCode::kUsage, fmt::format("the input has no report '{}'", *stream.options.report));
  if (!pages.empty()) stream.summary.stopped = !sink(pages[0]);
  return {};
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
  const auto wanted = [&](const record::Document& document) {
    return !options.report || document.id == *options.report;
  };
  DocumentBatches batches(reader, kBatchDocuments, kBatchBytes, complain, summary, wanted);
  const ExtractStream stream{setup->extractor, batches, options, setup->resources, summary};
  switch (options.format) {
    case ExtractFormat::kJsonl: write_json_lines(stream, sink); break;
    case ExtractFormat::kTable: write_table(stream, sink); break;
    case ExtractFormat::kHtml:
      if (const Result<void> written = write_page(stream, sink); !written) return tl::unexpected(written.error());
      break;
  }
  return summary;
}

}  // namespace counterclaim::engine
