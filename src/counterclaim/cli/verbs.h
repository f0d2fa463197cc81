// The verbs. Each takes its options and returns an exit status.
//
// Layer: cli.
#pragma once

#include <string>
#include <vector>

#include "counterclaim/engine/case_tables_run.h"
#include "counterclaim/engine/derived_run.h"
#include "counterclaim/publish/item_filter.h"
#include "counterclaim/publish/table.h"

namespace counterclaim::cli {

struct CommonOptions {
  unsigned threads = 0;  // 0: as many as the machine has cores
  bool quiet = false;    // no messages but errors
  std::string kernel;    // "": the fastest
};

struct ParseOptions {
  CommonOptions common;
  std::vector<std::string> files;
  std::string format = "jsonl";
  bool details = false;
  unsigned batch = 64;
};
[[nodiscard]] int run_parse_verb(const ParseOptions& options);

struct ExtractOptions {
  CommonOptions common;
  std::vector<std::string> files;
  std::string format = "jsonl";
  std::string offsets = "code-points";
  std::string published;
  std::vector<std::string> gazetteers;  // besides the world's
  std::string report;                   // "": all of them
  bool explain = false;
  bool html = false;
};
[[nodiscard]] int run_extract_verb(const ExtractOptions& options);

struct ReadOptions {
  CommonOptions common;
  std::string case_path;
  std::vector<std::string> files;
  std::string published;
  std::vector<std::string> gazetteers;  // besides the world's
};
[[nodiscard]] int run_read_verb(const ReadOptions& options);

// Of all verbs that print a table of a case; "" where an option is not given.
struct TableVerbOptions {
  std::string case_path;
  bool json = false;
  bool csv = false;
  bool quiet = false;
  std::string side, measure, source, since, until, report;
};
[[nodiscard]] publish::TableOptions table_output(const TableVerbOptions& options);
[[nodiscard]] publish::ItemFilter table_filter(const TableVerbOptions& options);
[[nodiscard]] int run_case_table_verb(const TableVerbOptions& options, engine::CaseTable table);

struct DerivedVerbOptions {
  TableVerbOptions table;
  std::string rule;  // of the toll; "": the counts over time
};
[[nodiscard]] int run_derived_verb(const DerivedVerbOptions& options, engine::DerivedTable table);

struct ShowOptions {
  std::string case_path;
  std::string id;
  bool quiet = false;
};
[[nodiscard]] int run_show_verb(const ShowOptions& options);

struct CheckOptions {
  std::string case_path;
  bool quiet = false;
};
[[nodiscard]] int run_check_verb(const CheckOptions& options);

struct InfoboxOptions {
  std::string case_path;
  bool json = false;
  bool wikitext = false;
  bool history = false;
  bool quiet = false;
};
[[nodiscard]] int run_infobox_verb(const InfoboxOptions& options);

struct ExportVerbOptions {
  std::string case_path;
  std::string out;
  std::string format;
  bool all_statuses = false;
  bool quiet = false;
};
[[nodiscard]] int run_export_verb(const ExportVerbOptions& options);

struct VerifyOptions {
  std::string case_path;
  std::string sheet;
  bool json = false;
  bool csv = false;
  bool quiet = false;
};
[[nodiscard]] int run_verify_verb(const VerifyOptions& options);

struct GazetteerAddOptions {
  std::string out;
  std::vector<std::string> files;
  bool quiet = false;
};
[[nodiscard]] int run_gazetteer_add_verb(const GazetteerAddOptions& options);

struct GazetteerFindOptions {
  std::string name;
  std::vector<std::string> gazetteers;  // extra ones; the world's is always there
};
[[nodiscard]] int run_gazetteer_find_verb(const GazetteerFindOptions& options);

}  // namespace counterclaim::cli
