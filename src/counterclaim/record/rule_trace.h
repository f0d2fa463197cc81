// The name of the rule that filled a slot, so that every value can be explained and errors counted by rule.
//
// Layer: record.
#pragma once

#include <string_view>

namespace counterclaim::record {

struct RuleTrace {
  std::string_view slot;  // the field's public name, "side"; both views have static storage or live as long as the
  std::string_view rule;  // engine that made the record
};

}  // namespace counterclaim::record
