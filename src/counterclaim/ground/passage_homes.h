// The parties that passages of a report are about by their layout: an item "Peru – The minister …", a section "Peru", a
// sentence "In Peru, the ministry …".
//
// Layer: ground, internal. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::ground {

class PassageHomes {
 public:
  // `grounded` must outlive this object. Cost: linear in blocks.
  explicit PassageHomes(const GroundedAnalysis& grounded);

  // Of the sentence, the item or the section that the token stands in; unset where none of them tells.
  [[nodiscard]] std::optional<std::string> home(std::uint32_t block, std::uint32_t token) const;
  // Whether the block begins with its party: "Peru – …".
  [[nodiscard]] bool is_labelled(std::uint32_t block) const { return passages_[block].is_labelled; }

 private:
  struct Passage {
    std::optional<std::string> home;
    bool is_labelled = false;
  };
  const GroundedAnalysis& grounded_;
  std::vector<Passage> passages_;  // of each block
};

}  // namespace counterclaim::ground
