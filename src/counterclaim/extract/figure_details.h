// What the words around a figure tell of it beside measure, number, side and source.
//
//   "Nine nurses have been killed so far."  ->  counts kCumulative, who "nurses"
//   "Another nine are feared dead."         ->  counts kNew, doubt "feared"
//
// Layer: extract, internal. Pure functions; cost: the tokens between the number and its word of harm, at most some
// dozens.
#pragma once

#include <optional>
#include <string_view>

#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/extract/trigger.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

struct CountingRead {
  record::Counting counting;
  std::string_view rule;  // static storage
};

// Whether the figure is a running total or counts what one happening brought; unset where neither is told. `dated`: its
// day is known.
[[nodiscard]] std::optional<CountingRead> counting_of(const BlockView& view, const CountedPhrase& phrase,
                                                      const Trigger& trigger, bool dated);

// The words for the counted people, where they say more than "people": names in apposition, else what they are.
[[nodiscard]] std::optional<TokenSpan> who_of(const BlockView& view, const CountedPhrase& phrase);

// The word that makes the figure uncertain.
[[nodiscard]] std::optional<TokenSpan> doubt_of(const BlockView& view, const CountedPhrase& phrase,
                                                const Trigger& trigger);

// Whether the number adds to one told before: "another nine".
[[nodiscard]] bool is_addition(const BlockView& view, const CountedPhrase& phrase);

}  // namespace counterclaim::extract
