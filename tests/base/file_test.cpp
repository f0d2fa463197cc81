#include "counterclaim/base/file.h"

#include <fstream>

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;

std::filesystem::path scratch_file(const std::string& bytes) {
  const std::filesystem::path path = std::filesystem::path(COUNTERCLAIM_BINARY_DIR) / "file_test.bin";
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

void check_error(const std::filesystem::path& path, std::size_t limit_bytes, ErrorCode expected) {
  CAPTURE(path);
  const Result<std::string> bytes = read_file(path, limit_bytes);
  REQUIRE_FALSE(bytes.has_value());
  CHECK(code_name(bytes.error().code) == code_name(expected));
  CHECK_FALSE(bytes.error().message.empty());
}

}  // namespace

TEST_CASE("the bytes of a file") {
  using std::string_literals::operator""s;
  for (const std::string& bytes : {""s, "a\r\n\0b"s, std::string(1 << 16, 'x'), std::string(200'001, 'y')}) {
    CHECK(read_file(scratch_file(bytes)).value() == bytes);
    CHECK(read_file(scratch_file(bytes), bytes.size()).value() == bytes);
  }
}

TEST_CASE("files that cannot be read") {
  check_error("no/such/file", 10, ErrorCode::kFileNotFound);
  check_error(scratch_file("text") / "below", 10, ErrorCode::kFileNotFound);
  check_error(COUNTERCLAIM_BINARY_DIR, 10, ErrorCode::kFileUnreadable);
  check_error(scratch_file("12345"), 4, ErrorCode::kTextTooLarge);
  check_error("/dev/zero", 1 << 20, ErrorCode::kTextTooLarge);
}
