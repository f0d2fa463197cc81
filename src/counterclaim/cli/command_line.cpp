#include "counterclaim/cli/command_line.h"

#include <csignal>
#include <exception>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"

namespace counterclaim::cli {
namespace {

constexpr unsigned kMostThreads = 256;

void add_common(CLI::App& verb, CommonOptions& options) {
  verb.add_option("--threads", options.threads,
                  "Threads to use (default: the cores there are); results never depend on it")
      ->check(CLI::Range(1U, kMostThreads));
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
  // For tests and measurements: all kernels give the same output.
  verb.add_option("--kernel", options.kernel, "Code for matrix products")
      ->check(CLI::IsMember({"avx512", "avx2", "portable"}))
      ->group("");
}

void add_files(CLI::App& verb, std::vector<std::string>& files) {
  verb.add_option("FILES", files,
                  "Reports: .txt, or .jsonl with one {\"id\", \"title\", \"publisher\", \"published\", "
                  "\"url\", \"text\"} a line; - is standard input (.jsonl)")
      ->required();
}

void add_extract(CLI::App& program, ExtractOptions& options) {
  CLI::App& verb =
      *program.add_subcommand("extract", "The record of each report, as JSON lines or as a table; keeps nothing");
  verb.footer("Example: counterclaim extract --format table examples/september-2022/reports.jsonl");
  add_files(verb, options.files);
  verb.add_option("--format", options.format, "jsonl: the whole record; table: its figures, for reading")
      ->check(CLI::IsMember({"jsonl", "table"}))
      ->capture_default_str();
  verb.add_option("--offsets", options.offsets, "Unit of positions in the reports' texts")
      ->check(CLI::IsMember({"code-points", "bytes", "utf16"}))
      ->capture_default_str();
  verb.add_option("--published", options.published, "Date (YYYY-MM-DD) of reports that do not tell theirs");
  verb.add_flag("--explain", options.explain, "Adds to every value the rules that filled it");
  add_common(verb, options.common);
}

void add_parse(CLI::App& program, ParseOptions& options) {
  CLI::App& verb = *program.add_subcommand("parse", "Tokens, tags, trees and entities alone");
  verb.footer("Example: counterclaim parse --format conllu report.txt");
  add_files(verb, options.files);
  verb.add_option("--format", options.format, "jsonl: one object a document; conllu: CoNLL-U")
      ->check(CLI::IsMember({"jsonl", "conllu"}))
      ->capture_default_str();
  verb.add_flag("--details", options.details, "jsonl: norms, shapes and noun chunks too");
  verb.add_option("--batch", options.batch, "Short documents to analyse together; results never depend on it")
      ->check(CLI::Range(1U, 4096U))
      ->capture_default_str();
  add_common(verb, options.common);
}

int run(int argc, char** argv) {
  CLI::App program("Reads reports on armed conflicts: who says how many were killed, wounded, captured, on which side.",
                   "counterclaim");
  program.set_version_flag("--version", "counterclaim " COUNTERCLAIM_VERSION);
  program.require_subcommand(1);
  ExtractOptions extract;
  ParseOptions parse;
  add_extract(program, extract);
  add_parse(program, parse);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kDone : kUsageError;
  }
  return program.got_subcommand("extract") ? run_extract_verb(extract) : run_parse_verb(parse);
}

}  // namespace

int run_command_line(int argc, char** argv) {
#ifdef SIGPIPE
  // A closed pipe is seen where output is written.
  std::signal(SIGPIPE, SIG_IGN);
#endif
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "counterclaim: {}\n", error.what());
    return kFailed;
  }
}

}  // namespace counterclaim::cli
