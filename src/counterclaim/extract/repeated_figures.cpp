#include "counterclaim/extract/repeated_figures.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace counterclaim::extract {
namespace {

using record::Figure;
using record::PersonKind;

template <class Value>
bool agree(const std::optional<Value>& a, const std::optional<Value>& b) {
  return !a || !b || *a == *b;
}

bool kinds_agree(const std::optional<PersonKind>& a, const std::optional<PersonKind>& b) {
  return agree(a, b) || *a == PersonKind::kUnspecified || *b == PersonKind::kUnspecified;
}

// "Juan Paz" and "Paz"
bool same_name(const Figure& a, const Figure& b) {
  if (!a.who || !b.who) return false;
  const std::string_view longer = a.who->name.size() < b.who->name.size() ? b.who->name : a.who->name;
  const std::string_view shorter = a.who->name.size() < b.who->name.size() ? a.who->name : b.who->name;
  return longer == shorter || (longer.ends_with(shorter) && longer[longer.size() - shorter.size() - 1] == ' ');
}

// `is_definite`: "the three guards", who were told of before.
bool repeats(const Figure& first, const Figure& later, bool is_definite) {
  constexpr double kSmall = 3;  // two counts of so few are the same by chance
  if (first.value_high != later.value_high || first.word != later.word || first.polarity != later.polarity ||
      first.unit != later.unit)
    return false;
  if (!agree(first.side, later.side) || !kinds_agree(first.kind, later.kind) || !agree(first.when, later.when))
    return false;
  if (first.value == 1 && first.unit == "persons") return same_name(first, later);
  const bool small = !first.value || *first.value <= kSmall;
  return !small || is_definite || (first.side == later.side && first.kind == later.kind);
}

// "Nine Peruvian guards died … the deaths of the nine guards": told of the same people, the side holds of both.
void take_side(const Figure& first, Figure& later) {
  if (later.side || !first.side || first.kind != later.kind) return;
  later.side = first.side;
  later.rules.push_back({"side", "same-count"});
}

}  // namespace

void mark_repeats(FiguresRead& read) {
  constexpr std::size_t kMostCandidates = 8;  // different counts of one number
  std::map<std::tuple<record::Measure, std::optional<double>>, std::vector<std::uint32_t>> told;
  for (std::uint32_t n = 0; n < read.figures.size(); ++n) {
    Figure& figure = read.figures[n];
    auto& candidates = told[{figure.measure, figure.value}];
    for (const std::uint32_t first : candidates) {
      if (read.hints[n].is_other || read.hints[first].block == read.hints[n].block) continue;
      if (!repeats(read.figures[first], figure, read.hints[n].is_definite)) continue;
      if (figure.value == 1 && !(read.hints[n].is_named && read.hints[first].is_named)) continue;
      figure.same_as = first;
      figure.rules.push_back({"same_as", "same-count"});
      take_side(read.figures[first], figure);
      break;
    }
    if (!figure.same_as && candidates.size() < kMostCandidates) candidates.push_back(n);
  }
}

}  // namespace counterclaim::extract
