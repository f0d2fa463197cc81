#include "counterclaim/ingest/line_patterns.h"

#include <algorithm>
#include <utility>

namespace counterclaim::ingest {

bool LinePatterns::add(std::string_view pattern, std::uint8_t role) {
  Pattern compiled;
  compiled.role = role;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    std::string_view part = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    Element element;
    if (part.size() > 1 && part.ends_with('?')) {
      element.may_be_missing = true;
      part.remove_suffix(1);
    }
    if (part == "*") {
      element.kind = Element::Kind::kGap;
    } else if (part == "$") {
      element.kind = Element::Kind::kEnd;
    } else if (part == "#") {
      element.kind = Element::Kind::kNumber;
    } else {
      for (std::size_t at = 0; at <= part.size();) {
        const std::size_t bar = part == "|" ? part.size() : std::min(part.find('|', at), part.size());
        if (bar == at) return false;
        element.words.emplace_back(part.substr(at, bar - at));
        at = bar + 1;
      }
    }
    compiled.elements.push_back(std::move(element));
  }
  const auto index = static_cast<std::uint32_t>(patterns_.size());
  if (!index_beginnings(compiled, index)) return false;
  patterns_.push_back(std::move(compiled));
  return true;
}

// By each word that the pattern may begin with.
bool LinePatterns::index_beginnings(const Pattern& pattern, std::uint32_t index) {
  for (const Element& element : pattern.elements) {
    if (element.kind == Element::Kind::kNumber)
      by_number_.push_back(index);
    else if (element.kind != Element::Kind::kWord)
      return false;
    for (const std::string& word : element.words) by_first_word_[word].push_back(index);
    if (!element.may_be_missing) return true;
  }
  return false;
}

bool LinePatterns::knows(std::string_view first_word) const {
  if (first_word.empty()) return false;
  const bool number = first_word[0] >= '0' && first_word[0] <= '9';
  return (number && !by_number_.empty()) || by_first_word_.contains(first_word);
}

bool LinePatterns::matches(const Element& element, const LineTokens& tokens, std::size_t n) {
  if (n >= tokens.size()) return false;
  if (element.kind == Element::Kind::kNumber) return tokens[n].digit;
  return std::find(element.words.begin(), element.words.end(), tokens.word(n)) != element.words.end();
}

std::size_t LinePatterns::match_from(const Pattern& pattern, std::size_t element, const LineTokens& tokens,
                                     std::size_t n, bool whole) {
  for (; element < pattern.elements.size(); ++element) {
    const Element& part = pattern.elements[element];
    if (part.kind == Element::Kind::kEnd) return n == tokens.size() && tokens.complete() ? n : 0;
    if (part.kind == Element::Kind::kGap) {
      const bool last = element + 1 == pattern.elements.size();
      if (last) return tokens.complete() || !whole ? tokens.size() : 0;
      for (std::size_t gap = 0; gap <= kLongestGap && n + gap < tokens.size(); ++gap) {
        const std::size_t end = match_from(pattern, element + 1, tokens, n + gap, whole);
        if (end > 0) return end;
      }
      return 0;
    }
    if (part.may_be_missing) {
      const std::size_t without = match_from(pattern, element + 1, tokens, n, whole);
      const std::size_t with = matches(part, tokens, n) ? match_from(pattern, element + 1, tokens, n + 1, whole) : 0;
      return std::max(with, without);
    }
    if (!matches(part, tokens, n)) return 0;
    ++n;
  }
  return !whole || (n == tokens.size() && tokens.complete()) ? n : 0;
}

std::size_t LinePatterns::longest(const LineTokens& tokens, std::uint8_t role, bool whole) const {
  if (tokens.size() == 0) return 0;
  const std::size_t by_number = tokens[0].digit ? longest_of(by_number_, tokens, role, whole) : 0;
  const auto candidates = by_first_word_.find(tokens.word(0));
  if (candidates == by_first_word_.end()) return by_number;
  return std::max(by_number, longest_of(candidates->second, tokens, role, whole));
}

std::size_t LinePatterns::longest_of(const std::vector<std::uint32_t>& candidates, const LineTokens& tokens,
                                     std::uint8_t role, bool whole) const {
  std::size_t end = 0;
  for (const std::uint32_t index : candidates) {
    if (patterns_[index].role == role) end = std::max(end, match_from(patterns_[index], 0, tokens, 0, whole));
  }
  return end;
}

std::size_t LinePatterns::match(const LineTokens& tokens, std::uint8_t role) const {
  return longest(tokens, role, false);
}

bool LinePatterns::matches_whole(const LineTokens& tokens, std::uint8_t role) const {
  return longest(tokens, role, true) > 0;
}

}  // namespace counterclaim::ingest
