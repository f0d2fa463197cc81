#include "store/fault_disk.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include <sqlite3.h>

namespace counterclaim::test {
namespace {

constexpr std::size_t kSector = 512;

struct OpenFile {
  sqlite3_file base;
  FaultDisk* disk;
  std::shared_ptr<FaultDisk::File>* file;
};

OpenFile& open_file(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
FaultDisk::File& content_of(sqlite3_file* file) { return **open_file(file).file; }

void put(const FaultDisk::Write& write, std::string& content) {
  if (write.truncates) {
    content.resize(write.offset);
    return;
  }
  const std::size_t end = write.offset + write.bytes.size();
  if (content.size() < end) content.resize(end);
  std::copy(write.bytes.begin(), write.bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(write.offset));
}

int close_file(sqlite3_file* file) {
  delete open_file(file).file;
  return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
  const std::string& content = content_of(file).content;
  const auto begin = std::min(static_cast<std::size_t>(offset), content.size());
  const auto there = std::min(static_cast<std::size_t>(size), content.size() - begin);
  std::memset(out, 0, static_cast<std::size_t>(size));
  std::memcpy(out, content.data() + begin, there);
  return there == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

void note(FaultDisk::File& file, FaultDisk::Write write) {
  put(write, file.content);
  file.unsafe.push_back(std::move(write));
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  if (const int code = open_file(file).disk->before_operation(SQLITE_IOERR_WRITE); code != SQLITE_OK) return code;
  note(content_of(file), {static_cast<std::uint64_t>(offset),
                          std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)), false});
  return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = open_file(file).disk->before_operation(SQLITE_IOERR_TRUNCATE); code != SQLITE_OK) return code;
  note(content_of(file), {static_cast<std::uint64_t>(size), "", true});
  return SQLITE_OK;
}

int sync_file(sqlite3_file* file, int) {
  if (const int code = open_file(file).disk->before_operation(SQLITE_IOERR_FSYNC); code != SQLITE_OK) return code;
  FaultDisk::File& synced = content_of(file);
  synced.safe = synced.content;
  synced.unsafe.clear();
  if (synced.is_new) open_file(file).disk->sync_folder();
  return SQLITE_OK;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(content_of(file).content.size());
  return SQLITE_OK;
}

// One connection at a time uses the disk: nothing is ever locked by another.
int lock(sqlite3_file*, int) { return SQLITE_OK; }
int check_lock(sqlite3_file*, int* is_locked) {
  *is_locked = 0;
  return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return kSector; }
int characteristics(sqlite3_file*) { return 0; }

int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  if (open_file(file).disk->is_read_only()) return SQLITE_CANTOPEN;
  auto& shared = content_of(file).shared;
  *out = nullptr;
  if (static_cast<std::size_t>(region) >= shared.size()) {
    if (extend == 0) return SQLITE_OK;
    shared.resize(static_cast<std::size_t>(region) + 1);
  }
  std::string& memory = shared[static_cast<std::size_t>(region)];
  if (memory.empty()) memory.resize(static_cast<std::size_t>(size));
  *out = memory.data();
  return SQLITE_OK;
}
int lock_shared(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void shared_barrier(sqlite3_file*) {}
int unmap_shared(sqlite3_file* file, int remove) {
  if (remove != 0) content_of(file).shared.clear();
  return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods = {
    2,           close_file,     read_file,    write_file, truncate_file, sync_file,       size_of_file,
    lock,        lock,           check_lock,   control,    sector_size,   characteristics, map_shared,
    lock_shared, shared_barrier, unmap_shared, nullptr,    nullptr};

FaultDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<FaultDisk*>(vfs->pAppData); }

int open_on_disk(sqlite3_vfs* vfs, sqlite3_filename path, sqlite3_file* out, int flags, int* flags_out) {
  FaultDisk& disk = disk_of(vfs);
  out->pMethods = nullptr;
  const std::string name = path == nullptr ? "temporary" : path;
  auto& files = disk.files();
  auto found = files.find(name);
  if (found == files.end()) {
    if ((flags & SQLITE_OPEN_CREATE) == 0 || disk.is_read_only()) return SQLITE_CANTOPEN;
    if (const int code = disk.before_operation(SQLITE_CANTOPEN); code != SQLITE_OK) return code;
    found = files.emplace(name, std::make_shared<FaultDisk::File>()).first;
  }
  if (disk.is_read_only()) flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  OpenFile& file = open_file(out);
  file.disk = &disk;
  file.file = new std::shared_ptr<FaultDisk::File>(found->second);
  file.base.pMethods = &kMethods;
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int delete_on_disk(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  FaultDisk& disk = disk_of(vfs);
  if (const int code = disk.before_operation(SQLITE_IOERR_DELETE); code != SQLITE_OK) return code;
  if (disk.files().erase(path) == 0) return SQLITE_IOERR_DELETE_NOENT;
  if (sync_folder != 0) disk.sync_folder();
  return SQLITE_OK;
}

int access_on_disk(sqlite3_vfs* vfs, const char* path, int, int* there) {
  *there = disk_of(vfs).files().contains(path) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* path, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", path);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* out) {
  static std::mt19937 random(7);
  for (int n = 0; n < size; ++n) out[n] = static_cast<char>(random());
  return size;
}
int sleep_on_disk(sqlite3_vfs*, int microseconds) { return microseconds; }
int current_time(sqlite3_vfs*, double* days) {
  *days = 2461369.0;
  return SQLITE_OK;
}
int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

FaultDisk::FaultDisk() {
  static int number = 0;
  name_ = "fault-disk-" + std::to_string(++number);
  auto* vfs = new sqlite3_vfs{};
  vfs->iVersion = 1;
  vfs->szOsFile = sizeof(OpenFile);
  vfs->mxPathname = 512;
  vfs->zName = name_.c_str();
  vfs->pAppData = this;
  vfs->xOpen = open_on_disk;
  vfs->xDelete = delete_on_disk;
  vfs->xAccess = access_on_disk;
  vfs->xFullPathname = full_path;
  vfs->xRandomness = randomness;
  vfs->xSleep = sleep_on_disk;
  vfs->xCurrentTime = current_time;
  vfs->xGetLastError = last_error;
  sqlite3_vfs_register(vfs, 0);
}

FaultDisk::~FaultDisk() {
  sqlite3_vfs* vfs = sqlite3_vfs_find(name_.c_str());
  sqlite3_vfs_unregister(vfs);
  delete vfs;
}

int FaultDisk::before_operation(int failure) {
  ++operations_;
  if (cut_ && operations_ >= *cut_) return failure;
  if (failure_ && operations_ == *failure_) return failure_is_full_ ? SQLITE_FULL : failure;
  return SQLITE_OK;
}

void FaultDisk::cut_power_at(std::uint64_t operations_from_now) { cut_ = operations_ + operations_from_now; }

void FaultDisk::fail_at(std::uint64_t operations_from_now, bool disk_full) {
  failure_ = operations_ + operations_from_now;
  failure_is_full_ = disk_full;
}

void FaultDisk::sync_folder() {
  for (auto& [name, file] : files_) file->is_new = false;
  safe_files_ = files_;
}

void FaultDisk::restore(File& file, std::mt19937& random) {
  file.content = file.safe;
  for (Write& write : file.unsafe) {
    const std::uint32_t fate = random() % 4;
    if (fate == 0) continue;
    if (fate == 1) write.bytes.resize(std::min(write.bytes.size(), kSector * (random() % 9)));
    if (fate == 1 && write.bytes.empty() && !write.truncates) continue;
    put(write, file.content);
  }
  file.unsafe.clear();
  file.safe = file.content;
  file.shared.clear();
}

void FaultDisk::power_back(std::uint32_t seed) {
  std::mt19937 random(seed);
  Files folder;
  for (const auto& [name, file] : safe_files_) {
    const auto now = files_.find(name);
    const bool is_as_it_was = now != files_.end() && now->second == file;
    if (is_as_it_was || random() % 2 == 0) folder.emplace(name, file);  // else its deletion reached the disk
  }
  for (const auto& [name, file] : files_) {
    if (!safe_files_.contains(name) || safe_files_[name] != file) {
      if (random() % 2 == 0) folder[name] = file;
    }
  }
  files_ = std::move(folder);
  for (auto& [name, file] : files_) restore(*file, random);
  sync_folder();
  cut_.reset();
  failure_.reset();
}

}  // namespace counterclaim::test
