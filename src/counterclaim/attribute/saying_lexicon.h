// The words of saying, from resources/attribution/: verbs with their frames, phrases that name a source, labels of
// boxes; and the nouns for sources of resources/parties/nouns.toml.
//
// Layer: attribute. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ground/party_nouns.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::attribute {

struct SayingVerb {
  record::Stance stance = record::Stance::kAsserts;
  bool clause = false;                           // "said that …"
  bool object = false;                           // "reported 12 deaths"
  bool predicate = false;                        // "put the toll at 45"
  bool complement = false;                       // "accused X of killing …"
  std::unordered_set<std::string> only_objects;  // empty: any
  std::unordered_set<std::string> never_objects;
};

enum class LabelPosition { kBefore, kAfter };

class SayingLexicon {
 public:
  // `resources`: the folder that holds attribution/ and parties/. Errors: those of read_resource_file.
  [[nodiscard]] static Result<SayingLexicon> load(const std::filesystem::path& resources);

  // The frame of a verb by its lemma; null when it is no verb of saying.
  [[nodiscard]] const SayingVerb* verb(std::string_view lemma) const;
  // Whether a noun is one for people or bodies that speak: "spokesman", "ministry".
  [[nodiscard]] bool is_source(std::string_view lemma) const { return nouns_.find(lemma) != nullptr; }
  [[nodiscard]] bool is_document(std::string_view lemma) const { return nouns_.is_document(lemma); }

  [[nodiscard]] const ground::PhraseTable& source_phrases() const { return source_phrases_; }
  [[nodiscard]] bool is_no_source(std::string_view lemma) const;  // "according to plan"
  [[nodiscard]] bool is_source_participle(std::string_view lower) const;
  [[nodiscard]] const ground::PhraseTable& labels(LabelPosition position) const {
    return position == LabelPosition::kBefore ? labels_before_ : labels_after_;
  }

 private:
  [[nodiscard]] Result<void> load_verbs(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_phrases(const std::filesystem::path& path);

  std::vector<SayingVerb> frames_;
  std::unordered_map<std::string, std::size_t> verbs_;  // into frames_
  ground::PartyNouns nouns_;
  std::unordered_set<std::string> no_sources_, participles_;
  ground::PhraseTable source_phrases_, labels_before_, labels_after_;
};

}  // namespace counterclaim::attribute
