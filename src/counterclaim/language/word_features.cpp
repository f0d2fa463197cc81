#include "counterclaim/language/word_features.h"

#include <algorithm>
#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/language/string_id.h"
#include "counterclaim/language/unicode.h"

namespace counterclaim::language {

namespace {

// Written in spaCy, not in the model.
constexpr std::pair<std::string_view, std::string_view> kBaseNorms[] = {
#include "counterclaim/language/base_norms.inc"
};

std::optional<std::string_view> base_norm(std::string_view word) {
  const auto* const found = std::lower_bound(std::begin(kBaseNorms), std::end(kBaseNorms), word,
                                             [](const auto& entry, std::string_view w) { return entry.first < w; });
  if (found == std::end(kBaseNorms) || found->first != word) return std::nullopt;
  return found->second;
}

constexpr std::size_t kLongWord = 100;  // code points
constexpr std::size_t kLongestRun = 4;

char32_t shape_character(char32_t code_point) {
  if (is_letter(code_point)) return is_uppercase_letter(code_point) ? U'X' : U'x';
  return is_digit(code_point) ? U'd' : code_point;
}

}  // namespace

std::string_view prefix_of(std::string_view word) { return word.substr(0, decode_utf8(word, 0).bytes); }

std::string_view suffix_of(std::string_view word) {
  std::size_t begin = word.size();
  for (int n = 0; n < 3 && begin > 0; ++n) begin = previous_code_point(word, begin);
  return word.substr(begin);
}

std::string shape_of(std::string_view word) {
  if (word.size() >= kLongWord && count_code_points(word) >= kLongWord) return "LONG";
  std::string shape;
  char32_t last = 0;
  std::size_t run = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto [code_point, bytes] = decode_utf8(word, at);
    const char32_t character = shape_character(code_point);
    run = run > 0 && character == last ? run + 1 : 1;
    last = character;
    if (run <= kLongestRun) append_utf8(shape, character);
    at += bytes;
  }
  return shape;
}

bool is_space_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto [code_point, bytes] = decode_utf8(word, at);
    if (!is_white_space(code_point)) return false;
    at += bytes;
  }
  return !word.empty();
}

Result<Norms> Norms::load(const MsgpackValue& lexeme_norm_table) {
  const auto malformed = [] {
    return fail(ErrorCode::kModelMalformed, "lexeme_norm is no table of strings by number");
  };
  if (!lexeme_norm_table.is_map()) return malformed();
  const auto& items = lexeme_norm_table.items();
  Norms norms;
  norms.by_id_.reserve(items.size() / 2);
  for (std::size_t n = 0; n < items.size(); n += 2) {
    const auto id = items[n].bits();
    const auto norm = items[n + 1].string();
    if (!id || !norm) return malformed();
    norms.by_id_.insert_or_assign(*id, std::string(*norm));
  }
  return norms;
}

std::optional<std::string_view> Norms::listed(std::string_view word) const {
  if (const auto found = by_id_.find(string_id(word)); found != by_id_.end()) return found->second;
  return base_norm(word);
}

std::string Norms::norm(std::string_view word) const {
  const auto found = listed(word);
  return found ? std::string(*found) : lower(word);
}

}  // namespace counterclaim::language
