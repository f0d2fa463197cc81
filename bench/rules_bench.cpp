// Attribute ruler, lemmatiser, noun chunks.

#include "model.h"

#include "counterclaim/language/noun_chunks.h"

namespace counterclaim::bench {
namespace {

using namespace language;

const Analysis& analysed_report() {
  static const Analysis analysis = pipeline().analyze(report()).value();
  return analysis;
}

// The tags and dependencies that come out of the rules stand in for those that go in; copying them is included.
void attribute_ruler(benchmark::State& state) {
  const Analysis& analysis = analysed_report();
  std::vector<RuledToken> before;
  for (const Token& token : analysis.tokens()) {
    RuledToken ruled;
    ruled.lower = analysis.lower(token);
    ruled.tag = token.tag;
    ruled.dep = token.dep;
    ruled.is_space = token.is_space;
    before.push_back(ruled);
  }
  std::vector<RuledToken> tokens;
  for (auto _ : state) {
    tokens = before;
    model().ruler.apply(tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  count_tokens(state, before.size());
}
BENCHMARK(attribute_ruler);

// Without the cache by word type.
void lemmatizer(benchmark::State& state) {
  const Analysis& analysis = analysed_report();
  for (auto _ : state) {
    for (const Token& token : analysis.tokens()) {
      benchmark::DoNotOptimize(
          model().lemmatizer.lemma(analysis.text(token), analysis.lower(token), token.pos, analysis.morph(token)));
    }
  }
  count_tokens(state, analysis.size());
}
BENCHMARK(lemmatizer);

void chunks(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(noun_chunks(analysed_report()));
  count_tokens(state, analysed_report().size());
}
BENCHMARK(chunks);

}  // namespace
}  // namespace counterclaim::bench
