// Mentions tied to the world: times, places, parties.
//
// Layer: record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/record/rule_trace.h"

namespace counterclaim::record {

enum class TimeType { kDate, kTime, kDuration, kSet };  // TIMEX3

struct TimeMention {
  CodePointSpan span;
  std::string text;
  TimeType type = TimeType::kDate;
  std::optional<std::string> value;  // TIMEX3 value
  std::optional<std::string> mod;
  std::optional<std::string> quant;
  std::optional<std::string> freq;
  std::optional<std::string> earliest;  // ISO 8601
  std::optional<std::string> latest;
  std::vector<RuleTrace> rules;
};

enum class PlaceKind { kLocality, kArea, kCountry, kRegion, kWater, kMountain, kFacility, kOther };

struct PlaceMention {
  CodePointSpan span;
  std::string text;
  std::optional<std::string> name;
  std::optional<PlaceKind> kind;
  std::optional<double> latitude;  // degrees, WGS 84
  std::optional<double> longitude;
  std::optional<std::string> country;  // ISO 3166-1 alpha-2
  std::optional<std::string> id;
  std::vector<std::string> within;
  std::vector<std::string> names;
  std::vector<std::string> claimed_by;
  std::optional<double> margin;  // 0 to 1: how clearly this reading beat the next
  std::vector<RuleTrace> rules;
};

enum class PartyKind {
  kState,
  kGovernment,
  kMinistry,
  kMilitary,
  kPolice,
  kArmedGroup,
  kAlliance,
  kOrganisation,
  kMedium,
  kPerson,
  kPopulation,
  kOther,
};

struct PartyMention {
  CodePointSpan span;
  std::string text;
  std::optional<std::string> name;
  std::optional<PartyKind> kind;
  std::optional<std::string> side;
  std::optional<std::string> office;
  std::optional<std::uint32_t> refers_to;  // position of the mention that this one stands for
  std::vector<RuleTrace> rules;
};

}  // namespace counterclaim::record
