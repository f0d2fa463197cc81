// A report as it came out of its container, before its text is looked at.
//
// Layer: ingest. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/record/diagnostic.h"

namespace counterclaim::ingest {

struct RawReport {
  std::string id;  // "": the container tells none
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> published;  // ISO 8601 date
  std::optional<std::string> url;
  std::string text;            // valid UTF-8
  bool text_unchanged = true;  // the code points of `text` are those of the input
  std::vector<record::Diagnostic> diagnostics;
};

}  // namespace counterclaim::ingest
