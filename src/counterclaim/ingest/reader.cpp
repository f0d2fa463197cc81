#include "counterclaim/ingest/reader.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/file.h"
#include "counterclaim/ingest/document.h"
#include "counterclaim/ingest/plain_text.h"

namespace counterclaim::ingest {
namespace {

constexpr const char* kStandardInput = "-";

enum class Format { kUnknown, kJsonLines, kPlainText };

Format format_of(const std::string& path) {
  if (path == kStandardInput) return Format::kJsonLines;
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (ending == ".jsonl" || ending == ".ndjson") return Format::kJsonLines;
  return ending == ".txt" ? Format::kPlainText : Format::kUnknown;
}

Error unknown_format(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return {ErrorCode::kFileUnreadable, fmt::format("'{}' is a folder; name the files in it", path)};
  }
  return {ErrorCode::kInputFormatUnknown,
          fmt::format("'{}' is of no format that is read; .txt, .jsonl and .ndjson are", path)};
}

}  // namespace

std::string Rejection::where() const {
  std::string place = path == kStandardInput ? "(standard input)" : path;
  if (line > 0) place += fmt::format(":{}", line);
  return place;
}

Reader::Reader(std::vector<std::string> paths, ReaderOptions options, std::istream* standard_input)
    : paths_(std::move(paths)),
      options_(std::move(options)),
      standard_input_(standard_input != nullptr ? standard_input : &std::cin) {}

std::optional<tl::expected<record::Document, Rejection>> Reader::next() {
  while (true) {
    if (lines_) {
      if (std::optional<Item> item = next_line()) return item;
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

Reader::Item Reader::read_text_file(const std::string& path) {
  Result<std::string> bytes = read_file(path, options_.longest_bytes);
  if (!bytes) return tl::unexpected<Rejection>({path, 0, std::move(bytes).error()});
  Result<RawReport> report = read_plain_text(*std::move(bytes));
  if (!report) return tl::unexpected<Rejection>({path, 0, std::move(report).error()});
  report->id = std::filesystem::path(path).stem().string();
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
    return Rejection{path, 0, {ErrorCode::kFileNotFound, fmt::format("there is no file '{}'", path)}};
  }
  file_ = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file_ || std::filesystem::is_directory(status)) {
    file_.reset();
    return Rejection{path, 0, {ErrorCode::kFileUnreadable, fmt::format("'{}' cannot be opened", path)}};
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
  Result<record::Document> document = make_document(std::move(report));
  if (!document) return tl::unexpected<Rejection>({path_, line, std::move(document).error()});
  if (!ids_.admit(document->id, origin, document->sha256)) {
    return tl::unexpected<Rejection>(
        {path_,
         line,
         {ErrorCode::kDuplicateId, fmt::format("another report with the id \"{}\" has another text", document->id)}});
  }
  return *std::move(document);
}

}  // namespace counterclaim::ingest
