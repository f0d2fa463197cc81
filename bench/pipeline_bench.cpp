// The whole language layer.

#include <algorithm>

#include "model.h"

namespace counterclaim::bench {
namespace {

using namespace language;

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Pipeline::load(COUNTERCLAIM_MODEL_DIR).has_value());
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

// The report so many times over, as one text.
void analyze(benchmark::State& state) {
  std::string text;
  for (std::int64_t n = 0; n < state.range(0); ++n) text += report();
  std::size_t tokens = 0;
  for (auto _ : state) tokens = pipeline().analyze(text).value().size();
  count_tokens(state, tokens);
}
BENCHMARK(analyze)->Arg(1)->Arg(16)->Unit(benchmark::kMillisecond);

// The report's paragraphs as texts of their own: together, and one by one.
std::vector<std::string_view> paragraphs() {
  std::vector<std::string_view> found;
  std::string_view rest = report();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    found.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return found;
}

void analyze_paragraphs(benchmark::State& state, bool together) {
  const std::vector<std::string_view> texts = paragraphs();
  std::size_t tokens = 0;
  for (auto _ : state) {
    tokens = 0;
    if (together) {
      const auto analyses = pipeline().analyze_batch(texts);
      for (const Analysis& analysis : *analyses) tokens += analysis.size();
    } else {
      for (const std::string_view text : texts) tokens += pipeline().analyze(text)->size();
    }
  }
  count_tokens(state, tokens);
}
BENCHMARK_CAPTURE(analyze_paragraphs, as_a_batch, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_paragraphs, one_by_one, false)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace counterclaim::bench
