// Runs the networks over the tokens of one or more texts: tags, and what the parser and the entity recogniser read.
//
// Texts are laid one after the other as rows, a few zero rows between them, and encoded in tiles with a margin as wide
// as the network sees, so that memory and cache use do not depend on their length. A token's result depends on its own
// text alone, never on the tiles or on its neighbours in the batch.
//
// Layer: language (internal).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "counterclaim/language/entity_recognizer.h"
#include "counterclaim/language/kernels.h"
#include "counterclaim/language/parser.h"
#include "counterclaim/language/tagger.h"
#include "counterclaim/language/tok2vec.h"
#include "counterclaim/language/tokenizer.h"

namespace counterclaim::language {

// The networks, as the pipeline holds them.
struct Networks {
  const KernelTable& kernels;
  const Tok2Vec& tok2vec;  // shared by tagger and parser
  const Tagger& tagger;
  const Parser& parser;
  const EntityRecognizer& ner;
};

// Embeddings of word types, a bounded number of them: when it is full it is emptied.
class EmbeddingCache {
 public:
  EmbeddingCache(std::uint32_t capacity, std::size_t width) : capacity_(capacity), width_(width) {}

  // Forgets everything; slots filled before are no longer valid.
  void clear();
  // Makes sure that `count` more rows fit, by clear() if need be.
  void reserve(std::uint32_t count);
  [[nodiscard]] bool is_valid(const CacheSlot& slot) const { return slot.generation == generation_; }
  // Gives the slot the next row, whose floats add_rows() brings.
  void assign(CacheSlot& slot) { slot = {generation_, used_++}; }
  // Memory for all rows that were assigned since the call before.
  [[nodiscard]] float* new_rows(std::uint32_t count);
  [[nodiscard]] const float* row(const CacheSlot& slot) const { return rows_.data() + std::size_t{slot.row} * width_; }

 private:
  std::uint32_t capacity_;
  std::size_t width_;
  std::uint32_t generation_ = 1;
  std::uint32_t used_ = 0;
  AlignedFloats rows_;
};

class TokenEncoder {
 public:
  // Both caches hold up to `cached_word_types` rows.
  TokenEncoder(const Networks& networks, std::uint32_t cached_word_types);

  // Forgets the embeddings of all word types; needed when the lexicon is cleared.
  void clear_caches();

  // Encodes texts: `tokens` of all of them, text n being tokens [begins[n], begins[n + 1]).
  void encode(std::span<RawToken> tokens, std::span<const std::uint32_t> begins);

  // Results, by token.
  [[nodiscard]] const LabelId* tags() const { return tags_.data(); }
  [[nodiscard]] const float* parser_input(std::uint32_t token) const {
    return parser_input_.data() + std::size_t{token} * networks_.parser.scorer().reduced_width();
  }
  [[nodiscard]] const float* ner_input(std::uint32_t token) const {
    return ner_input_.data() + std::size_t{token} * networks_.ner.scorer().reduced_width();
  }

 private:
  struct Tile {
    std::size_t begin, end;  // rows
  };
  void lay_rows(std::span<const std::uint32_t> begins);
  template <class SlotOf, class FeaturesOf>
  std::size_t fill(Tile tile, std::span<RawToken> tokens, const Tok2Vec& tok2vec, EmbeddingCache& cache, SlotOf slot_of,
                   FeaturesOf features_of);
  void encode_shared(Tile tile, std::span<RawToken> tokens);
  void encode_ner(Tile tile, std::span<RawToken> tokens);
  // The first of the tile's own rows, behind the margin.
  [[nodiscard]] const float* first_result(const Tok2Vec& tok2vec) const {
    return rows_.data() + tok2vec.reach() * tok2vec.width();
  }
  void copy_reduced(Tile tile, std::size_t width, AlignedFloats& to) const;

  const Networks networks_;
  EmbeddingCache shared_cache_, ner_cache_;
  std::vector<std::uint32_t> token_of_row_;  // kNoToken for the rows between texts
  std::vector<FeatureIds> missing_;
  AlignedFloats rows_, other_rows_, embed_scratch_, tag_scratch_, reduced_;
  std::vector<LabelId> tile_tags_;
  std::vector<LabelId> tags_;
  AlignedFloats parser_input_, ner_input_;
};

}  // namespace counterclaim::language
