// Which words of a report are names of people: those that the recogniser sees, and surnames standing alone, of which it
// misses many.
//
// Layer: ground, internal. Thread safety: const methods may run concurrently.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/leaders.h"
#include "counterclaim/ground/party_nouns.h"

namespace counterclaim::ground {

class PersonNames {
 public:
  // All must outlive this object. Cost: linear in the report's names.
  PersonNames(const PartyNouns& nouns, const Leaders& leaders, const GroundedAnalysis& grounded);

  // For each token of a block of the report whether it is part of a name. Cost: linear in tokens.
  [[nodiscard]] std::vector<bool> tokens_of(const GroundedBlock& block) const;

 private:
  [[nodiscard]] bool is_surname_alone(const GroundedBlock& block, const language::Token& token) const;

  void learn_behind_title(const GroundedBlock& block, std::uint32_t begin);
  void learn(const GroundedBlock& block, std::uint32_t surname);

  const Leaders& leaders_;
  std::unordered_set<std::string> surnames_;  // folded, of the names that have two words or more
};

}  // namespace counterclaim::ground
