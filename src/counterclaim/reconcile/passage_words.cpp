#include "counterclaim/reconcile/passage_words.h"

#include <algorithm>
#include <utility>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/tab_table.h"

namespace counterclaim::reconcile {
namespace {

constexpr std::size_t kShortestStem = 3;

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool has_vowel(std::string_view text) {
  for (const char c : text) {
    if (is_vowel(c)) return true;
  }
  return false;
}

bool strip(std::string& word, std::string_view ending, std::size_t shortest) {
  if (!word.ends_with(ending) || word.size() < ending.size() + shortest) return false;
  if (!has_vowel(std::string_view(word).substr(0, word.size() - ending.size()))) return false;
  word.resize(word.size() - ending.size());
  return true;
}

void strip_plural(std::string& word) {
  if (word.ends_with("ies") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
  } else if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) {
    return;
  } else if (!(word.ends_with("shes") || word.ends_with("ches") || word.ends_with("sses") || word.ends_with("xes")) ||
             !strip(word, "es", kShortestStem)) {
    strip(word, "s", kShortestStem);
  }
}

void strip_tense(std::string& word) {
  if (word.ends_with("ied") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
    return;
  }
  if (!strip(word, "ing", kShortestStem) && !strip(word, "ed", kShortestStem)) return;
  const std::size_t size = word.size();
  if (size > 3 && word[size - 1] == word[size - 2] && !is_vowel(word.back()) && word.back() != 'l' &&
      word.back() != 's')
    word.pop_back();
}

bool holds(std::span<const WordId> words, std::string_view concept_name) {
  return std::find(words.begin(), words.end(), word_id(concept_name)) != words.end();
}

// Punctuation of U+2000 to U+206F, E2 80 xx and E2 81 xx in UTF-8: quotation marks and dashes part words.
bool is_general_punctuation(std::string_view text, std::size_t at) {
  return text[at] == '\xE2' && at + 2 < text.size() && (text[at + 1] == '\x80' || text[at + 1] == '\x81');
}

bool is_word_byte(char c) { return is_ascii_letter(lower_ascii(c)) || (c >= '0' && c <= '9') || (c & '\x80') != 0; }

}  // namespace

std::uint64_t hash_of(std::string_view bytes) {  // FNV-1a, then a mix so that all bits depend on all bytes
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31);
}

WordId word_id(std::string_view reduced) { return static_cast<WordId>(hash_of(reduced)); }

std::string stem_of(std::string_view word_as_written) {
  std::string word = lower_ascii(word_as_written);
  strip_plural(word);
  strip_tense(word);
  constexpr std::size_t kShortestDerived = 5;
  for (const std::string_view ending : {"ation", "ition", "ment", "ness", "ly", "ion"}) {
    if (strip(word, ending, kShortestDerived)) break;
  }
  if (word.size() > kShortestStem + 1 && word.back() == 'e') word.pop_back();
  return word;
}

std::size_t PassageWords::next_word(std::string_view text, std::size_t begin, std::string& word) {
  word.clear();
  std::size_t at = begin;
  for (; at < text.size(); ++at) {
    if (is_general_punctuation(text, at)) {
      if (!word.empty()) return at;
      at += 2;
      continue;
    }
    if (is_word_byte(text[at])) {
      word += lower_ascii(text[at]);
    } else if (!word.empty()) {
      break;
    }
  }
  if (word == "s" || word == "t") word.clear();  // "ministry's", "don't"
  return at;
}

CountWords PassageWords::count_words(std::string_view text) const {
  CountWords found;
  std::string word, before, pair;  // the word, the one before it, the two before it
  for (std::size_t at = 0; at < text.size();) {
    at = next_word(text, at, word);
    if (word.empty()) continue;
    if (addition_words_.contains(word)) found.addition = before != "no" && before != "not" && before != "or";
    // "five of the wounded", not "most of the 126 dead"
    if (part_words_.contains(pair)) found.part = word[0] < '0' || word[0] > '9';
    pair.assign(before).append(1, ' ').append(word);
    before = word;
  }
  return found;
}

bool PassageWords::refers_back(std::span<const WordId> words) const {
  return std::any_of(words.begin(), words.end(), [&](WordId word) { return is_of_judging(word); });
}

bool PassageWords::lays_fault(std::span<const WordId> words) const { return holds(words, "=fault"); }

bool PassageWords::tells_of_truce(std::span<const WordId> words) const { return holds(words, "=truce"); }

Result<PassageWords> PassageWords::load(const std::filesystem::path& folder) {
  PassageWords words;
  const auto stop_words = read_tab_table(folder / "stop_words.tsv", 1);
  if (!stop_words) return tl::unexpected<Error>(stop_words.error());
  for (const TabRow& row : stop_words->rows) {
    for (const std::string& word : list_of(row.columns[0])) words.stop_words_.insert(word);
  }
  const auto count_words = read_tab_table(folder / "count_words.tsv", 2);
  if (!count_words) return tl::unexpected<Error>(count_words.error());
  for (const TabRow& row : count_words->rows) {
    if (row.columns[0] != "addition" && row.columns[0] != "part")
      return count_words->malformed(row.line, "'addition' or 'part' is expected");
    StringSet& set = row.columns[0] == "addition" ? words.addition_words_ : words.part_words_;
    for (const std::string& word : list_of(row.columns[1])) set.insert(word);
  }
  const auto concepts = read_tab_table(folder / "concepts.tsv", 2);
  if (!concepts) return tl::unexpected<Error>(concepts.error());
  for (const TabRow& row : concepts->rows) {
    const WordId id = word_id("=" + row.columns[0]);
    for (const std::string& word : list_of(row.columns[1])) {
      if (words.concepts_.emplace(stem_of(word), id).first->second != id)
        return concepts->malformed(row.line, "'" + word + "' stands in two concepts");
    }
  }
  return words;
}

}  // namespace counterclaim::reconcile
