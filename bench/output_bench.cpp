// The writers of `counterclaim parse`.

#include "model.h"

#include "counterclaim/engine/analysis_output.h"

namespace counterclaim::bench {
namespace {

template <class Append>
void write(benchmark::State& state, Append append) {
  const language::Analysis analysis = pipeline().analyze(report()).value();
  std::string out;
  for (auto _ : state) {
    out.clear();
    append(out, analysis);
    benchmark::DoNotOptimize(out.data());
  }
  count_tokens(state, analysis.size());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(out.size()));
}

void output_json(benchmark::State& state) {
  write(state, [](std::string& out, const language::Analysis& analysis) {
    engine::append_analysis_json(out, "report", analysis, false);
  });
}
BENCHMARK(output_json);

void output_conllu(benchmark::State& state) {
  write(state,
        [](std::string& out, const language::Analysis& analysis) { engine::append_conllu(out, "report", analysis); });
}
BENCHMARK(output_conllu);

}  // namespace
}  // namespace counterclaim::bench
