#include "counterclaim/reconcile/value_interval.h"

#include <limits>

#include "counterclaim/base/ascii.h"

namespace counterclaim::reconcile {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
// Readers' sense of the words, as numbers of the value.
constexpr double kMoreThanReach = 1.5;
constexpr double kNearlyFrom = 0.9;
constexpr double kUpToFrom = 0.5;
constexpr double kAboutLess = 0.9;
constexpr double kAboutMore = 1.1;

ValueInterval interval_of_word(const std::string& word, const VagueCounts& vague) {
  const std::string lower = lower_ascii(word);
  if (const auto whole = vague.find(lower); whole != vague.end()) return whole->second;
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', begin), lower.size());
    if (const auto part = vague.find(std::string_view(lower).substr(begin, end - begin)); part != vague.end())
      return part->second;
    begin = end + 1;
  }
  return {0, kInfinite};
}

}  // namespace

bool ValueInterval::overlaps(const ValueInterval& other) const {
  if (high < other.low || other.high < low) return false;
  if (high == other.low) return !high_open && !other.low_open;
  if (other.high == low) return !other.high_open && !low_open;
  return true;
}

ValueInterval interval_of(const record::Figure& figure, const VagueCounts& vague) {
  if (!figure.value) return figure.word ? interval_of_word(*figure.word, vague) : ValueInterval{0, kInfinite};
  const double value = *figure.value;
  switch (figure.bound) {
    case record::Bound::kAtLeast: return {value, kInfinite};
    case record::Bound::kMoreThan: return {value, value * kMoreThanReach, true, false};
    case record::Bound::kAtMost: return {value * kUpToFrom, value};
    case record::Bound::kLessThan: return {value * kNearlyFrom, value, false, true};
    case record::Bound::kAbout: return {value * kAboutLess, value * kAboutMore};
    case record::Bound::kRange: return {value, figure.value_high.value_or(value)};
    case record::Bound::kVague:
    case record::Bound::kExact: break;
  }
  return {value, value};
}

}  // namespace counterclaim::reconcile
