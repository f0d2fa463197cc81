// An act of saying as the rules find it: where it lies and which word stands for the speaker. Who that is comes later,
// in text order, since a speaker may be known from an earlier one.
//
// Layer: attribute, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "counterclaim/attribute/saying_frame.h"
#include "counterclaim/base/span.h"

namespace counterclaim::attribute {

struct RawScope {
  TokenSpan content;                   // empty where nothing is found, or nothing but a name for it
  TokenSpan cue;                       // empty for a quotation without a verb
  std::optional<std::uint32_t> sayer;  // head of the words that name the source; unset: the speaker before
  const SayingFrame* frame = nullptr;  // of the lexicon; null for phrases, labels and headlines
  std::uint32_t word = 0;              // the verb, noun or adjective of saying, where there is a frame
  record::Stance stance = record::Stance::kAsserts;
  std::optional<std::uint32_t> target;  // head of the words for the party that it is aimed at
  std::optional<std::uint32_t> via;     // head of the words for the medium that cites the sayer
  bool is_statement = true;             // false: the act is denied, conditional or asked for
  std::string_view rule;
};

}  // namespace counterclaim::attribute
