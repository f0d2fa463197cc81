// The words of saying, from resources/attribution/: verbs, nouns and adjectives with their frames, phrases that name a
// source, words of hearsay, labels of boxes, nouns for who speaks and what is written;
// and the nouns for parties of resources/parties/nouns.toml.
//
//   lexicon.verb_frames("call")   // three: "called on X to …", "called for …", "called X false"
//
// Layer: attribute. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/attribute/saying_frame.h"
#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/ground/party_nouns.h"
#include "counterclaim/ground/phrase_table.h"

namespace counterclaim::attribute {

// Words around a word of saying that tell whether anything is said at all.
enum class ContextWord {
  kNegative,     // "no", "nobody", "never"
  kUndoes,       // "failed to …", "stopped short of …"
  kWants,        // "wants … to say"
  kConditional,  // "if", "whether"
  kConnective,   // adverbs that belong to the sentence: "however"
  kLight,        // verbs whose object is the act: "issued a warning"
  kDraws,        // verbs whose object is somebody else's act: "drew condemnation from"
};

enum class LabelPosition { kBefore, kAfter };

class SayingLexicon {
 public:
  // `resources`: the folder that holds attribution/ and parties/. Errors: those of read_resource_file.
  [[nodiscard]] static Result<SayingLexicon> load(const std::filesystem::path& resources);

  // The frames of a word by its lemma, those that need a certain preposition first; none when it is no word of saying.
  [[nodiscard]] std::span<const SayingFrame> verb_frames(std::string_view lemma) const {
    return frames_of(verbs_, lemma);
  }
  [[nodiscard]] std::span<const SayingFrame> noun_frames(std::string_view lemma) const {
    return frames_of(nouns_of_saying_, lemma);
  }
  [[nodiscard]] std::span<const SayingFrame> adjective_frames(std::string_view lemma) const {
    return frames_of(adjectives_, lemma);
  }
  // `word`: a lemma or a word in lower case.
  [[nodiscard]] bool is_context(ContextWord context, std::string_view word) const;
  [[nodiscard]] bool is_hearsay_adverb(std::string_view lower) const { return hearsay_adverbs_.contains(lower); }
  // Whether a noun is one for people or bodies that speak: "spokesman", "ministry", "economist".
  [[nodiscard]] bool is_source(std::string_view lemma) const;
  // Whether a noun is one for something written, told or shown: "statement", "poll", "footage".
  [[nodiscard]] bool is_document(std::string_view lemma) const {
    return nouns_.is_document(lemma) || documents_.contains(lemma);
  }
  // Whether a document counts something, so that "by" it names a source: "by the ministry's tally".
  [[nodiscard]] bool is_count(std::string_view lemma) const { return counts_.contains(lemma); }
  // Whether a word in capitals with a colon behind it is none who speaks: "UPDATE:".
  [[nodiscard]] bool is_no_turn(std::string_view lower) const { return no_turns_.contains(lower); }

  [[nodiscard]] const ground::PhraseTable& source_phrases() const { return source_phrases_; }
  [[nodiscard]] bool is_no_source(std::string_view lemma) const;  // "according to plan"
  [[nodiscard]] bool is_source_participle(std::string_view lower) const;
  [[nodiscard]] const ground::PhraseTable& labels(LabelPosition position) const {
    return position == LabelPosition::kBefore ? labels_before_ : labels_after_;
  }

 private:
  using Frames = StringMap<std::vector<SayingFrame>>;
  static std::span<const SayingFrame> frames_of(const Frames& frames, std::string_view lemma);
  [[nodiscard]] Result<void> load_frames(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_contexts(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_phrases(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_sources(const std::filesystem::path& path);

  Frames verbs_, nouns_of_saying_, adjectives_;
  ground::PartyNouns nouns_;
  StringSet speakers_, documents_, counts_, no_turns_;
  std::vector<std::string> speaker_endings_;
  StringSet no_sources_, participles_, hearsay_adverbs_;
  StringMap<std::vector<ContextWord>> contexts_;
  ground::PhraseTable source_phrases_, labels_before_, labels_after_;
};

}  // namespace counterclaim::attribute
