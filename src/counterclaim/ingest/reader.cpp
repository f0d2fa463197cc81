#include "counterclaim/ingest/reader.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/document.h"
#include "counterclaim/ingest/plain_text.h"

namespace counterclaim::ingest {
namespace {

constexpr const char* kStandardInput = "-";

enum class Format { kUnknown, kJsonLines, kPlainText };

Format format_of(const std::string& path) {
  if (path == kStandardInput) return Format::kJsonLines;
  const std::string ending = lower_ascii(std::filesystem::path(path).extension().string());
  if (ending == ".jsonl" || ending == ".ndjson") return Format::kJsonLines;
  return ending == ".txt" ? Format::kPlainText : Format::kUnknown;
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

// The messages of a rejection do not name the file: Rejection::where() does.
Error file_error(ErrorCode code, const std::string& path, std::size_t limit_bytes) {
  if (code == ErrorCode::kFileNotFound) return {code, "there is no such file"};
  if (code == ErrorCode::kTextTooLarge) return {code, fmt::format("the file has more than {} bytes", limit_bytes)};
  return {code, is_folder(path) ? "this is a folder; name the files in it" : "the file cannot be opened or read"};
}

Error unknown_format(const std::string& path) {
  if (is_folder(path)) return file_error(ErrorCode::kFileUnreadable, path, 0);
  return {ErrorCode::kInputFormatUnknown,
          "the name ends with none of .txt, .jsonl and .ndjson; for JSON lines from a pipe give '-'"};
}

Error duplicate_id(const std::string& id, bool is_file_name) {
  return {ErrorCode::kDuplicateId,
          fmt::format("another report with the id \"{}\" has another text; {}", id,
                      is_file_name ? "the id of a .txt file is its name: rename it, or give ids in .jsonl"
                                   : "give each report an \"id\" of its own")};
}

// The names of files may hold any bytes, ids only UTF-8.
std::string id_from_name(const std::string& path) {
  std::size_t replaced = 0;
  return replace_invalid_utf8(std::filesystem::path(path).stem().string(), &replaced);
}

}  // namespace

std::string Rejection::where() const {
  std::string place = path == kStandardInput ? "(standard input)" : path;
  if (line > 0) place += fmt::format(":{}", line);
  return place;
}

Reader::Reader(std::vector<std::string> paths, const LayoutWords& words, ReaderOptions options,
               std::istream* standard_input)
    : paths_(std::move(paths)),
      words_(words),
      options_(std::move(options)),
      standard_input_(standard_input != nullptr ? standard_input : &std::cin) {}

std::optional<tl::expected<record::Document, Rejection>> Reader::next() {
  while (true) {
    if (lines_) {
      if (std::optional<Item> item = next_line()) return item;
      bytes_of_files_before_ = bytes_read();
      lines_.reset();
      file_.reset();
    }
    if (next_path_ == paths_.size()) return std::nullopt;
    path_ = paths_[next_path_++];
    ids_.begin_file();
    switch (format_of(path_)) {
      case Format::kUnknown: return tl::unexpected<Rejection>({path_, 0, unknown_format(path_)});
      case Format::kPlainText: return read_text_file(path_);
      case Format::kJsonLines:
        if (std::optional<Rejection> rejection = open_lines(path_)) {
          return tl::unexpected<Rejection>(*std::move(rejection));
        }
    }
  }
}

std::uint64_t Reader::bytes_read() const {
  if (!file_) return bytes_of_files_before_;
  const auto at = file_->rdbuf()->pubseekoff(0, std::ios::cur, std::ios::in);
  return bytes_of_files_before_ + static_cast<std::uint64_t>(std::max<std::streamoff>(at, 0));
}

Reader::Item Reader::read_text_file(const std::string& path) {
  Result<std::string> bytes = read_file(path, options_.longest_bytes);
  if (!bytes) return tl::unexpected<Rejection>({path, 0, file_error(bytes.error().code, path, options_.longest_bytes)});
  bytes_of_files_before_ += bytes->size();
  Result<RawReport> report = read_plain_text(*std::move(bytes));
  if (!report) return tl::unexpected<Rejection>({path, 0, std::move(report).error()});
  report->id = id_from_name(path);
  return finish(*std::move(report), ReportIds::Origin::kTold, 0);
}

std::optional<Rejection> Reader::open_lines(const std::string& path) {
  if (path == kStandardInput) {
    lines_.emplace(standard_input_, options_.longest_bytes);
    return std::nullopt;
  }
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(path, ignored);
  if (status.type() == std::filesystem::file_type::not_found) {
    return Rejection{path, 0, file_error(ErrorCode::kFileNotFound, path, options_.longest_bytes)};
  }
  file_ = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file_ || std::filesystem::is_directory(status)) {
    file_.reset();
    return Rejection{path, 0, file_error(ErrorCode::kFileUnreadable, path, options_.longest_bytes)};
  }
  lines_.emplace(file_.get(), options_.longest_bytes);
  return std::nullopt;
}

std::optional<Reader::Item> Reader::next_line() {
  std::optional<tl::expected<RawReport, RejectedLine>> line = lines_->next();
  if (!line) return std::nullopt;
  if (!*line) {
    RejectedLine& rejected = line->error();
    return tl::unexpected<Rejection>({path_, rejected.line, std::move(rejected.error)});
  }
  const auto origin = lines_->id_is_line_number() ? ReportIds::Origin::kLineNumber : ReportIds::Origin::kTold;
  return finish(**std::move(line), origin, lines_->line_number());
}

Reader::Item Reader::finish(RawReport report, ReportIds::Origin origin, std::uint64_t line) {
  if (!report.published) report.published = options_.published;
  Result<record::Document> document = make_document(std::move(report), words_);
  if (!document) return tl::unexpected<Rejection>({path_, line, std::move(document).error()});
  if (!ids_.admit(document->id, origin, document->sha256)) {
    return tl::unexpected<Rejection>({path_, line, duplicate_id(document->id, line == 0)});
  }
  return *std::move(document);
}

}  // namespace counterclaim::ingest
