// A phrase on its way to a mention of a party or person.
//
// Layer: ground, internal.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counterclaim/ground/party_phrase.h"
#include "counterclaim/ground/party_reader.h"

namespace counterclaim::ground {

inline constexpr std::string_view kBoth = "both";  // the side of the two parties of a fight together

struct PartyDraft {
  PartyPhrase phrase;
  std::optional<record::PartyKind> kind;
  std::optional<record::SourceKind> speaks_as;
  std::optional<std::string> side;
  std::string_view side_rule;  // static storage
  std::optional<std::string> name;
  std::optional<std::string> office;
  std::optional<std::uint32_t> refers_to;  // position among the drafts
  std::string_view reference_rule;         // static storage
  SpeakerRelation relation = SpeakerRelation::kNone;

  // An unset side leaves what is there.
  void set_side(std::optional<std::string> new_side, std::string_view rule) {
    if (!new_side) return;
    side = std::move(new_side);
    side_rule = rule;
  }
};

// The first draft, of drafts in text order, whose head is that token; unset when there is none. Cost: logarithmic.
[[nodiscard]] inline std::optional<std::uint32_t> draft_at(const std::vector<PartyDraft>& drafts, std::uint32_t block,
                                                           std::uint32_t head) {
  const std::pair at(block, head);
  const auto found = std::lower_bound(drafts.begin(), drafts.end(), at, [](const PartyDraft& draft, const auto& other) {
    return std::pair(draft.phrase.block, draft.phrase.head) < other;
  });
  if (found == drafts.end() || found->phrase.block != block || found->phrase.head != head) return std::nullopt;
  return static_cast<std::uint32_t>(found - drafts.begin());
}

}  // namespace counterclaim::ground
