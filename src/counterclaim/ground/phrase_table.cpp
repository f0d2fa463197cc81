#include "counterclaim/ground/phrase_table.h"

#include <algorithm>
#include <array>

#include "counterclaim/ground/folded_word.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_acronym(std::string_view word) {
  return std::any_of(word.begin() + 1, word.end(), is_upper) && word.find('\'') == std::string_view::npos;
}

// What may stand between the words of a phrase or be left out there.
bool is_joint(std::string_view word) {
  constexpr std::array<std::string_view, 7> kJoints{"-", "/", "'", "\u2019", "\u2010", "\u2011", "\u2013"};
  return std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
}

std::uint32_t behind_joints(const language::Analysis& analysis, std::uint32_t token) {
  constexpr std::uint32_t kMost = 2;  // "Workers'-"
  const std::uint32_t end = std::min(token + kMost, analysis.size());
  while (token < end && is_joint(analysis.text(analysis[token]))) ++token;
  return token;
}

std::string without_dots(std::string_view word) {
  std::string out(word);
  if (is_dotted_abbreviation(word)) std::erase(out, '.');
  return out;
}

// "US FORCES"
bool is_modifier_of_noun(const language::Analysis& analysis, std::uint32_t token) {
  const language::Token& there = analysis[token];
  return there.pos == language::Pos::kPropn && has_dep(analysis, there, {"compound", "nmod", "poss"});
}

// Whether the words near `token`, two at least, are all in capitals: a headline, where "US" may be the pronoun.
bool is_among_capitals(const language::Analysis& analysis, std::uint32_t token) {
  constexpr std::uint32_t kNear = 4;
  int shouted = 0;
  const std::uint32_t end = std::min(token + kNear + 1, analysis.size());
  for (std::uint32_t n = token < kNear ? 0 : token - kNear; n < end; ++n) {
    const std::string_view word = analysis.text(analysis[n]);
    if (n == token || word.size() < 2 || !is_letter(word.front())) continue;
    if (std::any_of(word.begin(), word.end(), is_lower)) return false;
    ++shouted;
  }
  return shouted > 1;
}

void cut_word(std::string_view word, std::vector<std::string>& out) {
  std::size_t begin = 0;
  for (std::size_t n = 1; n + 1 < word.size(); ++n) {
    if ((word[n] == '-' || word[n] == '/') && is_letter(word[n - 1]) && is_letter(word[n + 1])) {
      out.emplace_back(word.substr(begin, n - begin));
      out.emplace_back(word.substr(n, 1));
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

std::optional<std::uint32_t> PhraseTable::add(std::string_view text, std::uint32_t value) {
  Phrase phrase{{}, value, 0};
  const std::vector<std::string> cut = phrase_words(text);
  for (const std::string& word : cut) {
    if (!phrase.words.empty() && is_joint(word)) continue;
    const std::string plain = without_dots(word);
    phrase.words.push_back(
        {std::string(FoldedWord(word).view()), is_acronym(plain) ? plain : std::string(), is_upper(word.front())});
  }
  if (phrase.words.empty()) return std::nullopt;
  if (phrase.words.size() > 1) phrase.second_hash = FoldedWord(phrase.words[1].folded).hash();
  std::vector<Phrase>& list = by_first_word_[FoldedWord(phrase.words.front().folded).hash()];
  const auto same =
      std::find_if(list.begin(), list.end(), [&](const Phrase& other) { return other.words == phrase.words; });
  if (same != list.end()) return same->value;
  longest_phrase_ = std::max(longest_phrase_, static_cast<std::uint32_t>(cut.size()));
  note_first_byte(phrase.words.front());
  const auto place = std::find_if(list.begin(), list.end(),
                                  [&](const Phrase& other) { return other.words.size() < phrase.words.size(); });
  list.insert(place, std::move(phrase));
  return std::nullopt;
}

void PhraseTable::note_first_byte(const Word& word) {
  const char lower = word.folded.front();
  if (!word.capital) first_bytes_.set(static_cast<unsigned char>(lower));
  if (is_lower(lower)) first_bytes_.set(static_cast<unsigned char>(lower - 'a' + 'A'));
}

std::optional<std::uint32_t> PhraseTable::end_of(const Phrase& phrase, const language::Analysis& analysis,
                                                 std::uint32_t token) {
  for (const Word& word : phrase.words) {
    if (&word != &phrase.words.front()) token = behind_joints(analysis, token);
    if (token >= analysis.size()) return std::nullopt;
    const std::string_view text = analysis.text(analysis[token]);
    if (!word.exact.empty()) {
      if (without_dots(text) != word.exact) return std::nullopt;
      if (word.exact.size() <= 3 && is_among_capitals(analysis, token) && !is_modifier_of_noun(analysis, token))
        return std::nullopt;
    } else if ((word.capital && is_lower(text.front())) || FoldedWord(text).view() != word.folded) {
      return std::nullopt;
    }
    ++token;
  }
  return token;
}

std::optional<PhraseTable::Match> PhraseTable::longest(const language::Analysis& analysis, std::uint32_t token) const {
  const std::string_view first = analysis.text(analysis[token]);
  const auto byte = static_cast<unsigned char>(first.front());
  if (byte < 0x80 && byte != '\'' && !first_bytes_[byte]) return std::nullopt;
  const auto found = by_first_word_.find(FoldedWord(first).hash());
  if (found == by_first_word_.end()) return std::nullopt;
  const std::uint32_t next = behind_joints(analysis, token + 1);
  const std::uint64_t second = next < analysis.size() ? FoldedWord(analysis.text(analysis[next])).hash() : 0;
  for (const Phrase& phrase : found->second) {
    if (phrase.second_hash != 0 && phrase.second_hash != second) continue;
    if (const auto end = end_of(phrase, analysis, token)) return Match{phrase.value, *end};
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
