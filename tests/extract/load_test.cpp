// What loading says about missing and broken resources.
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/extract/figure_reader.h"

using namespace counterclaim;

namespace {

std::filesystem::path written(const char* name, const char* text) {
  const std::filesystem::path path = std::filesystem::path(COUNTERCLAIM_BINARY_DIR) / name;
  std::ofstream(path) << text;
  return path;
}

void check_malformed(const char* text, const char* message_end) {
  const auto path = written("extract_load_test.toml", text);
  const auto file = read_resource_file(path, {"lemmas"});
  REQUIRE(!file.has_value());
  CHECK(file.error().code == ErrorCode::kResourceMalformed);
  CHECK_MESSAGE(file.error().message == path.string() + message_end, text);
}

}  // namespace

TEST_CASE("a folder without resources") {
  const auto reader = extract::FigureReader::load(std::filesystem::path(COUNTERCLAIM_BINARY_DIR) / "no-such-folder");
  REQUIRE(!reader.has_value());
  CHECK(reader.error().code == ErrorCode::kFileNotFound);
}

TEST_CASE("a broken resource file is named with its line") {
  check_malformed("[[verb]]\nlemmas = [\"say\"]\nlemmata = 1\n", ":3: unknown field 'lemmata'");
  check_malformed("verb = 1\n", ":1: [[verb]] is expected");
  check_malformed("[[verb]]\nlemmas = [{a = 1}]\n", ":2: 'lemmas' must hold strings or numbers");
  check_malformed(
      "[[verb]]\nexamples = [\n  {text = \"x\"}]\n",
      ":3: an example has a 'text', lists of the record ('figures', 'times', …), and perhaps a 'published'");
  check_malformed("[[verb]]\nexamples = 1\n", ":2: 'examples' must be an array of tables");
}

TEST_CASE("a file that is no TOML") {
  const auto path = written("extract_load_test.toml", "[[verb]]\nlemmas = [\n");
  const auto file = read_resource_file(path, {"lemmas"});
  REQUIRE(!file.has_value());
  CHECK(file.error().code == ErrorCode::kResourceMalformed);
  CHECK(file.error().message.starts_with(path.string() + ":"));
}
