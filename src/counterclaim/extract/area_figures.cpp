#include "counterclaim/extract/area_figures.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using language::Analysis;

struct Unit {
  std::uint32_t token = 0;  // its last one
  std::string_view name;
};

// "square kilometres", "sq km", "km2"
std::optional<Unit> unit_behind(const BlockView& view, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 4;
  const Analysis& analysis = view.analysis();
  for (std::uint32_t token = begin; token < std::min(analysis.size(), begin + kLongest); ++token) {
    if (const auto name = view.lexicon.area_unit(noun_key(analysis, token))) return Unit{token, *name};
  }
  return std::nullopt;
}

// "(19 sq mi)", "(20 and 83 sq mi)"
bool is_conversion(const Analysis& analysis, const ground::NumberMention& number) {
  std::uint32_t token = number.tokens.begin;
  while (token > 0 &&
         (analysis[token - 1].pos == language::Pos::kNum || analysis[token - 1].pos == language::Pos::kCconj))
    --token;
  return token > 0 && analysis.lower(analysis[token - 1]) == "(";
}

// The noun for ground in "140 km2 of Peruvian territory".
std::optional<std::uint32_t> ground_behind(const BlockView& view, std::uint32_t unit) {
  constexpr std::uint32_t kReach = 8;
  const Analysis& analysis = view.analysis();
  if (unit + 1 >= analysis.size() || analysis.lower(analysis[unit + 1]) != "of") return std::nullopt;
  for (std::uint32_t token = unit + 2; token < std::min(analysis.size(), unit + kReach); ++token) {
    if (view.lexicon.is_ground(noun_key(analysis, token))) return token;
    if (ground::is_verbal(analysis[token])) break;
  }
  return std::nullopt;
}

// The nearest word for ground or for holding it in the number's sentence.
std::optional<std::uint32_t> nearest_holding(const BlockView& view, const ground::NumberMention& number) {
  constexpr std::uint32_t kReach = 14;
  const Analysis& analysis = view.analysis();
  const TokenSpan sentence = ground::punctuated_sentence(analysis, number.tokens.begin);
  const std::uint32_t center = number.digits.begin;
  const auto tells = [&](std::uint32_t token) {
    return view.lexicon.is_ground(noun_key(analysis, token)) ||
           view.lexicon.is_holding(analysis.lemma(analysis[token]));
  };
  for (std::uint32_t distance = 1; distance <= kReach; ++distance) {
    if (center >= sentence.begin + distance && tells(center - distance)) return center - distance;
    if (center + distance < sentence.end && tells(center + distance)) return center + distance;
  }
  return std::nullopt;
}

}  // namespace

std::optional<AreaPhrase> area_phrase(const BlockView& view, const ground::NumberMention& number) {
  if (number.not_count != ground::NotCount::kArea || is_conversion(view.analysis(), number)) return std::nullopt;
  const auto unit = unit_behind(view, number.digits.end);
  const auto holding = nearest_holding(view, number);
  if (!unit || !holding) return std::nullopt;
  AreaPhrase found;
  found.unit = unit->name;
  found.phrase.number = &number;
  found.phrase.root = unit->token;
  found.phrase.noun = ground_behind(view, unit->token);
  found.phrase.noun_class.type = NounType::kPlace;
  found.phrase.tokens = {number.tokens.begin, found.phrase.noun.value_or(unit->token) + 1};
  found.trigger = {record::Measure::kArea, *holding, "ground"};
  return found;
}

}  // namespace counterclaim::extract
