// Nouns for parties and people and the verbs that tell of them, from resources/parties/nouns.toml.
//
//   nouns.find("spokesman")->is_person   // true
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/base/error.h"
#include "counterclaim/record/mention.h"
#include "counterclaim/record/source.h"

namespace counterclaim::ground {

struct PartyNoun {
  record::PartyKind kind = record::PartyKind::kOther;
  std::optional<record::SourceKind> speaks_as;
  bool serves_state = false;  // without a word of which state, that of the report is meant
  bool is_person = false;     // one human being or several: "spokesman", not "ministry"
  bool is_insurgent = false;  // fights a state
  bool is_local = false;      // lives at the place of the report
  bool is_opponent = false;   // of whoever speaks: "the enemy"
  bool is_office = false;     // may be a title in front of a name
  bool is_highest = false;    // of a state's leaders: "president", "minister"
  bool is_group = false;      // takes up an armed group or organisation named before: "the movement"
};

// What a verb tells of its subject: "who heads the council", "who lives in Klow"; with kImpersonal "it" names nobody.
enum class PartyVerb { kLeads, kResides, kImpersonal };

class PartyNouns {
 public:
  // `folder`: resources/parties. Errors: those of read_resource_file.
  [[nodiscard]] static Result<PartyNouns> load(const std::filesystem::path& folder);

  // By the lemma in lower case; null for any other noun. Valid as long as this object.
  [[nodiscard]] const PartyNoun* find(std::string_view lemma) const;
  // Whether the noun is something written or told, which speaks for whoever made it: "statement".
  [[nodiscard]] bool is_document(std::string_view lemma) const;
  // Whether such a document speaks: "the statement said", not "the list said".
  [[nodiscard]] bool is_utterance(std::string_view lemma) const { return utterances_.contains(lemma); }
  // Whether a party before the word and a hyphen is in charge of what stands behind: "Houthi-run". In lower case.
  [[nodiscard]] bool is_in_charge(std::string_view lower) const { return in_charge_.contains(lower); }
  // The state whose legislators the word in front, or the capital in "Rojas, R-Texas", tells; null for any other.
  // Valid as long as this object.
  [[nodiscard]] const std::string* state_of_affiliation(std::string_view word) const;
  // Whether people with the word in front serve a state: "security" sources. In lower case.
  [[nodiscard]] bool is_of_service(std::string_view lower) const;
  // Whether the word in front makes them those of other states: "foreign" governments. In lower case.
  [[nodiscard]] bool is_foreign(std::string_view lower) const { return foreign_.contains(lower); }
  [[nodiscard]] bool is_verb(PartyVerb verb, std::string_view lemma) const { return verb_set(verb).contains(lemma); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
  [[nodiscard]] const Set& verb_set(PartyVerb verb) const;
  // The set for a section that is a bare list; null for any other.
  [[nodiscard]] Set* plain_set(std::string_view section);

  std::unordered_map<std::string, PartyNoun, Hash, std::equal_to<>> nouns_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> affiliations_;
  Set documents_, utterances_, services_, foreign_, in_charge_, leads_, resides_, impersonal_;
};

}  // namespace counterclaim::ground
