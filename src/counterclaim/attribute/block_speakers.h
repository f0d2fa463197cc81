// Who speaks a whole block by its layout: whoever signs a post, and the speakers of a talk that is printed turn by
// turn.
//
//   We hold the pass.                              block 0: "Army of Peru (@army)" of block 1
//   — Army of Peru (@army) September 14, 2022
//
//   ROJAS: Was the road shut?                      block 0: "ROJAS", what is said begins behind the colon
//   LIMA: It was.
//
// Which blocks are posts and signatures is read in ingest (posts.h).
//
// Layer: attribute. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::attribute {

struct BlockSpeaker {
  std::uint32_t block = 0;    // that of the words
  TokenSpan words;            // for the speaker
  std::uint32_t content = 0;  // the first token that is said, of the block that is spoken
};

// One for each block. Cost: linear in tokens.
[[nodiscard]] std::vector<std::optional<BlockSpeaker>> block_speakers(const SayingLexicon& lexicon,
                                                                      const ground::GroundedAnalysis& grounded);

}  // namespace counterclaim::attribute
