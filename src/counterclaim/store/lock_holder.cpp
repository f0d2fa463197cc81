#include "counterclaim/store/lock_holder.h"

#include <cstdint>
#include <fstream>
#include <sstream>

#include <sys/stat.h>

#include <fmt/format.h>

namespace counterclaim::store {
namespace {

// Where SQLite locks the shared-memory file of a write-ahead log for its writer (sqlite.org/walformat.html, "WAL
// locks").
constexpr std::uint64_t kWriterByte = 120;

// A line of /proc/locks: "1: POSIX  ADVISORY  WRITE 4711 fe:00:131 120 120", the last three being the device and inode,
// and the first and last byte. Returns the process if it holds `inode`'s writer byte.
std::optional<long> writer_in(const std::string& line, std::uint64_t inode) {
  std::istringstream words(line);
  std::string number, family, kind, access, file, last;
  long process = 0;
  std::uint64_t first = 0;
  if (!(words >> number >> family >> kind >> access >> process >> file >> first >> last)) return std::nullopt;
  if (family != "POSIX" || access != "WRITE" || first > kWriterByte) return std::nullopt;
  if (last != "EOF" && std::stoull(last) < kWriterByte) return std::nullopt;
  const std::size_t colon = file.rfind(':');
  if (colon == std::string::npos || file.substr(colon + 1) != std::to_string(inode)) return std::nullopt;
  return process;
}

}  // namespace

std::optional<std::string> lock_holder(const std::string& path) {
  // Not opened: to close it would drop this process's own locks on it.
  struct stat status{};
  if (stat((path + "-shm").c_str(), &status) != 0) return std::nullopt;
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    const std::optional<long> process = writer_in(line, status.st_ino);
    if (!process) continue;
    std::string name;
    std::ifstream(fmt::format("/proc/{}/comm", *process)) >> name;
    return fmt::format("{} (process {})", name.empty() ? "another program" : name, *process);
  }
  return std::nullopt;
}

}  // namespace counterclaim::store
