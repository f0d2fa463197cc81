// What many reports come to: everything that is derived from their records and can be derived anew.
//
// Layer: record. Plain values, in one order whatever the order of the reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/record/figure.h"
#include "counterclaim/record/incident.h"
#include "counterclaim/record/relation.h"

namespace counterclaim::record {

// A report that tells what another one tells, word for word or nearly.
struct ReportCopy {
  std::uint32_t report = 0;    // positions in Derivation::reports
  std::uint32_t original = 0;  // the earliest of them
  std::uint32_t likeness = 0;  // thousandths of shared passages
  friend bool operator==(const ReportCopy&, const ReportCopy&) = default;
};

// One point of a toll over time: what one claimant counted of one side's people or things.
struct SeriesPoint {
  std::optional<std::string> side;  // whose people or things they are
  Measure measure = Measure::kKilled;
  std::optional<PersonKind> kind;
  std::string unit = "persons";
  std::string claimant;              // a side, or else a source's name; "" the reports' own voice
  bool own_count = false;            // the claimant counts its own
  std::optional<std::string> as_of;  // ISO 8601 day
  std::optional<double> value;
  std::optional<double> value_high;
  Bound bound = Bound::kExact;
  std::optional<std::string> word;
  std::uint32_t independent = 0;  // how many independent sources give this value by that day
  ItemRef figure;
  friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

struct Derivation {
  std::vector<std::string> reports;  // ids, sorted
  std::vector<Relation> relations;   // sorted by a, then b
  std::vector<Incident> incidents;   // sorted by first member
  std::vector<ReportCopy> copies;    // sorted by report
  std::vector<SeriesPoint> series;   // sorted by side, measure, kind, claimant, day
  friend bool operator==(const Derivation&, const Derivation&) = default;
};

}  // namespace counterclaim::record
