// The rules that fill the slots of a figure: whose people they are and of what kind. Ordered; the first that knows
// wins, and its name is kept.
//
// Layer: extract, internal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/extract/trigger.h"
#include "counterclaim/record/figure.h"
#include "counterclaim/record/source.h"

namespace counterclaim::extract {

struct SlotContext {
  const BlockView& view;
  const CountedPhrase& phrase;
  const Trigger& trigger;
  const record::Source* source = nullptr;           // null: the report's own voice
  bool source_is_label = false;                     // the source is the label of a box
  const std::optional<std::string>* box = nullptr;  // side of the box the line stands in
  const record::Figure* before = nullptr;           // the figure of victims before in the same sentence
  bool two_sides_before = false;                    // that one is the last of a list of both sides' victims
  const record::Figure* named = nullptr;  // for a victim with a name: the last count of several before in the block
};

template <class Value>
struct Slot {
  std::optional<Value> value;
  std::string_view rule;  // static storage; empty when no rule knows
};

// The person noun that says what an elliptic count's people are: "children" in "five of the wounded were children".
[[nodiscard]] std::optional<std::uint32_t> predicate_person(const BlockView& view, const CountedPhrase& phrase);

// Whether those counted fought once but do so no more: "two former rebels".
[[nodiscard]] bool fought_once(const SlotContext& context);

// Whether the noun calls people members or leaders of an armed group: "a leader of the Shining Path".
[[nodiscard]] bool is_of_armed_group(const BlockView& view, std::uint32_t noun);

// Whether the phrase leaves out who is counted, or counts others like those before: "four", "nine others", "another".
[[nodiscard]] bool is_elliptic(const SlotContext& context);

[[nodiscard]] Slot<std::string> side_of(const SlotContext& context);
[[nodiscard]] Slot<record::PersonKind> kind_of(const SlotContext& context);

}  // namespace counterclaim::extract
