#include "counterclaim/ground/place_resolver.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <unordered_map>

namespace counterclaim::ground {

using record::PlaceKind;
using Candidate = PlaceCandidates::Candidate;

namespace {

// Weights, in logarithms of odds.
constexpr double kCustomaryName = 1.4;  // the name asked for is the place's customary English one
constexpr double kTown = 1.2;           // where a town and its area have one name, the town is meant
constexpr double kSeat = 2.0;           // a seat of government is a town
constexpr double kToldArea = 6.0;       // the text says that it lies there
constexpr double kToldKind = 2.5;
constexpr double kCountry = 2.5;       // it lies in the country that the report names most
constexpr double kAreaOfReport = 2.5;  // it lies in a smaller area that the report names
constexpr double kNear = 2.0;          // other places of the report are close
constexpr double kSiblings = 3.5;      // the report names other parts of the same whole: states beside states

constexpr std::size_t kMostHolders = 12;     // candidates for a told area that are tried
constexpr double kNearKm = 150;              // the distance at which closeness has fallen to a third
constexpr double kEnoughSiblings = 3;        // so many and more count in full
constexpr std::size_t kMostNeighbours = 24;  // places of the report that distances are taken to
constexpr double kSamePlaceKm = 40;          // candidates closer than this are no rivals: a town and its district
constexpr double kLeastMargin = 0.1;
constexpr std::uint32_t kUnheardOfByOtherName = 500'000;
constexpr std::uint32_t kUnheardOf = 50'000;  // a smaller place far from all that the report names is not meant

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

// The kind that a name holds: "San Fernando Valley" is not in the place of San Fernando.
bool is_kind(PlaceKind told, PlaceKind kind) {
  if (told == PlaceKind::kArea || told == PlaceKind::kLocality) return fits(told, kind);
  return told == kind || (told != PlaceKind::kWater && kind == PlaceKind::kOther);
}

bool is_area(PlaceKind kind) { return kind == PlaceKind::kArea || kind == PlaceKind::kCountry; }

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
    for (const PlaceUse& use : uses_) readings.push_back(known_reading_of(use));
    return readings;
  }

 private:
  // Whether the area told beside this use may hold the candidate; once areas are chosen, whether the chosen one does.
  [[nodiscard]] double told_area(const PlaceUse& use, const Candidate& candidate) const {
    if (!use.container) return 0;
    const std::uint32_t area = uses_[*use.container].name;
    const auto& places = candidates_[area].places;
    const std::size_t count = std::min(places.size(), kMostHolders);
    const auto begin = places.begin(), end = begin + static_cast<std::ptrdiff_t>(count);
    return std::any_of(begin, end, [&](const Candidate& place) { return candidates_.holds(place.id, candidate); })
               ? kToldArea
               : 0;
  }

  [[nodiscard]] static double told_kind(const PlaceUse& use, const Candidate& candidate) {
    if (!use.kind) return 0;
    if (fits(*use.kind, candidate.kind)) return kToldKind;
    return *use.kind == PlaceKind::kArea && !use.kind_in_name ? 0 : -kToldKind;  // "the Houston region" is Houston's
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
    row_of_.assign(candidates_.size(), std::nullopt);
    std::vector<bool> kind_seen(candidates_.size(), false);
    for (const PlaceUse& use : uses_) {
      if (++used_[use.name] == 1) begin_name(use);
      if (!use.kind || kind_seen[use.name]) continue;
      kind_seen[use.name] = true;
      const auto& places = candidates_[use.name].places;
      for (std::size_t n = 0; n < places.size(); ++n) scores_[use.name][n].score += told_kind(use, places[n]) / 2;
    }
    score_told_areas();
  }

  void begin_name(const PlaceUse& use) {
    row_of_[use.name] = use.row;
    const auto& places = candidates_[use.name].places;
    for (std::size_t n = 0; n < places.size(); ++n) {
      if (places[n].kind != PlaceKind::kLocality) continue;
      scores_[use.name][n].score += kTown + (use.is_seat ? kSeat : 0);
    }
  }

  // A place told with its area is in it, and the area is the one that holds it.
  void score_told_areas() {
    std::vector<bool> seen(candidates_.size(), false);
    for (const PlaceUse& use : uses_) {
      if (!use.container || seen[use.name]) continue;
      seen[use.name] = true;
      const auto& places = candidates_[use.name].places;
      for (std::size_t n = 0; n < places.size(); ++n) {
        scores_[use.name][n].told = told_area(use, places[n]);
        scores_[use.name][n].score += scores_[use.name][n].told;
      }
    }
    find_best();
    for (const PlaceUse& use : uses_) {
      if (!use.container || !best_[use.name]) continue;
      const std::uint32_t area = uses_[*use.container].name;
      const Candidate& inner = candidates_[use.name].places[*best_[use.name]];
      const auto& places = candidates_[area].places;
      for (std::size_t n = 0; n < std::min(places.size(), kMostHolders); ++n) {
        Scored& scored = scores_[area][n];
        if (scored.told > 0 || !candidates_.holds(places[n].id, inner)) continue;
        scored.told = kToldArea;
        scored.score += kToldArea;
      }
    }
    find_best();
  }

  // How much a use of the name says for the country of its place.
  [[nodiscard]] double weight_of(const Candidate& place, std::uint32_t name) const {
    return (place.kind == PlaceKind::kCountry ? 1.0 : 0.5) * used_[name];
  }

  // The countries and areas that the report names, and what they are parts of.
  void count_areas() {
    weights_ = {countries_.begin(), countries_.end()};
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      if (!best_[name] || used_[name] == 0) continue;
      const Candidate& place = candidates_[name].places[*best_[name]];
      if (is_area(place.kind) || place.kind == PlaceKind::kRegion) areas_[key(place.id)] += used_[name];
      if (is_area(place.kind)) siblings_[whole_of(place)] += 1;
      if (!place.country.empty()) weights_[std::string(place.country)] += weight_of(place, name);
    }
    for (const PlaceUse& use : uses_) {
      if (!use.row || !best_[use.name]) continue;
      const Candidate& place = candidates_[use.name].places[*best_[use.name]];
      if (is_area(place.kind)) parts_in_row_[{*use.row, whole_of(place)}] += 1;
    }
    for (const auto& [country, weight] : weights_) heaviest_ = std::max(heaviest_, weight);
  }

  void score_by_report() {
    for (std::uint32_t name = 0; name < candidates_.size(); ++name) {
      if (used_[name] == 0) continue;
      const auto& places = candidates_[name].places;
      for (std::size_t n = 0; n < places.size(); ++n) {
        Scored& scored = scores_[name][n];
        scored.country = support_of(places[n], name);
        scored.score += scored.country;
      }
    }
    find_best();
  }

  // How many names in the row of the first use of this one are parts of the same whole.
  [[nodiscard]] double siblings_in_row(const Candidate& place, const Candidate& best, std::uint32_t name) const {
    if (!row_of_[name]) return 0;
    const auto found = parts_in_row_.find({*row_of_[name], whole_of(place)});
    if (found == parts_in_row_.end()) return 0;
    return found->second - (is_area(best.kind) && whole_of(best) == whole_of(place) ? 1 : 0);
  }

  // What the report's other names say for a place.
  [[nodiscard]] double support_of(const Candidate& place, std::uint32_t name) const {
    const Candidate& best = candidates_[name].places[*best_[name]];
    double support = 0;
    if (const auto weight = weights_.find(place.country); weight != weights_.end()) {
      const double others = weight->second - (best.country == place.country ? weight_of(best, name) : 0);
      support += kCountry * std::sqrt(std::clamp(others / std::max(heaviest_, 1.0), 0.0, 1.0));
    }
    if (place.kind == PlaceKind::kArea) {
      const auto siblings = siblings_.find(whole_of(place));
      const bool counted = is_area(best.kind) && whole_of(best) == whole_of(place);
      const double others = siblings == siblings_.end() ? 0 : siblings->second - (counted ? 1 : 0);
      support += kSiblings * std::min(1.0, others / kEnoughSiblings);
    }
    if (is_area(place.kind)) support += kSiblings * std::min(1.0, siblings_in_row(place, best, name) / kEnoughSiblings);
    for (const PlaceId area : candidates_.areas_of(place)) {
      if (!areas_.contains(key(area))) continue;
      const bool country = candidates_.gazetteers()->facts(area).kind == PlaceKind::kCountry;
      return support + (country ? 0 : kAreaOfReport);
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

  // The same of all uses that are told alike.
  [[nodiscard]] const PlaceReading& known_reading_of(const PlaceUse& use) {
    const int kind = use.kind ? static_cast<int>(*use.kind) * 2 + (use.kind_in_name ? 1 : 0) : -1;
    const std::uint32_t container = use.container ? uses_[*use.container].name + 1 : 0;
    const auto [place, is_new] = readings_.try_emplace({use.name, container, kind});
    if (is_new) place->second = reading_of(use);
    return place->second;
  }

  [[nodiscard]] PlaceReading reading_of(const PlaceUse& use) const {
    const auto& places = candidates_[use.name].places;
    std::optional<std::uint32_t> best;
    std::vector<double> scores(places.size());
    for (std::uint32_t n = 0; n < places.size(); ++n) {
      if (use.kind_in_name && !is_kind(*use.kind, places[n].kind)) continue;
      scores[n] = scores_[use.name][n].score + told_kind(use, places[n]) + told_area(use, places[n]);
      if (!best || scores[n] > scores[*best]) best = n;
    }
    if (!best) return {std::nullopt, 0, "not_in_gazetteer"};
    double rival = 0;
    for (std::uint32_t n = 0; n < places.size(); ++n) {
      if (n != *best && lies_elsewhere(places[n], places[*best])) rival = std::max(rival, scores[n]);
    }
    const double margin = 1 - std::exp(std::min(0.0, rival - scores[*best]));
    const Scored& parts = scores_[use.name][*best];
    const bool supported = parts.told > 0 || parts.country > 0 || parts.near > 0.1 || told_area(use, places[*best]) > 0;
    const std::uint32_t least = places[*best].customary ? kUnheardOf : kUnheardOfByOtherName;
    if (!supported && places[*best].importance < least && names_other_countries(places[*best])) {
      return {std::nullopt, margin, "small_and_far"};
    }
    if (margin < kLeastMargin) return {std::nullopt, margin, "undecided"};
    return {best, margin, rule_of(parts)};
  }

  [[nodiscard]] bool lies_elsewhere(const Candidate& a, const Candidate& b) const {
    return distance_km(a, b) > kSamePlaceKm && !candidates_.holds(a.id, b) && !candidates_.holds(b.id, a);
  }

  [[nodiscard]] bool names_other_countries(const Candidate& place) const {
    return std::any_of(weights_.begin(), weights_.end(),
                       [&](const auto& weight) { return weight.first != place.country; });
  }

  [[nodiscard]] static std::string_view rule_of(const Scored& parts) {
    if (parts.told > 0) return "told_area";
    if (parts.country >= parts.near && parts.country > 0) return "areas_of_report";
    if (parts.near > 0.5) return "near_others";
    return "importance";
  }

  // The area that an area is a part of; countries are parts of the world.
  static std::uint64_t whole_of(const PlaceFacts& area) {
    return area.kind == PlaceKind::kCountry || !area.parent ? kWorld : key(*area.parent);
  }

  static constexpr std::uint64_t kWorld = ~std::uint64_t{0};
  static std::uint64_t key(PlaceId id) { return std::uint64_t{id.gazetteer} << 32 | id.place; }

  const PlaceCandidates& candidates_;
  std::span<const PlaceUse> uses_;
  const std::map<std::string, double, std::less<>>& countries_;
  std::vector<std::vector<Scored>> scores_;             // by name and candidate
  std::vector<std::optional<std::uint32_t>> best_;      // by name
  std::vector<std::uint32_t> used_;                     // by name: how often
  std::map<std::string, double, std::less<>> weights_;  // by country
  std::unordered_map<std::uint64_t, std::uint32_t> areas_;
  std::unordered_map<std::uint64_t, double> siblings_;                      // by the whole: names of its parts
  std::vector<std::optional<std::uint32_t>> row_of_;                        // by name: of its first use
  std::map<std::pair<std::uint32_t, std::uint64_t>, double> parts_in_row_;  // by row and whole
  std::map<std::tuple<std::uint32_t, std::uint32_t, int>, PlaceReading> readings_;
  double heaviest_ = 0;
};

}  // namespace

std::vector<PlaceReading> resolve_places(const PlaceCandidates& candidates, std::span<const PlaceUse> uses,
                                         const std::map<std::string, double, std::less<>>& countries) {
  return Resolution(candidates, uses, countries).run();
}

}  // namespace counterclaim::ground
