// Lines that say who wrote the report and when.
//
//   "By Ana Rojas and Juan Soto in Lima", "(Reporting by Ana Rojas; Editing by Juan Soto)", "13 September 2022",
//   "Updated 13:05 GMT", "USA TODAY", "Juan Soto, Middle East Correspondent, BBC News"
//
// Layer: ingest. Pure. Cost: linear in the line.
#pragma once

#include <string_view>

#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/line_form.h"
#include "counterclaim/ingest/line_tokens.h"

namespace counterclaim::ingest {

// Of a line of the form `form` (valid UTF-8). `tokens` is used up.
[[nodiscard]] bool is_byline(std::string_view line, const LineForm& form, const LayoutWords& words, LineTokens& tokens);

// "Reuters", "The Associated Press": a line that is the name of an agency or outlet. `tokens` is used up.
[[nodiscard]] bool is_medium_line(std::string_view line, const LineForm& form, const LayoutWords& words,
                                  LineTokens& tokens);

// "Ana Rojas": a line that can be a person's name.
[[nodiscard]] bool may_be_name(const LineForm& form);

}  // namespace counterclaim::ingest
