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

// A time expression with the attributes of TIMEX3 (TimeML 1.2.1), unset where the text does not tell them:
//
//   "early on Tuesday morning"  type TIME      value 2022-09-13TMO  mod START
//   "more than two weeks"       type DURATION  value P2W            mod MORE_THAN
//   "twice a month"             type SET       value P1M            freq 2X
//
// `earliest` and `latest` bound it on the calendar, ISO 8601 with astronomical years (490 BC is -0489). Of a DATE they
// are its first and its last day, both included: 2022-09-01 and 2022-09-30. Of a TIME they are minutes, the first one
// included and the last one not, in the expression's own zone where it names one: 2022-09-13T06:00 and
// 2022-09-13T12:00. Of a DURATION they are set where it is anchored: "in the last three days". Modifiers narrow or
// widen them; a season's bounds hold for both hemispheres.
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
