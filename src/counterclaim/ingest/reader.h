// The front door: paths of any accepted format -> documents, one by one.
//
//   Reader reader({"reports.jsonl", "note.txt", "-"}, words, {.published = "2022-09-13"});
//   while (auto item = reader.next()) {
//     if (item->has_value()) use(**item);
//     else fmt::print(stderr, "{}: {}\n", item->error().where(), item->error().error.message);
//   }
//
// The format follows from the ending of the name, in upper or lower case: .jsonl .ndjson (json_lines.h), .txt
// (plain_text.h); "-" is standard input and holds JSON lines. The id of a .txt report is the stem of its name,
// with U+FFFD for what is no UTF-8 in it.
// What cannot be read is given as a rejection in its place, and reading goes on behind it.
//
// Layer: ingest. Memory: one report and some 60 bytes for each report read. Not to be shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "counterclaim/base/error.h"
#include "counterclaim/ingest/json_lines.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/report_ids.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ingest {

struct ReaderOptions {
  // ISO 8601 date of reports that tell none (iso_date.h checks one).
  std::optional<std::string> published = std::nullopt;
  // A line of JSON lines, or a whole .txt file, may have so many bytes. Reading takes memory of some ten times that;
  // the analysis of one text afterwards takes more than a hundred times the text.
  std::size_t longest_bytes = kLongestLineBytes;
};

struct Rejection {
  std::string path;        // as given; "-" for standard input
  std::uint64_t line = 0;  // counted from 1; 0: the whole file
  // input_format_unknown, file_not_found, file_unreadable, text_too_large, duplicate_id, or as RejectedLine has them.
  Error error;

  [[nodiscard]] std::string where() const;  // "reports.jsonl:3", "note.txt", "(standard input):3"
};

class Reader {
 public:
  // Opens nothing yet. `words` and `standard_input` must outlive the reader; the latter is read where a path is "-";
  // nullptr: std::cin.
  Reader(std::vector<std::string> paths, const LayoutWords& words, ReaderOptions options = {},
         std::istream* standard_input = nullptr);

  // The next document or rejection, in the order of the paths and lines; nullopt at the end.
  [[nodiscard]] std::optional<tl::expected<record::Document, Rejection>> next();

  // Bytes of the files that have been read so far, for progress; those of standard input are not counted.
  [[nodiscard]] std::uint64_t bytes_read() const;

 private:
  using Item = tl::expected<record::Document, Rejection>;

  [[nodiscard]] Item read_text_file(const std::string& path);
  [[nodiscard]] std::optional<Rejection> open_lines(const std::string& path);
  [[nodiscard]] std::optional<Item> next_line();
  [[nodiscard]] Item finish(RawReport report, ReportIds::Origin origin, std::uint64_t line);

  std::vector<std::string> paths_;
  const LayoutWords& words_;
  ReaderOptions options_;
  std::istream* standard_input_;
  std::size_t next_path_ = 0;
  std::string path_;  // of the file being read
  std::uint64_t bytes_of_files_before_ = 0;
  std::unique_ptr<std::ifstream> file_;  // behind a pointer: `lines_` refers to it
  std::optional<JsonLinesReader> lines_;
  ReportIds ids_;
};

}  // namespace counterclaim::ingest
