#include "counterclaim/engine/parse_run.h"

#include <utility>

#include <fmt/format.h>

#include "counterclaim/engine/analysis_output.h"
#include "counterclaim/engine/data_folder.h"
#include "counterclaim/engine/document_batches.h"
#include "counterclaim/engine/model_loading.h"
#include "counterclaim/engine/ordered_pipeline.h"
#include "counterclaim/language/pipeline.h"

namespace counterclaim::engine {
namespace {

std::string analysed(const language::Pipeline& pipeline, const std::vector<record::Document>& batch,
                     const ParseRunOptions& options) {
  std::vector<std::string_view> texts;
  texts.reserve(batch.size());
  for (const record::Document& document : batch) texts.emplace_back(document.text);
  // Documents are valid UTF-8, and a batch is a few KiB and one line: analysis cannot fail.
  const auto analyses = pipeline.analyze_batch(texts).value();
  std::string out;
  for (std::size_t n = 0; n < batch.size(); ++n) {
    if (options.format == ParseFormat::kConllu)
      append_conllu(out, batch[n].id, analyses[n]);
    else
      append_analysis_json(out, batch[n].id, analyses[n], options.details);
  }
  return out;
}

}  // namespace

Result<RunSummary> run_parse(const std::vector<std::string>& paths, const ParseRunOptions& options, const Sink& sink,
                             const Complaint& complain) {
  const auto data = find_data_folder();
  if (!data) return tl::unexpected(data.error());
  const auto pipeline = load_pipeline(data->model, options.kernel);
  if (!pipeline) return tl::unexpected(pipeline.error());
  const auto layout = ingest::LayoutWords::load(data->resources);
  if (!layout) return tl::unexpected(layout.error());
  RunSummary summary;
  ingest::Reader reader(paths, *layout);
  DocumentBatches batches(reader, options.batch_texts, options.batch_bytes, complain, summary);
  summary.stopped = !run_ordered(
      options.threads, [&] { return batches.next(); },
      [&](const std::vector<record::Document>& batch) { return analysed(*pipeline, batch, options); },
      [&](const std::string& lines) { return sink(lines); });
  return summary;
}

}  // namespace counterclaim::engine
