// A relation between two passages while relations are being found: positions instead of names, weights without words.
//
// Layer: reconcile.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "counterclaim/reconcile/pair_sheet.h"
#include "counterclaim/record/relation.h"

namespace counterclaim::reconcile {

struct PassageRef {
  std::uint32_t report = 0;  // position in the case's reports
  std::uint32_t item = 0;    // position in ReportFacts::items
  friend auto operator<=>(const PassageRef&, const PassageRef&) = default;
};

struct FoundRelation {
  PassageRef a, b;
  record::RelationType type = record::RelationType::kSame;
  PairSheet sheet;
  bool hidden = false;  // no relation of its own; what is denied is looked up by it
};

// Two events of two reports that may be one happening.
struct HappeningLink {
  PassageRef a, b;
  std::int32_t weight = 0;  // 1/1000 bit
};

struct Findings {
  std::vector<FoundRelation> relations;
  std::vector<HappeningLink> links;
};

}  // namespace counterclaim::reconcile
