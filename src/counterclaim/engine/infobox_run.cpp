#include "counterclaim/engine/infobox_run.h"

#include "counterclaim/engine/data_folder.h"
#include "counterclaim/publish/infobox_builder.h"
#include "counterclaim/publish/infobox_output.h"
#include "counterclaim/store/case.h"

namespace counterclaim::engine {
namespace {

std::string printed(const publish::Infobox& box, const InfoboxRunOptions& options) {
  const publish::InfoboxOutputOptions output{.history = options.history};
  switch (options.format) {
    case InfoboxFormat::kText: break;
    case InfoboxFormat::kJson: return publish::infobox_json(box, output);
    case InfoboxFormat::kWikitext: return publish::infobox_wikitext(box, output);
  }
  const std::string text = publish::infobox_text(box, output);
  return text.empty() ? "nothing found\n" : text;
}

}  // namespace

Result<RunSummary> run_infobox(const std::string& case_path, const InfoboxRunOptions& options, const Sink& sink) {
  const auto data = find_data_folder();
  if (!data) return tl::unexpected(data.error());
  const auto words = publish::InfoboxWords::load(data->resources);
  if (!words) return tl::unexpected(words.error());
  auto file = store::Case::open(case_path, {});
  if (!file) return tl::unexpected(file.error());
  RunSummary summary;
  publish::InfoboxBuilder builder(*words);
  const auto add = [&](const record::ReportRecord& record) {
    ++summary.documents;
    builder.add(record);
    return true;
  };
  if (const auto done = file->for_each(add); !done) return tl::unexpected(done.error());
  summary.stopped = !sink(printed(builder.build(), options));
  return summary;
}

}  // namespace counterclaim::engine
