// The gazetteer's candidates for the names of one report, looked up once for each name.
//
//   PlaceCandidates candidates(&gazetteers);
//   std::uint32_t name = candidates.add("Puno");
//   candidates[name].places   // the city, the province, the region; the most important first
//
// Layer: ground. Not for concurrent use: one for each report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/base/string_map.h"
#include "counterclaim/ground/gazetteer.h"

namespace counterclaim::ground {

class PlaceCandidates {
 public:
  struct Candidate : PlaceFacts {
    bool customary = false;  // the name asked for is the customary English one
  };
  struct Name {
    std::vector<Candidate> places;  // kMostCandidates at most, the most important first
  };
  static constexpr std::size_t kMostCandidates = 48;

  // The gazetteers may be null: then no name has candidates. They must outlive this.
  explicit PlaceCandidates(const Gazetteers* gazetteers) : gazetteers_(gazetteers) {}

  // `whole` is the name as told, `known` the part of it that is looked up; texts are normalised here. The same two
  // give the same position.
  [[nodiscard]] std::uint32_t add(std::string_view whole, std::string_view known);

  [[nodiscard]] const Name& operator[](std::uint32_t name) const { return names_[name]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

  // The areas that hold a place, the nearest first, six at most.
  [[nodiscard]] std::vector<PlaceId> areas_of(const PlaceFacts& place) const;
  // Whether a candidate of the first name lies in one of the second. Cost: a look-up for a pair that was asked before.
  [[nodiscard]] bool may_hold(std::uint32_t area, std::uint32_t place);
  [[nodiscard]] bool holds(PlaceId area, const PlaceFacts& place) const;
  [[nodiscard]] const Gazetteers* gazetteers() const { return gazetteers_; }

 private:
  const Gazetteers* gazetteers_;
  std::vector<Name> names_;
  StringMap<std::uint32_t> positions_;
  std::unordered_map<std::uint64_t, bool> held_;
  std::vector<Gazetteers::Candidate> found_;  // memory that look-ups use again
  std::string normalised_;
};

}  // namespace counterclaim::ground
