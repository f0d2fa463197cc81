// Noun phrases and pronouns that may stand for a party or a person, with what their own words tell.
//
//   "Bolivian Prime Minister Ana Rojas"     name "Ana Rojas", noun "minister", owner Bolivia
//   "the spokesman of Peru's army"          noun "spokesman", owner Peru
//   "its ministry", "the country's army"    owner_word "its", "country"
//
// Layer: ground, internal. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/leaders.h"
#include "counterclaim/ground/party_nouns.h"

namespace counterclaim::ground {

struct PartyPhrase {
  std::uint32_t block = 0;
  std::uint32_t head = 0;
  TokenSpan tokens;                           // trailing clauses left out
  TokenSpan name;                             // of a person; empty where none is told
  const PartyNoun* noun = nullptr;            // what the words call it
  std::uint32_t noun_token = 0;               // where that noun stands
  const PartyReference* reference = nullptr;  // the party that the phrase names: "the Kremlin", "Hamas"
  const BodyReference* body = nullptr;        // the body that it names: "the IDF", "Reuters"
  const PartyReference* owner = nullptr;      // the party that it belongs to by its words
  std::string_view owner_rule;                // how `owner` was found; static storage
  std::optional<std::uint32_t> owner_word;    // a pronoun or noun that owns it: "its", "the country's"
  bool is_pronoun = false;
  bool is_document = false;  // "a statement": no party, but "the statement" stands for whoever made it
  bool is_plural = false;
  bool serves_state = false;  // by its noun, or by a word in front of it: "security sources"
  bool is_foreign = false;    // "foreign ministers", "world leaders": of other states
  bool is_local = false;      // "residents", "a local journalist"
  bool is_state_run = false;  // "the state-run agency", "the official newspaper"
  bool is_definite = false;   // "the", "this", "that": may take up what was told
  bool is_both = false;       // "both sides", "the two countries", "each side"; "Peru and Chile", the two sides
  const PartyReference* second_owner = nullptr;  // of two named together: "Peruvian and Chilean leaders"
  bool is_subject = false;
  bool is_aside = false;  // "in Peru", "a Taliban bombing": no mention, but what "the country", "the group" may take up

  [[nodiscard]] bool is_person() const { return !name.empty() || (noun && noun->is_person); }
};

// The noun that a token is, also a name in capitals ("Officials"); null where the vocabulary has none.
[[nodiscard]] const PartyNoun* party_noun_at(const PartyNouns& nouns, const language::Analysis& analysis,
                                             std::uint32_t token);

// The phrases of a report in text order, those of a block in the order of their heads; one that joins two parties
// ("Peru and Chile") stands behind that of the first. Cost: linear in tokens.
[[nodiscard]] std::vector<PartyPhrase> party_phrases(const PartyNouns& nouns, const Leaders& leaders,
                                                     const GroundedAnalysis& grounded);

}  // namespace counterclaim::ground
