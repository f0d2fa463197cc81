// Every example of every file under resources/ is run through the whole program.
#include <filesystem>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/base/resource_file.h"
#include "support/examples.h"

using namespace counterclaim;

namespace {

ResourceFile read_any(const std::filesystem::path& path) {
  auto file = read_resource_file(path, {});
  REQUIRE_MESSAGE(file.has_value(), file.error().message);
  return std::move(*file);
}

}  // namespace

TEST_CASE("the examples in resources/ hold") {
  std::set<std::filesystem::path> paths;
  for (const auto& item : std::filesystem::recursive_directory_iterator(COUNTERCLAIM_RESOURCE_DIR)) {
    if (item.path().extension() == ".toml") paths.insert(item.path());
  }
  REQUIRE(!paths.empty());
  for (const auto& path : paths) {
    for (const ResourceEntry& entry : read_any(path).entries) {
      const std::string where = fmt::format("{}:{}", path.string(), entry.line);
      CHECK_MESSAGE(!entry.examples.empty(), where, ": an entry without examples");
      for (const ResourceExample& example : entry.examples) {
        INFO(path.filename().string(), ":", example.line);
        test::check_example(example);
      }
    }
  }
}
