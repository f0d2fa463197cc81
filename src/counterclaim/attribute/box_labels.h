// Lines of a box that set a source for the lines that follow: "Per Peru:", "Peruvian claim:".
//
// Layer: attribute. Pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::attribute {

enum class BoxLabelKind {
  kPer,    // "Per Peru:": a party counts its own losses
  kClaim,  // "Peruvian claim:": a party counts those of its opponent
  kSide,   // "Peru", "Peru:": the lines below are about that side
  kOther,  // "Civilians:" and headings: ends what was set before
};

struct BoxLabel {
  BoxLabelKind kind = BoxLabelKind::kOther;
  const ground::PartyReference* party = nullptr;  // of a side that the lexicon knows
  TokenSpan name;                                 // the words for the source: "RFE/RL"
};

// Whether a block is such a line. Unset for a line that is none: a paragraph, or a line with a count.
[[nodiscard]] std::optional<BoxLabel> read_box_label(const SayingLexicon& lexicon,
                                                     const ground::GroundedAnalysis& grounded, std::uint32_t block);

// Whether a block is a short line of its own rather than running text.
[[nodiscard]] bool is_box_line(const ground::GroundedAnalysis& grounded, std::uint32_t block);

}  // namespace counterclaim::attribute
