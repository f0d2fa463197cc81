// Records of real analyses kept in a case and loaded again: the same JSON, byte for byte.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/engine/extraction_setup.h"
#include "counterclaim/ingest/reader.h"
#include "counterclaim/publish/record_json.h"
#include "counterclaim/store/case.h"
#include "engine/program.h"
#include "support/test_data.h"

namespace {

using namespace counterclaim;

std::string json_of(const record::ReportRecord& record) {
  std::string json;
  publish::append_record_json(json, record, {.engine = "", .resources = "", .explain = true});
  return json;
}

// Keeps the reports of `paths` and loads them; how many there were.
std::size_t check(const engine::ExtractionSetup& setup, std::vector<std::string> paths) {
  const test::Scratch scratch;
  auto file = store::Case::open(scratch.path("a.case"), {.access = store::Case::Access::kCreate});
  REQUIRE(file.has_value());
  ingest::Reader reader(std::move(paths), setup.layout);
  std::size_t reports = 0;
  while (auto document = reader.next()) {
    REQUIRE(document->has_value());
    std::vector<record::Document> batch;
    batch.push_back(std::move(**document));
    const auto records = setup.extractor.extract(std::move(batch));
    const std::string& id = records[0].document.id;
    CAPTURE(id);
    REQUIRE(file->save(records[0], {.engine = "", .resources = ""}).has_value());
    const auto loaded = file->load(id);
    REQUIRE(loaded.has_value());
    const bool same = json_of(*loaded) == json_of(records[0]);
    CHECK(same);
    ++reports;
  }
  return reports;
}

TEST_CASE("what was read out of reports comes back as it was") {
  const auto setup = engine::load_extraction({}, "");
  REQUIRE(setup.has_value());
  CHECK(check(*setup, {COUNTERCLAIM_SOURCE_DIR "/examples/september-2022/reports.jsonl"}) == 8);
  const auto data = test::test_data("records of outside reports come back");
  if (!data) return;
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*data / "gold")) {
    if (entry.path().extension() == ".txt") texts.push_back(entry.path().string());
  }
  std::sort(texts.begin(), texts.end());
  CHECK(check(*setup, texts) == texts.size());
}

}  // namespace
