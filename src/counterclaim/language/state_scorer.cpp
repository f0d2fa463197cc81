#include "counterclaim/language/state_scorer.h"

#include <algorithm>
#include <array>
#include <cassert>

#include <fmt/format.h>

namespace counterclaim::language {
namespace {

constexpr std::uint32_t kPieces = 2;

// From [slot][hidden][piece][...] to [slot][piece][hidden][...], rows of `size` floats.
std::vector<float> pieces_outside(const std::vector<float>& values, std::uint32_t slots, std::uint32_t hidden,
                                  std::size_t size) {
  std::vector<float> out;
  out.reserve(values.size());
  for (std::uint32_t slot = 0; slot < slots; ++slot) {
    for (std::uint32_t piece = 0; piece < kPieces; ++piece) {
      for (std::uint32_t unit = 0; unit < hidden; ++unit) {
        const std::size_t row = (std::size_t{slot} * hidden + unit) * kPieces + piece;
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(row * size);
        out.insert(out.end(), begin, begin + static_cast<std::ptrdiff_t>(size));
      }
    }
  }
  return out;
}

AlignedFloats aligned(const std::vector<float>& values) { return {values.begin(), values.end()}; }

Result<void> require_architecture(const Config& config, const std::string& section) {
  for (const auto& [name, json] : {std::pair{"@architectures", "\"spacy.TransitionBasedParser.v2\""},
                                   {"extra_state_tokens", "false"},
                                   {"maxout_pieces", "2"},
                                   {"use_upper", "true"}}) {
    if (auto found = config.require(section, name, json); !found) return found;
  }
  return {};
}

}  // namespace

Result<StateScorer> StateScorer::load(const ModelFile& file, const Config& config, const std::string& section,
                                      std::uint32_t slots, std::uint32_t classes, std::uint32_t vector_width) {
  if (auto found = require_architecture(config, section); !found) return tl::unexpected(found.error());
  auto lower = file.layer("precomputable_affine", 0, 1);
  auto upper = file.layer("linear", 0, 2);
  auto first = file.layer("linear", 1, 2);
  if (!lower) return tl::unexpected(lower.error());
  if (!upper) return tl::unexpected(upper.error());
  if (!first) return tl::unexpected(first.error());
  auto lower_weights = lower->array("W", 4);
  auto lower_bias = lower->array("b", 2);
  auto pad = lower->array("pad", 4);
  auto upper_weights = upper->array("W", 2);
  auto upper_bias = upper->array("b", 1);
  auto first_weights = first->array("W", 2);
  auto first_bias = first->array("b", 1);
  for (const auto* array :
       {&lower_weights, &lower_bias, &pad, &upper_weights, &upper_bias, &first_weights, &first_bias}) {
    if (!*array) return tl::unexpected(array->error());
  }
  const std::uint32_t hidden = lower_weights->shape[1];
  using Shape = std::vector<std::uint32_t>;
  const bool fits = hidden % kGroup == 0 && hidden <= kMaxHidden && slots <= kMaxSlots &&
                    lower_weights->shape == Shape{slots, hidden, kPieces, hidden} &&
                    lower_bias->shape == Shape{hidden, kPieces} && pad->shape == Shape{1, slots, hidden, kPieces} &&
                    upper_weights->shape == Shape{classes, hidden} && upper_bias->shape == Shape{classes} &&
                    first_weights->shape == Shape{hidden, vector_width} && first_bias->shape == Shape{hidden};
  if (!fits) {
    return fail(ErrorCode::kModelMalformed,
                fmt::format("[{}]: the weights have other shapes than the classes and slots "
                            "of the component ask for",
                            section));
  }
  StateScorer scorer;
  scorer.slots_ = slots;
  scorer.hidden_ = hidden;
  scorer.reduce_ =
      pack_linear(first_weights->values.data(), first_bias->values.data(), hidden, vector_width, kBlockGroups);
  scorer.lower_ = pack_linear(pieces_outside(lower_weights->values, slots, hidden, hidden).data(), nullptr,
                              slots * kPieces * hidden, hidden, kBlockGroups);
  scorer.output_ = pack_linear(upper_weights->values.data(), upper_bias->values.data(), classes, hidden, kMaxGroups);
  scorer.bias_ = aligned(pieces_outside(lower_bias->values, 1, hidden, 1));
  scorer.pad_ = aligned(pieces_outside(pad->values, slots, hidden, 1));
  return scorer;
}

void StateScorer::reduce(const KernelTable& kernels, ConstRows vectors, float* out) const {
  kernels.linear(vectors, reduce_, out, hidden_);
}

void StateScorer::score(const KernelTable& kernels, SlotRows& rows, std::span<const std::uint32_t> tokens,
                        float* scores) const {
  assert(tokens.size() == slots_);
  const std::size_t slot_floats = std::size_t{kPieces} * hidden_;
  std::array<const float*, kMaxSlots> slots;
  for (std::size_t slot = 0; slot < tokens.size(); ++slot) {
    const float* row = tokens[slot] == kNoToken ? pad_.data() : rows.row(*this, kernels, tokens[slot], slot);
    slots[slot] = row + slot * slot_floats;
  }
  alignas(64) std::array<float, kMaxHidden> hidden;
  kernels.state_hidden(slots.data(), tokens.size(), bias_.data(), hidden_, hidden.data());
  kernels.linear({hidden.data(), hidden_, 1}, output_, scores, output_.padded_outputs);
}

void StateScorer::SlotRows::start(const StateScorer& scorer, const float* reduced, std::uint32_t token_count) {
  reduced_ = reduced;
  token_count_ = token_count;
  const std::size_t row = scorer.lower_.padded_outputs;
  blocks_.resize(row * kBlockTokens * kBlocks);
  far_rows_.resize(row * kMaxSlots);
  block_at_.fill(kNoToken);
  far_at_.fill(kNoToken);
}

const float* StateScorer::SlotRows::row(const StateScorer& scorer, const KernelTable& kernels, std::uint32_t token,
                                        std::size_t slot) {
  const std::size_t stride = scorer.lower_.padded_outputs;
  const std::size_t width = scorer.hidden_;
  const std::uint32_t block = token / kBlockTokens;
  const std::uint32_t place = block % kBlocks;
  float* rows = blocks_.data() + stride * kBlockTokens * place;
  if (block_at_[place] == block) return rows + stride * (token % kBlockTokens);
  if (block_at_[place] == kNoToken || block_at_[place] < block) {
    const std::uint32_t first = block * kBlockTokens;
    const std::uint32_t count = std::min(kBlockTokens, token_count_ - first);
    kernels.linear({reduced_ + first * width, width, count}, scorer.lower_, rows, stride);
    block_at_[place] = block;
    return rows + stride * (token % kBlockTokens);
  }
  // One place for each slot, since the rows of a state are needed together.
  float* far_row = far_rows_.data() + stride * slot;
  if (far_at_[slot] != token) {
    kernels.linear({reduced_ + token * width, width, 1}, scorer.lower_, far_row, stride);
    far_at_[slot] = token;
  }
  return far_row;
}

}  // namespace counterclaim::language
