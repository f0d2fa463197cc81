#include "counterclaim/engine/extractor.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "counterclaim/attribute/speaker_sides.h"
#include "counterclaim/engine/model_loading.h"
#include "counterclaim/extract/event_links.h"
#include "counterclaim/extract/toll_reader.h"
#include "counterclaim/ingest/language_finder.h"

namespace counterclaim::engine {
namespace {

// Blocks that are analysed together: enough to fill the networks' tiles, few enough to bound their memory.
constexpr std::size_t kGroupBytes = std::size_t{256} << 10;

// What the language layer reads of a block: nothing of one that no reader would count as the report, nor of a report in
// another language.
std::string_view text_of(const record::Document& document, const record::Block& block) {
  const bool foreign = document.language.value_or(std::string(ingest::kEnglish)) != ingest::kEnglish;
  return foreign || block.kind == record::BlockKind::kBoilerplate ? std::string_view() : block.clean_text;
}

// The sentences of a block without the white space at their ends; none for a sentence of white space alone.
void append_sentences(const ground::GroundedAnalysis& grounded, std::uint32_t block, std::vector<CodePointSpan>& out) {
  const language::Analysis& analysis = grounded.blocks[block].analysis;
  for (TokenSpan sentence : analysis.sentences()) {
    while (!sentence.empty() && analysis[sentence.begin].is_space) ++sentence.begin;
    while (!sentence.empty() && analysis[sentence.end - 1].is_space) --sentence.end;
    if (!sentence.empty()) out.push_back(grounded.report_span(block, sentence));
  }
}

// The mentions of all blocks as one list in text order.
void append_mentions(ground::GroundedAnalysis& grounded, record::ReportRecord& out) {
  for (ground::GroundedBlock& block : grounded.blocks) {
    for (ground::GroundedTime& time : block.times) out.times.push_back(std::move(time.mention));
    for (ground::GroundedPlace& place : block.places) out.places.push_back(std::move(place.mention));
  }
  for (ground::GroundedParty& party : grounded.parties) out.parties.push_back(std::move(party.mention));
  std::move(grounded.diagnostics.begin(), grounded.diagnostics.end(), std::back_inserter(out.document.diagnostics));
}

}  // namespace

Extractor::Extractor(language::Pipeline pipeline, ground::Grounder grounder, attribute::Attributor attributor,
                     extract::FigureReader figures, extract::StatementReader statements, extract::EventReader events)
    : pipeline_(std::move(pipeline)),
      grounder_(std::move(grounder)),
      attributor_(std::move(attributor)),
      figures_(std::move(figures)),
      statements_(std::move(statements)),
      events_(std::move(events)) {}

Result<Extractor> Extractor::load(const DataFolder& data, const std::string& kernel) {
  auto pipeline = load_pipeline(data.model, kernel);
  if (!pipeline) return tl::unexpected(pipeline.error());
  auto gazetteers = ground::Gazetteers::open(data.gazetteers);
  if (!gazetteers) return tl::unexpected(gazetteers.error());
  auto grounder =
      ground::Grounder::load(data.resources, std::make_shared<const ground::Gazetteers>(std::move(*gazetteers)));
  if (!grounder) return tl::unexpected(grounder.error());
  auto attributor = attribute::Attributor::load(data.resources);
  if (!attributor) return tl::unexpected(attributor.error());
  auto figures = extract::FigureReader::load(data.resources);
  if (!figures) return tl::unexpected(figures.error());
  auto statements = extract::StatementReader::load(data.resources);
  if (!statements) return tl::unexpected(statements.error());
  auto events = extract::EventReader::load(data.resources);
  if (!events) return tl::unexpected(events.error());
  return Extractor(std::move(*pipeline), std::move(*grounder), std::move(*attributor), std::move(*figures),
                   std::move(*statements), std::move(*events));
}

std::vector<record::ReportRecord> Extractor::extract(std::vector<record::Document> documents) const {
  std::vector<std::string_view> texts;
  for (const record::Document& document : documents) {
    for (const record::Block& block : document.blocks) texts.push_back(text_of(document, block));
  }
  std::vector<language::Analysis> analyses = analyze_all(texts);
  std::vector<record::ReportRecord> records;
  auto next = std::make_move_iterator(analyses.begin());
  for (record::Document& document : documents) {
    const auto end = next + static_cast<std::ptrdiff_t>(document.blocks.size());
    records.push_back(read(std::move(document), std::vector<language::Analysis>(next, end)));
    next = end;
  }
  return records;
}

std::vector<language::Analysis> Extractor::analyze_all(std::span<const std::string_view> texts) const {
  std::vector<language::Analysis> analyses;
  analyses.reserve(texts.size());
  for (std::size_t begin = 0; begin < texts.size();) {
    std::size_t bytes = 0;
    std::size_t end = begin;
    while (end < texts.size() && bytes < kGroupBytes) bytes += texts[end++].size();
    // Clean texts are valid UTF-8, and a group is far below what one call takes: analysis cannot fail.
    auto group = pipeline_.analyze_batch(texts.subspan(begin, end - begin)).value();
    std::move(group.begin(), group.end(), std::back_inserter(analyses));
    begin = end;
  }
  return analyses;
}

record::ReportRecord Extractor::read(record::Document document, std::vector<language::Analysis> analyses) const {
  record::ReportRecord out;
  out.document = std::move(document);
  ground::GroundedAnalysis grounded = grounder_.ground(out.document, std::move(analyses));
  for (std::uint32_t block = 0; block < grounded.blocks.size(); ++block)
    append_sentences(grounded, block, out.sentences);
  const attribute::AttributionScopes scopes = attributor_.attribute(grounded);
  attribute::complete_parties(scopes, grounded);
  extract::FiguresRead read = figures_.read(grounded, scopes);
  out.statements = statements_.read(grounded, scopes, read.figures);
  out.tolls = extract::tolls_of(read, out.document.published);
  out.figures = std::move(read.figures);
  out.events = events_.read(grounded, scopes);
  extract::link_events(out);
  append_mentions(grounded, out);
  return out;
}

}  // namespace counterclaim::engine
