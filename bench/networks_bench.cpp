// The networks, with the fastest kernel that the processor runs.

#include <algorithm>

#include "model.h"

namespace counterclaim::bench {
namespace {

using namespace language;

constexpr std::size_t kTileRows = 512;  // as TokenEncoder cuts texts

// What the components need of the report.
struct EncodedReport {
  Lexicon lexicon{model().norms, model().tokenizer.broken_specials()};
  std::vector<RawToken> tokens = tokens_of_report(lexicon);
  TokenEncoder encoder{model().networks(best_kernel_table()), 16384};
  std::vector<std::uint32_t> begins{0, static_cast<std::uint32_t>(tokens.size())};
  std::vector<std::uint8_t> is_space;

  EncodedReport() {
    encoder.encode(tokens, begins);
    for (const RawToken& token : tokens) is_space.push_back(token.word->is_space ? 1 : 0);
  }
};

EncodedReport& encoded_report() {
  static EncodedReport encoded;
  return encoded;
}

// Word types that are not in the cache.
void embedding(benchmark::State& state, const Tok2Vec& tok2vec) {
  std::vector<FeatureIds> words;
  for (const RawToken& token : encoded_report().tokens) {
    const auto& features = token.word->features;
    words.push_back({features[0], features[1], features[2], features[3], token.space_after ? 1U : 0U, 0U});
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  AlignedFloats out(words.size() * tok2vec.width());
  AlignedFloats scratch;
  for (auto _ : state) {
    tok2vec.embed(best_kernel_table(), words, out.data(), scratch);
    benchmark::ClobberMemory();
  }
  count_tokens(state, words.size());
}
BENCHMARK_CAPTURE(embedding, shared, model().tok2vec);
BENCHMARK_CAPTURE(embedding, ner, model().ner.tok2vec());

// The window layers on one tile; copying the tile in is included (under 1 %).
void encoder(benchmark::State& state) {
  const Tok2Vec& tok2vec = model().tok2vec;
  const std::size_t count = kTileRows + 2 * std::size_t{tok2vec.reach()};
  const AlignedFloats embedded = made_up_floats(count * tok2vec.width());
  AlignedFloats rows;
  AlignedFloats other(embedded.size());
  for (auto _ : state) {
    rows = embedded;
    tok2vec.encode(best_kernel_table(), rows, other, count);
    benchmark::ClobberMemory();
  }
  count_tokens(state, kTileRows);
}
BENCHMARK(encoder);

void tagger(benchmark::State& state) {
  const std::size_t width = model().tok2vec.width();
  const AlignedFloats vectors = made_up_floats(kTileRows * width);
  AlignedFloats scratch;
  std::vector<LabelId> tags(kTileRows);
  for (auto _ : state) {
    model().tagger.tag(best_kernel_table(), {vectors.data(), width, kTileRows}, scratch, tags.data());
    benchmark::ClobberMemory();
  }
  count_tokens(state, kTileRows);
}
BENCHMARK(tagger);

// Everything from tokens to tags and the inputs of parser and entity recogniser, embeddings out of the cache.
void token_encoder(benchmark::State& state) {
  EncodedReport& encoded = encoded_report();
  for (auto _ : state) {
    encoded.encoder.encode(encoded.tokens, encoded.begins);
    benchmark::ClobberMemory();
  }
  count_tokens(state, encoded.tokens.size());
}
BENCHMARK(token_encoder);

void parser(benchmark::State& state) {
  const EncodedReport& encoded = encoded_report();
  Parser::Buffers buffers;
  Tree tree;
  for (auto _ : state) {
    model().parser.parse(best_kernel_table(), encoded.encoder.parser_input(0), encoded.is_space, buffers, tree);
    benchmark::DoNotOptimize(tree.heads.data());
  }
  count_tokens(state, encoded.tokens.size());
}
BENCHMARK(parser);

void entity_recognizer(benchmark::State& state) {
  const EncodedReport& encoded = encoded_report();
  Parser::Buffers parser_buffers;
  Tree tree;
  model().parser.parse(best_kernel_table(), encoded.encoder.parser_input(0), encoded.is_space, parser_buffers, tree);
  EntityRecognizer::Buffers buffers;
  std::vector<EntityTag> tags;
  for (auto _ : state) {
    model().ner.recognize(best_kernel_table(), encoded.encoder.ner_input(0), encoded.is_space, tree.sentence_starts,
                          buffers, tags);
    benchmark::DoNotOptimize(tags.data());
  }
  count_tokens(state, encoded.tokens.size());
}
BENCHMARK(entity_recognizer);

}  // namespace
}  // namespace counterclaim::bench
