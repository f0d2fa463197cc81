#include <algorithm>
#include <optional>

#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::is_one_of;
using language::Analysis;

constexpr std::uint32_t kShortest = 4;      // tokens; fewer are a word in quotation marks
constexpr std::uint32_t kNear = 10;         // tokens between a quotation and its verb of saying
constexpr std::uint32_t kLongestTail = 40;  // tokens of a sentence behind its verb of saying

class QuotationScopes {
 public:
  QuotationScopes(const BlockContext& context, Findings& found)
      : context_(context), analysis_(context.analysis()), found_(found) {}

  void run() {
    for (const TokenSpan quotation : context_.block.quotations) {
      const TokenSpan marked = with_marks(quotation);
      if (complete(quotation, marked) || quotation.size() < kShortest) continue;
      if (give_to_predicate(quotation, marked) || give_to_bare(quotation, marked) || signed_by(marked) ||
          go_on(quotation, marked))
        continue;
      add_free(quotation, marked);
    }
  }

 private:
  TokenSpan with_marks(TokenSpan quotation) const {
    TokenSpan marked = quotation;
    if (marked.begin > 0) --marked.begin;
    if (marked.end < analysis_.size()) ++marked.end;
    return marked;
  }

  // A scope that holds a part of the quotation holds all of it: a clause ends where the parser ends a sentence.
  bool complete(TokenSpan quotation, TokenSpan marked) {
    bool held = false;
    for (RawScope& scope : found_.scopes) {
      if (quotation.contains(scope.word) && scope.frame) continue;  // said inside the quotation
      if (quotation.overlaps(scope.cue) || !scope.content.overlaps(quotation)) continue;
      held = true;
      if (scope.content.begin >= marked.begin && scope.content.begin <= quotation.begin + 1)
        scope.content.begin = marked.begin;
      if (scope.content.begin > quotation.begin && scope.cue.begin >= quotation.end) scope.content.begin = marked.begin;
      if (scope.content.end > quotation.begin && scope.content.end <= quotation.end) scope.content.end = marked.end;
    }
    return held;
  }

  // `"…," X declared at the palace`: where it was said is not what was said.
  bool give_to_predicate(TokenSpan quotation, TokenSpan marked) {
    for (RawScope& scope : found_.scopes) {
      const bool behind = scope.word >= quotation.end && scope.word < quotation.end + kNear;
      if (scope.rule != "say-predicate" || !behind || scope.content.begin <= scope.word) continue;
      if (analysis_[scope.content.begin].pos != language::Pos::kAdp || !same_sentence(quotation.end, scope.word))
        continue;
      scope.content = marked;
      scope.rule = "quotation";
      return true;
    }
    return false;
  }

  // `X told reporters: "…"`, `"…," X said`
  bool give_to_bare(TokenSpan quotation, TokenSpan marked) {
    for (RawScope& scope : found_.bare) {
      if (!scope.content.empty() || quotation.contains(scope.word)) continue;
      const bool behind =
          scope.word >= quotation.end && scope.word < quotation.end + kNear && same_sentence(quotation.end, scope.word);
      const bool in_front =
          scope.word < marked.begin && scope.word + kNear + 4 > marked.begin && leads_to(scope.word, marked.begin);
      if (!behind && !in_front) continue;
      scope.content = marked;
      scope.rule = "quotation";
      found_.scopes.push_back(scope);
      return true;
    }
    return false;
  }

  bool same_sentence(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t token = begin; token < end; ++token) {
      if (is_one_of(analysis_.text(analysis_[token]), {".", ";"})) return false;
    }
    return true;
  }

  bool leads_to(std::uint32_t verb, std::uint32_t mark) const {
    return same_sentence(verb, mark) &&
           (mark == 0 || is_one_of(analysis_.text(analysis_[mark - 1]), {":", ",", "that"}) || mark == verb + 1);
  }

  // `"…," X said. "…"`: what goes on behind the verb belongs to it.
  bool go_on(TokenSpan quotation, TokenSpan marked) {
    RawScope* last = nullptr;
    for (RawScope& scope : found_.scopes) {
      if (scope.cue.empty() || scope.cue.begin >= quotation.begin || context_.block.is_quoted(scope.cue.begin))
        continue;
      if (scope.content.end > quotation.begin || !is_quotation(scope.content)) continue;
      if (!is_next_sentence(std::max(scope.content.end, scope.cue.end), marked.begin)) continue;
      // `"…," X said, Andina reports. "…"`: the inner one goes on.
      const auto nearer = [&](const RawScope& other) {
        return std::pair(scope.content.begin, other.content.end) > std::pair(other.content.begin, scope.content.end);
      };
      if (!last || nearer(*last)) last = &scope;
    }
    if (!last) return false;
    last->content.end = marked.end;
    return true;
  }

  // Whether one sentence at most ends between the two.
  bool is_next_sentence(std::uint32_t begin, std::uint32_t end) const {
    if (end > begin + kLongestTail) return false;
    int stops = 0;
    for (std::uint32_t token = begin; token < end; ++token)
      stops += is_one_of(analysis_.text(analysis_[token]), {".", "!", "?"}) ? 1 : 0;
    return stops <= 1;
  }

  // `"…" — Pedro Lima`
  bool signed_by(TokenSpan marked) {
    const std::uint32_t dash = marked.end;
    if (dash + 1 >= analysis_.size() || !is_one_of(analysis_.text(analysis_[dash]), {"―", "—", "–", "--", "-", "~"}))
      return false;
    std::uint32_t end = dash + 1;
    while (end < analysis_.size() &&
           (analysis_[end].pos == language::Pos::kPropn || analysis_.entity_label(analysis_[end]) == "PERSON"))
      ++end;
    if (end == dash + 1) return false;
    RawScope scope;
    scope.content = marked;
    scope.cue = {dash, dash + 1};
    scope.sayer = end - 1;
    scope.rule = "signature";
    found_.scopes.push_back(scope);
    return true;
  }

  bool is_quotation(TokenSpan content) const {
    const TokenSpan* quotation = context_.quotation_at(content.begin);
    return quotation && quotation->size() >= kShortest;
  }

  // A quotation without a verb of its own: the speaker before goes on.
  void add_free(TokenSpan quotation, TokenSpan marked) {
    const bool whole =
        quotation.begin <= 1 || is_one_of(analysis_.text(analysis_[marked.begin - 1]), {".", "!", "?", "”", "\"", ":"});
    if (!whole) return;
    RawScope scope;
    scope.content = marked;
    scope.rule = "free-quotation";
    found_.scopes.push_back(scope);
  }

  const BlockContext& context_;
  const Analysis& analysis_;
  Findings& found_;
};

}  // namespace

void find_quotation_scopes(const BlockContext& context, Findings& found) {
  if (!context.block.quotations.empty()) QuotationScopes(context, found).run();
}

}  // namespace counterclaim::attribute
