#include "counterclaim/engine/export_run.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/engine/data_folder.h"
#include "counterclaim/store/case.h"

namespace counterclaim::engine {
namespace {

namespace fs = std::filesystem;

// The files of one export. Keeps the first failure, after which nothing more is written.
class OutputFiles {
 public:
  OutputFiles(std::string out, bool folder, const Sink& sink) : out_(std::move(out)), folder_(folder), sink_(sink) {}

  void append(std::string_view name, std::string_view bytes) {
    if (failure_ || stopped_) return;
    if (out_ == "-") {
      if (name.empty()) stopped_ = !sink_(bytes);
      return;
    }
    std::ofstream& file = file_of(std::string(name));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) fail_for(name);
  }

  [[nodiscard]] Result<void> finish() {
    for (auto& [name, file] : files_) {
      file.close();
      if (!file) fail_for(name);
    }
    if (failure_) return tl::unexpected(*failure_);
    return {};
  }

  [[nodiscard]] bool is_taking() const { return !failure_ && !stopped_; }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  [[nodiscard]] fs::path path_of(std::string_view name) const {
    return folder_ ? fs::path(out_) / name : fs::path(out_ + std::string(name));
  }

  std::ofstream& file_of(const std::string& name) {
    const auto [place, made] = files_.try_emplace(name);
    if (made) {
      std::error_code ignored;  // a folder that cannot be made shows when the file is opened
      if (folder_) fs::create_directories(out_, ignored);
      place->second.open(path_of(name), std::ios::binary | std::ios::trunc);
    }
    return place->second;
  }

  void fail_for(std::string_view name) {
    if (!failure_)
      failure_ = Error{ErrorCode::kFileUnwritable, fmt::format("'{}' cannot be written", path_of(name).string())};
  }

  std::string out_;
  bool folder_;
  const Sink& sink_;
  std::map<std::string, std::ofstream> files_;
  std::optional<Error> failure_;
  bool stopped_ = false;
};

Result<publish::ExportFormatInfo> format_named(const std::string& name, const std::string& out) {
  std::string names;
  for (const publish::ExportFormatInfo& info : publish::export_formats()) {
    names.append(names.empty() ? "" : ", ").append(info.name);
    if (info.name != name) continue;
    if (info.folder && out == "-")
      return fail(ErrorCode::kUsage, fmt::format("'{}' has several files: name a folder for them", name));
    return info;
  }
  return fail(ErrorCode::kUsage, fmt::format("there is no format '{}'; there are {}", name, names));
}

}  // namespace

Result<ExportSummary> run_export(const std::string& case_path, const std::string& out, const ExportRunOptions& options,
                                 const Sink& sink) {
  const auto format = format_named(options.format, out);
  if (!format) return tl::unexpected(format.error());
  const auto data = find_data_folder();
  if (!data) return tl::unexpected(data.error());
  const auto tables = publish::CodingTables::load(data->resources);
  if (!tables) return tl::unexpected(tables.error());
  auto file = store::Case::open(case_path, {});
  if (!file) return tl::unexpected(file.error());

  OutputFiles files(out, format->folder, sink);
  const publish::ExportSink write = [&](std::string_view name, std::string_view bytes) { files.append(name, bytes); };
  const auto derivation = file->derivation();
  if (!derivation) return tl::unexpected(derivation.error());
  publish::ExportOptions content = options.content;
  content.derivation = derivation->has_value() ? &**derivation : nullptr;
  const auto exporter = publish::make_exporter(format->format, *tables, content);
  ExportSummary summary;
  exporter->begin(write);
  const auto add = [&](const record::ReportRecord& record) {
    ++summary.reports;
    exporter->add(record, write);
    return files.is_taking();
  };
  if (const auto done = file->for_each(add); !done) return tl::unexpected(done.error());
  exporter->end(write);
  if (const auto written = files.finish(); !written) return tl::unexpected(written.error());
  summary.left_out = exporter->left_out();
  summary.stopped = files.stopped();
  return summary;
}

}  // namespace counterclaim::engine
