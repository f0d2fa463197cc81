// Bullets and numbers that begin an item of a list.
//
//   list_marker_bytes("• 450 servicemen killed")  ->  4, the bullet and the space
//   list_marker_bytes("2. A second point")        ->  3
//   list_marker_bytes("2.5 km were taken")        ->  0
//
// Layer: ingest. Pure. Cost: constant.
#pragma once

#include <cstddef>
#include <string_view>

namespace counterclaim::ingest {

// Bytes of the marker at the beginning of `line` (valid UTF-8) with the spaces after it; 0 where there is none, or
// nothing stands behind it. A marker is a bullet, an asterisk, a hyphen or an en dash, or "7." "7)" "(7)" "a)" "(a)"
// with at most three digits, and a space follows it; bullets proper need none.
[[nodiscard]] std::size_t list_marker_bytes(std::string_view line);

}  // namespace counterclaim::ingest
