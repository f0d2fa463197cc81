// Text of reports inside HTML: whatever it holds, it stays text.
//
//   append_html_text(page, "a < b")          ->  "a &lt; b"
//   append_html_attribute(page, "a \"b\"")   ->  "a &quot;b&quot;", to stand between double quotes
//
// Layer: publish. All functions are pure and linear; `text` is valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace counterclaim::publish {

// Appends `text` as the text of an element. Characters that HTML does not allow, and those that turn the direction of
// what follows them (U+202A to U+202E, U+2066 to U+2069), are shown by their numbers, "[U+202E]": unseen, they would
// make a page read otherwise than its report.
void append_html_text(std::string& page, std::string_view text);

// Appends `text` as the value of an attribute in double quotes, on one line.
void append_html_attribute(std::string& page, std::string_view text);

// Appends an address as the value of an attribute, and says true, if it is one of the web ("https://…", "http://…");
// any other may run when it is clicked, and appends nothing.
[[nodiscard]] bool append_web_address(std::string& page, std::string_view address);

}  // namespace counterclaim::publish
