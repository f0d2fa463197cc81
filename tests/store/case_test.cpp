// Reports kept in a case and read back.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/store/case.h"
#include "store/samples.h"

namespace counterclaim::store {
namespace {

using test::json_of;
using test::small_record;
using test::TemporaryFolder;
using test::whole_record;

using Access = Case::Access;
using Saved = Case::Saved;

constexpr ReportStamp kStamp{"counterclaim 0", "sha256:0"};

Case open(const std::string& path, Access access) {
  auto file = Case::open(path, {.access = access});
  if (!file) FAIL(file.error().message);
  return std::move(*file);
}

TEST_CASE("a record comes back as it was") {
  const TemporaryFolder folder;
  const record::ReportRecord record = whole_record("x");
  {
    Case file = open(folder.file("a.case"), Access::kCreate);
    REQUIRE(file.save(record, kStamp).value() == Saved::kNew);
    CHECK(json_of(file.load("x").value()) == json_of(record));
    CHECK(file.load("x")->document.text == record.document.text);
  }
  Case file = open(folder.file("a.case"), Access::kRead);
  CHECK(json_of(file.load("x").value()) == json_of(record));
  CHECK(file.load("y").error().code == ErrorCode::kReportUnknown);
  CHECK(file.save(record, kStamp).error().code == ErrorCode::kCaseReadOnly);
}

TEST_CASE("texts with NUL and other oddities come back as they were") {
  const TemporaryFolder folder;
  Case file = open(folder.file("a.case"), Access::kCreate);
  record::ReportRecord record = small_record("odd\"'\n", std::string("Zero\0 and more", 14));
  record.document.title = "";
  REQUIRE(file.save(record, kStamp).has_value());
  CHECK(json_of(file.load(record.document.id).value()) == json_of(record));
  CHECK(file.load(record.document.id)->document.text == record.document.text);
  record = small_record("", "");
  record.document.published.reset();
  REQUIRE(file.save(record, kStamp).has_value());
  CHECK(json_of(file.load("").value()) == json_of(record));
}

TEST_CASE("one report is one, a copy is kept, another text under a known id is not") {
  const TemporaryFolder folder;
  Case file = open(folder.file("a.case"), Access::kCreate);
  CHECK(file.save(small_record("a", "Boquerón fell."), kStamp).value() == Saved::kNew);
  CHECK(file.save(small_record("a", "Boquerón fell."), kStamp).value() == Saved::kKnown);
  CHECK(file.save(small_record("b", "Boquerón fell."), kStamp).value() == Saved::kCopy);
  CHECK(file.save(small_record("a", "Boquerón held."), kStamp).error().code == ErrorCode::kDuplicateId);
  CHECK(file.standing("a", small_record("a", "Boquerón fell.").document.sha256).value() == Case::Standing::kKnown);
  CHECK(file.standing("a", "").value() == Case::Standing::kOtherText);
  CHECK(file.standing("c", "").value() == Case::Standing::kAbsent);
  CHECK(file.reports()->size() == 2);
}

TEST_CASE("a record that refers to what it does not have is refused whole, and the case goes on") {
  const TemporaryFolder folder;
  Case file = open(folder.file("a.case"), Access::kCreate);
  record::ReportRecord wrong = whole_record("wrong");
  wrong.figures[0].event = 99;
  CHECK(file.save(wrong, kStamp).error().code == ErrorCode::kRecordInconsistent);
  CHECK(file.reports()->empty());
  const record::ReportRecord right = whole_record("right");
  REQUIRE(file.save(right, kStamp).has_value());
  CHECK(json_of(file.load("right").value()) == json_of(right));
}

TEST_CASE("reports are listed by date, then by id, whatever the order of reading") {
  const TemporaryFolder folder;
  std::vector<record::ReportRecord> records;
  for (const char* id : {"c", "a", "d", "b"}) records.push_back(small_record(id, id));
  records[0].document.published = "1932-06-19";
  records[1].document.published.reset();
  for (int turn = 0; turn < 2; ++turn) {
    Case file = open(folder.file(std::to_string(turn)), Access::kCreate);
    for (const auto& record : records) REQUIRE(file.save(record, kStamp).has_value());
    std::string ids;
    const auto heads = file.reports();
    for (const ReportHead& head : *heads) ids += head.id;
    CHECK(ids == "cbda");
    std::string visited;
    REQUIRE(file.for_each([&](const record::ReportRecord& record) {
      visited += record.document.id;
      return visited.size() < 3;
    }));
    CHECK(visited == "cbd");
    std::swap(records[0], records[3]);
  }
}

}  // namespace
}  // namespace counterclaim::store
