// The word that says what happened to those counted, and the rules that look for it.
//
// Layer: extract, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

struct Trigger {
  record::Measure measure = record::Measure::kOther;
  std::uint32_t token = 0;
  std::string_view rule;  // static storage
};

using Triggers = std::vector<Trigger>;

// Whether the measure is of things and places hit, which have no kind.
[[nodiscard]] bool counts_things(record::Measure measure);

// All triggers of the phrase by the first rule that finds any; several where verbs are coordinated ("captured and
// shot").
[[nodiscard]] Triggers find_triggers(const BlockView& view, const CountedPhrase& phrase);

// The rules, each in its own words. Empty when they do not apply.
[[nodiscard]] Triggers linear_state_behind(const BlockView& view, const CountedPhrase& phrase);  // "12 [were] killed"
[[nodiscard]] Triggers linear_verb_before(const BlockView& view, const CountedPhrase& phrase);  // "killing at least 12"
[[nodiscard]] Triggers linear_state_before(const BlockView& view,
                                           const CountedPhrase& phrase);  // "left dead 12", "Killed: 12"
[[nodiscard]] Triggers verb_governor(const BlockView& view, const CountedPhrase& phrase);  // by the tree
[[nodiscard]] Triggers clause_behind(const BlockView& view, const CountedPhrase& phrase);  // "12 soldiers killed in"
[[nodiscard]] Triggers casualty_noun(const BlockView& view, const CountedPhrase& phrase);  // "45 deaths"
[[nodiscard]] Triggers act_noun(const BlockView& view, const CountedPhrase& phrase);       // "the capture of six"
[[nodiscard]] Triggers owner_of_act(const BlockView& view, const CountedPhrase& phrase);   // "Ana Rojas's body"
[[nodiscard]] Triggers included_in_harmed(const BlockView& view,
                                          const CountedPhrase& phrase);           // "the victims included two nurses"
[[nodiscard]] Triggers toll(const BlockView& view, const CountedPhrase& phrase);  // "the toll rose to 45"
[[nodiscard]] Triggers among_harmed(const BlockView& view, const CountedPhrase& phrase);  // "among the dead were four"
[[nodiscard]] Triggers state_in_front(const BlockView& view, const CountedPhrase& phrase);  // "six wounded nurses"

// Whether a state is the label of a number behind it: "(destroyed: 38, damaged: 16)".
[[nodiscard]] bool is_label(const language::Analysis& analysis, std::uint32_t state);

// Whether the number is that of a count that does not say what it counts: "its own count stands at 80".
[[nodiscard]] bool is_bare_count(const BlockView& view, const CountedPhrase& phrase);

// The measure of a verb for this phrase as its object or passive subject (`as_object`) or its subject; unset when the
// verb is none of harm or does not count such nouns.
[[nodiscard]] std::optional<record::Measure> verb_measure(const BlockView& view, std::uint32_t verb,
                                                          const CountedPhrase& phrase, bool as_object);

// Whether a word of violence, or one of sickness or misfortune, stands in the sentence of `token`.
[[nodiscard]] bool violence_near(const BlockView& view, std::uint32_t token);
[[nodiscard]] bool misfortune_near(const BlockView& view, std::uint32_t token);

// Whether a word around the phrase makes its soldiers victims, patients or people told about, not troops that take
// part: "mourned 12 soldiers", "34 soldiers diagnosed with …".
[[nodiscard]] bool is_suffering(const BlockView& view, const CountedPhrase& phrase);

// Whether the happening is only possible, wished for or denied of the verb: "may be killed", "to kill", "were not
// hurt".
[[nodiscard]] bool is_unreal(const language::Analysis& analysis, std::uint32_t verb);

// Whether the happening told by the word is only planned, demanded, feared or prevented: "plotting to kill", "demanded
// the release of".
[[nodiscard]] bool is_only_thought(const BlockView& view, std::uint32_t trigger);

}  // namespace counterclaim::extract
