// What a case is after power cuts, full disks, failing disks and failing memory: whole, with everything acknowledged.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "counterclaim/store/case.h"
#include "counterclaim/store/database.h"
#include "store/fault_disk.h"
#include "store/samples.h"
#include "support/test_data.h"

namespace counterclaim::store {
namespace {

using test::FaultDisk;
using test::json_of;

constexpr ReportStamp kStamp{"counterclaim 0", "sha256:0"};
constexpr const char* kPath = "a.case";

// Twenty reports of some kilobytes, in batches as `read` makes them.
const std::vector<record::ReportRecord>& reports() {
  static const auto made = [] {
    std::vector<record::ReportRecord> list;
    for (int n = 0; n < 20; ++n) {
      const std::string id = "r" + std::to_string(n);
      std::string text = "Told";
      for (int word = 0; word < 100 * (n % 5); ++word) text += " and told again by " + id + std::to_string(word);
      list.push_back(n % 3 == 0 ? test::whole_record(id) : test::small_record(id, text));
    }
    return list;
  }();
  return made;
}

std::vector<std::span<const record::ReportRecord>> batches() {
  const std::span<const record::ReportRecord> all = reports();
  return {all.subspan(0, 1), all.subspan(1, 5), all.subspan(6, 1), all.subspan(7, 3), all.subspan(10, 10)};
}

Result<Case> open(const FaultDisk& disk, Case::Access access = Case::Access::kCreate) {
  return Case::open(kPath, {.access = access, .wait_ms = 0, .vfs = disk.name()});
}

// Saves all batches, with a sync after the second and the last. Stops at the first failure.
struct Progress {
  std::size_t saved = 0;   // reports that save_all() returned for
  std::size_t synced = 0;  // reports that sync() returned for
  std::optional<Error> failure;
};
Progress fill(Case& file) {
  Progress progress;
  for (const auto& batch : batches()) {
    const auto saved = file.save_all(batch, kStamp);
    if (!saved) {
      progress.failure = saved.error();
      return progress;
    }
    progress.saved += batch.size();
    if (progress.saved != 6 && progress.saved != reports().size()) continue;
    if (auto kept = file.sync(); !kept) {
      progress.failure = kept.error();
      return progress;
    }
    progress.synced = progress.saved;
  }
  return progress;
}

// Sound, each report whole, none missing before another, and at least `least` of them.
void check_whole(const FaultDisk& disk, std::size_t least) {
  {
    const auto database = Database::open(kPath, {.mode = Database::Mode::kCreate, .vfs = disk.name()});
    REQUIRE(database.has_value());
    auto query = database->prepare("PRAGMA integrity_check");
    REQUIRE(query.has_value());
    const auto row = query->step();
    REQUIRE(row.has_value());
    REQUIRE(query->text(0) == "ok");
  }
  auto file = open(disk);
  REQUIRE(file.has_value());
  std::size_t there = 0;
  for (const record::ReportRecord& report : reports()) {
    const auto loaded = file->load(report.document.id);
    if (!loaded) break;
    const bool same = json_of(*loaded) == json_of(report);
    REQUIRE(same);
    ++there;
  }
  REQUIRE(file->reports()->size() == there);
  CHECK(there >= least);
  // Going on finishes the rest.
  REQUIRE(!fill(*file).failure);
  CHECK(file->reports()->size() == reports().size());
}

std::uint64_t operations_of_a_whole_run() {
  FaultDisk disk;
  {
    auto file = open(disk);
    REQUIRE(!fill(*file).failure);
  }
  return disk.operations();
}

TEST_CASE("power cuts leave a whole case with everything that was synced") {
  const std::uint64_t operations = operations_of_a_whole_run();
  const std::uint32_t cuts = test::kSanitized ? 60 : 500;
  std::size_t lost_nothing = 0;
  for (std::uint32_t cut = 0; cut < cuts; ++cut) {
    CAPTURE(cut);
    FaultDisk disk;
    Progress progress;
    disk.cut_power_at(1 + cut * operations / cuts);
    {
      auto file = open(disk);
      if (file) progress = fill(*file);
    }
    disk.power_back(cut);
    check_whole(disk, progress.synced);
    if (progress.synced > 0) ++lost_nothing;
  }
  CHECK(lost_nothing > cuts / 10);
}

TEST_CASE("power cuts one after the other do no more") {
  for (std::uint32_t seed = 0; seed < (test::kSanitized ? 5U : 40U); ++seed) {
    CAPTURE(seed);
    FaultDisk disk;
    std::size_t synced = 0;
    for (std::uint32_t turn = 0; turn < 6; ++turn) {
      disk.cut_power_at(5 + (seed * 31 + turn * 17) % 60);
      {
        auto file = open(disk);
        if (file) synced = std::max(synced, fill(*file).synced);
      }
      disk.power_back(seed * 10 + turn);
    }
    check_whole(disk, synced);
  }
}

TEST_CASE("a write, a sync, a deletion that fails once is told, and the case goes on") {
  const std::uint64_t operations = operations_of_a_whole_run();
  for (const bool disk_full : {false, true}) {
    std::set<ErrorCode> codes;
    for (std::uint64_t at = 1; at <= operations; at += test::kSanitized ? 13 : 1) {
      CAPTURE(at);
      FaultDisk disk;
      disk.fail_at(at, disk_full);
      Progress progress;
      {
        auto file = open(disk);
        if (!file) {
          codes.insert(file.error().code);
        } else {
          progress = fill(*file);
          if (progress.failure) {
            codes.insert(progress.failure->code);
            // The same connection goes on.
            const Progress rest = fill(*file);
            CHECK(!rest.failure);
            progress.saved = rest.saved;
          }
        }
      }
      check_whole(disk, progress.saved);
    }
    CHECK(codes.contains(disk_full ? ErrorCode::kDiskFull : ErrorCode::kFileUnwritable));
    // A file beside the case that cannot be opened is told as unreadable.
    for (const ErrorCode code : {ErrorCode::kDiskFull, ErrorCode::kFileUnwritable, ErrorCode::kFileUnreadable}) {
      codes.erase(code);
    }
    CHECK(codes.empty());
  }
}

TEST_CASE("a case on a disk that may not be written is read, and not written") {
  FaultDisk disk;
  {
    auto file = open(disk);
    REQUIRE(!fill(*file).failure);
  }
  disk.set_read_only(true);
  auto file = open(disk, Case::Access::kRead);
  REQUIRE(file.has_value());
  CHECK(file->reports()->size() == reports().size());
  const auto writing = open(disk, Case::Access::kWrite);
  REQUIRE(!writing.has_value());
  CHECK(writing.error().code == ErrorCode::kCaseReadOnly);
}

// SQLite's memory, of which one request may fail. Installed before SQLite is first used.
struct FailingMemory {
  sqlite3_mem_methods system{};
  std::int64_t until_failure = -1;  // requests; negative: none fails

  static FailingMemory& instance() {
    static FailingMemory memory;
    return memory;
  }
  static bool fails() {
    FailingMemory& memory = instance();
    return memory.until_failure >= 0 && memory.until_failure-- == 0;
  }
  static bool install() {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &instance().system);
    sqlite3_mem_methods methods = instance().system;
    methods.xMalloc = [](int size) { return fails() ? nullptr : instance().system.xMalloc(size); };
    methods.xRealloc = [](void* old, int size) { return fails() ? nullptr : instance().system.xRealloc(old, size); };
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
  }
};
const bool kInstalled = FailingMemory::install();

TEST_CASE("a request for memory that fails once is told or overcome, and the case goes on") {
  REQUIRE(kInstalled);
  std::int64_t& until_failure = FailingMemory::instance().until_failure;
  std::size_t told = 0;
  bool has_failed = true;
  for (std::int64_t at = 0; has_failed; at = at * 21 / 20 + (test::kSanitized ? 97 : 7)) {
    CAPTURE(at);
    FaultDisk disk;
    Progress progress;
    until_failure = at;
    {
      auto file = open(disk);
      if (file) progress = fill(*file);
      has_failed = until_failure < 0;
      until_failure = -1;
      const std::optional<Error> failure = file ? progress.failure : std::optional(file.error());
      if (failure) {
        ++told;
        CHECK(failure->code == ErrorCode::kOutOfMemory);
      }
    }
    check_whole(disk, progress.synced);
  }
  CHECK(told > 10);
}

}  // namespace
}  // namespace counterclaim::store
