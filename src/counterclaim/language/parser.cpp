#include "counterclaim/language/parser.h"

#include <utility>

namespace counterclaim::language {

Parser::Parser(StateScorer scorer, std::vector<MoveClass> classes, DecoratedLabels decorated, LabelId root)
    : scorer_(std::move(scorer)), classes_(std::move(classes)), decorated_(std::move(decorated)), root_(root) {
  for (std::uint8_t move = 0; move < kParserMoves; ++move) ranges_[move] = classes_of(classes_, move);
}

Result<Parser> Parser::load(const std::filesystem::path& folder, const Config& config, std::uint32_t vector_width,
                            LabelTable& labels) {
  auto classes = read_moves(folder / "moves", kParserMoves, labels);
  if (!classes) return tl::unexpected(classes.error());
  auto file = ModelFile::read(folder / "model");
  if (!file) return tl::unexpected(file.error());
  if (auto found = config.require("components.parser.model", "state_type", "\"parser\""); !found) {
    return tl::unexpected(found.error());
  }
  auto scorer = StateScorer::load(*file, config, "components.parser.model", 8,
                                  static_cast<std::uint32_t>(classes->size()), vector_width);
  if (!scorer) return tl::unexpected(scorer.error());
  const LabelId root = labels.intern("ROOT");
  return Parser(std::move(*scorer), std::move(*classes), DecoratedLabels(labels), root);
}

// The valid class with the highest score, the lowest of equals; the number of classes if none is valid.
std::uint32_t Parser::best_class(const std::array<bool, kParserMoves>& valid, const float* scores) const {
  auto best = static_cast<std::uint32_t>(classes_.size());
  float best_score = 0;
  for (std::uint8_t move = 0; move < kParserMoves; ++move) {
    if (!valid[move]) continue;
    for (std::uint32_t c = ranges_[move].begin; c < ranges_[move].end; ++c) {
      if (best == classes_.size() || scores[c] > best_score) {
        best = c;
        best_score = scores[c];
      }
    }
  }
  return best;
}

void Parser::run_transitions(const KernelTable& kernels, const float* reduced, std::uint32_t token_count,
                             Buffers& buffers) const {
  ParserState& state = buffers.state;
  state.start(token_count);
  buffers.rows.start(scorer_, reduced, token_count);
  buffers.scores.resize(scorer_.padded_classes());
  while (!state.is_final()) {
    const auto slots = state.slots();
    scorer_.score(kernels, buffers.rows, slots, buffers.scores.data());
    const std::uint32_t best = best_class(state.valid(), buffers.scores.data());
    if (best == classes_.size()) {
      state.force_final();
      return;
    }
    state.apply(static_cast<ParserMove>(classes_[best].move), classes_[best].label);
  }
}

void Parser::parse(const KernelTable& kernels, const float* reduced, std::span<const std::uint8_t> is_space,
                   Buffers& buffers, Tree& tree) const {
  const auto token_count = static_cast<std::uint32_t>(is_space.size());
  run_transitions(kernels, reduced, token_count, buffers);
  const auto heads = buffers.state.heads();
  const auto labels = buffers.state.labels();
  tree.heads.assign(heads.begin(), heads.end());
  tree.labels.assign(labels.begin(), labels.end());
  for (std::uint32_t token = 0; token < token_count; ++token) {
    if (tree.heads[token] != kNoToken) continue;
    tree.heads[token] = token;
    tree.labels[token] = root_;
  }
  deprojectivize(tree.heads, tree.labels, is_space, decorated_, buffers.deprojectivize);
  subtree_edges(tree.heads, tree.left, tree.right);
  language::sentence_starts(tree.heads, tree.left, tree.sentence_starts);
}

}  // namespace counterclaim::language
