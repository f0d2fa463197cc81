#include "counterclaim/reconcile/figure_relations.h"

#include <algorithm>

namespace counterclaim::reconcile {
namespace {

using record::Measure;
using record::RelationType;

constexpr std::int32_t kOneWording = 600;       // thousandths of words shared by one sentence in two reports
constexpr std::int32_t kSpeakersWording = 250;  // ... and by one speaker's words as two reports give them
constexpr std::int32_t kPastDays = 30;          // a happening so long before the report has its toll by then
constexpr std::int32_t kOneDay = 1;
constexpr std::int32_t kOnePeriod = 183;  // days within which one toll is counted on

bool are_comparable(Measure a, Measure b) {
  const auto dead = [](Measure m) { return m == Measure::kKilled || m == Measure::kKilledOrMissing; };
  return a == b || (dead(a) && dead(b));
}

bool grows(Measure measure) { return measure != Measure::kForces && measure != Measure::kDistance; }

// The day as of which the count holds.
std::optional<std::int32_t> day_of(const Passage& passage) {
  if (!passage.item.told || passage.item.told->last == DayInterval::kOpenEnd) return passage.report.as_of;
  if (!passage.report.as_of) return passage.item.told->last;
  return std::min(passage.item.told->last, *passage.report.as_of);
}

bool is_past(const Passage& passage) {
  if (passage.item.background) return true;
  const auto day = day_of(passage);
  return day && passage.report.as_of && *passage.report.as_of - *day > kPastDays;
}

// Whether one side's authorities count, or nobody but the reports.
bool is_one_authority(const Passage& a, const Passage& b) {
  if (!a.item.cited || !b.item.cited) return a.item.cited == b.item.cited;
  return same_name(a, a.item.source_side, b, b.item.source_side) ||
         (a.item.source_side == b.item.source_side && same_name(a, a.item.source_name, b, b.item.source_name));
}

bool is_one_number(const ItemFacts& a, const ItemFacts& b) {
  if (!a.value || !b.value) return !a.value && !b.value && a.interval == b.interval;
  if (*a.value != *b.value || a.value_high != b.value_high) return false;
  const auto over = [](const ItemFacts& f) { return f.bound == record::Bound::kMoreThan; };
  const auto under = [](const ItemFacts& f) { return f.bound == record::Bound::kLessThan; };
  return !(over(a) && under(b)) && !(under(a) && over(b));
}

bool is_larger(const ItemFacts& a, const ItemFacts& b) {
  if (a.value && b.value) return *a.value > *b.value;
  return a.interval.low > b.interval.low;
}

std::optional<RelationDecision> one_number(const Passage& a, const Passage& b, const SharedWords& words) {
  if (!a.item.value && a.item.word == 0) return std::nullopt;
  const bool one_report = &a.report == &b.report;
  const std::int32_t shared = words.thousandths();
  const bool one_speaker = speakers_are_alike(a, b);
  const bool copied = !one_report && (shared >= kOneWording || (one_speaker && shared >= kSpeakersWording));
  return RelationDecision{copied ? RelationType::kCopy : RelationType::kSame};
}

// Of one authority's two counts the later one, or of two undated ones the larger one, takes the other's place.
std::optional<RelationDecision> two_counts_of_one(const Passage& a, const Passage& b) {
  if (!grows(a.item.measure) || is_past(a) || is_past(b)) return std::nullopt;
  const bool larger = is_larger(a.item, b.item);
  const auto day_a = day_of(a), day_b = day_of(b);
  if (day_a && day_b && std::abs(*day_a - *day_b) > kOnePeriod) return std::nullopt;
  if (day_a && day_b && std::abs(*day_a - *day_b) >= kOneDay && (*day_a > *day_b) != larger) return std::nullopt;
  return RelationDecision{RelationType::kUpdate, larger};
}

// Single victims and forces are of many happenings; so are counts of other days.
bool can_contradict(const Passage& a, const Passage& b) {
  if (!a.item.value || !b.item.value || a.item.measure == Measure::kForces) return false;
  if (*a.item.value == 1 || *b.item.value == 1) return false;
  constexpr double kTotal = 16;  // from here on rather a running total than the toll of one happening
  constexpr std::int64_t kNearDays = 3;
  if (is_past(a) && is_past(b)) return true;
  if (!a.item.told || !b.item.told) return true;
  const bool totals = std::min(*a.item.value, *b.item.value) >= kTotal;
  return a.item.told->gap_to(*b.item.told) <= (totals ? kPastDays : kNearDays);
}

bool repeats(const Passage& a, const Passage& b) {
  return &a.report == &b.report && (a.item.same_as == b.item.index || b.item.same_as == a.item.index);
}

// A number that many happenings have.
bool is_small(const ItemFacts& figure) {
  constexpr double kSmall = 8;
  return !figure.value || *figure.value < kSmall;
}

// Whether the two count in one manner: running totals, or what happened on near days.
bool count_alike(const Passage& a, const Passage& b) {
  if (a.item.is_part || b.item.is_part || a.item.is_addition || b.item.is_addition) return false;
  if (a.item.counts && b.item.counts && a.item.counts != b.item.counts) return false;
  constexpr std::int64_t kNearDays = 3;
  const bool are_new = a.item.counts == record::Counting::kNew || b.item.counts == record::Counting::kNew;
  return !are_new || !a.item.told || !b.item.told || a.item.told->gap_to(*b.item.told) <= kNearDays;
}

// Whether the larger count can be what the smaller one came to: it is later, or undated and not much larger.
bool may_have_grown(const Passage& a, const Passage& b) {
  if (!grows(a.item.measure) || is_past(a) || is_past(b)) return false;
  const auto day_a = day_of(a), day_b = day_of(b);
  if (day_a && day_b) return *day_a != *day_b && (*day_a > *day_b) == is_larger(a.item, b.item);
  constexpr double kMuchLarger = 1.5;
  const double smaller = std::min(*a.item.value, *b.item.value);
  return &a.report != &b.report && std::max(*a.item.value, *b.item.value) < kMuchLarger * smaller;
}

// Numbers that one toll can have had: of people alike, the one at most some times the other.
bool can_be_two_counts(const Passage& a, const Passage& b, const PairSheet& sheet, const Weights& weights) {
  constexpr double kMostTimes = 16;
  constexpr double kTotal = 16;
  if (a.item.value && b.item.value) {
    const double smaller = std::min(*a.item.value, *b.item.value), larger = std::max(*a.item.value, *b.item.value);
    if (larger > kMostTimes * smaller) return false;
    if (a.item.person_kind != b.item.person_kind && larger < kTotal) return false;
  }
  const auto is_both = [](const Passage& p) { return p.name(p.item.side) == "both"; };
  const bool sided = (a.item.side != 0 && b.item.side != 0) || is_both(a) || is_both(b);
  return sided || sheet.of(Field::kWords) >= weights.sideless_words;
}

std::optional<RelationDecision> two_numbers(const Passage& a, const Passage& b, const PairSheet& sheet,
                                            const Weights& weights) {
  if (!count_alike(a, b)) return std::nullopt;
  if (!can_be_two_counts(a, b, sheet, weights)) return std::nullopt;
  const bool one_report = &a.report == &b.report;
  const bool one_authority = is_one_authority(a, b);
  // One sentence enumerates, unless it sets two sides' counts against each other.
  if (one_report && a.item.sentence == b.item.sentence &&
      !(a.item.cited && b.item.cited && other_name(a, a.item.source_side, b, b.item.source_side)))
    return std::nullopt;
  if (one_report && (a.item.side == 0 || b.item.side == 0)) return std::nullopt;
  if (one_authority && !one_report) {
    if (const auto update = two_counts_of_one(a, b)) return update;
  }
  if (sheet.sum() < weights.figures_conflict || a.item.interval.overlaps(b.item.interval)) return std::nullopt;
  if (!can_contradict(a, b) || may_have_grown(a, b)) return std::nullopt;
  // One authority's two counts are of two things, or of two times; of what is long past there is one.
  if (one_authority && (one_report || a.item.cited || !is_past(a) || !is_past(b))) return std::nullopt;
  return RelationDecision{RelationType::kConflict};
}

}  // namespace

bool can_count_one_thing(const Passage& a, const Passage& b) {
  const ItemFacts &x = a.item, &y = b.item;
  if (!are_comparable(x.measure, y.measure) || a.name(x.unit) != b.name(y.unit)) return false;
  if (x.measure == Measure::kOther || x.measure == Measure::kDistance) return false;
  if (other_name(a, x.side, b, y.side)) return false;
  const bool one_told = (x.side == 0) != (y.side == 0);
  if (one_told && a.name(x.side) != "both" && b.name(y.side) != "both" && !is_one_number(x, y)) return false;
  const auto is_told = [](const ItemFacts& f) {
    return f.person_kind && *f.person_kind != record::PersonKind::kUnspecified;
  };
  if (is_told(x) && is_told(y) && x.person_kind != y.person_kind) return false;
  return x.background == y.background || is_one_number(x, y);
}

std::optional<RelationDecision> relation_of_figures(const Passage& a, const Passage& b, const PairSheet& sheet,
                                                    const SharedWords& words, const Weights& weights) {
  if (repeats(a, b)) return RelationDecision{RelationType::kSame};
  if (sheet.sum() < weights.figures_related) return std::nullopt;
  const bool one_number_told = is_one_number(a.item, b.item);
  if (one_number_told && is_small(a.item) && (&a.report == &b.report || sheet.sum() < weights.small_figures_related))
    return std::nullopt;
  if (a.item.denied != b.item.denied) {
    if (!one_number_told) return std::nullopt;
    return RelationDecision{RelationType::kDenial, a.item.denied};
  }
  if (a.item.denied) return std::nullopt;
  if (one_number_told) return one_number(a, b, words);
  return two_numbers(a, b, sheet, weights);
}

}  // namespace counterclaim::reconcile
