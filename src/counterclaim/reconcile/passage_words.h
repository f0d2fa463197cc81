// The content words of a passage, reduced so that different wordings of one thing meet: "troops mined the road" and
// "soldiers planted landmines" share words of one concept.
//
// Layer: reconcile. Loaded once; pure afterwards. Cost: linear in the passage.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"

namespace counterclaim::reconcile {

using WordId = std::uint32_t;  // a hash of a reduced word

[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);
[[nodiscard]] WordId word_id(std::string_view reduced);

// A word in small letters without its endings of number, tense and derivation: "attacking", "attacks" -> "attack".
[[nodiscard]] std::string stem_of(std::string_view word_as_written);

// What the words of a count tell of its place among others.
struct CountWords {
  bool addition = false;  // "another five"
  bool part = false;      // "five of the wounded"
};

class PassageWords {
 public:
  // Reads `concepts.tsv`, `count_words.tsv` and `stop_words.tsv`. Errors: file_not_found, resource_malformed.
  [[nodiscard]] static Result<PassageWords> load(const std::filesystem::path& folder);

  // Calls `take` with each content word of the text, in its order; words of a concept as the concept's name.
  template <class Take>
  void for_each(std::string_view text, Take take) const {
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
      at = next_word(text, at, word);
      if (word.empty() || stop_words_.contains(word)) continue;
      const std::string stem = stem_of(word);
      const auto concept_of_stem = concepts_.find(stem);
      take(concept_of_stem == concepts_.end() ? word_id(stem) : concept_of_stem->second);
    }
  }
  [[nodiscard]] CountWords count_words(std::string_view text) const;
  // Whether reduced words of a passage stand for something told before ("the charge"), or lay fault on somebody.
  [[nodiscard]] bool refers_back(std::span<const WordId> words) const;
  [[nodiscard]] bool is_of_judging(WordId word) const { return word == claim_ || word == baseless_; }
  [[nodiscard]] bool lays_fault(std::span<const WordId> words) const;
  [[nodiscard]] bool tells_of_truce(std::span<const WordId> words) const;

 private:
  // Sets `word` to the next run of letters and digits in small letters, returns where it ends.
  [[nodiscard]] static std::size_t next_word(std::string_view text, std::size_t begin, std::string& word);

  StringSet stop_words_, addition_words_, part_words_;
  StringMap<WordId> concepts_;  // by stem
  WordId claim_ = word_id("=claim"), baseless_ = word_id("=baseless");
};

}  // namespace counterclaim::reconcile
