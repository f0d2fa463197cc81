#include "counterclaim/language/entity_recognizer.h"

#include <array>
#include <utility>

namespace counterclaim::language {
namespace {

enum Move : std::uint8_t { kMissing, kBegin, kIn, kLast, kUnit, kOut };
constexpr std::uint8_t kMoves = 6;
constexpr const char* kSection = "components.ner.model";

}  // namespace

EntityRecognizer::EntityRecognizer(Tok2Vec tok2vec, StateScorer scorer, std::vector<MoveClass> classes)
    : tok2vec_(std::move(tok2vec)), scorer_(std::move(scorer)), classes_(std::move(classes)) {}

Result<EntityRecognizer> EntityRecognizer::load(const std::filesystem::path& folder, const Config& config,
                                                LabelTable& labels) {
  auto classes = read_moves(folder / "moves", kMoves, labels);
  if (!classes) return tl::unexpected(classes.error());
  // Without it a text could come to a token where nothing is valid.
  if (const ClassRange out = classes_of(*classes, kOut); out.begin == out.end) {
    return fail(ErrorCode::kModelMalformed, "ner: no class for tokens outside entities");
  }
  for (const MoveClass& c : *classes) {
    if (c.move == kMissing) return fail(ErrorCode::kModelUnsupported, "ner: classes for missing values");
  }
  auto file = ModelFile::read(folder / "model");
  if (!file) return tl::unexpected(file.error());
  if (auto found = config.require(kSection, "state_type", "\"ner\""); !found) return tl::unexpected(found.error());
  auto tok2vec = Tok2Vec::load(*file, config, std::string(kSection) + ".tok2vec");
  if (!tok2vec) return tl::unexpected(tok2vec.error());
  auto scorer =
      StateScorer::load(*file, config, kSection, 3, static_cast<std::uint32_t>(classes->size()), tok2vec->width());
  if (!scorer) return tl::unexpected(scorer.error());
  return EntityRecognizer(std::move(*tok2vec), std::move(*scorer), std::move(*classes));
}

// Inside an entity: going on with the same label, or ending it.
MoveClass EntityRecognizer::best_inside(LabelId label, bool can_go_on, const float* scores) const {
  MoveClass best{kLast, label};
  float best_score = 0;
  bool found = false;
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    const MoveClass& candidate = classes_[c];
    const bool valid = candidate.label == label && (candidate.move == kLast || (candidate.move == kIn && can_go_on));
    if (!valid || (found && scores[c] <= best_score)) continue;
    best = candidate;
    best_score = scores[c];
    found = true;
  }
  return best;
}

MoveClass EntityRecognizer::best_outside(bool can_begin, bool can_be_unit, const float* scores) const {
  MoveClass best{kOut, 0};
  float best_score = 0;
  bool found = false;
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    const MoveClass& candidate = classes_[c];
    // The one unit without a label is for entities that were blocked beforehand, of which there are none.
    const bool valid = candidate.move == kOut || (candidate.move == kBegin && can_begin) ||
                       (candidate.move == kUnit && can_be_unit && candidate.label != 0);
    if (!valid || (found && scores[c] <= best_score)) continue;
    best = candidate;
    best_score = scores[c];
    found = true;
  }
  return best;
}

void EntityRecognizer::recognize(const KernelTable& kernels, const float* reduced,
                                 std::span<const std::uint8_t> is_space, std::span<const std::uint8_t> sentence_starts,
                                 Buffers& buffers, std::vector<EntityTag>& tags) const {
  const auto token_count = static_cast<std::uint32_t>(is_space.size());
  tags.assign(token_count, {});
  buffers.rows.start(scorer_, reduced, token_count);
  buffers.scores.resize(scorer_.padded_classes());
  float* scores = buffers.scores.data();
  std::uint32_t start = kNoToken;  // of the open entity
  LabelId open = 0;
  for (std::uint32_t at = 0; at < token_count; ++at) {
    const std::array<std::uint32_t, 3> slots = {at, start, start == kNoToken ? kNoToken : at - 1};
    scorer_.score(kernels, buffers.rows, slots, scores);
    // An entity must not go on over the end of the text or into the next sentence.
    const bool can_go_on = at + 1 < token_count && sentence_starts[at + 1] == 0;
    const bool is_word = is_space[at] == 0;
    const MoveClass best =
        start != kNoToken ? best_inside(open, can_go_on, scores) : best_outside(can_go_on && is_word, is_word, scores);
    if (best.move != kOut) {
      const bool begins = best.move == kBegin || best.move == kUnit;
      tags[at] = {begins ? EntityPosition::kBegin : EntityPosition::kInside, best.label};
    }
    if (best.move == kBegin) {
      start = at;
      open = best.label;
    } else if (best.move == kLast) {
      start = kNoToken;
    }
  }
}

}  // namespace counterclaim::language
