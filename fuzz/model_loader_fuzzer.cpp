// Any bytes, as a file of a model: they are refused with a reason, or what was loaded from them runs.
//
// The first byte picks the component, the rest are its file. The networks are small ones (kConfig), so that a whole
// model fits into a short input; fuzz/make_seeds.py makes such models.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/utf8.h"
#include "counterclaim/language/attribute_ruler.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/kernels.h"
#include "counterclaim/language/label_table.h"
#include "counterclaim/language/lemmatizer.h"
#include "counterclaim/language/lexicon.h"
#include "counterclaim/language/model_file.h"
#include "counterclaim/language/moves.h"
#include "counterclaim/language/msgpack.h"
#include "counterclaim/language/state_scorer.h"
#include "counterclaim/language/tok2vec.h"
#include "counterclaim/language/tokenizer.h"
#include "counterclaim/language/word_features.h"
#include "require.h"

namespace {

using namespace counterclaim;
using namespace counterclaim::language;
using fuzz::must;
using fuzz::require;

constexpr std::string_view kText =
    "Don't say 10km/h, e.g. \"(killed) U.S.-led\"... \xC3\x89t\xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x98\x80:) "
    "a@b.c";
constexpr std::uint32_t kWidth = 16;
constexpr std::uint32_t kSlots = 3;
constexpr std::uint32_t kClasses = 4;

constexpr std::string_view kConfig = R"([network]
@architectures = "spacy.Tok2Vec.v2"
[network.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 16
include_static_vectors = false
[network.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 16
depth = 1
window_size = 1
[scorer]
@architectures = "spacy.TransitionBasedParser.v2"
extra_state_tokens = false
maxout_pieces = 2
use_upper = true
)";

const Config& config() {
  static const Config parsed = must(Config::parse(kConfig));
  return parsed;
}

template <class T>
bool check_reason(const Result<T>& result) {
  if (!result) require(!result.error().message.empty(), "a refusal has a reason");
  return result.has_value();
}

const MsgpackValue* unpack(std::string_view bytes, Result<MsgpackValue>& root) {
  root = read_msgpack(bytes);
  return check_reason(root) ? &*root : nullptr;
}

void load_tok2vec(std::string_view bytes) {
  const Result<ModelFile> file = ModelFile::parse(std::string(bytes));
  if (!check_reason(file)) return;
  const Result<Tok2Vec> tok2vec = Tok2Vec::load(*file, config(), "network");
  if (!check_reason(tok2vec)) return;
  const std::size_t count = 4 + 2 * std::size_t{tok2vec->reach()};
  std::vector<FeatureIds> words(count, {1, 2, 3, 4, 1, 0});
  words.front() = {};
  words.back().fill(~std::uint64_t{0});
  AlignedFloats rows(count * tok2vec->width());
  AlignedFloats other(rows.size());
  AlignedFloats scratch;
  tok2vec->embed(best_kernel_table(), words, rows.data(), scratch);
  tok2vec->encode(best_kernel_table(), rows, other, count);
}

void load_scorer(std::string_view bytes) {
  const Result<ModelFile> file = ModelFile::parse(std::string(bytes));
  if (!check_reason(file)) return;
  const Result<StateScorer> scorer = StateScorer::load(*file, config(), "scorer", kSlots, kClasses, kWidth);
  if (!check_reason(scorer)) return;
  constexpr std::uint32_t kTokens = 40;
  const AlignedFloats vectors(std::size_t{kTokens} * kWidth, 0.5F);
  AlignedFloats reduced(std::size_t{kTokens} * scorer->reduced_width());
  scorer->reduce(best_kernel_table(), {vectors.data(), kWidth, kTokens}, reduced.data());
  StateScorer::SlotRows rows;
  rows.start(*scorer, reduced.data(), kTokens);
  AlignedFloats scores(scorer->padded_classes());
  const std::array<std::uint32_t, kSlots> tokens = {0, kTokens - 1, kNoToken};
  scorer->score(best_kernel_table(), rows, tokens, scores.data());
}

void load_moves(std::string_view bytes) {
  LabelTable labels;
  const auto classes = parse_moves(bytes, 6, labels);
  if (!check_reason(classes)) return;
  for (const MoveClass& c : *classes) require(c.move < 6 && c.label < labels.size(), "classes are in range");
}

void load_tokenizer(std::string_view bytes) {
  Result<MsgpackValue> root;
  const MsgpackValue* data = unpack(bytes, root);
  if (data == nullptr) return;
  const Result<Tokenizer> tokenizer = Tokenizer::load(*data);
  if (!check_reason(tokenizer)) return;
  static const std::string no_norms = "\x80";
  static const Norms norms = must(Norms::load(must(read_msgpack(no_norms))));
  Lexicon lexicon(norms, tokenizer->broken_specials());
  RegexScratch scratch;
  std::vector<RawToken> tokens;
  tokenizer->tokenize(kText, lexicon, scratch, tokens);
  std::size_t bytes_covered = 0;
  for (const RawToken& token : tokens) {
    require(!first_invalid_utf8(token.word->text), "no token cuts a code point");
    bytes_covered += token.word->text.size() + (token.space_after ? 1 : 0);
  }
  require(bytes_covered == kText.size(), "the tokens are the text");
}

void load_ruler(std::string_view bytes) {
  Result<MsgpackValue> root;
  const MsgpackValue* patterns = unpack(bytes, root);
  if (patterns == nullptr) return;
  LabelTable labels;
  const LabelId tag = labels.intern("VBZ");
  const LabelId dep = labels.intern("aux");
  const Result<AttributeRuler> ruler = AttributeRuler::load(*patterns, labels);
  if (!check_reason(ruler)) return;
  std::vector<RuledToken> tokens(12);
  for (std::size_t n = 0; n < tokens.size(); ++n) {
    tokens[n].lower = n % 2 == 0 ? "has" : "n't";
    tokens[n].tag = n % 3 == 0 ? tag : LabelId{0};
    tokens[n].dep = n % 4 == 0 ? dep : LabelId{0};
    tokens[n].is_space = n == 5;
  }
  ruler->apply(tokens);
  for (const RuledToken& token : tokens) {
    require(token.tag < labels.size() && token.dep < labels.size() && token.morph < labels.size() &&
                token.lemma < labels.size() && token.pos <= Pos::kSpace,
            "what rules set is in range");
  }
}

void load_lemmatizer(std::string_view bytes) {
  Result<MsgpackValue> root;
  const MsgpackValue* lookups = unpack(bytes, root);
  if (lookups == nullptr) return;
  const Result<Lemmatizer> lemmatizer = Lemmatizer::load(*lookups);
  if (!check_reason(lemmatizer)) return;
  for (std::uint8_t pos = 0; pos <= static_cast<std::uint8_t>(Pos::kSpace); ++pos) {
    for (const std::string_view word : {"men", "better", "killed", "“", "é"}) {
      const std::string lemma = lemmatizer->lemma(word, word, static_cast<Pos>(pos), "Number=Plur");
      require(!first_invalid_utf8(lemma), "a lemma is valid UTF-8");
    }
  }
}

void load_norms(std::string_view bytes) {
  Result<MsgpackValue> root;
  const MsgpackValue* table = unpack(bytes, root);
  if (table == nullptr) return;
  const Result<Norms> norms = Norms::load(*table);
  if (!check_reason(norms)) return;
  for (const std::string_view word : {"cuz", "’s", "€", "killed"}) {
    require(!first_invalid_utf8(norms->norm(word)), "a norm is valid UTF-8");
  }
}

void load_config(std::string_view bytes) {
  const Result<Config> parsed = Config::parse(bytes);
  if (!check_reason(parsed)) return;
  for (const std::string_view name : {"pipeline", "lang", "@architectures", "width"}) {
    check_reason(parsed->require("nlp", name, parsed->value("components.ner.model", name)));
  }
}

void load_msgpack(std::string_view bytes) {
  Result<MsgpackValue> root;
  unpack(bytes, root);
}

constexpr std::array<void (*)(std::string_view), 9> kLoaders = {load_msgpack,    load_tok2vec,   load_scorer,
                                                                load_moves,      load_tokenizer, load_ruler,
                                                                load_lemmatizer, load_norms,     load_config};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return -1;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  kLoaders[data[0] % kLoaders.size()](bytes);
  return 0;
}
