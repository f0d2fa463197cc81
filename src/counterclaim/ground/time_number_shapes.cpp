#include "counterclaim/ground/time_number_shapes.h"

#include <algorithm>

namespace counterclaim::ground {
namespace {

using Tokens = std::vector<TimeToken>;

constexpr std::uint32_t kFirstYear = 1000, kLastYear = 2199;

bool is_number(const Tokens& tokens, std::uint32_t at) {
  return at < tokens.size() && tokens[at].kind == TimeTokenKind::kNumber;
}

bool is_glued_sign(const Tokens& tokens, std::uint32_t at, char sign) {
  return at < tokens.size() && tokens[at].glued && tokens[at].sign == sign;
}

bool is_glued_symbol(const Tokens& tokens, std::uint32_t at, std::uint32_t symbol) {
  return at < tokens.size() && tokens[at].glued && tokens[at].symbol == symbol;
}

// "1,500", "22.8", "24"
std::optional<NumberShape> digits(const Tokens& tokens, std::uint32_t at) {
  if (tokens[at].digits > 9) return std::nullopt;
  double value = tokens[at].number;
  std::uint32_t end = at + 1;
  while (is_glued_sign(tokens, end, ',') && is_number(tokens, end + 1) && tokens[end + 1].glued &&
         tokens[end + 1].digits == 3) {
    value = value * 1000 + tokens[end + 1].number;
    end += 2;
  }
  if (is_glued_sign(tokens, end, '.') && is_number(tokens, end + 1) && tokens[end + 1].glued &&
      tokens[end + 1].digits <= 2) {
    value += tokens[end + 1].number / (tokens[end + 1].digits == 1 ? 10.0 : 100.0);
    end += 2;
  }
  return NumberShape{value, end};
}

}  // namespace

bool fits_digits(TimeSlot slot, std::uint32_t digits) {
  switch (slot) {
    case TimeSlot::kYear:
    case TimeSlot::kClock4:
    case TimeSlot::kDecade4: return digits == 4;
    case TimeSlot::kYear2:
    case TimeSlot::kMinute:
    case TimeSlot::kSecond:
    case TimeSlot::kDecade2: return digits == 2;
    case TimeSlot::kDay:
    case TimeSlot::kNth:
    case TimeSlot::kMonth2:
    case TimeSlot::kHour: return digits <= 2;
    case TimeSlot::kYear3: return digits <= 4;
    case TimeSlot::kDecade3: return digits == 3;
    case TimeSlot::kOrdinal: return digits <= 3;
    case TimeSlot::kNumber: return true;
    default: return false;
  }
}

NumberShapes::NumberShapes(TimeVocabulary& vocabulary)
    : suffixes_{vocabulary.intern("st"), vocabulary.intern("nd"), vocabulary.intern("rd"), vocabulary.intern("th")},
      s_(vocabulary.intern("s")),
      and_(vocabulary.intern("and")),
      hyphen_(vocabulary.intern("-")) {}

std::uint32_t NumberShapes::behind_suffix(const Tokens& tokens, std::uint32_t at) const {
  const bool suffix = at < tokens.size() && tokens[at].glued &&
                      std::find(suffixes_.begin(), suffixes_.end(), tokens[at].symbol) != suffixes_.end();
  return suffix ? at + 1 : at;
}

// "1990s", "1990's"
std::uint32_t NumberShapes::behind_plural(const Tokens& tokens, std::uint32_t at) const {
  if (is_glued_symbol(tokens, at, s_)) return at + 1;
  return is_glued_sign(tokens, at, '\'') && is_glued_symbol(tokens, at + 1, s_) ? at + 2 : at;
}

// "twenty-two", "two hundred and ten", "a dozen"
std::optional<NumberShape> NumberShapes::words(const TimeVocabulary& vocabulary, const Tokens& tokens,
                                               std::uint32_t at) const {
  const NumberWord* first = vocabulary.number(tokens[at].symbol);
  if (!first || first->kind == NumberWordKind::kFraction) return std::nullopt;
  NumberShape shape{first->value, at + 1};
  double last = first->value;
  constexpr std::uint32_t kLongest = 16;  // tokens of a number
  while (shape.end < std::min<std::size_t>(tokens.size(), at + kLongest)) {
    std::uint32_t next = shape.end;
    const bool tens = last >= 20 && last < 100;
    if (tens && tokens[next].symbol == hyphen_) ++next;
    if (last >= 100 && tokens[next].symbol == and_) ++next;
    const NumberWord* word = next < tokens.size() ? vocabulary.number(tokens[next].symbol) : nullptr;
    if (!word) break;
    if (word->kind == NumberWordKind::kScale || word->kind == NumberWordKind::kGroup) {
      shape.value *= word->value;
    } else if (word->kind == NumberWordKind::kCardinal && (last >= 100 || (tens && word->value < 10))) {
      shape.value += word->value;
    } else {
      break;
    }
    last = word->value;
    shape.end = next + 1;
  }
  return shape;
}

std::optional<NumberShape> NumberShapes::read(const TimeVocabulary& vocabulary, const Tokens& tokens, std::uint32_t at,
                                              TimeSlot slot) const {
  const TimeToken& token = tokens[at];
  if (token.kind == TimeTokenKind::kWord)
    return slot == TimeSlot::kNumber ? words(vocabulary, tokens, at) : std::nullopt;
  if (token.kind != TimeTokenKind::kNumber || !fits_digits(slot, token.digits)) return std::nullopt;
  const std::uint32_t n = token.number;
  const NumberShape plain{static_cast<double>(n), at + 1};
  const auto if_true = [&](bool fits) { return fits ? std::optional(plain) : std::nullopt; };
  switch (slot) {
    case TimeSlot::kYear: return if_true(n >= kFirstYear && n <= kLastYear);
    case TimeSlot::kYear3: return if_true(n >= 1);
    case TimeSlot::kMonth2: return if_true(n >= 1 && n <= 12);
    case TimeSlot::kHour: return if_true(n <= 24);
    case TimeSlot::kMinute:
    case TimeSlot::kSecond: return if_true(n < 60);
    case TimeSlot::kClock4: return if_true(n / 100 <= 24 && n % 100 < 60);
    case TimeSlot::kDay:
      if (n < 1 || n > 31) return std::nullopt;
      return NumberShape{plain.value, behind_suffix(tokens, at + 1)};
    case TimeSlot::kNth:
      if (n > 31) return std::nullopt;
      [[fallthrough]];
    case TimeSlot::kOrdinal: {
      const std::uint32_t end = behind_suffix(tokens, at + 1);
      return end > at + 1 ? std::optional(NumberShape{plain.value, end}) : std::nullopt;
    }
    case TimeSlot::kDecade4:
    case TimeSlot::kDecade3:
    case TimeSlot::kDecade2: {
      const std::uint32_t end = behind_plural(tokens, at + 1);
      return end > at + 1 && n % 10 == 0 ? std::optional(NumberShape{plain.value, end}) : std::nullopt;
    }
    case TimeSlot::kNumber: return digits(tokens, at);
    default: return plain;
  }
}

}  // namespace counterclaim::ground
