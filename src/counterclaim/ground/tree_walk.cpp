#include "counterclaim/ground/tree_walk.h"

#include <algorithm>

namespace counterclaim::ground {

using language::Analysis;
using language::Pos;
using language::Token;

namespace {

constexpr int kLongestChain = 32;

}  // namespace

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_dep(const Analysis& analysis, const Token& token, Words deps) { return is_one_of(analysis.dep(token), deps); }

std::optional<std::uint32_t> child_with_dep(const Analysis& analysis, const Token& token, Words deps) {
  for (const std::uint32_t child : analysis.children(token)) {
    if (has_dep(analysis, analysis[child], deps)) return child;
  }
  return std::nullopt;
}

std::uint32_t first_conjunct(const Analysis& analysis, std::uint32_t token) {
  for (int step = 0; step < kLongestChain; ++step) {
    if (!has_dep(analysis, analysis[token], {"conj"}) || analysis[token].is_root()) break;
    token = analysis[token].head;
  }
  return token;
}

std::optional<std::uint32_t> subject_of(const Analysis& analysis, std::uint32_t verb) {
  for (int step = 0; step < kLongestChain; ++step) {
    if (const auto subject = child_with_dep(analysis, analysis[verb], {"nsubj", "nsubjpass", "csubj"})) return subject;
    if (!has_dep(analysis, analysis[verb], {"conj", "xcomp"}) || analysis[verb].is_root()) return std::nullopt;
    verb = analysis[verb].head;
    if (!is_verbal(analysis[verb])) return std::nullopt;
  }
  return std::nullopt;
}

bool is_noun(const Token& token) { return token.pos == Pos::kNoun || token.pos == Pos::kPropn; }
bool is_verbal(const Token& token) { return token.pos == Pos::kVerb || token.pos == Pos::kAux; }
bool same_sentence(const Token& a, const Token& b) { return a.sentence == b.sentence; }

TokenSpan sentence_of(const Analysis& analysis, std::uint32_t token) {
  return analysis.sentences()[analysis[token].sentence];
}

TokenSpan punctuated_sentence(const Analysis& analysis, std::uint32_t token) {
  const auto sentences = analysis.sentences();
  const auto ends = [&](std::uint32_t sentence) {
    const std::string_view last = analysis.text(analysis[sentences[sentence].end - 1]);
    return is_one_of(last, {".", "!", "?", ";", ":", "\"", "”", "…", "''"});
  };
  // One join on either side is enough for what the parser does, and keeps the cost linear.
  std::uint32_t first = analysis[token].sentence, last = first;
  if (first > 0 && !ends(first - 1)) --first;
  if (last + 1 < sentences.size() && !ends(last)) ++last;
  return {sentences[first].begin, sentences[last].end};
}

}  // namespace counterclaim::ground
