// The words of a block that tell a happening, each with the sense that fits what stands around it.
//
//   "Gunmen opened fire on a bus, killing six."   ->  "opened", shooting; "killing" tells the result alone
//
// Layer: extract, internal. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/extract/event_context.h"

namespace counterclaim::extract {

struct EventTrigger {
  std::uint32_t token = 0;
  const EventSense* sense = nullptr;
  record::EventType type = record::EventType::kOther;  // the sense's own, or what a weapon makes of it
  bool is_noun = false;
  std::uint32_t clause = 0;              // the verb whose clause it stands in: itself, or the verb above the noun
  std::optional<std::uint32_t> harm;     // a verb that tells what it did: "the raid killed nine", "killed in the raid"
  std::optional<Carrying> carrying;      // of that verb, where it only carries the noun
  std::vector<std::string> instruments;  // weapons named beside it
  std::string_view rule;                 // static storage
};

// In text order. Cost: linear in tokens.
[[nodiscard]] std::vector<EventTrigger> find_event_triggers(const EventContext& context);

// Steps that the rules for events share.
// Whether the verb is passive: "were shelled", "villages shelled by Peru".
[[nodiscard]] bool is_passive(const language::Analysis& analysis, std::uint32_t verb);
// Whether the verb tells of the noun that it stands in front of: "targeted killing", "bombed hotels".
[[nodiscard]] bool is_adjective(const language::Analysis& analysis, std::uint32_t verb);
// Who does what the active verb tells and who suffers it: for passives the agent and the subject. Relative pronouns
// give the noun that they stand for.
[[nodiscard]] std::optional<std::uint32_t> doer_of(const language::Analysis& analysis, std::uint32_t verb);
[[nodiscard]] std::optional<std::uint32_t> sufferer_of(const language::Analysis& analysis, std::uint32_t verb);
// The object of the first of those prepositions below the token.
[[nodiscard]] std::optional<std::uint32_t> object_behind(const language::Analysis& analysis, std::uint32_t token,
                                                         const StringSet& prepositions);

}  // namespace counterclaim::extract
