// Small steps over the tree of an analysis, shared by the layers above.
//
// Layer: ground. Pure functions.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

using Words = std::initializer_list<std::string_view>;

[[nodiscard]] bool is_one_of(std::string_view word, Words words);
[[nodiscard]] bool has_dep(const language::Analysis& analysis, const language::Token& token, Words deps);

// The first child, in text order, whose dependency is one of `deps`.
[[nodiscard]] std::optional<std::uint32_t> child_with_dep(const language::Analysis& analysis,
                                                          const language::Token& token, Words deps);

// The first token of a chain of conjuncts: "nine" of "himself and nine others" gives "himself". A chain is followed for
// 32 steps, so that the cost of a whole text stays linear.
[[nodiscard]] std::uint32_t first_conjunct(const language::Analysis& analysis, std::uint32_t token);

// The subject of a verb: its own, or the one it shares with the verb it is coordinated with.
[[nodiscard]] std::optional<std::uint32_t> subject_of(const language::Analysis& analysis, std::uint32_t verb);

[[nodiscard]] bool is_noun(const language::Token& token);    // common noun or name
[[nodiscard]] bool is_verbal(const language::Token& token);  // verb or auxiliary
[[nodiscard]] bool same_sentence(const language::Token& a, const language::Token& b);

// The tokens of the sentence that `token` stands in.
[[nodiscard]] TokenSpan sentence_of(const language::Analysis& analysis, std::uint32_t token);

// The same up to where a mark ends a sentence: the parser now and then parts a sentence in its middle, behind "that
// 105".
[[nodiscard]] TokenSpan punctuated_sentence(const language::Analysis& analysis, std::uint32_t token);

}  // namespace counterclaim::ground
