// Dictionary forms: suffix rules checked against a word list, and exceptions, as in spaCy's English rule lemmatizer.
//
//   lemmatizer.lemma("Soldiers", "soldiers", Pos::kNoun, "Number=Plur")  -> "soldier"
//   lemmatizer.lemma("better", "better", Pos::kAdj, "Degree=Cmp")        -> "well"
//
// Layer: language. Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/language/msgpack.h"
#include "counterclaim/language/string_index.h"

namespace counterclaim::language {

class Lemmatizer {
 public:
  // `lookups` is the model's lemmatizer/lookups/lookups.bin; its strings are copied.
  // Errors: model_malformed. Cost: some 10 ms and 3 MB.
  [[nodiscard]] static Result<Lemmatizer> load(const MsgpackValue& lookups);

  // `lower` is lower(text), `morph` the features as written ("Number=Sing|Person=3", "" for none).
  // Not for tokens whose lemma the attribute ruler has set. Cost: under a microsecond.
  [[nodiscard]] std::string lemma(std::string_view text, std::string_view lower, Pos pos, std::string_view morph) const;

 private:
  struct SuffixRule {
    std::string old_suffix, new_suffix;
  };
  struct Table {  // of one part of speech
    bool exists = false;
    std::vector<SuffixRule> rules;
    StringIndex words;                             // the word list
    StringIndex exceptions;                        // irregular forms ...
    std::vector<std::vector<std::string>> lemmas;  // ... and the lemmas of each, by its number
  };
  static Result<Table> load_table(const MsgpackValue& lookups, std::uint64_t pos_id);
  static std::string from_table(const Table& table, std::string_view text, std::string_view lower);

  std::array<Table, 20> tables_;  // by Pos
};

}  // namespace counterclaim::language
