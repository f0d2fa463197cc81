#include "counterclaim/language/analysis.h"

#include <array>

namespace counterclaim::language {

std::string_view pos_name(Pos pos) {
  static constexpr std::array<std::string_view, 20> kNames = {"",      "ADJ",   "ADP",  "ADV",  "AUX",  "CONJ", "CCONJ",
                                                              "DET",   "INTJ",  "NOUN", "NUM",  "PART", "PRON", "PROPN",
                                                              "PUNCT", "SCONJ", "SYM",  "VERB", "X",    "SPACE"};
  return kNames[static_cast<std::size_t>(pos)];
}

std::string_view Analysis::text(TokenSpan span) const {
  if (span.empty()) return {};
  const ByteSpan bytes{tokens_[span.begin].bytes.begin, tokens_[span.end - 1].bytes.end};
  return slice(*text_, bytes);
}

std::span<const std::uint32_t> Analysis::children(const Token& token) const {
  const std::uint32_t begin = children_begin_[token.index];
  return std::span(children_).subspan(begin, children_begin_[token.index + 1] - begin);
}

bool Analysis::is_below(const Token& token, const Token& ancestor) const {
  // A tree made by the parser has no cycle, but the loop ends whatever the heads are.
  const Token* at = &token;
  for (std::uint32_t steps = 0; steps <= size(); ++steps) {
    if (at->index == ancestor.index) return true;
    if (at->is_root()) return false;
    at = &tokens_[at->head];
  }
  return false;
}

}  // namespace counterclaim::language
