// Which reports a run has read, to reject a second one of the same id with another text.
//
// Ids that an input tells, and stems of files, are compared over the whole run; an id that is the number of a line only
// with the ids, told or numbers, of its file. The same report twice (same id, same text) is admitted twice: a record is
// written for each.
//
// Layer: ingest. Memory: some 60 bytes a report, whatever the ids and texts. Not to be shared between threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace counterclaim::ingest {

class ReportIds {
 public:
  enum class Origin { kTold, kLineNumber };

  // Forgets the ids that are numbers of lines: the next reports come from another file.
  void begin_file() {
    ++file_;
    numbered_.clear();
  }

  // Whether no other text has this id so far, among the ids with which it is compared. `text_sha256` has 64 hexadecimal
  // digits.
  [[nodiscard]] bool admit(std::string_view id, Origin origin, std::string_view text_sha256);

 private:
  struct Known {
    std::uint64_t text;
    std::uint64_t last_file;  // that has the id
  };
  // From the first 64 bits of the hash of an id to those of a text's: a false alarm is one in 10^9 at 100,000 reports.
  using Texts = std::unordered_map<std::uint64_t, Known>;
  Texts told_;
  Texts numbered_;  // of this file
  std::uint64_t file_ = 0;
};

}  // namespace counterclaim::ingest
