// A happening that a report tells.
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

enum class EventType {
  kArmedClash,
  kShelling,
  kAirStrike,
  kDroneStrike,
  kShooting,
  kGroundAttack,
  kTerritoryTaken,
  kWithdrawal,
  kMine,
  kBombing,
  kAttack,
  kCapture,
  kSurrender,
  kRelease,
  kAgreement,
  kViolation,
  kTalks,
  kDeployment,
  kBlockade,
  kDisplacement,
  kDestruction,
  kAid,
  kSanction,
  kProtest,
  kOther,
};

enum class EventStatus { kReported, kAlleged, kDenied, kPlanned, kHypothetical };

enum class LinkRelation { kViolates, kReleases, kAnswers };

struct EventLink {
  std::uint32_t event;  // position in the record's events
  LinkRelation relation;
};

struct Event {
  CodePointSpan span;
  EventType type = EventType::kOther;
  std::optional<std::string> actor;
  std::optional<std::string> target;
  std::vector<std::string> instruments;
  std::optional<std::uint32_t> place;  // position in the record's places
  std::vector<CodePointSpan> mentions;
  std::optional<std::string> when;
  std::optional<Source> source;
  EventStatus status = EventStatus::kReported;
  std::optional<std::string> hedge;
  std::optional<std::string> actor_text;
  std::optional<std::string> target_text;
  std::vector<EventLink> links;
  std::optional<std::string> plover;
  std::optional<std::string> acled;
  std::vector<RuleTrace> rules;
};

}  // namespace counterclaim::record
