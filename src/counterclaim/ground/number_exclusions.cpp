#include "counterclaim/ground/number_reader.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using language::Token;
using record::Bound;

class Surroundings {
 public:
  Surroundings(const NumberVocabulary& vocabulary, const Analysis& analysis, const NumberMention& mention)
      : vocabulary_(vocabulary), analysis_(analysis), mention_(mention) {}

  NotCount reason() const {
    if (const NotCount named = by_phrase(); named != NotCount::kNone) return named;
    if (const NotCount noun = by_noun(); noun != NotCount::kNone) return noun;
    if (is_year()) return NotCount::kYear;
    if (is_age_in_commas()) return NotCount::kAge;
    if (is_part_of_name()) return NotCount::kLabel;
    return NotCount::kNone;
  }

 private:
  std::uint32_t begin() const { return mention_.digits.begin; }
  std::uint32_t end() const { return mention_.digits.end; }
  bool is_digits() const {
    const char first = analysis_.text(analysis_[begin()]).front();
    return first >= '0' && first <= '9';
  }

  NotCount by_phrase() const {
    if (const auto previous = vocabulary_.not_count_previous().ending_before(analysis_, begin())) {
      const auto kind = static_cast<NotCount>(previous->value);
      // "in March 12 people": the noun behind decides, which a date does not have.
      if (is_verb_of_amount(begin() - 1)) return NotCount::kNone;
      const bool dated = kind == NotCount::kDate && (!is_digits() || *mention_.value > 31 || counts_next_noun());
      if (mention_.value && is_digits() && !dated) return kind;
    }
    if (end() >= analysis_.size()) return NotCount::kNone;
    const auto next = vocabulary_.not_count_next().longest(analysis_, end());
    return next ? static_cast<NotCount>(next->value) : NotCount::kNone;
  }

  // "Losses number 200", "the dead are believed to number 50": no label, but what a plural does.
  bool is_verb_of_amount(std::uint32_t token) const {
    const Token& word = analysis_[token];
    if (analysis_.lemma(word) != "number") return false;
    if (word.pos == Pos::kVerb) return true;
    if (token == 0 || analysis_.tag(word) != "NN") return false;
    const std::string_view before = analysis_.tag(analysis_[token - 1]);
    return is_one_of(before, {"NNS", "NNPS", "VBN", "VBD"});
  }

  // Whether a plural noun follows that the number modifies.
  bool counts_next_noun() const {
    const Token& head = analysis_[analysis_[begin()].head];
    return head.index >= end() && head.index <= end() + 3 && analysis_.tag(head) == "NNS";
  }

  // "three more hours", "five long days": the noun stands at most two words behind.
  NotCount by_noun() const {
    for (std::uint32_t token = end(); token < analysis_.size() && token < end() + 4; ++token) {
      const Token& there = analysis_[token];
      if (is_noun(there)) {
        const NotCount kind = vocabulary_.not_count_noun(analysis_.lemma(there));
        const bool modifier = token + 1 < analysis_.size() && is_noun(analysis_[token + 1]);
        if (kind != NotCount::kNone && !modifier) return kind;
        if (kind == NotCount::kNone && !modifier) return NotCount::kNone;
        continue;
      }
      const bool filler = there.pos == Pos::kAdj || there.pos == Pos::kNum || analysis_.lower(there) == "of" ||
                          analysis_.lower(there) == "-" || there.pos == Pos::kDet;
      if (!filler) return NotCount::kNone;
    }
    return NotCount::kNone;
  }

  bool is_year() const {
    if (!mention_.value || mention_.bound != Bound::kExact || end() - begin() != 1) return false;
    const std::string_view text = analysis_.text(analysis_[begin()]);
    if (text.size() != 4 || *mention_.value < 1500 || *mention_.value > 2100) return false;
    if (begin() > 0 &&
        is_one_of(analysis_.lower(analysis_[begin() - 1]), {"in", "since", "the", "of", "by", "until", "during", "from",
                                                            "to", "a", "late", "early", "mid", "-", "–", ",", "and"}))
      return true;
    return !counts_next_noun();
  }

  // "Maria Lopez, 42, said"
  bool is_age_in_commas() const {
    if (!mention_.value || *mention_.value > 110 || begin() < 2 || end() >= analysis_.size() || !is_digits())
      return false;
    const bool opened = is_one_of(analysis_.lower(analysis_[begin() - 1]), {",", "("});
    const bool closed = is_one_of(analysis_.lower(analysis_[end()]), {",", ")", ".", ";"});
    return opened && closed && analysis_[begin() - 2].pos == Pos::kPropn;
  }

  // "Helsinki Initiative 92", "Boeing 737"
  bool is_part_of_name() const {
    if (!mention_.value || begin() == 0 || !is_digits()) return false;
    const Token& token = analysis_[begin()];
    const Token& before = analysis_[begin() - 1];
    return before.pos == Pos::kPropn && token.head == before.index && !counts_next_noun();
  }

  const NumberVocabulary& vocabulary_;
  const Analysis& analysis_;
  const NumberMention& mention_;
};

}  // namespace

NotCount why_not_a_count(const NumberVocabulary& vocabulary, const Analysis& analysis, const NumberMention& mention) {
  return Surroundings(vocabulary, analysis, mention).reason();
}

}  // namespace counterclaim::ground
