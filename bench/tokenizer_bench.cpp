#include "model.h"

namespace counterclaim::bench {
namespace {

using namespace language;

// Every word is new: regular expressions, hashes and shapes for all of them. Making and clearing the lexicon is
// included.
void tokenizer_cold(benchmark::State& state) {
  RegexScratch scratch;
  std::vector<RawToken> tokens;
  for (auto _ : state) {
    Lexicon lexicon(model().norms, model().tokenizer.broken_specials());
    tokens.clear();
    model().tokenizer.tokenize(report(), lexicon, scratch, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  count_tokens(state, tokens.size());
}
BENCHMARK(tokenizer_cold);

// Every chunk was met before.
void tokenizer_warm(benchmark::State& state) {
  RegexScratch scratch;
  Lexicon lexicon(model().norms, model().tokenizer.broken_specials());
  std::vector<RawToken> tokens = tokens_of_report(lexicon);
  for (auto _ : state) {
    tokens.clear();
    model().tokenizer.tokenize(report(), lexicon, scratch, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  count_tokens(state, tokens.size());
}
BENCHMARK(tokenizer_warm);

}  // namespace
}  // namespace counterclaim::bench
