#include "counterclaim/language/pipeline.h"

#include <limits>
#include <mutex>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/language/analysis_builder.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/token_encoder.h"

namespace counterclaim::language {
namespace {

namespace fs = std::filesystem;

// Memory of a workspace's lexicon after which it is emptied before the next text.
constexpr std::size_t kLexiconBytes = std::size_t{96} << 20;

// A workspace that has held more tokens at once is not kept.
constexpr std::size_t kKeptTokens = std::size_t{1} << 20;

constexpr std::uint64_t kMaxTextBytes = std::numeric_limits<std::uint32_t>::max();

template <class T>
Result<T> with_file(Result<T> result, const fs::path& path) {
  if (result) return result;
  return fail(result.error().code, fmt::format("{}: {}", path.string(), result.error().message));
}

struct Meta {
  std::string name, version;
};

Result<Meta> read_meta(const fs::path& path) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  std::string_view name;
  std::string_view version;
  if (parser.parse(*text).get(root) != simdjson::SUCCESS || root["name"].get(name) != simdjson::SUCCESS ||
      root["version"].get(version) != simdjson::SUCCESS) {
    return fail(ErrorCode::kModelMalformed, fmt::format("{}: no name and version", path.string()));
  }
  return Meta{std::string(name), std::string(version)};
}

// A MessagePack file, and what is read from it by `load`, which must not keep views of it.
template <class Load>
auto load_packed(const fs::path& path, Load load) -> decltype(load(std::declval<const MsgpackValue&>())) {
  auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto root = read_msgpack(*bytes);
  if (!root) return fail(root.error().code, fmt::format("{}: {}", path.string(), root.error().message));
  return with_file(load(*root), path);
}

Result<void> check_components(const Config& config) {
  // senter is there and switched off in the stock pipelines.
  for (const auto& [section, name, json] :
       {std::tuple{"nlp", "lang", "\"en\""},
        {"nlp", "pipeline", R"(["tok2vec","tagger","parser","senter","attribute_ruler","lemmatizer","ner"])"},
        {"nlp", "disabled", R"(["senter"])"},
        {"nlp", "tokenizer", R"({"@tokenizers":"spacy.Tokenizer.v1"})"},
        {"components.lemmatizer", "mode", "\"rule\""},
        {"components.lemmatizer", "overwrite", "false"},
        {"components.tagger.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
        {"components.parser.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
        {"components.parser", "learn_tokens", "false"}}) {
    if (auto found = config.require(section, name, json); !found) return found;
  }
  return {};
}

// What works on spellings and labels alone.
struct Rules {
  Norms norms;
  Tokenizer tokenizer;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
};

Result<Norms> load_norms(const MsgpackValue& root) {
  const MsgpackValue* table = root.find("lexeme_norm");
  if (table == nullptr) return fail(ErrorCode::kModelMalformed, "no table lexeme_norm");
  return Norms::load(*table);
}

Result<Rules> load_rules(const fs::path& folder, LabelTable& labels) {
  auto norms = load_packed(folder / "vocab" / "lookups.bin", load_norms);
  if (!norms) return tl::unexpected(norms.error());
  auto tokenizer = load_packed(folder / "tokenizer", Tokenizer::load);
  if (!tokenizer) return tl::unexpected(tokenizer.error());
  auto ruler = load_packed(folder / "attribute_ruler" / "patterns",
                           [&](const MsgpackValue& root) { return AttributeRuler::load(root, labels); });
  if (!ruler) return tl::unexpected(ruler.error());
  auto lemmatizer = load_packed(folder / "lemmatizer" / "lookups" / "lookups.bin", Lemmatizer::load);
  if (!lemmatizer) return tl::unexpected(lemmatizer.error());
  return Rules{std::move(*norms), std::move(*tokenizer), std::move(*ruler), std::move(*lemmatizer)};
}

// What the networks decide.
struct Components {
  Tok2Vec tok2vec;
  Tagger tagger;
  Parser parser;
  EntityRecognizer ner;
};

Result<Components> load_components(const fs::path& folder, const Config& config, LabelTable& labels) {
  auto file = ModelFile::read(folder / "tok2vec" / "model");
  if (!file) return tl::unexpected(file.error());
  auto tok2vec = Tok2Vec::load(*file, config, "components.tok2vec.model");
  if (!tok2vec) return tl::unexpected(tok2vec.error());
  auto tagger = Tagger::load(folder / "tagger", config, tok2vec->width(), labels);
  if (!tagger) return tl::unexpected(tagger.error());
  auto parser = Parser::load(folder / "parser", config, tok2vec->width(), labels);
  if (!parser) return tl::unexpected(parser.error());
  auto ner = EntityRecognizer::load(folder / "ner", config, labels);
  if (!ner) return tl::unexpected(ner.error());
  return Components{std::move(*tok2vec), std::move(*tagger), std::move(*parser), std::move(*ner)};
}

}  // namespace

// Everything that load() reads. Its address must not change: workspaces refer to it.
struct Pipeline::State {
  Meta meta;
  const KernelTable* kernels;
  PipelineOptions options;
  Rules rules;
  Components components;
  std::shared_ptr<const std::vector<std::string>> labels;

  State(Meta its_meta, const KernelTable& its_kernels, const PipelineOptions& its_options, Rules its_rules,
        Components its_components, const LabelTable& its_labels)
      : meta(std::move(its_meta)),
        kernels(&its_kernels),
        options(its_options),
        rules(std::move(its_rules)),
        components(std::move(its_components)),
        labels(std::make_shared<const std::vector<std::string>>(its_labels.strings())) {}

  // The caches and scratch memory of one call.
  struct Workspace {
    explicit Workspace(const State& state)
        : lexicon(state.rules.norms, state.rules.tokenizer.broken_specials()),
          encoder({*state.kernels, state.components.tok2vec, state.components.tagger, state.components.parser,
                   state.components.ner},
                  state.options.cached_word_types),
          builder(state.rules.ruler, state.rules.lemmatizer, state.labels) {}

    RegexScratch regex;
    Lexicon lexicon;
    std::vector<RawToken> tokens;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint8_t> is_space;
    TokenEncoder encoder;
    Parser::Buffers parser;
    Tree tree;
    EntityRecognizer::Buffers ner;
    std::vector<EntityTag> entities;
    AnalysisBuilder builder;
  };

  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<Workspace>> idle;

  // A workspace for one call; goes back when the call ends, unless an exception cut it short: its caches may be half
  // filled then.
  class Loan {
   public:
    explicit Loan(const State& state) : state_(state) {
      const std::lock_guard lock(state.mutex);
      if (!state.idle.empty()) {
        workspace_ = std::move(state.idle.back());
        state.idle.pop_back();
      }
    }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() {
      // Memory that one very long text took is given back.
      if (!is_whole_ || workspace_->tokens.capacity() > kKeptTokens) return;
      const std::lock_guard lock(state_.mutex);
      state_.idle.push_back(std::move(workspace_));
    }
    Workspace& get() {
      if (!workspace_) workspace_ = std::make_unique<Workspace>(state_);
      return *workspace_;
    }
    void keep() { is_whole_ = true; }

   private:
    const State& state_;
    std::unique_ptr<Workspace> workspace_;
    bool is_whole_ = false;
  };

  void tokenize(std::span<const std::string_view> texts, Workspace& workspace) const;
  Analysis analyze(std::string_view text, std::uint32_t begin, std::uint32_t end, Workspace& workspace) const;
};

Pipeline::Pipeline(std::unique_ptr<State> state) : state_(std::move(state)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Kernel Pipeline::kernel() const { return state_->kernels->kernel; }
std::string_view Pipeline::name() const { return state_->meta.name; }
std::string_view Pipeline::version() const { return state_->meta.version; }

void Pipeline::State::tokenize(std::span<const std::string_view> texts, Workspace& workspace) const {
  if (workspace.lexicon.bytes() > kLexiconBytes) {
    workspace.lexicon.clear();
    workspace.encoder.clear_caches();
  }
  workspace.tokens.clear();
  workspace.begins.assign(1, 0);
  for (const std::string_view text : texts) {
    rules.tokenizer.tokenize(text, workspace.lexicon, workspace.regex, workspace.tokens);
    workspace.begins.push_back(static_cast<std::uint32_t>(workspace.tokens.size()));
  }
}

Analysis Pipeline::State::analyze(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                  Workspace& workspace) const {
  const std::span tokens = std::span(workspace.tokens).subspan(begin, end - begin);
  workspace.is_space.clear();
  for (const RawToken& token : tokens) workspace.is_space.push_back(token.word->is_space ? 1 : 0);
  const TokenEncoder& encoder = workspace.encoder;
  components.parser.parse(*kernels, encoder.parser_input(begin), workspace.is_space, workspace.parser, workspace.tree);
  components.ner.recognize(*kernels, encoder.ner_input(begin), workspace.is_space, workspace.tree.sentence_starts,
                           workspace.ner, workspace.entities);
  return workspace.builder.build({text, tokens, encoder.tags() + begin, workspace.tree, workspace.entities});
}

Result<std::vector<Analysis>> Pipeline::analyze_batch(std::span<const std::string_view> texts) const {
  std::uint64_t bytes = 0;
  for (std::size_t n = 0; n < texts.size(); ++n) {
    if (const auto invalid = first_invalid_utf8(texts[n])) {
      return fail(ErrorCode::kTextInvalidUtf8, fmt::format("text {} is not valid UTF-8 at byte {}", n, *invalid));
    }
    bytes += texts[n].size();
  }
  if (bytes > kMaxTextBytes) return fail(ErrorCode::kTextTooLarge, "texts of 4 GiB or more cannot be analysed at once");
  State::Loan loan(*state_);
  State::Workspace& workspace = loan.get();
  state_->tokenize(texts, workspace);
  workspace.encoder.encode(workspace.tokens, workspace.begins);
  std::vector<Analysis> analyses;
  analyses.reserve(texts.size());
  for (std::size_t n = 0; n < texts.size(); ++n) {
    analyses.push_back(state_->analyze(texts[n], workspace.begins[n], workspace.begins[n + 1], workspace));
  }
  loan.keep();
  return analyses;
}

Result<Analysis> Pipeline::analyze(std::string_view text) const {
  auto analyses = analyze_batch(std::span(&text, 1));
  if (!analyses) return tl::unexpected(analyses.error());
  return std::move(analyses->front());
}

Result<Pipeline> Pipeline::load(const fs::path& folder, const PipelineOptions& options) {
  const KernelTable* kernels = options.kernel ? kernel_table(*options.kernel) : &best_kernel_table();
  if (kernels == nullptr) {
    return fail(ErrorCode::kKernelUnsupported,
                fmt::format("this processor cannot run the kernel '{}'", kernel_name(*options.kernel)));
  }
  std::error_code ignored;
  if (!fs::exists(folder / "config.cfg", ignored)) {
    return fail(ErrorCode::kModelMissing, fmt::format("there is no language model in '{}'", folder.string()));
  }
  auto config_text = read_file(folder / "config.cfg");
  if (!config_text) return tl::unexpected(config_text.error());
  auto config = Config::parse(*config_text);
  if (!config) return tl::unexpected(config.error());
  if (auto checked = check_components(*config); !checked) return tl::unexpected(checked.error());
  auto meta = read_meta(folder / "meta.json");
  if (!meta) return tl::unexpected(meta.error());

  LabelTable labels;
  auto rules = load_rules(folder, labels);
  if (!rules) return tl::unexpected(rules.error());
  auto components = load_components(folder, *config, labels);
  if (!components) return tl::unexpected(components.error());
  auto state =
      std::make_unique<State>(std::move(*meta), *kernels, options, std::move(*rules), std::move(*components), labels);
  return Pipeline(std::move(state));
}

}  // namespace counterclaim::language
