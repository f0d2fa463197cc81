// One act of saying: who says what, and how.
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

enum class Stance {
  kAsserts,
  kAccuses,
  kDenies,
  kRefuses,
  kConfirms,
  kCondemns,
  kDemands,
  kThreatens,
  kPledges,
  kSupports,
};

struct Statement {
  CodePointSpan span;
  Source source;
  std::optional<std::string> cue;
  std::optional<CodePointSpan> cue_span;
  Stance stance = Stance::kAsserts;
  std::optional<CodePointSpan> content;
  std::optional<std::string> target;
  std::optional<std::string> when;
  std::optional<std::uint32_t> parent;  // position of the statement that quotes this one
  std::optional<std::string> plover;
  std::vector<std::uint32_t> figures;  // positions in the record's lists
  std::vector<std::uint32_t> events;
  std::vector<RuleTrace> rules;
};

}  // namespace counterclaim::record
