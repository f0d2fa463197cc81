#include "counterclaim/engine/extract_run.h"

#include <future>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/engine/data_folder.h"
#include "counterclaim/engine/data_hash.h"
#include "counterclaim/engine/document_batches.h"
#include "counterclaim/engine/extractor.h"
#include "counterclaim/engine/ordered_pipeline.h"
#include "counterclaim/ingest/iso_date.h"
#include "counterclaim/publish/figure_table.h"
#include "counterclaim/publish/html_page.h"

namespace counterclaim::engine {
namespace {

constexpr std::size_t kBatchDocuments = 32;
constexpr std::size_t kBatchBytes = std::size_t{16} << 10;

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

// The next batch with a report that is wanted.
std::optional<std::vector<record::Document>> next_batch(const ExtractStream& stream) {
  auto batch = stream.batches.next();
  for (; batch && stream.options.report; batch = stream.batches.next()) {
    std::erase_if(*batch, [&](const record::Document& document) { return document.id != *stream.options.report; });
    if (!batch->empty()) break;
  }
  return batch;
}

// The stream of batches through the extractor; `finish` turns the records of a batch into what `write` takes.
template <class Finish, class Write>
void run_batches(const ExtractStream& stream, Finish finish, Write write) {
  stream.summary.stopped = !run_ordered(
      stream.options.threads, [&] { return next_batch(stream); },
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
  auto data = find_data_folder();
  if (!data) return tl::unexpected(data.error());
  data->gazetteers.insert(data->gazetteers.end(), options.gazetteers.begin(), options.gazetteers.end());
  // Beside the loading: it reads the same files.
  auto hash = std::async(std::launch::async, hash_of_data, *data);
  const auto extractor = Extractor::load(*data, options.kernel);
  if (!extractor) return tl::unexpected(extractor.error());
  const Result<std::string> resources = hash.get();
  if (!resources) return tl::unexpected(resources.error());

  const auto layout = ingest::LayoutWords::load(data->resources);
  if (!layout) return tl::unexpected(layout.error());

  RunSummary summary;
  ingest::Reader reader(paths, *layout, {.published = options.published});
  DocumentBatches batches(reader, kBatchDocuments, kBatchBytes, complain, summary);
  const ExtractStream stream{*extractor, batches, options, *resources, summary};
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
