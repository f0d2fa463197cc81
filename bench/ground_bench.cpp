// The readers of the ground layer, one by one and all together, and the figures and tolls read upon them.

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "model.h"

#include "counterclaim/attribute/attributor.h"
#include "counterclaim/extract/figure_reader.h"
#include "counterclaim/extract/toll_reader.h"
#include "counterclaim/ground/grounder.h"
#include "counterclaim/ingest/document.h"

namespace counterclaim::bench {
namespace {

using ground::GroundedAnalysis;

template <class Value>
Value loaded(Result<Value> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "bench: %s\n", result.error().message.c_str());
  std::exit(1);
}

std::shared_ptr<const ground::Gazetteers> gazetteers() {
  static const auto gazetteers =
      std::make_shared<const ground::Gazetteers>(loaded(ground::Gazetteers::open({COUNTERCLAIM_GAZETTEER_FILE})));
  return gazetteers;
}

const ground::Grounder& grounder() {
  static const ground::Grounder grounder = loaded(ground::Grounder::load(COUNTERCLAIM_RESOURCE_DIR, gazetteers()));
  return grounder;
}

const record::Document& document() {
  static const record::Document document = [] {
    ingest::RawReport raw;
    raw.text = report();
    raw.published = "2022-09-14";
    return loaded(ingest::make_document(std::move(raw), loaded(ingest::LayoutWords::load(COUNTERCLAIM_RESOURCE_DIR))));
  }();
  return document;
}

std::vector<language::Analysis> analyses() {
  std::vector<language::Analysis> analyses;
  for (const record::Block& block : document().blocks) analyses.push_back(loaded(pipeline().analyze(block.clean_text)));
  return analyses;
}

const GroundedAnalysis& grounded() {
  static const GroundedAnalysis grounded = grounder().ground(document(), analyses());
  return grounded;
}

std::size_t tokens() {
  std::size_t count = 0;
  for (const ground::GroundedBlock& block : grounded().blocks) count += block.analysis.size();
  return count;
}

void ground_all(benchmark::State& state) {
  std::vector<language::Analysis> blocks = analyses();
  for (auto _ : state) {
    GroundedAnalysis result = grounder().ground(document(), std::move(blocks));
    blocks.clear();
    for (ground::GroundedBlock& block : result.blocks) blocks.push_back(std::move(block.analysis));
  }
  count_tokens(state, tokens());
}
BENCHMARK(ground_all);

void ground_numbers(benchmark::State& state) {
  const auto reader = loaded(ground::NumberReader::load(std::string(COUNTERCLAIM_RESOURCE_DIR) + "/numbers"));
  for (auto _ : state) {
    for (const ground::GroundedBlock& block : grounded().blocks) benchmark::DoNotOptimize(reader.read(block.analysis));
  }
  count_tokens(state, tokens());
}
BENCHMARK(ground_numbers);

void ground_party_names(benchmark::State& state) {
  for (auto _ : state) {
    for (const ground::GroundedBlock& block : grounded().blocks)
      benchmark::DoNotOptimize(grounded().lexicon->find(block.analysis));
  }
  count_tokens(state, tokens());
}
BENCHMARK(ground_party_names);

void ground_times(benchmark::State& state) {
  const auto reader = loaded(ground::TimeReader::load(std::string(COUNTERCLAIM_RESOURCE_DIR) + "/times"));
  for (auto _ : state) benchmark::DoNotOptimize(reader.read(grounded()));
  count_tokens(state, tokens());
}
BENCHMARK(ground_times);

void ground_places(benchmark::State& state) {
  const auto reader =
      loaded(ground::PlaceReader::load(std::string(COUNTERCLAIM_RESOURCE_DIR) + "/places", gazetteers()));
  for (auto _ : state) benchmark::DoNotOptimize(reader.read(grounded()));
  count_tokens(state, tokens());
}
BENCHMARK(ground_places);

void ground_parties(benchmark::State& state) {
  const auto reader = loaded(ground::PartyReader::load(COUNTERCLAIM_RESOURCE_DIR));
  for (auto _ : state) benchmark::DoNotOptimize(reader.read(grounded()));
  count_tokens(state, tokens());
}
BENCHMARK(ground_parties);

void extract_figures_and_tolls(benchmark::State& state) {
  const auto reader = loaded(extract::FigureReader::load(COUNTERCLAIM_RESOURCE_DIR));
  const auto scopes = loaded(attribute::Attributor::load(COUNTERCLAIM_RESOURCE_DIR)).attribute(grounded());
  for (auto _ : state)
    benchmark::DoNotOptimize(extract::tolls_of(reader.read(grounded(), scopes), document().published));
  count_tokens(state, tokens());
}
BENCHMARK(extract_figures_and_tolls);

}  // namespace
}  // namespace counterclaim::bench
