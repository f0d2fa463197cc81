// A record in which every field of every list is filled once, and one in which none is.
#pragma once

#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

// Its text holds characters of two, three and four bytes before everything that has a position.
[[nodiscard]] record::ReportRecord full_record();
[[nodiscard]] record::ReportRecord bare_record();

}  // namespace counterclaim::publish
