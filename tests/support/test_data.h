// Data that tests use where it is there and that is no part of the project: the folder that the environment variable
// COUNTERCLAIM_TEST_DATA names.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace counterclaim::test {

// Whether this is a build with sanitizers, in which everything takes many times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

// The folder, or nullopt, with a line on standard output that says which test is skipped.
inline std::optional<std::filesystem::path> test_data(const char* test) {
  const char* folder = std::getenv("COUNTERCLAIM_TEST_DATA");
  if (folder != nullptr && *folder != '\0') return std::filesystem::path(folder);
  std::printf("skipped: %s (COUNTERCLAIM_TEST_DATA is not set)\n", test);
  return std::nullopt;
}

}  // namespace counterclaim::test
