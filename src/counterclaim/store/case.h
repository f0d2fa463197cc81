// The case file: the reports on a conflict and what was read out of them, in one SQLite database. docs/case-file.md
// describes it for people.
//
//   Result<Case> file = Case::open("border.case", {.access = Case::Access::kCreate});
//   Result<Case::Saved> saved = file->save(record, {.engine = "counterclaim 0.1.0", .resources = "sha256:…"});
//   if (auto kept = file->sync(); !kept) ...
//   if (const auto heads = file->reports()) for (const ReportHead& head : *heads) use(file->load(head.id).value());
//
// What holds:
// - A report and all of its record are there or are not: they are written in one transaction.
// - After sync() returned, no crash and no power cut takes what was saved before; a crash of the program alone takes
//   nothing that a call of save() returned for. A power cut may take the reports saved since the last sync(), never
//   more, and never leaves a damaged case.
// - Others may read while one writes, and see the case as it was when they began. Two that write take turns, a
//   transaction each.
//
// Layer: store. A Case belongs to one thread at a time. Errors of all calls: case_damaged, case_locked, case_read_only,
// disk_full, file_unreadable, file_unwritable, out_of_memory; others are named where they may come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::store {

// What a record was made by.
struct ReportStamp {
  std::string_view engine;     // name and version of the program: "counterclaim 0.1.0"
  std::string_view resources;  // hash of model and resources: "sha256:…"
};

// What a case knows of a report besides its text and record.
struct ReportHead {
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> published;
  std::optional<std::string> url;
  std::string sha256;     // of the text
  std::string engine;     // that made its record
  std::string resources;  // with these
};

class Case {
 public:
  enum class Access {
    kRead,    // the file is not changed
    kWrite,   // it must be there
    kCreate,  // it is made when absent
  };
  struct Options {
    Access access = Access::kRead;
    int wait_ms = 10'000;       // for the transaction of another program that writes
    const char* vfs = nullptr;  // a file system registered with SQLite; nullptr: the system's
  };

  // Opens a case; with kWrite or kCreate one of an earlier version is brought up to date. A case on a disk or in a
  // folder that may not be written is opened for reading all the same. Errors besides: file_not_found, case_unknown
  // (the file is something else), case_newer, case_read_only (an earlier version that kRead cannot bring up to date).
  [[nodiscard]] static Result<Case> open(const std::string& path, const Options& options);

  Case(Case&&) noexcept;
  Case& operator=(Case&&) noexcept;
  ~Case();

  // How the case stands to a report, by its id and the hash of its text.
  enum class Standing {
    kAbsent,
    kKnown,      // it has it
    kOtherText,  // it has another text under that id
  };
  [[nodiscard]] Result<Standing> standing(std::string_view id, std::string_view sha256);

  enum class Saved {
    kNew,
    kCopy,   // new, and another report has the same text
    kKnown,  // it was there: nothing is written
  };
  // Errors besides: duplicate_id (another text has that id), record_inconsistent (the record refers to items that it
  // does not have); the case is as it was before. Cost: some microseconds a row, and a fifth of a millisecond that
  // reports saved together share.
  [[nodiscard]] Result<Saved> save(const record::ReportRecord& record, const ReportStamp& stamp);
  // Saves reports in one transaction: after a crash all of them are there, or none. A report that is refused
  // (duplicate_id, record_inconsistent) leaves the others be. One outcome for each report.
  [[nodiscard]] Result<std::vector<Result<Saved>>> save_all(std::span<const record::ReportRecord> records,
                                                            const ReportStamp& stamp);

  // Waits until everything that was saved is on the disk. Cost: that of one fsync.
  [[nodiscard]] Result<void> sync();

  // All reports, by date of publication (those without one last), then by id.
  [[nodiscard]] Result<std::vector<ReportHead>> reports();

  // A report's record as it was saved, byte for byte in its JSON. Not kept are the clean texts of its blocks, and rules
  // of slots that a later rule filled again. The names of rules live as long as the case. Errors besides:
  // report_unknown.
  [[nodiscard]] Result<record::ReportRecord> load(std::string_view id);

  // Calls use(record) for each report, in the order of reports(), until it returns false; all of one state of the case,
  // whoever writes meanwhile.
  [[nodiscard]] Result<void> for_each(const std::function<bool(const record::ReportRecord&)>& use);

  // Puts what was derived from the records in the place of what was derived before, in one transaction. Errors besides:
  // record_inconsistent where it refers to a report that the case does not have.
  [[nodiscard]] Result<void> replace_derivation(const record::Derivation& derivation, const ReportStamp& stamp);

  // What was derived, as it was given, but for ceasefires and reactions, which are not kept; nullopt where nothing was,
  // or where reports came since: derive anew.
  [[nodiscard]] Result<std::optional<record::Derivation>> derivation();

 private:
  struct State;
  explicit Case(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace counterclaim::store
