// Which reports a run has read, to reject a second one of the same id with another text.
//
// Ids that an input tells, and stems of files, are compared over the whole run; an id that is the number of a line only
// within its file. The same report twice (same id, same text) is admitted twice: a record is written for each.
//
// Layer: ingest. Memory: some 50 bytes a report, whatever the ids and texts. Not to be shared between threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace counterclaim::ingest {

class ReportIds {
 public:
  enum class Origin { kTold, kLineNumber };

  // Forgets the ids that are numbers of lines: the next reports come from another file.
  void begin_file() { numbered_.clear(); }

  // Whether no other text has this id so far. `text_sha256` has 64 hexadecimal digits.
  [[nodiscard]] bool admit(std::string_view id, Origin origin, std::string_view text_sha256);

 private:
  // From the first 64 bits of the hash of an id to those of a text's: a false alarm is one in 10^9 at 100,000 reports.
  using Texts = std::unordered_map<std::uint64_t, std::uint64_t>;
  Texts told_;
  Texts numbered_;
};

}  // namespace counterclaim::ingest
