// A disk in memory, as a file system of SQLite's, that can lose power, run full and fail.
//
//   FaultDisk disk;                                   // registered under disk.name() until it goes
//   Case::open("a.case", {.access = …, .vfs = disk.name()});
//   disk.cut_power_at(17);                            // the 17th operation from now and all after it fail
//   …
//   disk.power_back(seed);                            // what was not synced is there, lost or torn, at random
//
// The model: a write is safe once its file is synced. Of a file's later writes each survives or not by itself, whole or
// its first sectors, in any combination. A new file or a deletion is safe once a file that was new is synced, or a
// deletion asked for it; until then it may be undone.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace counterclaim::test {

class FaultDisk {
 public:
  FaultDisk();
  FaultDisk(const FaultDisk&) = delete;
  FaultDisk& operator=(const FaultDisk&) = delete;
  ~FaultDisk();

  [[nodiscard]] const char* name() const { return name_.c_str(); }

  // Writes, truncations, syncs and deletions so far.
  [[nodiscard]] std::uint64_t operations() const { return operations_; }
  void cut_power_at(std::uint64_t operations_from_now);
  void power_back(std::uint32_t seed);

  // The n-th operation from now fails once, with SQLite's code for it; the disk goes on.
  void fail_at(std::uint64_t operations_from_now, bool disk_full);
  // From now on no file may be opened for writing, and no memory be shared.
  void set_read_only(bool read_only) { read_only_ = read_only; }

  struct Write {
    std::uint64_t offset = 0;
    std::string bytes;
    bool truncates = false;  // to `offset` bytes
  };
  struct File {
    std::string content;              // as programs see it
    std::string safe;                 // as it is on the disk
    std::vector<Write> unsafe;        // between the two, in order
    bool is_new = true;               // its entry in the folder is not safe
    std::vector<std::string> shared;  // memory, in regions
  };
  using Files = std::map<std::string, std::shared_ptr<File>>;

  // For the file system's functions: SQLite's code for the operation that is about to happen, 0 to go on.
  [[nodiscard]] int before_operation(int failure);
  [[nodiscard]] bool is_read_only() const { return read_only_; }
  [[nodiscard]] Files& files() { return files_; }
  void sync_folder();

 private:
  void restore(File& file, std::mt19937& random);

  std::string name_;
  Files files_;
  Files safe_files_;  // as the folder is on the disk
  std::uint64_t operations_ = 0;
  std::optional<std::uint64_t> cut_, failure_;
  bool failure_is_full_ = false;
  bool read_only_ = false;
};

}  // namespace counterclaim::test
