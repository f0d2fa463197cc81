// The word types that one workspace has met: everything known of a word from its spelling alone, computed once.
//
// Layer: language (internal). Belongs to one thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/language/word_features.h"

namespace counterclaim::language {

// One token of a special case ("don't" -> "do" "n't"), in the model's spelling.
struct SpecialPiece {
  std::string spelling;
  std::string norm;  // "": that of the spelling
};

struct Special {
  std::string chunk;
  std::vector<SpecialPiece> pieces;  // their spellings make up the chunk
};

// A special case as it looks when it is tokenised without special cases.
struct BrokenSpecial {
  std::vector<std::string> spellings;
};

// A row of a cache that is emptied as a whole: valid while the generations agree.
struct CacheSlot {
  std::uint32_t generation = 0;
  std::uint32_t row = 0;
};

struct CachedLemma {
  Pos pos;
  LabelId morph;
  std::string lemma;
  std::uint64_t stamp = 0;  // number of the analysis that has the lemma in its string store
  ByteSpan stored;
};

struct WordType {
  std::string text, norm, lower;
  std::array<std::uint64_t, 4> features;  // ids of NORM, PREFIX, SUFFIX, SHAPE
  std::uint32_t code_points = 0;
  bool is_space = false;
  const std::vector<BrokenSpecial>* broken = nullptr;  // those that begin with this spelling

  std::array<CacheSlot, 2> shared_embedding;  // by space flag; rows of the workspace's caches
  CacheSlot ner_embedding;
  std::vector<CachedLemma> lemmas;
  std::uint64_t stamp = 0;  // number of the analysis that has norm and lower in its string store
  ByteSpan stored_norm, stored_lower;
};

using BrokenSpecials = std::unordered_map<std::string, std::vector<BrokenSpecial>>;  // by first spelling

class Lexicon {
 public:
  // Both must outlive the lexicon.
  Lexicon(const Norms& norms, const BrokenSpecials& broken) : norms_(norms), broken_(broken) {}

  // The word type of a spelling, or of a piece of a special case with a norm of its own. Pointers stay valid until
  // clear().
  [[nodiscard]] WordType* word(std::string_view spelling);
  [[nodiscard]] WordType* special_word(const SpecialPiece& piece);

  // Chunks between white space that were tokenised before.
  [[nodiscard]] const std::vector<WordType*>* find_chunk(std::string_view chunk) const;
  const std::vector<WordType*>& remember_chunk(std::string_view chunk, std::vector<WordType*> words);

  // Some of the memory that it takes: an estimate from above for ordinary words.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  void clear();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };
  WordType* add(std::string_view spelling, std::string norm);

  const Norms& norms_;
  const BrokenSpecials& broken_;
  std::size_t bytes_ = 0;
  std::deque<WordType> words_;
  std::unordered_map<std::string_view, WordType*, Hash, std::equal_to<>> by_spelling_;  // views of WordType::text
  std::unordered_map<const SpecialPiece*, WordType*> by_piece_;
  std::unordered_map<std::string, std::vector<WordType*>, Hash, std::equal_to<>> chunks_;
};

}  // namespace counterclaim::language
