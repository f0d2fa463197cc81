// What standard output is.
//
// Layer: cli.
#pragma once

#include <cstdint>

namespace counterclaim::cli {

// Columns of the terminal; where the output is none, a width that suits files and small windows.
[[nodiscard]] std::uint32_t output_width();

// Whether it is a terminal and nobody said NO_COLOR (no-color.org).
[[nodiscard]] bool wants_colour();

}  // namespace counterclaim::cli
