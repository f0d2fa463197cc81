// Records to keep, and a folder to keep them in.
#pragma once

#include <filesystem>
#include <string>

#include "counterclaim/record/report_record.h"

namespace counterclaim::test {

// A record in which every field is filled and every reference leads somewhere.
[[nodiscard]] record::ReportRecord whole_record(const std::string& id);
// One figure and its source; `text` and `id` as given, the figure on the first word.
[[nodiscard]] record::ReportRecord small_record(const std::string& id, const std::string& text);

// The public JSON of a record, with its rules.
[[nodiscard]] std::string json_of(const record::ReportRecord& record);

// A folder of its own for each test, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace counterclaim::test
