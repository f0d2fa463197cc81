#include "counterclaim/ground/number_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using record::Bound;

struct Amount {
  double value;
  std::uint32_t end;  // the token behind it
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1,500", "7600", "1.5"; unset for anything else ("S-300", "9:30", "1.2.3", "12,34").
std::optional<double> parse_digits(std::string_view text) {
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back()) || text.size() > 15) return std::nullopt;
  std::string plain;
  std::size_t group = 0;  // digits since the last comma
  bool grouped = false, fraction = false;
  for (const char c : text) {
    if (is_digit(c)) {
      ++group;
    } else if (c == ',' && !fraction && (grouped ? group == 3 : group <= 3)) {
      grouped = true;
      group = 0;
      continue;
    } else if (c == '.' && !fraction && (!grouped || group == 3)) {
      fraction = true;
    } else {
      return std::nullopt;
    }
    plain.push_back(c);
  }
  if (grouped && !fraction && group != 3) return std::nullopt;
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

// "400-500" and "2,000–3,000", which the tokenizer leaves as one token.
std::optional<std::pair<double, double>> parse_digit_range(std::string_view text) {
  for (const std::string_view dash : {"-", "–", "—"}) {
    const std::size_t at = text.find(dash);
    if (at == std::string_view::npos) continue;
    const auto low = parse_digits(text.substr(0, at));
    const auto high = parse_digits(text.substr(at + dash.size()));
    if (low && high && *low < *high) return std::pair(*low, *high);
  }
  return std::nullopt;
}

class Scanner {
 public:
  Scanner(const NumberVocabulary& vocabulary, const Analysis& analysis)
      : vocabulary_(vocabulary), analysis_(analysis) {}

  std::vector<NumberMention> scan() {
    std::vector<NumberMention> mentions;
    std::uint32_t token = 0;
    while (token < analysis_.size()) {
      // "no fewer than nine", "as many as 12": the bound is no amount of its own.
      const auto bound = vocabulary_.bounds_before().longest(analysis_, token);
      if (bound && bound->end < analysis_.size() && amount_at(bound->end)) token = bound->end;
      auto mention = read_at(token);
      if (!mention) {
        ++token;
        continue;
      }
      const std::uint32_t floor = mentions.empty() ? 0 : mentions.back().tokens.end;
      add_bounds(*mention, floor);
      mention->not_count = why_not_a_count(vocabulary_, analysis_, *mention);
      token = mention->tokens.end;
      mentions.push_back(std::move(*mention));
    }
    return mentions;
  }

 private:
  std::string_view lower(std::uint32_t token) const {
    return token < analysis_.size() ? analysis_.lower(analysis_[token]) : std::string_view();
  }

  std::optional<NumberMention> read_at(std::uint32_t token) const {
    if (const auto vague = vocabulary_.vague().longest(analysis_, token)) return vague_amount(token, vague->end);
    if (const auto zero = vocabulary_.zero().longest(analysis_, token)) return zero_amount(token, zero->end);
    NumberMention mention;
    if (const auto range = parse_digit_range(analysis_.text(analysis_[token]))) {
      mention.value = range->first;
      mention.value_high = range->second;
      mention.bound = Bound::kRange;
      mention.digits = mention.tokens = {token, token + 1};
      return mention;
    }
    const auto amount = amount_at(token);
    if (!amount) return std::nullopt;
    mention.value = amount->value;
    mention.digits = mention.tokens = {token, amount->end};
    extend_to_range(mention);
    return mention;
  }

  std::optional<NumberMention> vague_amount(std::uint32_t begin, std::uint32_t end) const {
    // "most recent", "many" as an adverb and "the few" say nothing about a number of people.
    const language::Token& first = analysis_[begin];
    if (first.pos == Pos::kAdv) return std::nullopt;
    NumberMention mention;
    mention.bound = Bound::kVague;
    mention.digits = mention.tokens = {begin, end};
    mention.word = std::string(analysis_.text(TokenSpan{begin, end}));
    std::transform(mention.word.begin(), mention.word.end(), mention.word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return mention;
  }

  std::optional<NumberMention> zero_amount(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin == 1 && !has_dep(analysis_, analysis_[begin], {"det", "nummod"})) return std::nullopt;
    NumberMention mention;
    mention.value = 0;
    mention.digits = mention.tokens = {begin, end};
    return mention;
  }

  // The number that begins at `token`, its scale included: "two hundred and five", "1.5 million", "a dozen".
  std::optional<Amount> amount_at(std::uint32_t token) const {
    if (is_one_of(lower(token), {"a", "an"})) {
      const auto next = vocabulary_.word(lower(token + 1));
      if (!next || next->kind == NumberWordKind::kCardinal || next->kind == NumberWordKind::kFraction) {
        return std::nullopt;
      }
      return with_scales(next->value, token + 2);
    }
    if (const auto digits = parse_digits(analysis_.text(analysis_[token]))) return with_scales(*digits, token + 1);
    const auto word = vocabulary_.word(lower(token));
    if (!word) return std::nullopt;
    if (word->kind == NumberWordKind::kFraction) return fraction_at(token, word->value);
    if (word->kind != NumberWordKind::kCardinal) return std::nullopt;
    return words_at(token);
  }

  // "half a million", "half a dozen", "a half-dozen".
  std::optional<Amount> fraction_at(std::uint32_t token, double part) const {
    std::uint32_t next = token + 1;
    while (is_one_of(lower(next), {"a", "-"})) ++next;
    const auto scale = vocabulary_.word(lower(next));
    if (!scale || scale->kind == NumberWordKind::kCardinal) return std::nullopt;
    return Amount{part * scale->value, next + 1};
  }

  Amount with_scales(double value, std::uint32_t next) const {
    while (true) {
      const auto scale = vocabulary_.word(lower(next));
      if (!scale || scale->kind == NumberWordKind::kCardinal || scale->kind == NumberWordKind::kFraction) break;
      value *= scale->value;
      ++next;
    }
    return {value, next};
  }

  Amount words_at(std::uint32_t token) const {
    double total = 0, current = 0;
    std::uint32_t end = token;
    double last = 1e18;  // the value of the word before: "twenty one" goes on, "one two" does not
    for (std::uint32_t next = token; next < analysis_.size();) {
      const auto word = vocabulary_.word(lower(next));
      if (word && word->kind == NumberWordKind::kCardinal && fits(last, word->value)) {
        current += word->value;
        last = word->value;
        end = ++next;
      } else if (word && (word->kind == NumberWordKind::kScale || word->kind == NumberWordKind::kGroup)) {
        current *= word->value;
        if (word->value >= 1000) total += std::exchange(current, 0);
        last = word->value;
        end = ++next;
      } else if (goes_on_behind(next, last)) {
        ++next;
      } else {
        break;
      }
    }
    return {total + current, end};
  }

  static bool fits(double last, double value) {
    if (last >= 100) return true;
    return last >= 20 && value < 10;
  }

  // "sixty-two", "two hundred and five": a joint between two words of one number.
  bool goes_on_behind(std::uint32_t joint, double last) const {
    const bool hyphen = lower(joint) == "-" && last >= 20 && last < 100;
    const bool conjunction = lower(joint) == "and" && last >= 100;
    if (!hyphen && !conjunction) return false;
    const auto next = vocabulary_.word(lower(joint + 1));
    return next && next->kind == NumberWordKind::kCardinal && fits(last, next->value);
  }

  // "10 to 15", "10-15", "50 or 60", "between 10 and 15", "from 10 to 15".
  void extend_to_range(NumberMention& mention) const {
    const std::uint32_t joint = mention.digits.end;
    if (!is_one_of(lower(joint), {"to", "-", "–", "or", "and"})) return;
    const auto high = amount_at(joint + 1);
    if (!high || high->value <= *mention.value) return;
    const std::uint32_t begin = mention.digits.begin;
    const std::string_view before = begin > 0 ? lower(begin - 1) : std::string_view();
    if (lower(joint) == "and" && before != "between") return;
    // After "rose", "from 31 to 45" are two counts.
    if (lower(joint) == "to" && before == "from") return;
    mention.value_high = high->value;
    mention.bound = Bound::kRange;
    mention.digits.end = mention.tokens.end = high->end;
    if (before == "between") mention.tokens.begin = begin - 1;
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
