#include "counterclaim/ground/phrase_table.h"

#include <algorithm>

namespace counterclaim::ground {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string lower_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_acronym(std::string_view word) {
  const bool shouted = std::none_of(word.begin(), word.end(), is_lower);
  return shouted && std::count_if(word.begin(), word.end(), is_upper) >= 2;
}

void cut_word(std::string_view word, std::vector<std::string>& out) {
  std::size_t begin = 0;
  for (std::size_t n = 1; n + 1 < word.size(); ++n) {
    if (word[n] == '-' && is_letter(word[n - 1]) && is_letter(word[n + 1])) {
      out.emplace_back(word.substr(begin, n - begin));
      out.emplace_back("-");
      begin = n + 1;
    }
  }
  std::string_view rest = word.substr(begin);
  if (rest.size() > 2 && rest.ends_with("'s")) {
    out.emplace_back(rest.substr(0, rest.size() - 2));
    out.emplace_back("'s");
  } else if (rest.size() > 2 && rest.ends_with("s'")) {
    out.emplace_back(rest.substr(0, rest.size() - 1));
    out.emplace_back("'");
  } else if (!rest.empty()) {
    out.emplace_back(rest);
  }
}

}  // namespace

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < phrase.size()) {
    const std::size_t space = std::min(phrase.find(' ', at), phrase.size());
    cut_word(phrase.substr(at, space - at), words);
    at = space + 1;
  }
  return words;
}

void PhraseTable::add(std::string_view text, std::uint32_t value) {
  Phrase phrase{{}, value};
  for (const std::string& word : phrase_words(text)) {
    phrase.words.push_back({lower_ascii(word), is_acronym(word) ? word : std::string(), is_upper(word.front())});
  }
  if (phrase.words.empty()) return;
  longest_phrase_ = std::max(longest_phrase_, static_cast<std::uint32_t>(phrase.words.size()));
  std::vector<Phrase>& list = by_first_word_[phrase.words.front().lower];
  const auto place = std::find_if(list.begin(), list.end(),
                                  [&](const Phrase& other) { return other.words.size() < phrase.words.size(); });
  list.insert(place, std::move(phrase));
}

bool PhraseTable::stands_at(const Phrase& phrase, const language::Analysis& analysis, std::uint32_t token) {
  if (token + phrase.words.size() > analysis.size()) return false;
  for (const Word& word : phrase.words) {
    const language::Token& there = analysis[token++];
    const std::string_view text = analysis.text(there);
    if (!word.exact.empty()) {
      if (text != word.exact) return false;
    } else if (analysis.lower(there) != word.lower || (word.capital && is_lower(text.front()))) {
      return false;
    }
  }
  return true;
}

std::optional<PhraseTable::Match> PhraseTable::longest(const language::Analysis& analysis, std::uint32_t token) const {
  const auto found = by_first_word_.find(std::string(analysis.lower(analysis[token])));
  if (found == by_first_word_.end()) return std::nullopt;
  for (const Phrase& phrase : found->second) {
    if (stands_at(phrase, analysis, token))
      return Match{phrase.value, token + static_cast<std::uint32_t>(phrase.words.size())};
  }
  return std::nullopt;
}

std::optional<PhraseTable::Match> PhraseTable::ending_before(const language::Analysis& analysis,
                                                             std::uint32_t token) const {
  for (std::uint32_t length = std::min(longest_phrase_, token); length > 0; --length) {
    const auto match = longest(analysis, token - length);
    if (match && match->end == token) return match;
  }
  return std::nullopt;
}

}  // namespace counterclaim::ground
