// The parts of the stock model, each by itself, and a text to run them on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "counterclaim/language/attribute_ruler.h"
#include "counterclaim/language/entity_recognizer.h"
#include "counterclaim/language/kernels.h"
#include "counterclaim/language/lemmatizer.h"
#include "counterclaim/language/lexicon.h"
#include "counterclaim/language/parser.h"
#include "counterclaim/language/pipeline.h"
#include "counterclaim/language/tagger.h"
#include "counterclaim/language/tok2vec.h"
#include "counterclaim/language/token_encoder.h"
#include "counterclaim/language/tokenizer.h"
#include "counterclaim/language/word_features.h"

namespace counterclaim::bench {

struct Model {
  language::Norms norms;
  language::Tokenizer tokenizer;
  language::Tok2Vec tok2vec;
  language::Tagger tagger;
  language::Parser parser;
  language::EntityRecognizer ner;
  language::AttributeRuler ruler;
  language::Lemmatizer lemmatizer;
  std::shared_ptr<const std::vector<std::string>> labels;

  [[nodiscard]] language::Networks networks(const language::KernelTable& kernels) const {
    return {kernels, tok2vec, tagger, parser, ner};
  }
};

// Loaded at the first call from COUNTERCLAIM_MODEL_DIR; without a model the program ends with a message.
[[nodiscard]] const Model& model();
[[nodiscard]] const language::Pipeline& pipeline();

// bench/report.txt, an invented report of some 4,000 characters.
[[nodiscard]] const std::string& report();

// The report as the tokenizer leaves it. The lexicon must outlive the tokens.
[[nodiscard]] std::vector<language::RawToken> tokens_of_report(language::Lexicon& lexicon);

// Numbers like those in the networks, the same in every run.
[[nodiscard]] language::AlignedFloats made_up_floats(std::size_t count);

// The rate is printed as tokens a second.
inline void count_tokens(benchmark::State& state, std::size_t tokens) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
}

}  // namespace counterclaim::bench
