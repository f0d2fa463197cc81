#include <optional>

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
    if (is_result()) return NotCount::kVotes;
    if (const NotCount named = by_phrase(); named != NotCount::kNone) return named;
    if (const auto compound = by_compound()) return *compound;
    if (const NotCount noun = by_noun(); noun != NotCount::kNone) return noun;
    if (is_year()) return NotCount::kYear;
    if (is_address()) return NotCount::kLabel;
    if (is_age_in_commas()) return NotCount::kAge;
    if (is_part_of_name()) return NotCount::kLabel;
    return NotCount::kNone;
  }

  // Nothing behind it that it could count: "20 and 21 October", "Resolutions 242 and 338".
  bool is_bare() const { return mention_.value && mention_.bound == Bound::kExact && !counts_next_noun(); }

  // "voted 13-2": no range goes down.
  bool is_result() const { return mention_.value_high && *mention_.value_high <= *mention_.value; }

 private:
  std::uint32_t begin() const { return mention_.digits.begin; }
  std::uint32_t end() const { return mention_.digits.end; }
  std::string_view lower(std::uint32_t token) const {
    return token < analysis_.size() ? analysis_.lower(analysis_[token]) : std::string_view();
  }
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
      // "in the camp 300 people": a label with a small letter yields to the noun behind.
      const char initial = analysis_.text(analysis_[begin() - 1]).front();
      const bool yields = kind == NotCount::kLabel && initial >= 'a' && initial <= 'z' && counts_next_noun();
      if (mention_.value && is_digits() && !dated && !yields) return kind;
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
    for (std::uint32_t token = begin(); token < end(); ++token) {
      const Token& head = analysis_[analysis_[token].head];
      if (head.index >= end() && head.index <= end() + 3 && is_one_of(analysis_.tag(head), {"NNS", "NNPS"}))
        return true;
    }
    return false;
  }

  // "a 48-hour storm", "six-party talks": the noun behind the hyphen tells; a "12-member team" is twelve people.
  std::optional<NotCount> by_compound() const {
    if (lower(end()) != "-" || mention_.tokens.end != end() || analysis_[end() - 1].space_after) return std::nullopt;
    if (end() + 1 >= analysis_.size() || analysis_[end()].space_after) return std::nullopt;
    const std::string_view lemma = analysis_.lemma(analysis_[end() + 1]);
    if (vocabulary_.is_counted_compound(lemma)) return NotCount::kNone;
    const NotCount kind = vocabulary_.not_count_noun(lemma);
    return kind == NotCount::kNone ? NotCount::kLabel : kind;
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
    if (!mention_.value || (mention_.bound != Bound::kExact && mention_.bound != Bound::kRange)) return false;
    const std::string_view text = analysis_.text(analysis_[begin()]);
    const bool four_digits = text.substr(0, 4).find_first_not_of("0123456789") == std::string_view::npos;
    if (!four_digits || *mention_.value < 1500 || mention_.value_high.value_or(*mention_.value) > 2100) return false;
    if (mention_.bound == Bound::kRange) return !counts_next_noun();
    if (text.size() != 4 || end() - begin() != 1) return false;
    if (begin() > 0 && is_one_of(lower(begin() - 1), {"in", "since", "the", "of", "by", "until", "during", "from", "to",
                                                      "a", "late", "early", "mid", "-", "–", ",", "and"}))
      return true;
    return !counts_next_noun();
  }

  // "12 Downing Street"
  bool is_address() const {
    if (mention_.bound != Bound::kExact || !is_digits()) return false;
    for (std::uint32_t token = end(); token < analysis_.size() && token < end() + 4; ++token) {
      if (analysis_[token].pos != Pos::kPropn) return false;
      if (token > end() && vocabulary_.is_address(lower(token))) return true;
    }
    return false;
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

// What a number of a list takes from the one before it ("Resolutions 242 and 338") or behind it ("20 and 21 October").
class ListRules {
 public:
  ListRules(const NumberVocabulary& vocabulary, const Analysis& analysis)
      : vocabulary_(vocabulary), analysis_(analysis) {}

  void apply(NumberMention& first, NumberMention& second) const {
    if (second.tokens.begin != first.tokens.end + 1) return;
    const std::string_view joint = analysis_.lower(analysis_[first.tokens.end]);
    if (joint == "in" && first.value == 1 && second.value && *second.value >= 3 &&
        second.not_count == NotCount::kNone) {
      first.not_count = second.not_count = NotCount::kPercent;  // "one in ten"
    } else if (is_vote(first, second, joint)) {
      first.not_count = second.not_count = NotCount::kVotes;
    } else if (is_one_of(joint, {"and", "or", "/", "-", "–", "to", "&"})) {
      if (first.not_count == NotCount::kNone && goes_back(second.not_count) && bare(first))
        first.not_count = second.not_count;
      else if (second.not_count == NotCount::kNone && goes_on(first.not_count) && bare(second))
        second.not_count = first.not_count;
    }
  }

 private:
  bool bare(const NumberMention& mention) const { return Surroundings(vocabulary_, analysis_, mention).is_bare(); }

  static bool goes_on(NotCount reason) {
    return reason == NotCount::kLabel || reason == NotCount::kDate || reason == NotCount::kAge ||
           reason == NotCount::kYear;
  }
  static bool goes_back(NotCount reason) {
    return reason == NotCount::kDate || reason == NotCount::kAge || reason == NotCount::kPercent ||
           reason == NotCount::kLength || reason == NotCount::kMoney;
  }

  // "by 56 to 30", "voted 13 to 2", "13-2": two results, the higher first.
  bool is_vote(const NumberMention& first, const NumberMention& second, std::string_view joint) const {
    if (!first.value || !second.value || *first.value < *second.value) return false;
    // "the six - two cooks and four guards": a dash with spaces around it is none between results.
    if (is_one_of(joint, {"-", "–"})) return !analysis_[first.tokens.end].space_after;
    if (joint != "to" || first.tokens.begin == 0) return false;
    const Token& before = analysis_[first.tokens.begin - 1];
    return analysis_.lower(before) == "by" || vocabulary_.is_vote(analysis_.lemma(before));
  }

  const NumberVocabulary& vocabulary_;
  const Analysis& analysis_;
};

}  // namespace

void mark_what_is_no_count(const NumberVocabulary& vocabulary, const Analysis& analysis,
                           std::vector<NumberMention>& mentions) {
  for (NumberMention& mention : mentions) mention.not_count = Surroundings(vocabulary, analysis, mention).reason();
  const ListRules list(vocabulary, analysis);
  for (std::size_t n = 1; n < mentions.size(); ++n) list.apply(mentions[n - 1], mentions[n]);
}

}  // namespace counterclaim::ground
