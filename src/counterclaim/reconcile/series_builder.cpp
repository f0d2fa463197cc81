#include "counterclaim/reconcile/series_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace counterclaim::reconcile {
namespace {

using record::SeriesPoint;

bool is_of_the_series(const ItemFacts& figure) {
  return figure.item_kind == record::ItemKind::kFigure && figure.side != 0 && !figure.denied && !figure.background &&
         !figure.is_part && !figure.is_addition && figure.measure != record::Measure::kOther &&
         figure.measure != record::Measure::kDistance && (figure.value || figure.word != 0);
}

std::optional<std::string> day_in_words(const ReportFacts& report, const ItemFacts& figure) {
  if (figure.told && figure.told->last != DayInterval::kOpenEnd)
    return iso_day(report.as_of ? std::min(figure.told->last, *report.as_of) : figure.told->last);
  return report.as_of ? std::optional(iso_day(*report.as_of)) : std::nullopt;
}

SeriesPoint point_of(const ReportFacts& report, const ItemFacts& figure, std::uint32_t position) {
  SeriesPoint point;
  point.side = report.name(figure.side);
  point.measure = figure.measure;
  point.kind = figure.person_kind;
  point.unit = report.name(figure.unit);
  point.claimant = claimant_of(report, figure);
  point.own_count = point.claimant == point.side;
  point.as_of = day_in_words(report, figure);
  point.value = figure.value;
  point.value_high = figure.value_high;
  point.bound = figure.bound;
  if (figure.word != 0) point.word = report.name(figure.word);
  point.figure = {position, figure.item_kind, figure.index, figure.span};
  return point;
}

auto count_of(const SeriesPoint& p) {
  return std::tuple(p.side, p.measure, p.kind, p.unit, p.value, p.value_high, p.word);
}

auto place_of(const SeriesPoint& p) {
  return std::tuple(p.side, p.measure, p.kind, p.unit, p.claimant, p.as_of, p.value, p.value_high, p.word, p.bound,
                    p.figure.report, p.figure.index);
}

}  // namespace

std::vector<SeriesPoint> series_of(std::span<const ReportFacts> reports, const Claimants& claimants) {
  std::vector<SeriesPoint> points;
  std::map<decltype(count_of(SeriesPoint())), std::set<std::string>> who_says;
  for (std::uint32_t r = 0; r < reports.size(); ++r) {
    for (std::uint32_t i = 0; i < reports[r].items.size(); ++i) {
      if (!is_of_the_series(reports[r].items[i])) continue;
      points.push_back(point_of(reports[r], reports[r].items[i], r));
      who_says[count_of(points.back())].insert(claimants.independent_of({r, i}));
    }
  }
  std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
  const auto is_again = [](const SeriesPoint& a, const SeriesPoint& b) {
    return count_of(a) == count_of(b) && a.claimant == b.claimant && a.as_of == b.as_of && a.bound == b.bound;
  };
  points.erase(std::unique(points.begin(), points.end(), is_again), points.end());
  for (SeriesPoint& point : points) point.independent = static_cast<std::uint32_t>(who_says[count_of(point)].size());
  return points;
}

}  // namespace counterclaim::reconcile
