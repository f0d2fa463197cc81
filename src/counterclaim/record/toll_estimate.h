// One number where several claimants count, derived by a named rule, with its working.
//
// Layer: record. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/record/figure.h"
#include "counterclaim/record/relation.h"

namespace counterclaim::record {

struct TollEstimate {
  std::string rule;
  std::string side;
  Measure measure = Measure::kKilled;
  std::optional<PersonKind> kind;
  std::string unit = "persons";
  std::optional<double> low;  // unset where the rule gives none
  std::optional<double> best;
  std::optional<double> high;
  std::vector<std::string> working;  // what was weighed and what was taken, in words
  std::vector<ItemRef> figures;      // that were weighed
};

}  // namespace counterclaim::record
