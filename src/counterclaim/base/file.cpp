#include "counterclaim/base/file.h"

#include <array>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace counterclaim {

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    return fail(ErrorCode::kFileNotFound, fmt::format("there is no file '{}'", path.string()));
  }
  if (std::filesystem::is_directory(status)) {
    return fail(ErrorCode::kFileUnreadable, fmt::format("'{}' is a folder", path.string()));
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return fail(ErrorCode::kFileUnreadable, fmt::format("'{}' cannot be opened", path.string()));

  std::string bytes;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size <= limit_bytes) bytes.reserve(static_cast<std::size_t>(size));
  std::array<char, 1 << 16> buffer;
  while (stream) {
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto got = static_cast<std::size_t>(stream.gcount());
    if (got > limit_bytes - bytes.size()) {
      return fail(ErrorCode::kTextTooLarge, fmt::format("'{}' has more than {} bytes", path.string(), limit_bytes));
    }
    bytes.append(buffer.data(), got);
  }
  if (stream.bad()) return fail(ErrorCode::kFileUnreadable, fmt::format("'{}' cannot be read", path.string()));
  return bytes;
}

}  // namespace counterclaim
