// A count of people, things or ground, as one passage of a report tells it.
//
// Layer: record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/record/rule_trace.h"
#include "counterclaim/record/source.h"

namespace counterclaim::record {

enum class Measure {
  kKilled,
  kWounded,
  kCaptured,
  kMissing,
  kKilledOrMissing,
  kKilledOrWounded,
  kDisplaced,
  kDetained,
  kSurrendered,
  kReleased,
  kDestroyed,
  kDamaged,
  kHit,
  kArea,
  kDistance,
  kForces,
  kOther,
};

enum class Bound { kExact, kAtLeast, kMoreThan, kAtMost, kLessThan, kAbout, kRange, kVague };

enum class PersonKind { kMilitary, kCivilian, kUnspecified };

enum class Polarity { kAsserted, kDenied };

enum class Counting { kNew, kCumulative };  // happened in the period told, or a running total

// The counted people, where the text names or describes them.
struct Who {
  CodePointSpan span;
  std::string name;
};

struct Figure {
  CodePointSpan span;  // of the report's text: the evidence
  Measure measure = Measure::kOther;
  std::optional<double> value;       // unset for a vague word
  std::optional<double> value_high;  // only for a range
  Bound bound = Bound::kExact;
  std::optional<std::string> word;  // for kVague: "dozens"
  std::string unit = "persons";
  std::optional<std::string> side;  // whose people or things they are
  std::optional<PersonKind> kind;   // unset for things
  Polarity polarity = Polarity::kAsserted;
  std::optional<std::string> when;  // ISO 8601 or EDTF
  std::optional<Counting> counts;
  std::optional<std::string> hedge;  // words of hearsay without a speaker
  std::optional<Who> who;
  // Positions in the lists of the same record.
  std::optional<std::uint32_t> part_of;
  std::optional<std::uint32_t> same_as;
  std::optional<std::uint32_t> place;
  std::optional<std::uint32_t> event;
  std::optional<Source> source;  // unset: the report's own voice
  std::vector<RuleTrace> rules;  // which rule filled which slot
};

// What a report's figures add up to for one measure, side, kind, event and claimant.
struct Toll {
  Measure measure = Measure::kOther;
  std::optional<std::string> side;
  std::optional<PersonKind> kind;
  std::optional<double> value;
  std::optional<double> value_high;
  Bound bound = Bound::kExact;
  std::optional<std::string> word;
  std::string unit = "persons";
  std::optional<std::string> when;
  std::optional<std::uint32_t> event;
  bool background = false;              // told as background: another time, another happening
  std::optional<std::uint32_t> source;  // position of the figure whose source it has
  std::vector<std::uint32_t> figures;   // positions of the figures it rests on
  std::vector<RuleTrace> rules;
};

}  // namespace counterclaim::record
