#include "counterclaim/language/lexicon.h"

#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/language/string_id.h"
#include "counterclaim/language/unicode.h"

namespace counterclaim::language {

namespace {

// With the nodes of the tables.
constexpr std::size_t kBytesOfWord = sizeof(WordType) + 96;
constexpr std::size_t kBytesOfChunk = 112;

}  // namespace

std::size_t Lexicon::Hash::operator()(std::string_view text) const { return murmur_hash_64a(text, 0); }

WordType* Lexicon::add(std::string_view spelling, std::string norm) {
  WordType& word = words_.emplace_back();
  bytes_ += kBytesOfWord + 4 * spelling.size();  // text, norm, lower case and a lemma
  word.text = spelling;
  word.norm = std::move(norm);
  word.lower = lower(spelling);
  word.features = {string_id(word.norm), string_id(prefix_of(spelling)), string_id(suffix_of(spelling)),
                   string_id(shape_of(spelling))};
  word.code_points = static_cast<std::uint32_t>(count_code_points(spelling));
  word.is_space = is_space_word(spelling);
  if (const auto found = broken_.find(word.text); found != broken_.end()) word.broken = &found->second;
  return &word;
}

WordType* Lexicon::word(std::string_view spelling) {
  if (const auto found = by_spelling_.find(spelling); found != by_spelling_.end()) return found->second;
  WordType* word = add(spelling, norms_.norm(spelling));
  by_spelling_.emplace(word->text, word);
  return word;
}

WordType* Lexicon::special_word(const SpecialPiece& piece) {
  if (piece.norm.empty()) return word(piece.spelling);
  WordType*& word = by_piece_[&piece];
  if (word == nullptr) word = add(piece.spelling, piece.norm);
  return word;
}

const std::vector<WordType*>* Lexicon::find_chunk(std::string_view chunk) const {
  const auto found = chunks_.find(chunk);
  return found == chunks_.end() ? nullptr : &found->second;
}

const std::vector<WordType*>& Lexicon::remember_chunk(std::string_view chunk, std::vector<WordType*> words) {
  bytes_ += kBytesOfChunk + chunk.size() + words.size() * sizeof(WordType*);
  return chunks_.emplace(std::string(chunk), std::move(words)).first->second;
}

void Lexicon::clear() {
  bytes_ = 0;
  chunks_.clear();
  by_piece_.clear();
  by_spelling_.clear();
  words_.clear();
}

}  // namespace counterclaim::language
