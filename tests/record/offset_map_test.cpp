#include "counterclaim/record/offset_map.h"

#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace {

using counterclaim::CodePointSpan;
using counterclaim::record::OffsetMap;

struct Run {
  std::uint32_t begin, length;
};

OffsetMap map_of(const std::vector<Run>& runs) {
  OffsetMap map;
  for (const Run& run : runs) map.append(run.begin, run.length);
  return map;
}

void check(const std::vector<Run>& runs, CodePointSpan clean, CodePointSpan expected) {
  CAPTURE(clean.begin);
  CAPTURE(clean.end);
  const CodePointSpan report = map_of(runs).to_report(clean);
  CHECK(report.begin == expected.begin);
  CHECK(report.end == expected.end);
}

}  // namespace

TEST_CASE("spans of a map with gaps") {
  const std::vector<Run> runs = {{10, 5}, {19, 3}, {22, 2}, {30, 1}};  // 22 goes on where 19 ended
  CHECK(map_of(runs).size() == 11);
  check(runs, {0, 5}, {10, 15});
  check(runs, {0, 6}, {10, 20});   // the gap inside is inside
  check(runs, {5, 10}, {19, 24});  // gaps at the ends are not
  check(runs, {4, 5}, {14, 15});
  check(runs, {10, 11}, {30, 31});
  check(runs, {0, 11}, {10, 31});
  check(runs, {5, 5}, {19, 19});
  check(runs, {0, 0}, {10, 10});
  check(runs, {11, 11}, {31, 31});
}

TEST_CASE("the empty map") {
  check({}, {0, 0}, {0, 0});
  check({{7, 0}}, {0, 0}, {0, 0});
}

TEST_CASE("random maps, counted one by one") {
  std::mt19937 random(49105);
  for (int round = 0; round < 200; ++round) {
    OffsetMap map;
    std::vector<std::uint32_t> positions;  // of the report, for each clean code point
    std::uint32_t at = random() % 5;
    for (unsigned n = random() % 20; n > 0; --n) {
      const std::uint32_t length = random() % 4;
      map.append(at, length);
      for (std::uint32_t k = 0; k < length; ++k) positions.push_back(at++);
      at += random() % 3;
    }
    REQUIRE(map.size() == positions.size());
    for (std::uint32_t begin = 0; begin < positions.size(); ++begin) {
      for (std::uint32_t end = begin + 1; end <= positions.size(); ++end) {
        REQUIRE(map.to_report({begin, end}) == CodePointSpan{positions[begin], positions[end - 1] + 1});
      }
    }
  }
}
