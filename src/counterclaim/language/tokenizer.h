// Text to tokens, as spaCy's Tokenizer does it: split at white space, then peel prefixes and suffixes off each chunk
// and split the core at infixes; special cases are looked up at each step and searched for once more at the end.
//
// Layer: language (internal). Immutable after load; the caller brings the memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/lexicon.h"
#include "counterclaim/language/msgpack.h"
#include "counterclaim/language/regex.h"

namespace counterclaim::language {

struct RawToken {
  WordType* word;
  std::uint32_t begin_byte;        // of the text
  std::uint32_t begin_code_point;  // of the text
  bool space_after;
};

class Tokenizer {
 public:
  // `data`: the model's file `tokenizer`. Errors: model_malformed, model_unsupported.
  [[nodiscard]] static Result<Tokenizer> load(const MsgpackValue& data);

  // Appends the tokens of a valid UTF-8 text to `tokens`. Cost: linear but for chunks of many thousand characters that
  // are neither words nor addresses; some 0.1 microseconds a token for chunks that `lexicon` knows.
  void tokenize(std::string_view text, Lexicon& lexicon, RegexScratch& scratch, std::vector<RawToken>& tokens) const;

  // For the Lexicon of a workspace.
  [[nodiscard]] const BrokenSpecials& broken_specials() const { return broken_; }

 private:
  struct Piece {
    std::string_view spelling;
    const SpecialPiece* special = nullptr;  // where the piece comes from a special case
  };
  struct Peeled;  // a core with the affixes taken off it

  Result<void> load_specials(const MsgpackValue& exceptions);
  void find_broken_specials();

  [[nodiscard]] const Special* find_special(std::string_view chunk) const;
  void split_chunk(std::string_view chunk, bool use_specials, RegexScratch& scratch, std::vector<Piece>& pieces) const;
  [[nodiscard]] Peeled peel(std::string_view chunk, bool use_specials, RegexScratch& scratch) const;
  void split_core(std::string_view core, RegexScratch& scratch, std::vector<Piece>& pieces) const;
  [[nodiscard]] std::size_t prefix_length(std::string_view text, RegexScratch& scratch) const;
  [[nodiscard]] std::size_t suffix_length(std::string_view text, RegexScratch& scratch) const;
  void restore_broken_specials(std::string_view text, std::size_t first, Lexicon& lexicon,
                               std::vector<RawToken>& tokens) const;

  Regex prefix_, suffix_, infix_, url_;
  std::vector<Special> specials_;
  std::unordered_map<std::string_view, const Special*> by_chunk_;  // views of Special::chunk
  std::size_t longest_special_ = 0;                                // bytes
  BrokenSpecials broken_;
};

}  // namespace counterclaim::language
