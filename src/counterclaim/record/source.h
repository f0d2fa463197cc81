// Who says something inside a report.
//
// Layer: record.
#pragma once

#include <optional>
#include <string>

#include "counterclaim/base/span.h"

namespace counterclaim::record {

enum class SourceKind { kOfficial, kMilitary, kHealth, kOrganisation, kMedium, kWitness, kExpert, kAnonymous, kOther };

struct Source {
  CodePointSpan span;               // of the report's text: the words that name the source
  std::string text;                 // those words
  std::optional<std::string> name;  // full name, where the report gives one
  std::optional<std::string> side;  // short English name of the state or group it speaks for
  std::optional<std::string> role;  // "Prime Minister"
  std::optional<SourceKind> kind;
  std::optional<std::string> via;  // the medium through which the report has it
};

}  // namespace counterclaim::record
