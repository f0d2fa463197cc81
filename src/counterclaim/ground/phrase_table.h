// Phrases looked up on the tokens of an analysis, the longest first.
//
//   PhraseTable table;
//   table.add("no fewer than", 7);
//   table.longest(analysis, token)   // {7, token + 3} where the words stand there
//
// A phrase is cut as the tokenizer cuts: at spaces, around hyphens and slashes between letters, before "'s". Words are
// compared as FoldedWord says, without case, marks and apostrophes; the text may have or lack hyphens and apostrophes
// between them: "al-Shabaab" is "Al Shabaab". Where a phrase is written with a capital, the text must have one too. A
// word with capitals behind the first letter (an acronym) must be the same in the text, its dots aside; where all words
// around are in capitals, an acronym of three letters or less could be one of them and is found only in front of a
// noun.
//
// Layer: ground. Thread safety: const methods may run concurrently.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

class PhraseTable {
 public:
  struct Match {
    std::uint32_t value;  // as given to add()
    std::uint32_t end;    // the token behind the phrase
  };

  // A phrase that is there already keeps its first value, which comes back.
  std::optional<std::uint32_t> add(std::string_view text, std::uint32_t value);

  // The longest phrase that begins at `token`. Cost: the number of phrases that begin with the same two words.
  [[nodiscard]] std::optional<Match> longest(const language::Analysis& analysis, std::uint32_t token) const;
  // The longest phrase that ends right before `token`.
  [[nodiscard]] std::optional<Match> ending_before(const language::Analysis& analysis, std::uint32_t token) const;

  [[nodiscard]] bool empty() const { return by_first_word_.empty(); }
  [[nodiscard]] std::uint32_t longest_phrase() const { return longest_phrase_; }  // in tokens

 private:
  struct Word {
    std::string folded;
    std::string exact;     // set for acronyms: the spelling that is required
    bool capital = false;  // the first letter must be a capital
    bool operator==(const Word&) const = default;
  };
  struct Phrase {
    std::vector<Word> words;
    std::uint32_t value;
    std::uint64_t second_hash;  // of the second word's folding; 0 where there is one word only
  };
  void note_first_byte(const Word& word);
  // The token behind the phrase where it stands at `token`.
  static std::optional<std::uint32_t> end_of(const Phrase& phrase, const language::Analysis& analysis,
                                             std::uint32_t token);

  std::unordered_map<std::uint64_t, std::vector<Phrase>> by_first_word_;  // by the hash of its folding; longest first
  std::bitset<256> first_bytes_;                                          // that the first word can have in a text
  std::uint32_t longest_phrase_ = 0;
};

// The words of `phrase` as the tokenizer would cut them.
[[nodiscard]] std::vector<std::string> phrase_words(std::string_view phrase);

}  // namespace counterclaim::ground
