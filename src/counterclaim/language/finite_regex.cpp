#include "counterclaim/language/finite_regex.h"

#include <algorithm>

#include "counterclaim/base/utf8.h"

namespace counterclaim::language {

namespace {

constexpr std::size_t kMostWords = 1000;
constexpr std::string_view kSpecial = R"(.^$*+?{}[]\|())";
constexpr std::string_view kSpecialInSet = R"([]\^-&~|)";

// The characters that may stand at `at`, which is moved behind them; empty if this is no literal and no plain set.
std::vector<std::string> read_choices(std::string_view pattern, std::size_t& at) {
  const auto read_one = [&](std::string_view special) -> std::string {
    if (at >= pattern.size() || special.find(pattern[at]) != std::string_view::npos) return {};
    const std::size_t bytes = decode_utf8(pattern, at).bytes;
    at += bytes;
    return std::string(pattern.substr(at - bytes, bytes));
  };
  std::vector<std::string> choices;
  const bool is_set = at < pattern.size() && pattern[at] == '[';
  if (is_set) ++at;
  do {
    std::string choice = read_one(is_set ? kSpecialInSet : kSpecial);
    if (choice.empty()) return {};
    choices.push_back(std::move(choice));
  } while (is_set && at < pattern.size() && pattern[at] != ']');
  if (is_set && at++ >= pattern.size()) return {};
  return choices;
}

}  // namespace

std::optional<std::vector<std::string>> words_of_regex(std::string_view pattern) {
  if (pattern.size() < 2 || pattern.front() != '^' || pattern.back() != '$') return std::nullopt;
  pattern = pattern.substr(1, pattern.size() - 2);
  std::vector<std::string> words = {""};
  for (std::size_t at = 0; at < pattern.size();) {
    std::vector<std::string> choices = read_choices(pattern, at);
    if (choices.empty()) return std::nullopt;
    if (at < pattern.size() && pattern[at] == '?') {
      choices.emplace_back();
      ++at;  // a second "?", which would change the meaning of the first, is no literal and so refused
    }
    if (words.size() * choices.size() > kMostWords) return std::nullopt;
    std::vector<std::string> longer;
    for (const std::string& word : words) {
      for (const std::string& choice : choices) longer.push_back(word + choice);
    }
    words = std::move(longer);
  }
  const std::size_t count = words.size();
  for (std::size_t n = 0; n < count; ++n) words.push_back(words[n] + "\n");
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace counterclaim::language
