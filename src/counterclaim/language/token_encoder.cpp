#include "counterclaim/language/token_encoder.h"

#include <algorithm>
#include <cstring>

namespace counterclaim::language {
namespace {

// Long enough for the weights of a layer to be worth bringing in, short enough for the rows to stay in the cache.
constexpr std::size_t kTileRows = 512;

}  // namespace

void EmbeddingCache::clear() {
  ++generation_;
  used_ = 0;
}

void EmbeddingCache::reserve(std::uint32_t count) {
  if (used_ + count > capacity_) clear();
}

float* EmbeddingCache::new_rows(std::uint32_t count) {
  if (rows_.size() < std::size_t{used_} * width_) {
    rows_.resize(std::min(std::size_t{capacity_}, std::size_t{used_} * 2) * width_);
  }
  return rows_.data() + std::size_t{used_ - count} * width_;
}

TokenEncoder::TokenEncoder(const Networks& networks, std::uint32_t cached_word_types)
    : networks_(networks),
      shared_cache_(std::max<std::uint32_t>(cached_word_types, 2 * kTileRows), networks.tok2vec.width()),
      ner_cache_(std::max<std::uint32_t>(cached_word_types, 2 * kTileRows), networks.ner.tok2vec().width()) {}

void TokenEncoder::clear_caches() {
  shared_cache_.clear();
  ner_cache_.clear();
}

void TokenEncoder::lay_rows(std::span<const std::uint32_t> begins) {
  const std::size_t pad = std::max(networks_.tok2vec.reach(), networks_.ner.tok2vec().reach());
  token_of_row_.clear();
  for (std::size_t text = 0; text + 1 < begins.size(); ++text) {
    if (begins[text] == begins[text + 1]) continue;
    if (!token_of_row_.empty()) token_of_row_.insert(token_of_row_.end(), pad, kNoToken);
    for (std::uint32_t token = begins[text]; token < begins[text + 1]; ++token) token_of_row_.push_back(token);
  }
}

void TokenEncoder::encode(std::span<RawToken> tokens, std::span<const std::uint32_t> begins) {
  lay_rows(begins);
  tags_.resize(tokens.size());
  parser_input_.resize(tokens.size() * networks_.parser.scorer().reduced_width());
  ner_input_.resize(tokens.size() * networks_.ner.scorer().reduced_width());
  for (std::size_t begin = 0; begin < token_of_row_.size(); begin += kTileRows) {
    const Tile tile{begin, std::min(begin + kTileRows, token_of_row_.size())};
    encode_shared(tile, tokens);
    encode_ner(tile, tokens);
  }
}

// Fills rows_ with the embeddings of a tile and of its margins; gives the number of rows.
template <class SlotOf, class FeaturesOf>
std::size_t TokenEncoder::fill(Tile tile, std::span<RawToken> tokens, const Tok2Vec& tok2vec, EmbeddingCache& cache,
                               SlotOf slot_of, FeaturesOf features_of) {
  const std::size_t reach = tok2vec.reach();
  const std::size_t width = tok2vec.width();
  const std::size_t count = tile.end - tile.begin + 2 * reach;
  rows_.resize(count * width);
  other_rows_.resize(count * width);
  // Row n of the tile is row tile.begin + n - reach of the batch; there is none before the first and after the last.
  const auto token_at = [&](std::size_t n) {
    const std::size_t row = tile.begin + n;
    return row < reach || row - reach >= token_of_row_.size() ? kNoToken : token_of_row_[row - reach];
  };
  cache.reserve(static_cast<std::uint32_t>(count));
  missing_.clear();
  for (std::size_t n = 0; n < count; ++n) {
    const std::uint32_t token = token_at(n);
    if (token == kNoToken) continue;
    CacheSlot& slot = slot_of(tokens[token]);
    if (cache.is_valid(slot)) continue;
    cache.assign(slot);
    missing_.push_back(features_of(tokens[token]));
  }
  tok2vec.embed(networks_.kernels, missing_, cache.new_rows(static_cast<std::uint32_t>(missing_.size())),
                embed_scratch_);
  for (std::size_t n = 0; n < count; ++n) {
    float* row = rows_.data() + n * width;
    if (const std::uint32_t token = token_at(n); token == kNoToken)
      std::memset(row, 0, width * sizeof(float));
    else
      std::memcpy(row, cache.row(slot_of(tokens[token])), width * sizeof(float));
  }
  return count;
}

void TokenEncoder::encode_shared(Tile tile, std::span<RawToken> tokens) {
  const Tok2Vec& tok2vec = networks_.tok2vec;
  const std::size_t count = fill(
      tile, tokens, tok2vec, shared_cache_,
      [](RawToken& token) -> CacheSlot& { return token.word->shared_embedding[token.space_after ? 1 : 0]; },
      [](const RawToken& token) {
        const auto& features = token.word->features;
        return FeatureIds{features[0],
                          features[1],
                          features[2],
                          features[3],
                          token.space_after ? 1U : 0U,
                          token.word->is_space ? 1U : 0U};
      });
  tok2vec.encode(networks_.kernels, rows_, other_rows_, count);
  const std::size_t size = tile.end - tile.begin;
  const ConstRows vectors{first_result(tok2vec), tok2vec.width(), size};
  tile_tags_.resize(size);
  networks_.tagger.tag(networks_.kernels, vectors, tag_scratch_, tile_tags_.data());
  for (std::size_t n = 0; n < size; ++n) {
    if (const std::uint32_t token = token_of_row_[tile.begin + n]; token != kNoToken) tags_[token] = tile_tags_[n];
  }
  const StateScorer& scorer = networks_.parser.scorer();
  reduced_.resize(size * scorer.reduced_width());
  scorer.reduce(networks_.kernels, vectors, reduced_.data());
  copy_reduced(tile, scorer.reduced_width(), parser_input_);
}

void TokenEncoder::encode_ner(Tile tile, std::span<RawToken> tokens) {
  const Tok2Vec& tok2vec = networks_.ner.tok2vec();
  const std::size_t count = fill(
      tile, tokens, tok2vec, ner_cache_, [](RawToken& token) -> CacheSlot& { return token.word->ner_embedding; },
      [](const RawToken& token) {
        const auto& features = token.word->features;
        return FeatureIds{features[0], features[1], features[2], features[3], 0, 0};
      });
  tok2vec.encode(networks_.kernels, rows_, other_rows_, count);
  const std::size_t size = tile.end - tile.begin;
  const StateScorer& scorer = networks_.ner.scorer();
  reduced_.resize(size * scorer.reduced_width());
  scorer.reduce(networks_.kernels, {first_result(tok2vec), tok2vec.width(), size}, reduced_.data());
  copy_reduced(tile, scorer.reduced_width(), ner_input_);
}

void TokenEncoder::copy_reduced(Tile tile, std::size_t width, AlignedFloats& to) const {
  for (std::size_t row = tile.begin; row < tile.end; ++row) {
    const std::uint32_t token = token_of_row_[row];
    if (token == kNoToken) continue;
    std::memcpy(to.data() + std::size_t{token} * width, reduced_.data() + (row - tile.begin) * width,
                width * sizeof(float));
  }
}

}  // namespace counterclaim::language
