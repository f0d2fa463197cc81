#include "counterclaim/extract/event_distance.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::has_dep;
using language::Analysis;
using language::Token;

constexpr int kMostSteps = 12;

double cost_of_leaving(const Analysis& analysis, const Token& word, const ClauseCosts& costs) {
  if (has_dep(analysis, word, {"relcl"})) return costs.leaves_relative;
  if (has_dep(analysis, word, {"ccomp"})) return costs.leaves_content;
  return has_dep(analysis, word, {"acl", "advcl", "conj", "parataxis"}) && ground::is_verbal(word) ? costs.leaves_clause
                                                                                                   : 0;
}

double cost_of_entering(const Analysis& analysis, const Token& word, const ClauseCosts& costs) {
  const bool opens = has_dep(analysis, word, {"relcl", "acl", "advcl", "ccomp", "conj", "parataxis"});
  return opens && ground::is_verbal(word) ? costs.enters_clause : 0;
}

std::optional<double> distance_down(const Analysis& analysis, std::uint32_t top, std::uint32_t at,
                                    const ClauseCosts& costs) {
  double cost = 0;
  for (int step = 0; step < kMostSteps; ++step) {
    if (at == top) return cost;
    const Token& word = analysis[at];
    if (word.is_root()) break;
    cost += 1 + cost_of_entering(analysis, word, costs);
    at = word.head;
  }
  return std::nullopt;
}

}  // namespace

TokenSpan near_in_sentence(const Analysis& analysis, std::uint32_t token) {
  constexpr std::uint32_t kReach = 100;
  const TokenSpan sentence = ground::punctuated_sentence(analysis, token);
  return {std::max(sentence.begin, token - std::min(token, kReach)), std::min(sentence.end, token + kReach)};
}

std::optional<double> tree_distance(const Analysis& analysis, std::uint32_t from, std::uint32_t to,
                                    const ClauseCosts& costs) {
  double up = 0;
  for (int step = 0; step < kMostSteps; ++step) {
    if (const auto down = distance_down(analysis, from, to, costs)) return up + *down;
    const Token& word = analysis[from];
    if (word.is_root()) break;
    up += 1 + cost_of_leaving(analysis, word, costs);
    from = word.head;
  }
  return std::nullopt;
}

}  // namespace counterclaim::extract
