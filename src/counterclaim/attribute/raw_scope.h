// A scope as the rules find it: where it lies and which word stands for the speaker. Who that is comes later, in text
// order, since a speaker may be known from an earlier one.
//
// Layer: attribute, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::attribute {

struct RawScope {
  TokenSpan content;
  TokenSpan cue;
  std::uint32_t sayer = 0;  // head of the words that name the source
  record::Stance stance = record::Stance::kAsserts;
  std::string_view rule;
};

}  // namespace counterclaim::attribute
