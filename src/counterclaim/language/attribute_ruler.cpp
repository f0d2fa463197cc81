#include "counterclaim/language/attribute_ruler.h"

#include <algorithm>

namespace counterclaim::language {

template <class Id>
bool AttributeRuler::IdTest<Id>::fits(Id id) const {
  const auto in_list = [id](const std::vector<Id>& list) {
    return std::find(list.begin(), list.end(), id) != list.end();
  };
  return (!restricted || in_list(in)) && !in_list(not_in);
}

bool AttributeRuler::fits(const TokenTest& test, const RuledToken& token) const {
  if (!test.tag.fits(token.tag) || !test.dep.fits(token.dep)) return false;
  if (token.is_space ? test.only_other : test.only_space) return false;
  return test.word.always_true() || test.word.fits(words_.find(token.lower));
}

bool AttributeRuler::matches(const Pattern& pattern, std::span<const RuledToken> tokens) const {
  if (pattern.tests.size() > tokens.size()) return false;
  for (std::size_t n = 0; n < pattern.tests.size(); ++n) {
    if (!fits(pattern.tests[n], tokens[n])) return false;
  }
  return true;
}

void AttributeRuler::try_patterns(const PatternList& list, std::span<const RuledToken> tokens, std::size_t begin,
                                  PendingRing& pending) const {
  for (const std::uint16_t number : list) {
    const Pattern& pattern = patterns_[number];
    if (!matches(pattern, tokens.subspan(begin))) continue;
    Pending& target = pending[(begin + pattern.target) % kMaxPatternTokens];
    for (std::size_t attribute = 0; attribute < kAttributeCount; ++attribute) {
      if (!pattern.sets[attribute] || target.rule[attribute] > pattern.rule) continue;
      target.rule[attribute] = pattern.rule;
      target.value[attribute] = pattern.values[attribute];
    }
  }
}

void AttributeRuler::match_at(std::span<const RuledToken> tokens, std::size_t begin, PendingRing& pending) const {
  const RuledToken& first = tokens[begin];
  if (const std::uint32_t word = words_.find(first.lower); word < by_word_.size()) {
    try_patterns(by_word_[word], tokens, begin, pending);
  }
  if (first.tag < by_tag_.size()) try_patterns(by_tag_[first.tag], tokens, begin, pending);
  if (first.dep < by_dep_.size()) try_patterns(by_dep_[first.dep], tokens, begin, pending);
  if (first.is_space) try_patterns(at_space_, tokens, begin, pending);
  try_patterns(anywhere_, tokens, begin, pending);
}

// What is found for a token is held back until all patterns that look at it have been tried: they begin there or
// before.
void AttributeRuler::apply(std::span<RuledToken> tokens) const {
  PendingRing pending{};
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    match_at(tokens, at, pending);
    Pending& found = pending[at % kMaxPatternTokens];
    RuledToken& token = tokens[at];
    if (found.rule[kTag] != 0) token.tag = found.value[kTag];
    if (found.rule[kDep] != 0) token.dep = found.value[kDep];
    if (found.rule[kMorph] != 0) token.morph = found.value[kMorph];
    if (found.rule[kLemma] != 0) token.lemma = found.value[kLemma];
    if (found.rule[kPos] != 0) token.pos = static_cast<Pos>(found.value[kPos]);
    found = {};
  }
}

void AttributeRuler::add(Pattern pattern) {
  const auto number = static_cast<std::uint16_t>(patterns_.size());
  const auto list = [number](std::vector<PatternList>& lists, const auto& ids) {
    for (const auto id : ids) {
      if (id >= lists.size()) lists.resize(id + std::size_t{1});
      lists[id].push_back(number);
    }
  };
  const TokenTest& first = pattern.tests.front();
  if (first.word.restricted) {
    list(by_word_, first.word.in);
  } else if (first.tag.restricted) {
    list(by_tag_, first.tag.in);
  } else if (first.dep.restricted) {
    list(by_dep_, first.dep.in);
  } else {
    (first.only_space ? at_space_ : anywhere_).push_back(number);
  }
  patterns_.push_back(std::move(pattern));
}

}  // namespace counterclaim::language
