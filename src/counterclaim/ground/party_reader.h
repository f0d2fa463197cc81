// Finds every mention of a party or person: whole phrases with their kind, side and office, and what pronouns and short
// forms ("the ministry") stand for.
//
//   "Peruvian President Ana Rojas spoke. She left."  ->  {person, side "Peru", office "President"}, {refers to it}
//
// A side comes from the mention's own words first, then from what the report says of the same person or organ
// elsewhere, then from whom the passage and the report are about. Where none of these decides, it is unset.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/ground/leaders.h"
#include "counterclaim/ground/party_nouns.h"
#include "counterclaim/record/mention.h"
#include "counterclaim/record/source.h"

namespace counterclaim::ground {

struct GroundedAnalysis;

// Whose side a mention is on where only its speaker tells: "we" and "our forces", "the enemy".
enum class SpeakerRelation { kNone, kOwn, kOpponent };

struct GroundedParty {
  std::uint32_t block = 0;
  TokenSpan tokens;        // the phrase, "the Armenian Defence Ministry"
  std::uint32_t head = 0;  // its head token
  bool is_plural = false;
  SpeakerRelation relation = SpeakerRelation::kNone;  // else `mention.side` is left open here
  std::optional<record::SourceKind> speaks_as;        // the kind of source that its noun makes it
  record::PartyMention mention;
};

class PartyReader {
 public:
  // `resources`: the folder that holds parties/. Errors: those of read_resource_file.
  [[nodiscard]] static Result<PartyReader> load(const std::filesystem::path& resources);

  // In text order of their heads, so that of "Ana Rojas of Peru" and "Peru" the whole comes first. Reads all else that
  // `grounded` holds. Cost: linear in tokens.
  [[nodiscard]] std::vector<GroundedParty> read(const GroundedAnalysis& grounded) const;

 private:
  PartyReader(PartyNouns nouns, Leaders leaders) : nouns_(std::move(nouns)), leaders_(std::move(leaders)) {}

  PartyNouns nouns_;
  Leaders leaders_;
};

}  // namespace counterclaim::ground
