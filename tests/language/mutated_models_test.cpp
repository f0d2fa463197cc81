// Damaged models: whatever has happened to a file, loading it is an error with a reason, or what it gives can be used.
//
// COUNTERCLAIM_MUTATIONS=10000 tries so many instead of 600. Each is made from its number alone, so that
// COUNTERCLAIM_MUTATION=123 tries one again.

#include <doctest/doctest.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/language/analysis_builder.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/model_file.h"
#include "counterclaim/language/noun_chunks.h"
#include "counterclaim/language/pipeline.h"
#include "counterclaim/language/token_encoder.h"

namespace counterclaim::language {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSentence =
    "\"They didn't hit us,\" said Étienne (47), \"but 3 of the U.S.-made 10km drones were lost…\"  Who knows? 日本 😀";
constexpr unsigned kMostSeconds = 60;  // for one mutation, sanitizers and a busy machine included

constexpr std::array<std::string_view, 13> kFiles = {"config.cfg",
                                                     "meta.json",
                                                     "vocab/lookups.bin",
                                                     "tokenizer",
                                                     "tok2vec/model",
                                                     "tagger/cfg",
                                                     "tagger/model",
                                                     "parser/model",
                                                     "parser/moves",
                                                     "ner/model",
                                                     "ner/moves",
                                                     "attribute_ruler/patterns",
                                                     "lemmatizer/lookups/lookups.bin"};

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

// ---- Mutations ------------------------------------------------------------------------------------------------------

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  // One to three changes.
  std::string mutate(std::string bytes) {
    for (std::uint64_t changes = 1 + below(3); changes > 0 && !bytes.empty(); --changes) change(bytes);
    return bytes;
  }

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  char any_byte() { return static_cast<char>(below(256)); }

  // Half of the positions stand beside a name: what is not weights is a tiny part of a network's file.
  std::size_t position(const std::string& bytes) {
    const std::size_t anywhere = below(bytes.size());
    if (below(2) == 0) return anywhere;
    static constexpr std::array<std::string_view, 10> kNames = {"shape", "nodes", "attrs", "params",  "data",
                                                                "type",  "name",  "seed",  "columns", "shims"};
    const std::size_t found = bytes.find(kNames[below(kNames.size())], anywhere);
    return found == std::string::npos ? anywhere : std::min(bytes.size() - 1, found + below(12));
  }

  // The lengths of MessagePack: in the byte itself, or in the one to four behind it.
  void change_length(std::string& bytes) {
    const std::size_t from = position(bytes);
    for (std::size_t at = from; at < std::min(from + 4096, bytes.size()); ++at) {
      const auto mark = static_cast<unsigned char>(bytes[at]);
      if (mark >= 0x80 && mark < 0xC0) {
        bytes[at] = static_cast<char>((mark & 0xF0) | below(16));
        return;
      }
      if (mark < 0xC4 || (mark > 0xC6 && mark < 0xD9) || mark > 0xDF) continue;
      static constexpr std::array<char, 5> kLengths = {'\0', '\x01', '\x7F', '\x80', '\xFF'};
      const std::size_t end = std::min(bytes.size(), at + 5);
      for (std::size_t n = at + 1; n < end; ++n) {
        if (below(2) == 0) bytes[n] = kLengths[below(kLengths.size())];
      }
      return;
    }
  }

  void change(std::string& bytes) {
    const std::size_t at = position(bytes);
    const std::size_t some = 1 + below(below(4) == 0 ? 4096 : 8);
    switch (below(12)) {
      case 0:
      case 1:
      case 2: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); return;
      case 3:
      case 4: bytes[at] = any_byte(); return;
      case 5:
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), std::min(some, bytes.size() - at), any_byte());
        return;
      case 6: bytes.erase(at, some); return;
      case 7: bytes.insert(at, some, any_byte()); return;
      case 8: bytes.insert(at, bytes.substr(position(bytes), some)); return;
      case 9: bytes.resize(at); return;
      default: change_length(bytes); return;
    }
  }

  std::mt19937_64 random_;
};

// ---- The model, with one file at a time replaced
// ----------------------------------------------------------------------

// A folder of links to the model's files.
class ModelCopy {
 public:
  ModelCopy() : folder_(fs::temp_directory_path() / ("counterclaim-mutations-" + std::to_string(::getpid()))) {
    for (const std::string_view file : kFiles) {
      fs::create_directories((folder_ / file).parent_path());
      restore(file);
    }
  }
  ModelCopy(const ModelCopy&) = delete;
  ModelCopy& operator=(const ModelCopy&) = delete;
  ~ModelCopy() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  [[nodiscard]] const fs::path& folder() const { return folder_; }
  void replace(std::string_view file, const std::string& bytes) const {
    fs::remove(folder_ / file);
    std::ofstream(folder_ / file, std::ios::binary) << bytes;
  }
  void restore(std::string_view file) const {
    fs::remove(folder_ / file);
    fs::create_symlink(fs::path(COUNTERCLAIM_MODEL_DIR) / file, folder_ / file);
  }

 private:
  fs::path folder_;
};

// The components one by one, so that only what a file belongs to is loaded anew.
class Components {
 public:
  explicit Components(const fs::path& folder) : config_(must(Config::parse(must(read_file(folder / "config.cfg"))))) {
    for (const std::string_view component :
         {"vocab", "tokenizer", "tok2vec", "tagger", "parser", "ner", "attribute_ruler", "lemmatizer"}) {
      must(load(folder, component));
    }
  }

  // Replaces a component by what the folder has for it.
  Result<bool> load(const fs::path& folder, std::string_view component) {
    if (component == "vocab") return keep(norms_, load_norms(folder / "vocab" / "lookups.bin"));
    if (component == "tokenizer") return keep(tokenizer_, load_packed(folder / "tokenizer", Tokenizer::load));
    if (component == "tok2vec") return keep(tok2vec_, load_tok2vec(folder / "tok2vec" / "model"));
    if (component == "tagger")
      return keep(tagger_, Tagger::load(folder / "tagger", config_, tok2vec_->width(), labels_));
    if (component == "parser")
      return keep(parser_, Parser::load(folder / "parser", config_, tok2vec_->width(), labels_));
    if (component == "ner") return keep(ner_, EntityRecognizer::load(folder / "ner", config_, labels_));
    if (component == "lemmatizer") {
      return keep(lemmatizer_, load_packed(folder / "lemmatizer" / "lookups" / "lookups.bin", Lemmatizer::load));
    }
    return keep(ruler_, load_packed(folder / "attribute_ruler" / "patterns",
                                    [&](const MsgpackValue& root) { return AttributeRuler::load(root, labels_); }));
  }

  [[nodiscard]] Analysis analyze(std::string_view text) const {
    const KernelTable& kernels = best_kernel_table();
    Lexicon lexicon(*norms_, tokenizer_->broken_specials());
    RegexScratch scratch;
    std::vector<RawToken> tokens;
    tokenizer_->tokenize(text, lexicon, scratch, tokens);
    std::vector<std::uint8_t> is_space;
    for (const RawToken& token : tokens) is_space.push_back(token.word->is_space ? 1 : 0);
    TokenEncoder encoder({kernels, *tok2vec_, *tagger_, *parser_, *ner_}, 1024);
    encoder.encode(tokens, std::array{std::uint32_t{0}, static_cast<std::uint32_t>(tokens.size())});
    Parser::Buffers parser_buffers;
    Tree tree;
    parser_->parse(kernels, encoder.parser_input(0), is_space, parser_buffers, tree);
    EntityRecognizer::Buffers ner_buffers;
    std::vector<EntityTag> entities;
    ner_->recognize(kernels, encoder.ner_input(0), is_space, tree.sentence_starts, ner_buffers, entities);
    AnalysisBuilder builder(*ruler_, *lemmatizer_, std::make_shared<const std::vector<std::string>>(labels_.strings()));
    return builder.build({text, tokens, encoder.tags(), tree, entities});
  }

 private:
  template <class T>
  static Result<bool> keep(std::shared_ptr<const T>& part, Result<T> loaded) {
    if (!loaded) return tl::unexpected(loaded.error());
    part = std::make_shared<const T>(std::move(*loaded));
    return true;
  }
  template <class Load>
  static auto load_packed(const fs::path& path, Load load) -> decltype(load(std::declval<const MsgpackValue&>())) {
    const std::string bytes = must(read_file(path));
    const auto root = read_msgpack(bytes);
    if (!root) return tl::unexpected(root.error());
    return load(*root);
  }
  static Result<Norms> load_norms(const fs::path& path) {
    return load_packed(path, [](const MsgpackValue& root) -> Result<Norms> {
      const MsgpackValue* table = root.find("lexeme_norm");
      if (table == nullptr) return fail(ErrorCode::kModelMalformed, "no table lexeme_norm");
      return Norms::load(*table);
    });
  }
  Result<Tok2Vec> load_tok2vec(const fs::path& path) const {
    const auto file = ModelFile::read(path);
    if (!file) return tl::unexpected(file.error());
    return Tok2Vec::load(*file, config_, "components.tok2vec.model");
  }

  Config config_;
  LabelTable labels_;
  std::shared_ptr<const Norms> norms_;
  std::shared_ptr<const Tokenizer> tokenizer_;
  std::shared_ptr<const Tok2Vec> tok2vec_;
  std::shared_ptr<const Tagger> tagger_;
  std::shared_ptr<const Parser> parser_;
  std::shared_ptr<const EntityRecognizer> ner_;
  std::shared_ptr<const AttributeRuler> ruler_;
  std::shared_ptr<const Lemmatizer> lemmatizer_;
};

// ---- What must hold
// ---------------------------------------------------------------------------------------------------

std::size_t valid_bytes(std::string_view text) {
  CHECK_FALSE(first_invalid_utf8(text));
  return text.size();
}

// Looks at everything there is, so that sanitizers see a wrong index; the values are as damaged as the model.
void check_usable(const Analysis& analysis) {
  std::uint32_t end = 0;
  for (const Token& token : analysis.tokens()) {
    CHECK(token.bytes.begin >= end);
    end = token.bytes.end;
    CHECK(valid_bytes(analysis.text(token)) > 0);
    CHECK(std::max({token.head, token.left_edge, token.right_edge}) < analysis.size());
    CHECK(token.sentence < analysis.sentences().size());
    for (const auto text : {analysis.lemma(token), analysis.norm(token), analysis.lower(token), analysis.tag(token),
                            analysis.dep(token), analysis.morph(token), analysis.entity_label(token)}) {
      valid_bytes(text);
    }
    for (const std::uint32_t child : analysis.children(token)) CHECK(analysis[child].head == token.index);
    CHECK(token.pos <= Pos::kSpace);
  }
  CHECK(end == analysis.text().size());
  for (const Entity& entity : analysis.entities()) valid_bytes(analysis.label(entity.label));
  for (const TokenSpan chunk : noun_chunks(analysis)) CHECK(chunk.end <= analysis.size());
}

std::array<char, 128> current_mutation;  // for the handler below

void tell_of_hang(int) {
  if (::write(STDERR_FILENO, current_mutation.data(), std::strlen(current_mutation.data())) < 0) std::_Exit(3);
  std::_Exit(2);
}

enum class Outcome { kRefused, kLoaded };

class Trial {
 public:
  Trial() : components_(copy_.folder()) {
    std::signal(SIGALRM, tell_of_hang);
    for (const std::string_view file : kFiles)
      originals_.push_back(must(read_file(fs::path(COUNTERCLAIM_MODEL_DIR) / file)));
  }
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  ~Trial() { ::alarm(0); }

  Outcome try_mutation(std::uint64_t number) {
    const std::size_t file = number % kFiles.size();
    const std::string name(kFiles[file]);
    const std::string line = "mutation " + std::to_string(number) + " of " + name + " does not come to an end\n";
    line.copy(current_mutation.data(), current_mutation.size() - 1);
    current_mutation[line.size()] = '\0';
    ::alarm(kMostSeconds);
    INFO("mutation ", number, " of ", name);
    copy_.replace(name, Mutator(number).mutate(originals_[file]));
    // The whole pipeline takes several times longer to load than the one component.
    const bool whole = file < 2 || number / kFiles.size() % 8 == 0;
    const Outcome outcome = whole ? try_pipeline() : try_component(name.substr(0, name.find('/')));
    copy_.restore(name);
    return outcome;
  }

  void try_original() {
    check_usable(components_.analyze(kSentence));
    CHECK(try_pipeline() == Outcome::kLoaded);
  }

 private:
  static Outcome refused(const Error& error) {
    CHECK_FALSE(error.message.empty());
    valid_bytes(code_name(error.code));
    return Outcome::kRefused;
  }

  Outcome try_pipeline() const {
    const auto pipeline = Pipeline::load(copy_.folder());
    if (!pipeline) return refused(pipeline.error());
    const auto analysis = pipeline->analyze(kSentence);
    if (!analysis) return refused(analysis.error());
    check_usable(*analysis);
    return Outcome::kLoaded;
  }

  Outcome try_component(std::string_view component) const {
    Components damaged = components_;
    const auto loaded = damaged.load(copy_.folder(), component);
    if (!loaded) return refused(loaded.error());
    check_usable(damaged.analyze(kSentence));
    return Outcome::kLoaded;
  }

  ModelCopy copy_;
  Components components_;
  std::vector<std::string> originals_;
};

std::uint64_t number_from_environment(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : std::strtoull(value, nullptr, 10);
}

TEST_CASE("the stock model, file by file, is no damaged model") { Trial().try_original(); }

TEST_CASE("damaged model files are refused with a reason or can be used") {
  Trial trial;
  const std::uint64_t one = number_from_environment("COUNTERCLAIM_MUTATION", 0);
  const std::uint64_t first = one > 0 ? one : 1;
  const std::uint64_t last = one > 0 ? one : number_from_environment("COUNTERCLAIM_MUTATIONS", 600);
  std::array<std::uint64_t, 2> outcomes{};
  for (std::uint64_t number = first; number <= last; ++number) {
    ++outcomes[static_cast<std::size_t>(trial.try_mutation(number))];
  }
  MESSAGE((last - first + 1), " mutations: ", outcomes[0], " refused, ", outcomes[1], " loaded and used");
  if (one > 0) return;
  // Both happen, or the mutations are too weak or too strong.
  CHECK(outcomes[0] > last / 10);
  CHECK(outcomes[1] > last / 10);
}

}  // namespace
}  // namespace counterclaim::language
