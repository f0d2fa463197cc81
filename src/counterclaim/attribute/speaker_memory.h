// Speakers met so far in a report, in text order: a surname or "the ministry" later stands for one of them.
//
// Layer: attribute, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "counterclaim/attribute/source_phrase.h"

namespace counterclaim::attribute {

class SpeakerMemory {
 public:
  // The last speaker of this paragraph, or else of the one before, that the pronoun `phrase` agrees with: "it" with an
  // office or a party, "he" with a person, "they" with several or with a body; null where there is none. Valid until
  // the next resolve().
  [[nodiscard]] const SourcePhrase* antecedent(std::uint32_t block, const SourcePhrase& phrase) const;
  // Completes a source from the speakers before it, then remembers it. `block` tells paragraphs apart. `home`: the side
  // of a servant of a state that nothing else tells.
  void resolve(std::uint32_t block, SourcePhrase& phrase, const std::optional<std::string>& home);

 private:
  struct Speaker {
    std::uint32_t block = 0;
    SourcePhrase phrase;
  };
  void take_from_surname(SourcePhrase& phrase) const;
  void take_from_same_noun(std::uint32_t block, SourcePhrase& phrase) const;
  void remember(std::uint32_t block, const SourcePhrase& phrase);

  std::vector<Speaker> speakers_;
  std::unordered_map<std::string, std::size_t> by_surname_;  // into speakers_
};

}  // namespace counterclaim::attribute
