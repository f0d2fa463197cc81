// A report's record as one line of JSON: the public format of `counterclaim extract`.
//
//   append_record_json(line, record, {.engine = "counterclaim 0.1.0", .resources = "sha256:…"});
//     ->  {"engine": "counterclaim 0.1.0", "resources": "sha256:…", "id": "oc-media-2022-09-13", …}
//
// The fields and their order are fixed; lists that nothing fills are empty, unknown values are null. "text" is there
// only where the code points of the text are not those of the input.
//
// Layer: publish. Pure. Cost: linear in the record, and in the text for offsets other than code points.
#pragma once

#include <string>
#include <string_view>

#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

enum class OffsetUnit { kCodePoints, kBytes, kUtf16 };  // of the report's text in Unicode, UTF-8, UTF-16

struct RecordJsonOptions {
  std::string_view engine;     // name and version of the program: "counterclaim 0.1.0"
  std::string_view resources;  // hash of model and resources: "sha256:…"
  OffsetUnit offsets = OffsetUnit::kCodePoints;
  bool explain = false;  // adds "rules": {slot: rule} to every item
};

// Appends the object to `out`, without a line end.
void append_record_json(std::string& out, const record::ReportRecord& record, const RecordJsonOptions& options);

}  // namespace counterclaim::publish
