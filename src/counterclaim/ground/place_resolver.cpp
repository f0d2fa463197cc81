#include "counterclaim/ground/place_resolver.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace counterclaim::ground {

using record::PlaceKind;
using Candidate = PlaceCandidates::Candidate;

namespace {

// Weights, in logarithms of odds.
constexpr double kCustomaryName = 1.0;  // the name asked for is the place's customary English one
constexpr double kToldArea = 6.0;       // the text says that it lies there
constexpr double kToldKind = 2.5;
constexpr double kCountry = 2.5;       // it lies in the country that the report names most
constexpr double kAreaOfReport = 2.5;  // it lies in a smaller area that the report names
constexpr double kNear = 2.0;          // other places of the report are close

constexpr double kNearKm = 150;              // the distance at which closeness has fallen to a third
constexpr std::size_t kMostNeighbours = 24;  // places of the report that distances are taken to
constexpr double kSamePlaceKm = 40;          // candidates closer than this are no rivals: a town and its district
constexpr double kLeastMargin = 0.1;
constexpr std::uint32_t kUnheardOf = 3'000;  // a smaller place far from all that the report names is not meant

double distance_km(const PlaceFacts& a, const PlaceFacts& b) {
  constexpr double kRadians = std::numbers::pi / 180;
  const double latitude = std::sin((b.latitude - a.latitude) * kRadians / 2);
  const double longitude = std::sin((b.longitude - a.longitude) * kRadians / 2);
  const double h =
      latitude * latitude + std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * longitude * longitude;
  return 2 * 6371 * std::asin(std::min(1.0, std::sqrt(h)));
}

bool fits(PlaceKind told, PlaceKind kind) {
  switch (told) {
    case PlaceKind::kArea: return kind == PlaceKind::kArea || kind == PlaceKind::kCountry || kind == PlaceKind::kRegion;
    case PlaceKind::kRegion: return kind != PlaceKind::kLocality && kind != PlaceKind::kFacility;
    case PlaceKind::kMountain: return kind == PlaceKind::kMountain || kind == PlaceKind::kRegion;
    case PlaceKind::kFacility: return kind == PlaceKind::kFacility || kind == PlaceKind::kOther;
    default: return kind == told;
  }
}

bool is_large(const PlaceFacts& place) { return place.kind == PlaceKind::kCountry || place.country.empty(); }

struct Scored {
  double score = 0;
  double told = 0, country = 0, near = 0;  // the parts, for the rule's name
};

class Resolution {
 public:
  Resolution(const PlaceCandidates& candidates, std::span<const PlaceUse> uses,
             const std::map<std::string, double, std::less<>>& countries)
      : candidates_(candidates), uses_(uses), countries_(countries), scores_(candidates.size()) {}

  std::vector<PlaceReading> run() {
    score_alone();
    count_areas();
    score_by_report();
    score_by_distance();
    std::vector<PlaceReading> readings;
    readings.reserve(uses_.size());
    for (const PlaceUse& use : uses_) readings.push_back(reading_of(use));
    return readings;
  }

 private:
  [[nodiscard]] double told_area(const PlaceUse& use, const Candidate& candidate) const {
    if (!use.container) return 0;
    const std::uint32_t area = uses_[*use.container].name;
    const std::optional<std::uint32_t> top = best_[area];
    if (!top) return 0;
    return candidates_.holds(candidates_[area].places[*top].id, candidate) ? kToldArea : 0;
  }

  [[nodiscard]] static double told_kind(const PlaceUse& use, const Candidate& candidate) {
    if (!use.kind) return 0;
    return fits(*use.kind, candidate.kind) ? kToldKind : -kToldKind;
  }

  void find_best() {
    best_.assign(candidates_.size(), std::nullopt);
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      const std::vector<Scored>& scores = scores_[name];
      const auto best = std::max_element(scores.begin(), scores.end(),
                                         [](const Scored& a, const Scored& b) { return a.score < b.score; });
      if (best != scores.end()) best_[name] = static_cast<std::uint32_t>(best - scores.begin());
    }
  }

  // Importance, and what is told beside any use of the name.
  void score_alone() {
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      for (const Candidate& place : candidates_[name].places) {
        scores_[name].push_back(
            {std::log(static_cast<double>(place.importance)) + (place.customary ? kCustomaryName : 0)});
      }
    }
    used_.assign(candidates_.size(), 0);
    std::vector<bool> kind_seen(candidates_.size(), false);
    for (const PlaceUse& use : uses_) {
      ++used_[use.name];
      if (!use.kind || kind_seen[use.name]) continue;
      kind_seen[use.name] = true;
      const auto& places = candidates_[use.name].places;
      for (std::size_t n = 0; n < places.size(); ++n) scores_[use.name][n].score += told_kind(use, places[n]) / 2;
    }
    find_best();
    std::vector<bool> area_seen(candidates_.size(), false);
    for (const PlaceUse& use : uses_) {
      if (!use.container || area_seen[use.name]) continue;
      area_seen[use.name] = true;
      const auto& places = candidates_[use.name].places;
      for (std::size_t n = 0; n < places.size(); ++n) scores_[use.name][n].told = told_area(use, places[n]);
      for (Scored& scored : scores_[use.name]) scored.score += scored.told;
    }
    find_best();
  }

  // The countries and areas that the report names, each with its share of the mentions.
  void count_areas() {
    weights_ = {countries_.begin(), countries_.end()};
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      if (!best_[name] || used_[name] == 0) continue;
      const Candidate& place = candidates_[name].places[*best_[name]];
      if (place.kind != PlaceKind::kLocality) areas_[key(place.id)] += used_[name];
      const double weight = place.kind == PlaceKind::kCountry ? 1.0 : 0.5;
      if (!place.country.empty()) weights_[std::string(place.country)] += weight * used_[name];
    }
    for (const auto& [country, weight] : weights_) heaviest_ = std::max(heaviest_, weight);
  }

  void score_by_report() {
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      const auto& places = candidates_[name].places;
      for (std::size_t n = 0; n < places.size(); ++n) {
        Scored& scored = scores_[name][n];
        scored.country = support_of(places[n], best_[name] == n ? used_[name] : 0);
        scored.score += scored.country;
      }
    }
    find_best();
  }

  // What the report's countries and areas say for a place; its own `uses` do not count.
  [[nodiscard]] double support_of(const Candidate& place, std::uint32_t own_uses) const {
    double support = 0;
    const auto weight = weights_.find(place.country);
    if (weight != weights_.end() && place.kind != PlaceKind::kCountry) {
      const double others = weight->second - 0.5 * own_uses;
      support += kCountry * std::clamp(std::sqrt(std::max(0.0, others) / std::max(heaviest_, 1.0)), 0.0, 1.0);
    }
    for (const PlaceId area : candidates_.areas_of(place)) {
      if (!areas_.contains(key(area))) continue;
      if (candidates_.gazetteers()->facts(area).kind == PlaceKind::kCountry) break;
      return support + kAreaOfReport;
    }
    return support;
  }

  void score_by_distance() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      if (best_[name] && used_[name] > 0 && !is_large(candidates_[name].places[*best_[name]])) order.push_back(name);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return used_[a] > used_[b]; });
    if (order.size() > kMostNeighbours) order.resize(kMostNeighbours);
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      const auto& places = candidates_[name].places;
      for (std::size_t n = 0; n < places.size(); ++n) {
        double closeness = 0;
        for (const std::uint32_t other : order) {
          if (other == name || is_large(places[n])) continue;
          closeness += std::exp(-distance_km(places[n], candidates_[other].places[*best_[other]]) / kNearKm);
        }
        scores_[name][n].near = kNear * std::min(1.0, closeness);
      }
    }
    for (std::vector<Scored>& scores : scores_) {
      for (Scored& scored : scores) scored.score += scored.near;
    }
    find_best();
  }

  [[nodiscard]] PlaceReading reading_of(const PlaceUse& use) const {
    const auto& places = candidates_[use.name].places;
    std::optional<std::uint32_t> best;
    std::vector<double> scores(places.size());
    for (std::uint32_t n = 0; n < places.size(); ++n) {
      if (use.kind_in_name && !fits(*use.kind, places[n].kind)) continue;
      scores[n] = scores_[use.name][n].score + told_kind(use, places[n]) + told_area(use, places[n]);
      if (!best || scores[n] > scores[*best]) best = n;
    }
    if (!best) return {std::nullopt, 0, "not_in_gazetteer"};
    double rival = 0;
    for (std::uint32_t n = 0; n < places.size(); ++n) {
      if (n != *best && distance_km(places[n], places[*best]) > kSamePlaceKm) rival = std::max(rival, scores[n]);
    }
    const double margin = 1 - std::exp(std::min(0.0, rival - scores[*best]));
    const Scored& parts = scores_[use.name][*best];
    const bool supported = parts.told > 0 || parts.country > 0 || parts.near > 0.1 || told_area(use, places[*best]) > 0;
    if (!supported && places[*best].importance < kUnheardOf && !weights_.empty()) {
      return {std::nullopt, margin, "small_and_far"};
    }
    if (margin < kLeastMargin) return {std::nullopt, margin, "undecided"};
    return {best, margin, rule_of(parts)};
  }

  [[nodiscard]] static std::string_view rule_of(const Scored& parts) {
    if (parts.told > 0) return "told_area";
    if (parts.country >= parts.near && parts.country > 0) return "areas_of_report";
    if (parts.near > 0.5) return "near_others";
    return "importance";
  }

  static std::uint64_t key(PlaceId id) { return std::uint64_t{id.gazetteer} << 32 | id.place; }

  const PlaceCandidates& candidates_;
  std::span<const PlaceUse> uses_;
  const std::map<std::string, double, std::less<>>& countries_;
  std::vector<std::vector<Scored>> scores_;             // by name and candidate
  std::vector<std::optional<std::uint32_t>> best_;      // by name
  std::vector<std::uint32_t> used_;                     // by name: how often
  std::map<std::string, double, std::less<>> weights_;  // by country
  std::unordered_map<std::uint64_t, std::uint32_t> areas_;
  double heaviest_ = 0;
};

}  // namespace

std::vector<PlaceReading> resolve_places(const PlaceCandidates& candidates, std::span<const PlaceUse> uses,
                                         const std::map<std::string, double, std::less<>>& countries) {
  return Resolution(candidates, uses, countries).run();
}

}  // namespace counterclaim::ground
