// Part of speech and features from the tag, with hand-written exceptions by word, dependency and neighbour.
//
//   ruler.apply(tokens);      // "killed", tag VBN  ->  pos kVerb, morph "Aspect=Perf|Tense=Past|VerbForm=Part"
//
// Layer: language (internal). Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/language/label_table.h"
#include "counterclaim/language/msgpack.h"
#include "counterclaim/language/string_index.h"

namespace counterclaim::language {

// One token as the rules see and change it. morph, lemma and pos are unset (0) before.
struct RuledToken {
  std::string_view lower;
  LabelId tag = 0, dep = 0, morph = 0, lemma = 0;
  Pos pos = Pos::kNone;
  bool is_space = false;
};

class AttributeRuler {
 public:
  // `patterns` is the model's attribute_ruler/patterns. Tags, dependencies, features and lemmas that its rules name are
  // added to `labels`. Known to this reader: the keys TAG, DEP, LOWER and IS_SPACE with equality, IN, NOT_IN, and REGEX
  // on LOWER for expressions of finitely many words ("^n[ou]thin'?$"); no operators; up to 8 tokens a pattern.
  // Errors: model_malformed, and model_unsupported for rules with anything else in them.
  [[nodiscard]] static Result<AttributeRuler> load(const MsgpackValue& patterns, LabelTable& labels);

  // Matches every rule against the tokens as they come in, then writes what the rules set; where several set the same
  // attribute of a token the last rule of the model wins. Cost: some tens of nanoseconds a token; allocates nothing.
  void apply(std::span<RuledToken> tokens) const;

 private:
  friend class AttributeRuleReader;
  static constexpr std::size_t kMaxPatternTokens = 8;

  template <class Id>
  struct IdTest {
    bool restricted = false;  // nothing but `in` will do
    std::vector<Id> in, not_in;
    [[nodiscard]] bool fits(Id id) const;
    [[nodiscard]] bool always_true() const { return !restricted && not_in.empty(); }
  };
  struct TokenTest {
    IdTest<std::uint32_t> word;  // by number in words_
    IdTest<LabelId> tag, dep;
    bool only_space = false, only_other = false;
  };
  enum Attribute : std::uint8_t { kTag, kDep, kMorph, kLemma, kPos, kAttributeCount };
  struct Pattern {
    std::vector<TokenTest> tests;  // one a token
    std::uint16_t rule = 0;        // position in the model's list, counted from 1
    std::uint16_t target = 0;      // which of its tokens is written to
    std::array<bool, kAttributeCount> sets{};
    std::array<std::uint16_t, kAttributeCount> values{};  // label ids; of kPos, a Pos
  };
  // What matched rules want of a token that patterns may still look at.
  struct Pending {
    std::array<std::uint16_t, kAttributeCount> rule{};  // that gave the value; 0 for none
    std::array<std::uint16_t, kAttributeCount> value{};
  };
  using PendingRing = std::array<Pending, kMaxPatternTokens>;  // by token index modulo its size
  using PatternList = std::vector<std::uint16_t>;              // positions in patterns_

  void add(Pattern pattern);
  [[nodiscard]] bool fits(const TokenTest& test, const RuledToken& token) const;
  [[nodiscard]] bool matches(const Pattern& pattern, std::span<const RuledToken> tokens) const;
  void try_patterns(const PatternList& list, std::span<const RuledToken> tokens, std::size_t begin,
                    PendingRing& pending) const;
  void match_at(std::span<const RuledToken> tokens, std::size_t begin, PendingRing& pending) const;

  StringIndex words_;  // the words that rules name
  std::vector<Pattern> patterns_;
  // Each pattern stands in lists of one kind, by what its first token must be: so few are tried at each token.
  std::vector<PatternList> by_word_, by_tag_, by_dep_;  // by number, by LabelId
  PatternList at_space_, anywhere_;
};

}  // namespace counterclaim::language
