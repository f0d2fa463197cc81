// The words that tell what happened, from resources/events/: verbs and nouns with the type of event that each stands
// for and where its actor and target stand beside it, weapons that decide the type, verbs that only carry a noun.
//
//   "shell"    verb   shelling   actor: subject   target: object     "Peru shelled Arica"
//   "capture"  noun   capture    actor: by        target: of         "the capture of six guards by Peru"
//   "launch"   carries a noun whose actor is its subject             "launched an offensive"
//
// Layer: extract, internal. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/record/event.h"

namespace counterclaim::extract {

// Classes of words as bits of a mask. The first ones hold for mentions, too, whatever their words.
using WordClasses = std::uint64_t;
inline constexpr WordClasses kPartyClass = 1, kPlaceClass = 2, kPeopleClass = 4, kStateClass = 8;

// A condition on one word beside a trigger: one of these words or classes. Empty: not asked for.
struct WordTest {
  WordClasses classes = 0;
  StringSet words;

  [[nodiscard]] bool empty() const { return classes == 0 && words.empty(); }
  [[nodiscard]] bool holds(WordClasses of_word, std::string_view word) const {
    return (classes & of_word) != 0 || words.contains(word);
  }
};

// Where a slot's words may stand.
struct EventRole {
  bool subject = false;  // of the active verb; the agent of the passive
  bool object = false;   // of the active verb; the subject of the passive
  bool owner = false;    // of a noun: "Peru's raid", "the Peruvian raid"
  StringSet behind;      // object of one of these prepositions

  [[nodiscard]] bool empty() const { return !subject && !object && !owner && behind.empty(); }
};

struct EventSense {
  record::EventType type = record::EventType::kOther;
  EventRole actor, target;
  bool is_mutual = false;  // either side does it: "clashed", "talks"
  bool is_open = false;    // weapons named beside it decide the type: "attacked with mortars"
  bool is_result = false;  // harm, which mostly is the result of a happening told beside it: "killing nine"
  bool is_bare = false;    // also as a plural without any word that makes it this or that happening: "Clashes erupted"
  bool is_state = false;   // a state of affairs: a definite one is no happening unless dated: "the war", "the 2020 war"
  bool is_negated = false;  // what it denies: "did not honour the truce", "failed to honour it"
  WordTest subject, object, not_object, of, modifier, not_modifier, governor;
  WordTest behind;     // the object of the preposition that `with` asks for
  StringSet with;      // one of these particles or prepositions must hang on it; "CLAUSE", "PREDICATE", "OBJECT": those
  StringSet without;   // none of these may
  std::string plover;  // root; "" for that of the type
};

// What kind of event a weapon makes of a deed: "mortar" -> shelling.
struct Weapon {
  record::EventType type = record::EventType::kAttack;
  bool is_modifier = false;  // only in front of the deed: "suicide attack"
};

// A verb that only carries a noun: whose subject is the noun's actor, target, or both.
//   kDoer: told behind the noun: "an attack claimed by rebels", "blamed on rebels"
enum class Carrying { kActor, kTarget, kBroker, kDoer };

class EventLexicon {
 public:
  // `folder`: resources/events. Errors: those of read_resource_file.
  [[nodiscard]] static Result<EventLexicon> load(const std::filesystem::path& folder);

  // The senses of a word by its lemma in lower case, in the order in which they are tried; none where it tells no
  // event.
  [[nodiscard]] std::span<const EventSense> verb(std::string_view lemma) const { return senses(verbs_, lemma); }
  [[nodiscard]] std::span<const EventSense> noun(std::string_view lemma) const { return senses(nouns_, lemma); }
  // Whether a noun of two words may end with it: "fire" of "cease fire".
  [[nodiscard]] bool ends_noun(std::string_view lemma) const { return last_words_.contains(lemma); }
  [[nodiscard]] const Weapon* weapon(std::string_view lemma) const;
  [[nodiscard]] std::optional<Carrying> carrying(std::string_view lemma) const;
  [[nodiscard]] WordClasses classes(std::string_view lemma) const;
  // The bit of a class that words.toml defines; 0 for any other name.
  [[nodiscard]] WordClasses class_named(std::string_view name) const;

 private:
  using Senses = StringMap<std::vector<EventSense>>;
  static std::span<const EventSense> senses(const Senses& table, std::string_view lemma);
  [[nodiscard]] Result<void> load_words(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_senses(const std::filesystem::path& path);

  Senses verbs_, nouns_;
  StringSet last_words_;
  StringMap<Weapon> weapons_;
  StringMap<Carrying> carrying_;
  StringMap<WordClasses> classes_, class_names_;
};

}  // namespace counterclaim::extract
