#include <algorithm>
#include <optional>

#include "counterclaim/attribute/frame_contents.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::is_one_of;
using language::Analysis;

constexpr std::uint32_t kLongestName = 5;  // tokens in front of or behind a colon that may name a source
constexpr std::uint32_t kFewest = 4;       // tokens of a line in capitals that may tell something

class HeadlineScopes {
 public:
  HeadlineScopes(const BlockContext& context, Findings& found)
      : context_(context), analysis_(context.analysis()), found_(found) {}

  void run(bool is_line) {
    if (in_capitals())
      capitals();
    else if (is_line)
      colon();
    if (is_line && found_.scopes.empty() && in_title_case()) capitals();
  }

 private:
  // "Army: nine guards killed", "Nine guards killed: army"
  void colon() {
    for (std::uint32_t colon = 1; colon + 1 < analysis_.size(); ++colon) {
      if (analysis_.text(analysis_[colon]) != ":") continue;
      if (const auto sayer = name_in({0, colon}))
        add({colon + 1, analysis_.size()}, {colon, colon + 1}, *sayer);
      else if (const auto after = name_in({colon + 1, analysis_.size()}))
        add({0, colon}, {colon, colon + 1}, *after);
      return;
    }
  }

  void add(TokenSpan content, TokenSpan cue, std::uint32_t sayer) {
    RawScope scope;
    scope.content = without_edges(analysis_, content);
    scope.cue = cue;
    scope.sayer = sayer;
    scope.rule = "headline";
    if (!scope.content.empty()) found_.scopes.push_back(scope);
  }

  // The last word of a short name for somebody who speaks.
  std::optional<std::uint32_t> name_in(TokenSpan span) const {
    if (span.empty() || span.size() > kLongestName) return std::nullopt;
    for (std::uint32_t token = span.begin; token < span.end; ++token) {
      if (ground::is_verbal(analysis_[token]) || analysis_[token].pos == language::Pos::kNum) return std::nullopt;
    }
    const std::uint32_t last = span.end - 1;
    if (context_.lexicon.is_no_turn(analysis_.lower(analysis_[last]))) return std::nullopt;
    const auto& parties = context_.block.parties;
    const bool known = context_.party_heads[last] || context_.lexicon.is_source(analysis_.lower(analysis_[last])) ||
                       context_.lexicon.is_document(analysis_.lower(analysis_[last])) ||
                       std::any_of(parties.begin(), parties.end(),
                                   [&](const ground::PartyReference& party) { return party.tokens.end == span.end; });
    return known ? std::optional(last) : std::nullopt;
  }

  bool in_title_case() const {
    std::uint32_t capital = 0, words = 0;
    for (const language::Token& token : analysis_.tokens()) {
      const char first = analysis_.text(token).empty() ? ' ' : analysis_.text(token).front();
      if (first >= 'A' && first <= 'Z') ++capital;
      if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) ++words;
    }
    return words >= kFewest && capital * 10 >= words * 7;
  }

  bool in_capitals() const {
    if (analysis_.size() < kFewest) return false;
    return std::none_of(analysis_.text().begin(), analysis_.text().end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "TWO MINERS KILLED, OFFICIALS SAY": the parser reads no line in capitals, but the words are there.
  void capitals() {
    for (std::uint32_t token = 1; token < analysis_.size(); ++token) {
      const SayingFrame* frame = frame_at(token);
      if (!frame) continue;
      const bool read = std::any_of(found_.scopes.begin(), found_.scopes.end(),
                                    [&](const RawScope& scope) { return scope.word == token; });
      if (read) return;
      const std::uint32_t begin = phrase_begin(token);
      const auto sayer = head_of({begin, token});
      if (!sayer) return;
      TokenSpan content = without_edges(analysis_, {token + 1, end_of_part(token)});
      if (content.size() < 3) content = without_edges(analysis_, {0, begin});
      if (content.empty()) return;
      RawScope scope;
      scope.content = content;
      scope.cue = {token, token + 1};
      scope.sayer = sayer;
      scope.frame = frame;
      scope.word = token;
      scope.stance = frame->stance;
      scope.rule = "headline-capitals";
      found_.scopes.push_back(scope);
      return;
    }
  }

  // The plain frame of a verb in the present tense; lemmas of words in capitals are not to be had.
  const SayingFrame* frame_at(std::uint32_t token) const {
    std::string_view word = analysis_.lower(analysis_[token]);
    for (int cut = 0; cut < 2; ++cut) {
      for (const SayingFrame& frame : context_.lexicon.verb_frames(word)) {
        if (frame.clause && frame.is_plain && frame.with.empty()) return &frame;
      }
      if (!word.ends_with('s')) return nullptr;
      word.remove_suffix(1);
    }
    return nullptr;
  }

  // "Rebels claim raid; two killed": a semicolon parts what is not said together.
  std::uint32_t end_of_part(std::uint32_t token) const {
    while (token < analysis_.size() && analysis_.text(analysis_[token]) != ";") ++token;
    return token;
  }

  std::uint32_t phrase_begin(std::uint32_t verb) const {
    for (std::uint32_t token = verb; token-- > 0;) {
      if (is_one_of(analysis_.text(analysis_[token]), {",", ":", ";", "-", "–", "—"})) return token + 1;
    }
    return 0;
  }

  // The noun in front of the first preposition.
  std::optional<std::uint32_t> head_of(TokenSpan phrase) const {
    if (phrase.empty()) return std::nullopt;
    for (std::uint32_t token = phrase.begin + 1; token < phrase.end; ++token) {
      if (is_one_of(analysis_.lower(analysis_[token]), {"of", "in", "on", "at", "from", "for"})) return token - 1;
    }
    return phrase.end - 1;
  }

  const BlockContext& context_;
  const Analysis& analysis_;
  Findings& found_;
};

}  // namespace

void find_headline_scopes(const BlockContext& context, bool is_line, Findings& found) {
  HeadlineScopes(context, found).run(is_line);
}

}  // namespace counterclaim::attribute
