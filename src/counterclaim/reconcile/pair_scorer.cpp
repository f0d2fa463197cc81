#include "counterclaim/reconcile/pair_scorer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace counterclaim::reconcile {
namespace {

constexpr std::int64_t kNearDays = 3;
constexpr std::int64_t kWeek = 10;  // with the days that reports lag behind
constexpr std::int64_t kMonth = 31;
constexpr double kNearKm = 20;
constexpr double kFarKm = 100;

std::int32_t doublings_from(double value, double from) {
  if (!(value >= from)) return 0;
  return std::bit_width(static_cast<std::uint64_t>(std::min(value / from, 1e15)));
}

double distance_km(const ItemFacts& a, const ItemFacts& b) {  // on a sphere; fine for "near" and "far"
  constexpr double kRadians = std::numbers::pi / 180;
  constexpr double kEarthKm = 6371;
  const double mid = (a.latitude + b.latitude) / 2 * kRadians;
  const double north = (a.latitude - b.latitude) * kRadians;
  const double east = (a.longitude - b.longitude) * kRadians * std::cos(mid);
  return kEarthKm * std::sqrt(north * north + east * east);
}

// Types of happenings that reports use for one another: the general for the particular.
bool is_akin(record::EventType a, record::EventType b) {
  using enum record::EventType;
  const auto violent = [](record::EventType t) {
    return t == kArmedClash || t == kShelling || t == kAirStrike || t == kDroneStrike || t == kShooting ||
           t == kGroundAttack || t == kMine || t == kBombing || t == kAttack || t == kViolation || t == kDestruction;
  };
  const auto general = [](record::EventType t) { return t == kAttack || t == kArmedClash || t == kViolation; };
  if (violent(a) && violent(b)) return general(a) || general(b);
  const auto talking = [](record::EventType t) { return t == kTalks || t == kAgreement; };
  if (talking(a) && talking(b)) return true;
  const auto ground = [](record::EventType t) { return t == kTerritoryTaken || t == kGroundAttack; };
  return (ground(a) && ground(b)) || a == kOther || b == kOther;
}

int shared_leading_sides(const ReportFacts& a, const ReportFacts& b) {
  int shared = 0;
  for (const NameId x : a.leading_sides) {
    for (const NameId y : b.leading_sides) shared += x != 0 && y != 0 && a.name(x) == b.name(y) ? 1 : 0;
  }
  return shared;
}

}  // namespace

bool claims(record::Stance stance) {
  return stance == record::Stance::kAsserts || stance == record::Stance::kAccuses ||
         stance == record::Stance::kConfirms;
}

bool same_name(const Passage& a, NameId of_a, const Passage& b, NameId of_b) {
  return of_a != 0 && of_b != 0 && a.name(of_a) == b.name(of_b);
}

bool other_name(const Passage& a, NameId of_a, const Passage& b, NameId of_b) {
  return of_a != 0 && of_b != 0 && a.name(of_a) != b.name(of_b);
}

bool speakers_are_alike(const Passage& a, const Passage& b) {
  if (!a.item.cited || !b.item.cited || other_name(a, a.item.source_side, b, b.item.source_side)) return false;
  if (same_name(a, a.item.source_name, b, b.item.source_name)) return true;
  const auto shared = [](std::span<const WordId> x, std::span<const WordId> y) {
    return std::any_of(x.begin(), x.end(), [&](WordId w) { return std::find(y.begin(), y.end(), w) != y.end(); });
  };
  return same_name(a, a.item.source_side, b, b.item.source_side) &&
         shared(a.report.source_words_of(a.item), b.report.source_words_of(b.item));
}

std::int32_t PairScorer::reports(const ReportFacts& a, const ReportFacts& b) const {
  if (&a == &b) return weights_.one_report;
  std::int64_t shared = 0, of_a = 0, of_b = 0;
  for (const WordId key : a.keys) of_a += frequencies_.key_bits(key);
  for (const WordId key : b.keys) of_b += frequencies_.key_bits(key);
  for (auto x = a.keys.begin(), y = b.keys.begin(); x != a.keys.end() && y != b.keys.end();) {
    if (*x == *y) shared += frequencies_.key_bits(*x);
    *x < *y ? ++x : (*y < *x ? ++y : (++x, ++y));
  }
  // Of the geometric mean: a long report holds many words of any short one.
  const double both = std::sqrt(static_cast<double>(of_a) * static_cast<double>(of_b));
  const auto thousandths = static_cast<std::int32_t>(both > 0 ? 1000 * static_cast<double>(shared) / both : 0);
  std::int32_t weight = std::clamp((thousandths - weights_.reports_chance) * weights_.reports_alike,
                                   weights_.reports_least, weights_.reports_most);
  const int shared_sides = shared_leading_sides(a, b);
  if (shared_sides == 2) weight += weights_.sides_equal;
  if (shared_sides == 0) weight += weights_.sides_differ;
  if (a.as_of && b.as_of) {
    const std::int32_t apart = std::abs(*a.as_of - *b.as_of);
    if (apart <= kWeek) weight += weights_.published_together;
    if (apart > kMonth) weight += weights_.published_apart;
  }
  return weight;
}

SharedWords PairScorer::shared_words(const Passage& a, const Passage& b) const {
  const auto of_a = a.words();
  const auto of_b = b.words();
  SharedWords words;
  std::int32_t bits_a = 0, bits_b = 0;
  for (auto x = of_a.begin(), y = of_b.begin(); x != of_a.end() || y != of_b.end();) {
    if (y == of_b.end() || (x != of_a.end() && *x < *y)) {
      bits_a += frequencies_.word_bits(*x++);
    } else if (x == of_a.end() || *y < *x) {
      bits_b += frequencies_.word_bits(*y++);
    } else {
      const std::int32_t bits = frequencies_.word_bits(*x);
      words.shared += bits, bits_a += bits, bits_b += bits;
      ++x, ++y;
    }
  }
  words.shorter = std::min(bits_a, bits_b);
  words.longer = std::max(bits_a, bits_b);
  return words;
}

void PairScorer::add_words(PairSheet& sheet, const Passage& a, const Passage& b, std::int32_t least) const {
  const SharedWords words = shared_words(a, b);
  const std::int32_t weight =
      words.shared * weights_.word_shared + (words.shorter - words.shared) * weights_.word_not_shared;
  sheet.add(Field::kWords, std::clamp(weight, least, weights_.words_most));
}

void PairScorer::add_days(PairSheet& sheet, const Passage& a, const Passage& b) const {
  if (!a.item.days || !b.item.days) {
    if (!a.item.told || !b.item.told) return;
    const std::int64_t apart = a.item.told->gap_to(*b.item.told);
    if (apart <= kNearDays) return sheet.add(Field::kDays, weights_.told_near);
    if (apart > kWeek) sheet.add(Field::kDays, apart <= kMonth ? weights_.told_month : weights_.told_apart);
    return;
  }
  const std::int64_t gap = a.item.days->gap_to(*b.item.days);
  if (*a.item.days == *b.item.days && a.item.days->days() == 1) {
    sheet.add(Field::kDays, weights_.day_equal);
  } else if (gap == 0) {
    sheet.add(Field::kDays, weights_.days_overlap);
  } else {
    sheet.add(Field::kDays, gap <= kNearDays ? weights_.days_near : weights_.days_apart);
  }
}

void PairScorer::add_place(PairSheet& sheet, const Passage& a, const Passage& b) const {
  if (same_name(a, a.item.place, b, b.item.place)) {
    sheet.add(Field::kPlace, weights_.place_equal);
  } else if (a.item.has_point && b.item.has_point) {
    const double km = distance_km(a.item, b.item);
    if (km <= kNearKm) sheet.add(Field::kPlace, weights_.place_near);
    if (km > kFarKm) sheet.add(Field::kPlace, weights_.place_far);
  }
}

void PairScorer::add_sources(PairSheet& sheet, const Passage& a, const Passage& b) const {
  if (!a.item.cited || !b.item.cited) return;
  if (same_name(a, a.item.source_name, b, b.item.source_name)) {
    sheet.add(Field::kSource, weights_.source_equal);
  } else if (same_name(a, a.item.source_side, b, b.item.source_side)) {
    sheet.add(Field::kSource, weights_.source_side_equal);
  } else if (other_name(a, a.item.source_side, b, b.item.source_side)) {
    sheet.add(Field::kSource, weights_.source_differs);
  }
}

// Running totals of one thing are of near days, not of one day.
void PairScorer::add_count_days(PairSheet& sheet, const Passage& a, const Passage& b) const {
  if (a.item.value && a.item.value == b.item.value && a.item.days && b.item.days) return add_days(sheet, a, b);
  if (!a.item.told || !b.item.told) return;
  const std::int64_t gap = a.item.told->gap_to(*b.item.told);
  sheet.add(Field::kDays, gap <= kNearDays ? weights_.counts_near
                          : gap <= kWeek   ? weights_.counts_week
                          : gap <= kMonth  ? weights_.counts_month
                                           : weights_.counts_apart);
}

void PairScorer::add_theme(PairSheet& sheet, Field field, const Passage& a, const Passage& b) const {
  if (a.item.theme == b.item.theme) sheet.add(field, weights_.theme_rare * frequencies_.word_bits(a.item.theme));
}

PairSheet PairScorer::of_reports(const Passage& a, std::int32_t reports) const {
  PairSheet sheet;
  sheet.add(Field::kPrior, weights_.prior_by_class * frequencies_.passages_class(a.item.item_kind));
  sheet.add(Field::kReports, reports);
  return sheet;
}

PairSheet PairScorer::subject(const Passage& a, const Passage& b, std::int32_t reports) const {
  PairSheet sheet = of_reports(a, reports);
  add_words(sheet, a, b, weights_.words_least);
  add_days(sheet, a, b);
  return sheet;
}

PairSheet PairScorer::figures(const Passage& a, const Passage& b, std::int32_t reports) const {
  PairSheet sheet = of_reports(a, reports);
  add_words(sheet, a, b, weights_.words_least_of_figures);
  add_count_days(sheet, a, b);
  add_place(sheet, a, b);
  if (a.item.side != 0) add_theme(sheet, Field::kSide, a, b);
  if (same_name(a, a.item.side, b, b.item.side)) {
    sheet.add(Field::kSide, weights_.side_equal);
  } else if (a.item.side != 0 || b.item.side != 0) {
    sheet.add(Field::kSide, weights_.side_both);
  }
  if (a.item.person_kind && a.item.person_kind == b.item.person_kind &&
      a.item.person_kind != record::PersonKind::kUnspecified)
    sheet.add(Field::kKind, weights_.kind_equal);
  if (a.item.event_index && b.item.event_index) {
    const bool equal = a.item.event == b.item.event;
    sheet.add(Field::kType, equal                                 ? weights_.type_equal
                            : is_akin(a.item.event, b.item.event) ? weights_.type_akin
                                                                  : weights_.type_differs);
  }
  if (a.item.value && b.item.value) {
    constexpr double kRareFrom = 8;
    constexpr double kLargeFrom = 16;
    if (*a.item.value == *b.item.value) {
      sheet.add(Field::kValue, weights_.value_equal + weights_.value_rare * doublings_from(*a.item.value, kRareFrom));
    } else {
      const double smaller = std::min(*a.item.value, *b.item.value);
      const double larger = std::max(*a.item.value, *b.item.value);
      sheet.add(Field::kValue, weights_.value_large * std::min(6, doublings_from(smaller, kLargeFrom)) +
                                   weights_.value_ratio * doublings_from(larger / std::max(smaller, 0.5), 8));
    }
  }
  return sheet;
}

PairSheet PairScorer::statements(const Passage& a, const Passage& b, std::int32_t reports) const {
  PairSheet sheet = subject(a, b, reports);
  add_sources(sheet, a, b);
  add_theme(sheet, Field::kStance, a, b);
  if (a.item.stance == b.item.stance) {
    sheet.add(Field::kStance, weights_.stance_equal);
  } else if (!claims(a.item.stance) || !claims(b.item.stance)) {
    sheet.add(Field::kStance, weights_.stance_differs);
  }
  if (same_name(a, a.item.target, b, b.item.target)) sheet.add(Field::kTarget, weights_.target_equal);
  if (other_name(a, a.item.target, b, b.item.target)) sheet.add(Field::kTarget, weights_.target_differs);
  return sheet;
}

PairSheet PairScorer::events(const Passage& a, const Passage& b, std::int32_t reports) const {
  PairSheet sheet = subject(a, b, reports);
  add_place(sheet, a, b);
  add_theme(sheet, Field::kType, a, b);
  const bool equal = a.item.event == b.item.event;
  sheet.add(Field::kType, equal                                 ? weights_.type_equal
                          : is_akin(a.item.event, b.item.event) ? weights_.type_akin
                                                                : weights_.type_differs);
  if (same_name(a, a.item.side, b, b.item.side)) sheet.add(Field::kSide, weights_.side_equal);
  if (same_name(a, a.item.target, b, b.item.target)) sheet.add(Field::kTarget, weights_.target_equal);
  const auto is_two_sided = [](const Passage& p, NameId id) { return p.name(id) == "both"; };
  if (other_name(a, a.item.side, b, b.item.side) && !is_two_sided(a, a.item.side) && !is_two_sided(b, b.item.side) &&
      !same_name(a, a.item.side, b, b.item.target))
    sheet.add(Field::kSide, weights_.target_differs);
  return sheet;
}

}  // namespace counterclaim::reconcile
