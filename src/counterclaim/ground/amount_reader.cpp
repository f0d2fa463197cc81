#include "counterclaim/ground/amount_reader.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Pos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_scale(const std::optional<NumberWord>& word) {
  return word && (word->kind == NumberWordKind::kScale || word->kind == NumberWordKind::kGroup);
}

// Whether a number word of `value` may follow one of `last` within a number: "twenty one" goes on, "one two" does not.
bool fits(double last, double value) {
  if (last >= 100) return value < last;
  return last >= 20 && value < 10;
}

bool is_group_of_three(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

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

std::optional<std::pair<std::string_view, std::string_view>> split_digit_range(std::string_view text) {
  if (text.size() < 3 || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  for (const std::string_view dash : {"-", "–", "—"}) {
    const std::size_t at = text.find(dash);
    if (at != std::string_view::npos) return std::pair(text.substr(0, at), text.substr(at + dash.size()));
  }
  return std::nullopt;
}

std::optional<Amount> AmountReader::at(std::uint32_t token) const {
  if (token >= analysis_.size()) return std::nullopt;
  if (auto digits = digits_at(token)) return digits;
  const bool article = is_one_of(lower(token), {"a", "an"});
  const auto first = word(article ? token + 1 : token);
  if (!first) return std::nullopt;
  if (first->kind == NumberWordKind::kFraction) return fraction_at(article ? token + 1 : token, first->value);
  if (article) return is_scale(first) ? std::optional(words_from(token + 1, 1, 1e18)) : std::nullopt;
  if (first->kind != NumberWordKind::kCardinal) return std::nullopt;
  // "three quarters of a million"
  const auto part = word(token + 1);
  if (part && part->kind == NumberWordKind::kFraction) {
    if (const auto amount = fraction_at(token + 1, part->value))
      return Amount{first->value * amount->value, amount->scale, amount->end};
  }
  return words_from(token, 0, 1e18);
}

std::optional<Amount> AmountReader::digits_at(std::uint32_t token) const {
  const std::string_view text = analysis_.text(analysis_[token]);
  if (!is_digit(text.front())) return std::nullopt;
  if (auto spaced = spaced_digits_at(token)) return spaced;
  if (const auto digits = parse_digits(text)) return with_scales(*digits, token + 1);
  // "10k", "2bn"
  const auto end = std::find_if(text.rbegin(), text.rend(), is_digit).base();
  const auto digits = parse_digits({text.begin(), end});
  const auto suffix = vocabulary_.suffix({end, text.end()});
  if (!digits || !suffix) return std::nullopt;
  return Amount{*digits * *suffix, *suffix, token + 1};
}

// "12 000", "1 250 000". Where only the shape tells ("12 500"), a word like "in" or "at" in front parts the two.
std::optional<Amount> AmountReader::spaced_digits_at(std::uint32_t token) const {
  std::uint32_t end = token + 1;
  bool sure = false;
  const std::string_view first = analysis_.text(analysis_[token]);
  if (first.size() > 3 || first.front() == '0' || !std::all_of(first.begin(), first.end(), is_digit))
    return std::nullopt;
  double value = parse_digits(first).value_or(0);
  for (; end < analysis_.size() && is_group_of_three(analysis_.text(analysis_[end])); ++end) {
    const std::string_view group = analysis_.text(analysis_[end]);
    sure = sure || group.front() == '0' || end > token + 1;
    value = value * 1000 + parse_digits(group).value_or(0);
  }
  if (end == token + 1 || end > token + 4) return std::nullopt;
  const bool parted = token > 0 && (analysis_[token - 1].pos == Pos::kAdp || analysis_[token - 1].pos == Pos::kPropn);
  if (!sure && parted) return std::nullopt;
  return Amount{value, 1, end};
}

// "half a million", "half a dozen", "a half-dozen", "a quarter of a million". `token`: the fraction.
std::optional<Amount> AmountReader::fraction_at(std::uint32_t token, double part) const {
  std::uint32_t next = token + 1;
  while (is_one_of(lower(next), {"a", "-", "of"}) && next < token + 3) ++next;
  if (!is_scale(word(next))) return std::nullopt;
  return with_scales(part, next);
}

// "5m sheep": a plural behind it, or money in front of it, makes it a million and no metre.
bool AmountReader::is_million_letter(std::uint32_t token) const {
  if (lower(token) != "m" || token == 0 || analysis_[token - 1].space_after) return false;
  const bool plural = token + 1 < analysis_.size() && is_one_of(analysis_.tag(analysis_[token + 1]), {"NNS", "NNPS"});
  const bool money = token > 1 && analysis_.tag(analysis_[token - 2]) == "$";
  const bool people = is_one_of(lower(token + 1), {"people"});
  return plural || money || people;
}

Amount AmountReader::with_scales(double value, std::uint32_t next) const {
  double scale = 1;
  while (true) {
    const auto there = word(next);
    if (is_scale(there)) {
      scale *= there->value;
      // "a couple of hundred"
      if (there->kind == NumberWordKind::kGroup && lower(next + 1) == "of" && is_scale(word(next + 2))) ++next;
      ++next;
    } else if (scale == 1 && is_million_letter(next)) {
      scale = 1e6;
      ++next;
    } else if (lower(next) == "and" && lower(next + 1) == "a" && lower(next + 2) == "half") {
      value += .5;  // "two and a half million", "a million and a half"
      next += 3;
    } else {
      return {value * scale, scale, next};
    }
  }
}

Amount AmountReader::words_from(std::uint32_t token, double current, double last) const {
  double total = 0, scale = 1;
  std::uint32_t end = token;
  constexpr std::uint32_t kLongest = 16;  // words of a number
  for (std::uint32_t next = token; next < std::min(analysis_.size(), token + kLongest);) {
    const auto there = word(next);
    if (there && there->kind == NumberWordKind::kCardinal && fits(last, there->value)) {
      current += there->value;
      last = there->value;
      scale = 1;
      end = ++next;
    } else if (is_scale(there) && (next == token || last != there->value)) {
      current *= there->value;
      if (there->value >= 1000) total += std::exchange(current, 0);
      if (there->kind == NumberWordKind::kGroup && lower(next + 1) == "of" && is_scale(word(next + 2))) ++next;
      last = there->value;
      scale = last;
      end = ++next;
    } else if (goes_on_behind(next, last)) {
      ++next;
    } else {
      break;
    }
  }
  if (lower(end) == "and" && lower(end + 1) == "a" && lower(end + 2) == "half") {
    const bool is_small = scale == 1;  // "two and a half million"; else "a million and a half"
    return is_small ? with_scales(total + current, end) : Amount{total + current + .5 * scale, scale, end + 3};
  }
  return {total + current, scale, end};
}

// "sixty-two", "two hundred and five": a joint between two words of one number.
bool AmountReader::goes_on_behind(std::uint32_t joint, double last) const {
  const bool hyphen = lower(joint) == "-" && last >= 20 && last < 100;
  const bool conjunction = lower(joint) == "and" && last >= 100 && last < 1e18;
  if (!hyphen && !conjunction) return false;
  const auto next = word(joint + 1);
  return next && next->kind == NumberWordKind::kCardinal && fits(last, next->value);
}

}  // namespace counterclaim::ground
