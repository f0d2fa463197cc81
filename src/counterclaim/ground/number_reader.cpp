#include "counterclaim/ground/number_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "counterclaim/base/ascii.h"
#include "counterclaim/ground/amount_reader.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using record::Bound;

// Marks of bound that the tokenizer leaves at the digits: "~200", ">100".
std::optional<Bound> glued_bound(std::string_view& text) {
  static constexpr std::array<std::pair<std::string_view, Bound>, 5> kMarks{{{"~", Bound::kAbout},
                                                                             {">", Bound::kMoreThan},
                                                                             {"<", Bound::kLessThan},
                                                                             {"≥", Bound::kAtLeast},
                                                                             {"≤", Bound::kAtMost}}};
  for (const auto& [mark, bound] : kMarks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return bound;
  }
  return std::nullopt;
}

// "1914–18" goes up to 1918.
double with_century_of(double first, std::string_view second_digits, double second) {
  const bool short_year = first >= 1000 && first < 2100 && second_digits.size() == 2 && second < 100;
  return short_year ? first - static_cast<int>(first) % 100 + second : second;
}

class Scanner {
 public:
  Scanner(const NumberVocabulary& vocabulary, const Analysis& analysis)
      : vocabulary_(vocabulary), analysis_(analysis), amounts_(vocabulary, analysis) {}

  std::vector<NumberMention> scan() const {
    std::vector<NumberMention> mentions;
    std::uint32_t token = 0;
    while (token < analysis_.size()) {
      if (!vocabulary_.may_begin(analysis_.lower(analysis_[token]))) {
        ++token;
        continue;
      }
      // "no fewer than nine", "as many as 12": the bound is no amount of its own.
      const auto bound = vocabulary_.bounds_before().longest(analysis_, token);
      if (bound && bound->end < analysis_.size() && amounts_.at(bound->end)) token = bound->end;
      auto mention = read_at(token);
      if (!mention) {
        ++token;
        continue;
      }
      const std::uint32_t floor = mentions.empty() ? 0 : mentions.back().tokens.end;
      add_bounds(*mention, floor);
      token = mention->tokens.end;
      mentions.push_back(std::move(*mention));
    }
    mark_what_is_no_count(vocabulary_, analysis_, mentions);
    return mentions;
  }

 private:
  std::string_view lower(std::uint32_t token) const { return amounts_.lower(token); }

  std::optional<NumberMention> read_at(std::uint32_t token) const {
    if (const auto vague = vocabulary_.vague().longest(analysis_, token)) return vague_amount(token, vague->end);
    if (const auto zero = vocabulary_.zero().longest(analysis_, token)) return zero_amount(token, zero->end);
    if (auto range = one_token_range(token)) return range;
    NumberMention mention;
    if (analysis_.tag(analysis_[token]) == "PRP") return std::nullopt;  // "one should stay"
    auto amount = amounts_.at(token);
    if (!amount) {
      std::string_view text = analysis_.text(analysis_[token]);
      const auto bound = glued_bound(text);
      const auto digits = bound ? parse_digits(text) : std::nullopt;
      if (!digits) return std::nullopt;
      mention.bound = *bound;
      amount = amounts_.with_scales(*digits, token + 1);
    }
    mention.value = amount->value;
    mention.digits = mention.tokens = {token, amount->end};
    if (mention.bound == Bound::kExact) extend_to_range(mention);
    return mention;
  }

  // "400-500", "1914–18"; "13-2" is a result of two numbers: no range, and no count.
  std::optional<NumberMention> one_token_range(std::uint32_t token) const {
    const auto parts = split_digit_range(analysis_.text(analysis_[token]));
    const auto low = parts ? parse_digits(parts->first) : std::nullopt;
    const auto high = parts ? parse_digits(parts->second) : std::nullopt;
    if (!low || !high) return std::nullopt;
    NumberMention mention;
    const Amount scaled = amounts_.with_scales(with_century_of(*low, parts->second, *high), token + 1);
    mention.value = *low * scaled.scale;
    mention.value_high = scaled.value;
    mention.bound = Bound::kRange;
    mention.digits = mention.tokens = {token, scaled.end};
    return mention;
  }

  std::optional<NumberMention> vague_amount(std::uint32_t begin, std::uint32_t end) const {
    // "most recent", "many" as an adverb and "the few" say nothing about a number of people.
    const language::Token& first = analysis_[begin];
    if (first.pos == Pos::kAdv) return std::nullopt;
    NumberMention mention;
    mention.bound = Bound::kVague;
    end = amounts_.with_scales(1, end).end;  // "several hundred", "a few dozen"
    mention.digits = mention.tokens = {begin, end};
    mention.word = lower_ascii(analysis_.text(TokenSpan{begin, end}));
    return mention;
  }

  std::optional<NumberMention> zero_amount(std::uint32_t begin, std::uint32_t end) const {
    // "No, they stayed" and "no longer" count nothing; "none" and "nobody" stand alone.
    const language::Token& first = analysis_[begin];
    const bool stands_alone = first.pos == Pos::kNoun || first.pos == Pos::kPron;
    if (end - begin == 1 && !stands_alone && !has_dep(analysis_, first, {"det", "nummod"})) return std::nullopt;
    NumberMention mention;
    mention.value = 0;
    mention.digits = mention.tokens = {begin, end};
    return mention;
  }

  // "10 to 15", "10-15", "50 or 60", "between 10 and 15", "300 to as many as 400", "2 to 3 million".
  void extend_to_range(NumberMention& mention) const {
    const std::uint32_t joint = mention.digits.end;
    if (!is_one_of(lower(joint), {"to", "-", "–", "or", "and"})) return;
    const auto bound =
        joint + 1 < analysis_.size() ? vocabulary_.bounds_before().longest(analysis_, joint + 1) : std::nullopt;
    const auto high = amounts_.at(bound && lower(joint) == "to" ? bound->end : joint + 1);
    if (!high) return;
    const std::uint32_t begin = mention.digits.begin;
    const std::string_view before = begin > 0 ? lower(begin - 1) : std::string_view();
    if (lower(joint) == "and" && before != "between") return;
    if (lower(joint) == "to" && before == "from" && is_change(begin - 1)) return;
    const bool shares_scale = high->scale > 1 && *mention.value < high->unscaled();
    const double low = *mention.value * (shares_scale ? high->scale : 1);
    const double value = with_century_of(low, analysis_.text(analysis_[high->end - 1]), high->value);
    if (value <= low) return;
    mention.value = low;
    mention.value_high = value;
    mention.bound = Bound::kRange;
    mention.digits.end = mention.tokens.end = high->end;
    if (before == "between") mention.tokens.begin = begin - 1;
  }

  // After "rose", "from 31 to 45" are two counts.
  bool is_change(std::uint32_t from) const {
    const language::Token& head = analysis_[analysis_[from].head];
    return vocabulary_.is_change(analysis_.lemma(head)) ||
           (from > 0 && vocabulary_.is_change(analysis_.lemma(analysis_[from - 1])));
  }

  void add_bounds(NumberMention& mention, std::uint32_t floor) const {
    const auto before = vocabulary_.bounds_before().ending_before(analysis_, mention.tokens.begin);
    if (before) take_words_before(mention, floor);
    const auto after = mention.tokens.end < analysis_.size()
                           ? vocabulary_.bounds_after().longest(analysis_, mention.tokens.end)
                           : std::nullopt;
    const bool open = mention.bound == Bound::kExact || mention.bound == Bound::kAbout;
    if (after && open && mention.value) {
      mention.bound = static_cast<Bound>(after->value);
      mention.tokens.end = after->end;
    }
  }

  // Phrases may stack: "a total of at least 12".
  void take_words_before(NumberMention& mention, std::uint32_t floor) const {
    while (mention.tokens.begin > floor) {
      std::uint32_t begin = mention.tokens.begin;
      std::optional<PhraseTable::Match> match;
      const std::uint32_t reach = std::min(vocabulary_.bounds_before().longest_phrase(), begin - floor);
      for (std::uint32_t length = reach; length > 0 && !match; --length) {
        match = vocabulary_.bounds_before().longest(analysis_, mention.tokens.begin - length);
        if (match && match->end != mention.tokens.begin) match.reset();
        begin = mention.tokens.begin - length;
      }
      if (!match) return;
      if (mention.bound == Bound::kExact && mention.value) mention.bound = static_cast<Bound>(match->value);
      mention.tokens.begin = begin;
    }
  }

  const NumberVocabulary& vocabulary_;
  const Analysis& analysis_;
  const AmountReader amounts_;
};

}  // namespace

Result<NumberReader> NumberReader::load(const std::filesystem::path& folder) {
  return NumberVocabulary::load(folder).map(
      [](NumberVocabulary vocabulary) { return NumberReader(std::move(vocabulary)); });
}

std::vector<NumberMention> NumberReader::read(const Analysis& analysis) const {
  return Scanner(vocabulary_, analysis).scan();
}

}  // namespace counterclaim::ground
