// What the mentions of a report stand for and whose they are: sides, pronouns, short forms, people met again.
//
// Rules in the manner of Hobbs (1978): an antecedent is looked for sentence by sentence backwards, subjects first, and
// must agree in number, gender and kind. Layer: ground, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/ground/leaders.h"
#include "counterclaim/ground/party_phrase.h"
#include "counterclaim/ground/party_reader.h"
#include "counterclaim/ground/person_memory.h"

namespace counterclaim::ground {

// A phrase on its way to a mention.
struct PartyDraft {
  PartyPhrase phrase;
  std::optional<record::PartyKind> kind;
  std::optional<record::SourceKind> speaks_as;
  std::optional<std::string> side;
  std::string_view side_rule;
  std::optional<std::string> name;
  std::optional<std::string> office;
  std::optional<std::uint32_t> refers_to;  // position among the drafts
  std::string_view reference_rule;
  SpeakerRelation relation = SpeakerRelation::kNone;
};

// Fills all slots but `phrase` of every draft; drafts are in text order. Cost: linear in drafts and tokens.
void resolve_parties(const GroundedAnalysis& grounded, const Leaders& leaders, std::vector<PartyDraft>& drafts);

}  // namespace counterclaim::ground
