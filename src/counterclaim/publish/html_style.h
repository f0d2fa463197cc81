// The style sheet of the page of one report, and the hash by which the page's policy allows it alone.
//
// Layer: publish.
#pragma once

#include <string>
#include <string_view>

namespace counterclaim::publish {

[[nodiscard]] std::string_view html_style();

// "sha256-" and the digest in base 64, as a Content-Security-Policy names a style sheet.
[[nodiscard]] std::string policy_hash(std::string_view style);

}  // namespace counterclaim::publish
