// A phrase on its way to a mention of a party or person.
//
// Layer: ground, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

}  // namespace counterclaim::ground
