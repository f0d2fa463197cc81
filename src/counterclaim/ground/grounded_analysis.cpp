#include "counterclaim/ground/grounded_analysis.h"

#include <algorithm>
#include <utility>

namespace counterclaim::ground {

const PartyReference* GroundedBlock::first_party_within(TokenSpan tokens) const {
  const auto found =
      std::lower_bound(parties.begin(), parties.end(), tokens.begin,
                       [](const PartyReference& party, std::uint32_t begin) { return party.tokens.begin < begin; });
  return found != parties.end() && found->tokens.end <= tokens.end ? &*found : nullptr;
}

const PartyReference* GroundedBlock::party_at(std::uint32_t token) const {
  const auto behind =
      std::upper_bound(parties.begin(), parties.end(), token,
                       [](std::uint32_t at, const PartyReference& party) { return at < party.tokens.begin; });
  if (behind == parties.begin()) return nullptr;
  const PartyReference& found = *(behind - 1);
  return found.tokens.contains(token) ? &found : nullptr;
}

const BodyReference* GroundedBlock::body_at(std::uint32_t token) const {
  const auto behind =
      std::upper_bound(bodies.begin(), bodies.end(), token,
                       [](std::uint32_t at, const BodyReference& body) { return at < body.tokens.begin; });
  return behind != bodies.begin() && (behind - 1)->tokens.contains(token) ? &*(behind - 1) : nullptr;
}

const GroundedParty* GroundedAnalysis::mention_at(std::uint32_t block, std::uint32_t head) const {
  const auto behind =
      std::upper_bound(parties.begin(), parties.end(), std::pair(block, head),
                       [](const std::pair<std::uint32_t, std::uint32_t>& at, const GroundedParty& party) {
                         return at < std::pair(party.block, party.head);
                       });
  if (behind == parties.begin()) return nullptr;
  const GroundedParty& found = *(behind - 1);
  return found.block == block && found.head == head ? &found : nullptr;
}

bool GroundedBlock::is_quoted(std::uint32_t token) const {
  const auto behind = std::upper_bound(quotations.begin(), quotations.end(), token,
                                       [](std::uint32_t at, TokenSpan span) { return at < span.begin; });
  return behind != quotations.begin() && (behind - 1)->contains(token);
}

}  // namespace counterclaim::ground
