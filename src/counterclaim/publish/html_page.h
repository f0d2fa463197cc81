// One report as one self-contained page: its text with every value marked in place, and beside it what each of them
// says, who says it, and by which rules it was read. `counterclaim extract --html`.
//
//   std::string page = html_page(record, {.engine = "counterclaim 0.1.0", .resources = "sha256:…"});
//
// The page needs no script and no network: a click on a mark leads to its card, a click on a card back to the text,
// the kinds of marks can be switched off, and it follows the reader's choice of light or dark. It holds no address but
// the report's own, forbids scripts and anything loaded (Content-Security-Policy), and whatever the report holds stays
// text.
//
// Layer: publish. Pure. Cost: linear in the text, n log n in the number of values.
#pragma once

#include <string>
#include <string_view>

#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

struct HtmlPageOptions {
  std::string_view engine;     // name and version of the program
  std::string_view resources;  // hash of model and resources
};

[[nodiscard]] std::string html_page(const record::ReportRecord& record, const HtmlPageOptions& options);

}  // namespace counterclaim::publish
