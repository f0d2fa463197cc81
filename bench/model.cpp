#include "model.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/file.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/label_table.h"
#include "counterclaim/language/model_file.h"
#include "counterclaim/language/msgpack.h"

namespace counterclaim::bench {
namespace {

using namespace language;

template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "bench: {}: {}\n", code_name(result.error().code), result.error().message);
  std::exit(1);
}

template <class Load>
auto load_packed(const std::filesystem::path& path, Load load) {
  const std::string bytes = must(read_file(path));
  return must(load(must(read_msgpack(bytes))));
}

Model load_model() {
  const std::filesystem::path folder = COUNTERCLAIM_MODEL_DIR;
  const Config config = must(Config::parse(must(read_file(folder / "config.cfg"))));
  auto norms = load_packed(folder / "vocab" / "lookups.bin",
                           [](const MsgpackValue& root) { return Norms::load(*root.find("lexeme_norm")); });
  auto tokenizer = load_packed(folder / "tokenizer", Tokenizer::load);
  auto tok2vec =
      must(Tok2Vec::load(must(ModelFile::read(folder / "tok2vec" / "model")), config, "components.tok2vec.model"));
  LabelTable labels;
  auto tagger = must(Tagger::load(folder / "tagger", config, tok2vec.width(), labels));
  auto parser = must(Parser::load(folder / "parser", config, tok2vec.width(), labels));
  auto ner = must(EntityRecognizer::load(folder / "ner", config, labels));
  auto ruler = load_packed(folder / "attribute_ruler" / "patterns",
                           [&](const MsgpackValue& root) { return AttributeRuler::load(root, labels); });
  auto lemmatizer = load_packed(folder / "lemmatizer" / "lookups" / "lookups.bin", Lemmatizer::load);
  return {std::move(norms),  std::move(tokenizer),  std::move(tok2vec),
          std::move(tagger), std::move(parser),     std::move(ner),
          std::move(ruler),  std::move(lemmatizer), std::make_shared<const std::vector<std::string>>(labels.strings())};
}

}  // namespace

const Model& model() {
  static const Model loaded = load_model();
  return loaded;
}

const Pipeline& pipeline() {
  static const Pipeline loaded = must(Pipeline::load(COUNTERCLAIM_MODEL_DIR));
  return loaded;
}

const std::string& report() {
  static const std::string text = must(read_file(COUNTERCLAIM_BENCH_TEXT));
  return text;
}

std::vector<RawToken> tokens_of_report(Lexicon& lexicon) {
  RegexScratch scratch;
  std::vector<RawToken> tokens;
  model().tokenizer.tokenize(report(), lexicon, scratch, tokens);
  return tokens;
}

AlignedFloats made_up_floats(std::size_t count) {
  std::minstd_rand random(1);
  AlignedFloats floats(count);
  for (float& value : floats) value = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
  return floats;
}

}  // namespace counterclaim::bench
