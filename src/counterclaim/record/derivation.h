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
#include "counterclaim/record/statement.h"

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

// What one side made of another's doing, once for each utterance.
struct Reaction {
  std::string who;                    // the side, or else the source's name
  Stance stance = Stance::kCondemns;  // condemns, demands, supports, threatens, pledges
  std::optional<std::string> target;
  std::optional<std::string> day;  // ISO 8601
  ItemRef statement;
  std::uint32_t reports = 1;  // that have it
  friend bool operator==(const Reaction&, const Reaction&) = default;
};

// A breach that somebody alleges or reports.
struct AllegedViolation {
  ItemRef event;
  std::optional<std::string> by;       // who is said to have broken it
  std::optional<std::string> claimed;  // by whom; unset: the reports' own voice
  std::optional<std::string> day;
  friend bool operator==(const AllegedViolation&, const AllegedViolation&) = default;
};

struct Ceasefire {
  std::uint32_t incident = 0;  // position in Derivation::incidents
  std::optional<std::string> day;
  std::vector<std::string> brokers;  // sides besides the parties
  std::vector<std::string> parties;
  std::vector<std::string> announced_by;  // claimants
  std::vector<std::string> denied_by;     // sides that deny it or a breach of it
  std::vector<AllegedViolation> violations;
  friend bool operator==(const Ceasefire&, const Ceasefire&) = default;
};

struct Derivation {
  std::vector<std::string> reports;   // ids, sorted
  std::vector<Relation> relations;    // sorted by a, then b
  std::vector<Incident> incidents;    // sorted by first member
  std::vector<ReportCopy> copies;     // sorted by report
  std::vector<SeriesPoint> series;    // sorted by side, measure, kind, claimant, day
  std::vector<Ceasefire> ceasefires;  // sorted by day
  std::vector<Reaction> reactions;    // sorted by day, who
  friend bool operator==(const Derivation&, const Derivation&) = default;
};

}  // namespace counterclaim::record
