#include "counterclaim/cli/command_line.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <ios>
#include <new>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/reference.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/publish/exporter.h"

namespace counterclaim::cli {
namespace {

constexpr unsigned kMostThreads = 256;
constexpr std::string_view kStatuses = "Exit status: 0 done, 1 failed, 2 usage, 3 done with rejected input";

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

void add_gazetteers(CLI::App& verb, std::vector<std::string>& gazetteers) {
  verb.add_option("--gazetteer", gazetteers, "A gazetteer besides the world's, of 'gazetteer add'; may be given again")
      ->allow_extra_args(false);
}

void set_footer(CLI::App& verb, std::string_view example) {
  verb.footer(fmt::format("Example: {}\n{}", example, kStatuses));
}

void add_extract(CLI::App& program, ExtractOptions& options) {
  CLI::App& verb =
      *program.add_subcommand("extract", "The record of each report, as JSON lines or as a table; keeps nothing");
  set_footer(verb, "counterclaim extract --format table examples/september-2022/reports.jsonl");
  add_files(verb, options.files);
  CLI::Option* format =
      verb.add_option("--format", options.format, "jsonl: the whole record; table: its figures, for reading")
          ->check(CLI::IsMember({"jsonl", "table"}))
          ->capture_default_str();
  verb.add_flag("--html", options.html, "One report as a page with every value marked in its text")->excludes(format);
  verb.add_option("--report", options.report, "The id of the only report that is wanted");
  verb.add_option("--offsets", options.offsets, "Unit of positions in the reports' texts")
      ->check(CLI::IsMember({"code-points", "bytes", "utf16"}))
      ->capture_default_str();
  verb.add_option("--published", options.published, "Date (YYYY-MM-DD) of reports that do not tell theirs");
  add_gazetteers(verb, options.gazetteers);
  verb.add_flag("--explain", options.explain, "Adds to every value the rules that filled it");
  add_common(verb, options.common);
}

void add_case(CLI::App& verb, std::string& path) { verb.add_option("CASE", path, "The case file")->required(); }

void add_read(CLI::App& program, ReadOptions& options) {
  CLI::App& verb = *program.add_subcommand("read", "Reads reports into a case file, which is made when absent");
  set_footer(verb, "counterclaim read border.case examples/september-2022/reports.jsonl");
  add_case(verb, options.case_path);
  add_files(verb, options.files);
  verb.add_option("--published", options.published, "Date (YYYY-MM-DD) of reports that do not tell theirs");
  add_gazetteers(verb, options.gazetteers);
  add_common(verb, options.common);
}

// A verb that prints a table of a case. `measure` is what --measure means for it, "" where it has none.
CLI::App& add_table_verb(CLI::App& program, const char* name, const char* what, const char* measure,
                         TableVerbOptions& options) {
  CLI::App& verb = *program.add_subcommand(name, what);
  set_footer(verb, fmt::format("counterclaim {} border.case --since 2022-09-13 --csv", name));
  add_case(verb, options.case_path);
  CLI::Option* json = verb.add_flag("--json", options.json, "One JSON object a line");
  verb.add_flag("--csv", options.csv, "CSV (RFC 4180)")->excludes(json);
  verb.add_option("--side", options.side, "Only of this side: its losses, its words, its deeds and what it suffered");
  verb.add_option("--measure", options.measure, measure);
  verb.add_option("--source", options.source, "Only of sources whose name, words, side or medium hold this");
  verb.add_option("--since", options.since, "Only of this day (YYYY-MM-DD) and later ones");
  verb.add_option("--until", options.until, "Only of this day and earlier ones");
  verb.add_option("--report", options.report, "Only of the report with this id");
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
  return verb;
}

void add_tables(CLI::App& program, TableVerbOptions& options) {
  add_table_verb(program, "reports", "The reports of a case", "Only with an item of this measure, stance or type",
                 options);
  add_table_verb(program, "figures", "The figures of a case: how many, and who says so", "Only this measure: killed, …",
                 options);
  add_table_verb(program, "statements", "The statements of a case: who says what", "Only this stance: denies, …",
                 options);
  add_table_verb(program, "events", "The events of a case: what happened, where and when",
                 "Only this type: shelling, …", options);
}

std::optional<engine::CaseTable> chosen_table(const CLI::App& program) {
  if (program.got_subcommand("reports")) return engine::CaseTable::kReports;
  if (program.got_subcommand("figures")) return engine::CaseTable::kFigures;
  if (program.got_subcommand("statements")) return engine::CaseTable::kStatements;
  if (program.got_subcommand("events")) return engine::CaseTable::kEvents;
  return std::nullopt;
}

// A verb that prints what is derived from a case. `side`, `measure` and `report` are what the filters mean for it, ""
// where it has none.
CLI::App& add_derived_verb(CLI::App& program, const char* name, const char* what, const char* side, const char* measure,
                           const char* report, TableVerbOptions& options) {
  CLI::App& verb = *program.add_subcommand(name, what);
  set_footer(verb, fmt::format("counterclaim {} border.case --json", name));
  add_case(verb, options.case_path);
  CLI::Option* json = verb.add_flag("--json", options.json, "One JSON object a line");
  verb.add_flag("--csv", options.csv, "CSV (RFC 4180)")->excludes(json);
  if (*side != 0) verb.add_option("--side", options.side, side);
  if (*measure != 0) verb.add_option("--measure", options.measure, measure);
  if (*report != 0) verb.add_option("--report", options.report, report);
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
  return verb;
}

void add_derived(CLI::App& program, DerivedVerbOptions& options) {
  TableVerbOptions& table = options.table;
  add_derived_verb(program, "relations", "How what the reports say stands to each other", "",
                   "Only this relation: same, copy, update, conflict, denial", "Only with the report with this id",
                   table);
  add_derived_verb(program, "incidents", "The same happenings, brought together from many reports",
                   "Only with this party", "Only of this type: shelling, …", "Only told in the report with this id",
                   table);
  CLI::App& toll = add_derived_verb(program, "toll", "The toll over time, per claimant; one number by a coding rule",
                                    "Only of this side's losses", "Only this measure: killed, …",
                                    "Only counts of the report with this id", table);
  toll.add_option("--rule", options.rule, "One number by this rule: ucdp, acled, own, enemy, latest");
  add_derived_verb(program, "ledger", "Prisoners taken and released, ground taken, per claimant", "Only of this side",
                   "Only this measure: captured, …", "", table);
  add_derived_verb(program, "ceasefires", "Ceasefires: who brokered, announced, denied them; alleged breaches",
                   "Only with this party or broker", "", "", table);
  add_derived_verb(program, "reactions", "Who condemned, urged, supported whom", "Only by or at this side",
                   "Only this stance: condemns, …", "Only of the report with this id", table);
}

std::optional<engine::DerivedTable> chosen_derived(const CLI::App& program) {
  using enum engine::DerivedTable;
  constexpr std::pair<const char*, engine::DerivedTable> kVerbs[] = {
      {"relations", kRelations}, {"incidents", kIncidents},   {"toll", kToll},
      {"ledger", kLedger},       {"ceasefires", kCeasefires}, {"reactions", kReactions}};
  for (const auto& [name, table] : kVerbs) {
    if (program.got_subcommand(name)) return table;
  }
  return std::nullopt;
}

void add_show(CLI::App& program, ShowOptions& options) {
  CLI::App& verb = *program.add_subcommand("show", "One value with its sentence, its source, its relations and why");
  set_footer(verb, "counterclaim show border.case 1f0c2d3e4a5b6c7d");
  add_case(verb, options.case_path);
  verb.add_option("ID", options.id, "Of a figure, statement or event, as the tables print it")->required();
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
}

void add_check(CLI::App& program, CheckOptions& options) {
  CLI::App& verb = *program.add_subcommand("check", "Verifies a case file: its structure, and every piece of evidence");
  set_footer(verb, "counterclaim check border.case");
  add_case(verb, options.case_path);
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
}

void add_infobox(CLI::App& program, InfoboxOptions& options) {
  CLI::App& verb = *program.add_subcommand("infobox", "The conflict's infobox: who against whom, losses per claimant");
  set_footer(verb, "counterclaim infobox --wikitext border.case");
  add_case(verb, options.case_path);
  CLI::Option* json = verb.add_flag("--json", options.json, "One JSON object");
  verb.add_flag("--wikitext", options.wikitext, "Wikipedia's template, each value with its references")->excludes(json);
  verb.add_flag("--history", options.history, "What each claimant said before, too");
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
}

void add_export(CLI::App& program, ExportVerbOptions& options) {
  std::set<std::string> formats;
  for (const publish::ExportFormatInfo& info : publish::export_formats()) formats.emplace(info.name);
  CLI::App& verb = *program.add_subcommand("export", "A case in the format of another tool");
  set_footer(verb, "counterclaim export --format geojson border.case events.geojson");
  add_case(verb, options.case_path);
  verb.add_option("OUT", options.out, "The file to write, - for standard output; a folder for csv and timemap")
      ->required();
  verb.add_option("--format", options.format, "The format")->check(CLI::IsMember(formats))->required();
  verb.add_flag("--all-statuses", options.all_statuses, "ged, acled, plover: planned and hypothetical events, too");
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
}

void add_verify(CLI::App& program, VerifyOptions& options) {
  CLI::App& verb = *program.add_subcommand("verify", "Checks figures that somebody else cites against the reports");
  set_footer(verb, "counterclaim verify border.case claims.csv");
  add_case(verb, options.case_path);
  verb.add_option("CLAIMS", options.sheet,
                  "A CSV file with the columns value and any of measure, side, kind, date, claimant, bound, report")
      ->required();
  CLI::Option* json = verb.add_flag("--json", options.json, "One JSON object a line");
  verb.add_flag("--csv", options.csv, "The same sheet with columns added")->excludes(json);
  verb.add_flag("--quiet", options.quiet, "No messages but errors");
}

void add_parse(CLI::App& program, ParseOptions& options) {
  CLI::App& verb = *program.add_subcommand("parse", "Tokens, tags, trees and entities alone");
  set_footer(verb, "counterclaim parse --format conllu report.txt");
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

void add_gazetteer(CLI::App& program, GazetteerAddOptions& add, GazetteerFindOptions& find) {
  CLI::App& verb = *program.add_subcommand("gazetteer", "Makes gazetteers of your own, and looks names up");
  verb.require_subcommand(1);
  set_footer(verb, "counterclaim gazetteer find Arequipa");

  CLI::App& adding = *verb.add_subcommand("add", "Makes a gazetteer that a run can be given with --gazetteer");
  set_footer(adding, "counterclaim gazetteer add peru.gazetteer PE.txt places.csv");
  adding.add_option("OUT", add.out, "The gazetteer to write")->required();
  adding.add_option("FILES", add.files, "Country files of GeoNames (.txt) and tables of places (.csv)")->required();
  adding.add_flag("--quiet", add.quiet, "No messages but errors");

  CLI::App& finding = *verb.add_subcommand("find", "The places of a name, the most important first");
  set_footer(finding, "counterclaim gazetteer find --gazetteer peru.gazetteer \"San Miguel\"");
  finding.add_option("NAME", find.name, "A name of a place")->required();
  add_gazetteers(finding, find.gazetteers);
}

// Makes manual page, completions and docs/command-line.md while the program is built.
void add_reference(CLI::App& program, std::string& format) {
  CLI::App& verb = *program.add_subcommand("reference", "The command line as a document, or for a shell");
  verb.group("");  // of no use to a user, who finds the documents installed
  verb.add_option("FORMAT", format, "What to print")->check(CLI::IsMember(reference_formats()))->required();
}

// Whether something else stands where the verb should.
bool has_unknown_verb(const CLI::App& program, int argc, char** argv) {
  if (argc < 2 || std::string_view(argv[1]).starts_with('-')) return false;
  return program.get_subcommands([&](const CLI::App* verb) { return verb->check_name(argv[1]); }).empty();
}

void complain_about_verb(const CLI::App& program, std::string_view name) {
  std::string verbs;
  for (const CLI::App* verb :
       program.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); })) {
    verbs.append(verbs.empty() ? "" : ", ").append(verb->get_name());
  }
  complain({ErrorCode::kUsage, fmt::format("there is no verb '{}'; there are {}", name, verbs)});
}

// Help and version come as errors, too.
int exit_status(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_exit_code() != 0) {
    complain({ErrorCode::kUsage, error.what()});
    return kUsageError;
  }
  std::ostringstream text;
  program.exit(error, text, text);
  return write_output(text.str()) && finish_output() ? kDone : kFailed;
}

int run(int argc, char** argv) {
  CLI::App program("Reads reports on armed conflicts: who says how many were killed, wounded, captured, on which side.",
                   "counterclaim");
  program.set_version_flag("--version", "counterclaim " COUNTERCLAIM_VERSION);
  program.require_subcommand(1);
  ExtractOptions extract;
  ParseOptions parse;
  ReadOptions read;
  TableVerbOptions table;
  DerivedVerbOptions derived;
  ShowOptions show;
  CheckOptions check;
  InfoboxOptions infobox;
  ExportVerbOptions exporting;
  VerifyOptions verify;
  add_read(program, read);
  add_tables(program, table);
  add_derived(program, derived);
  add_show(program, show);
  add_check(program, check);
  add_infobox(program, infobox);
  add_export(program, exporting);
  add_verify(program, verify);
  add_extract(program, extract);
  add_parse(program, parse);
  GazetteerAddOptions gazetteer_add;
  GazetteerFindOptions gazetteer_find;
  add_gazetteer(program, gazetteer_add, gazetteer_find);
  std::string reference_format;
  add_reference(program, reference_format);
  if (has_unknown_verb(program, argc, argv)) {
    complain_about_verb(program, argv[1]);
    return kUsageError;
  }
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return exit_status(program, error);
  }
  if (const CLI::App* gazetteer = program.get_subcommand("gazetteer"); gazetteer->parsed()) {
    return gazetteer->got_subcommand("add") ? run_gazetteer_add_verb(gazetteer_add)
                                            : run_gazetteer_find_verb(gazetteer_find);
  }
  if (program.got_subcommand("reference")) {
    const auto reference = reference_of(program, reference_format);
    return reference && write_output(*reference) && finish_output() ? kDone : kFailed;
  }
  if (const auto case_table = chosen_table(program)) return run_case_table_verb(table, *case_table);
  if (const auto derived_table = chosen_derived(program)) return run_derived_verb(derived, *derived_table);
  if (program.got_subcommand("show")) return run_show_verb(show);
  if (program.got_subcommand("read")) return run_read_verb(read);
  if (program.got_subcommand("check")) return run_check_verb(check);
  if (program.got_subcommand("infobox")) return run_infobox_verb(infobox);
  if (program.got_subcommand("export")) return run_export_verb(exporting);
  if (program.got_subcommand("verify")) return run_verify_verb(verify);
  return program.got_subcommand("extract") ? run_extract_verb(extract) : run_parse_verb(parse);
}

}  // namespace

int run_command_line(int argc, char** argv) {
#ifdef SIGPIPE
  // A closed pipe is seen where output is written.
  std::signal(SIGPIPE, SIG_IGN);
#endif
  // Standard input is read in blocks.
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("counterclaim: out of memory\n", stderr);
    return kFailed;
  } catch (const std::exception& error) {
    fmt::print(stderr, "counterclaim: {}\n", printable(error.what()));
    return kFailed;
  }
}

}  // namespace counterclaim::cli
