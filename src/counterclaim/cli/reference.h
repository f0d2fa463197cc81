// Documents of the command line, made from the one table of verbs and options that parses it: the manual page, the
// completions of shells, and docs/command-line.md.
//
//   reference_of(program, "man")   ->  ".TH COUNTERCLAIM 1 …"
//
// Layer: cli. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace counterclaim::cli {

// "bash", "fish", "man", "markdown", "zsh".
[[nodiscard]] const std::vector<std::string>& reference_formats();

// `program` with all verbs. Unset for a format that is none of these.
[[nodiscard]] std::optional<std::string> reference_of(const CLI::App& program, std::string_view format);

}  // namespace counterclaim::cli
