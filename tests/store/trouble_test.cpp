// Files that are something else, damaged, of other versions, in use.
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "counterclaim/store/case.h"
#include "counterclaim/store/case_check.h"
#include "counterclaim/store/database.h"
#include "counterclaim/store/record_writer.h"
#include "counterclaim/store/schema.h"
#include "store/samples.h"
#include "support/test_data.h"

namespace counterclaim::store {
namespace {

using test::json_of;
using test::small_record;
using test::TemporaryFolder;
using test::whole_record;

using Access = Case::Access;

constexpr ReportStamp kStamp{"counterclaim 0", "sha256:0"};

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// A case of some reports, closed.
std::string make_case(const TemporaryFolder& folder, const std::string& name = "a.case") {
  const std::string path = folder.file(name);
  auto file = Case::open(path, {.access = Access::kCreate});
  REQUIRE(file.has_value());
  for (int n = 0; n < 12; ++n) REQUIRE(file->save(whole_record("r" + std::to_string(n)), kStamp).has_value());
  return path;
}

ErrorCode code_of(const std::string& path, Access access) {
  const auto file = Case::open(path, {.access = access, .wait_ms = 50});
  REQUIRE(!file.has_value());
  return file.error().code;
}

void execute(const std::string& path, const char* sql) {
  const auto database = Database::open(path, {.mode = Database::Mode::kCreate});
  REQUIRE(database->execute(sql).has_value());
}

TEST_CASE("other files are no cases, and stay as they are") {
  const TemporaryFolder folder;
  const std::string text = folder.file("text");
  write(text, std::string(5000, 'x'));
  const std::string other = folder.file("other.db");
  execute(other, "CREATE TABLE t (a); PRAGMA user_version = 1");
  const std::string empty = folder.file("empty");
  write(empty, "");
  for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
    CHECK(code_of(text, access) == ErrorCode::kCaseUnknown);
    CHECK(code_of(other, access) == ErrorCode::kCaseUnknown);
  }
  CHECK(bytes_of(text) == std::string(5000, 'x'));
  CHECK(code_of(empty, Access::kRead) == ErrorCode::kCaseUnknown);
  CHECK(code_of(folder.file("none"), Access::kRead) == ErrorCode::kFileNotFound);
  CHECK(code_of(folder.file("none"), Access::kWrite) == ErrorCode::kFileNotFound);
  CHECK(code_of(folder.file("no/folder"), Access::kCreate) == ErrorCode::kFileUnwritable);
  // An empty file may become a case: the making of one may have been cut short.
  CHECK(Case::open(empty, {.access = Access::kCreate}).has_value());
}

TEST_CASE("a case of a later version is left alone") {
  const TemporaryFolder folder;
  const std::string path = make_case(folder);
  execute(path, "PRAGMA user_version = 99");
  const std::string before = bytes_of(path);
  for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
    CHECK(code_of(path, access) == ErrorCode::kCaseNewer);
  }
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a case of an earlier version is brought forward, with all it holds") {
  const TemporaryFolder folder;
  for (std::size_t version = 1; version < migrations().size(); ++version) {
    for (const Access access : {Access::kRead, Access::kWrite}) {
      const std::string path = folder.file(std::to_string(version) + (access == Access::kRead ? "r" : "w"));
      {
        const auto database = Database::open(path, {.mode = Database::Mode::kCreate});
        REQUIRE(migrate(*database, migrations().first(version)).has_value());
        auto writer = RecordWriter::prepare(*database);
        REQUIRE(writer.has_value());
        REQUIRE(writer->write(whole_record("old"), kStamp).has_value());
        CHECK(!is_current(*database).value());
      }
      auto file = Case::open(path, {.access = access});
      REQUIRE(file.has_value());
      CHECK(json_of(file->load("old").value()) == json_of(whole_record("old")));
      CHECK(is_current(*Database::open(path, {})).value());
      CHECK(!file->derivation()->has_value());
    }
  }
}

TEST_CASE("a step forward that fails leaves the version before it") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.case");
  const auto database = Database::open(path, {.mode = Database::Mode::kCreate});
  const std::array<const char*, 2> steps = {"CREATE TABLE a (b)", "CREATE TABLE c (d); CREATE TABLE a (b)"};
  CHECK(!migrate(*database, steps).has_value());
  CHECK(database->integer("PRAGMA user_version").value() == 1);
  CHECK(database->integer("SELECT count(*) FROM sqlite_schema").value() == 1);
}

TEST_CASE("a file that is cut short is told, wherever it is cut") {
  const TemporaryFolder folder;
  const std::string bytes = bytes_of(make_case(folder));
  const std::string path = folder.file("short.case");
  for (std::size_t part = 0; part < 40; ++part) {
    CAPTURE(part);
    write(path, bytes.substr(0, bytes.size() * part / 40));
    const auto checked = check_case(path, [](const std::string&) {});
    REQUIRE(!checked.has_value());
    const ErrorCode code = checked.error().code;
    CHECK((code == ErrorCode::kCaseDamaged || (part == 0 && code == ErrorCode::kCaseUnknown)));
  }
}

TEST_CASE("damage anywhere is told or harmless, and never stops the program") {
  const TemporaryFolder folder;
  const std::string bytes = bytes_of(make_case(folder));
  const std::string path = folder.file("damaged.case");
  std::mt19937 random(5);
  std::size_t told = 0;
  const int rounds = test::kSanitized ? 60 : 300;
  for (int round = 0; round < rounds; ++round) {
    CAPTURE(round);
    std::string damaged = bytes;
    for (int n = 0; n < 30; ++n) damaged[random() % damaged.size()] = static_cast<char>(random());
    write(path, damaged);
    bool problem = false;
    const auto checked = check_case(path, [&](const std::string&) { problem = true; });
    if (problem || !checked) ++told;
    auto file = Case::open(path, {});
    if (file) (void)file->for_each([](const record::ReportRecord&) { return true; });
  }
  CHECK(told > static_cast<std::size_t>(rounds) * 9 / 10);
}

TEST_CASE("check tells what is not as it was read") {
  const TemporaryFolder folder;
  const auto check = [&](const char* sql, const std::string& expected) {
    CAPTURE(sql);
    const std::string path = make_case(folder, "changed.case");
    execute(path, sql);
    std::string problems;
    const auto checked = check_case(path, [&](const std::string& problem) { problems += problem + "\n"; });
    REQUIRE(checked.has_value());
    CHECK(*checked == 12);
    if (expected.empty()) {
      CHECK(problems == expected);
    } else {
      CHECK(problems.find(expected) != std::string::npos);
    }
    std::filesystem::remove(path);
  };
  check("SELECT 1", "");
  check("UPDATE reports SET text = text || '.' WHERE id = 'r3'", "the text of report \"r3\" is not the one");
  check("UPDATE figures SET quote = '106' WHERE report = 4 AND position = 0",
        "figures 0 of report \"r3\": its words are not those of the text");
  check("UPDATE statements SET end = 9999 WHERE report = 4 AND position = 0",
        "statements 0 of report \"r3\": its span does not lie in the text");
  check("UPDATE times SET text = 'Wednesday' WHERE report = 4 AND position = 0", "times 0 of report \"r3\"");
  check("DELETE FROM places WHERE report = 2 AND position = 0", "a row of figures refers to a row of places");
  check("UPDATE figures SET measure = 'kiled' WHERE report = 4", "cannot be read back");
  check("INSERT INTO reports_fts (reports_fts) VALUES ('delete-all')", "full-text search");
  check("UPDATE figures SET id = 'f' WHERE report = 4 AND position = 0", "figures 0 of report \"r3\": its id");
}

TEST_CASE("readers are not blocked by a writer, and see what was there when they began") {
  const TemporaryFolder folder;
  const std::string path = make_case(folder);
  const auto writer = Database::open(path, {.mode = Database::Mode::kWrite});
  REQUIRE(writer->execute("BEGIN IMMEDIATE; UPDATE reports SET title = 'other'").has_value());
  auto reader = Case::open(path, {.wait_ms = 0});
  REQUIRE(reader.has_value());
  CHECK(reader->reports()->front().title == whole_record("").document.title);
  std::size_t seen = 0;
  REQUIRE(reader->for_each([&](const record::ReportRecord& record) {
    if (seen++ == 0) {
      REQUIRE(writer->execute("COMMIT").has_value());
    }
    return record.document.title == whole_record("").document.title;
  }));
  CHECK(seen == 12);
  CHECK(reader->reports()->front().title == "other");
}

TEST_CASE("a second writer waits, and says who writes when it has waited long enough") {
  const TemporaryFolder folder;
  const std::string path = make_case(folder);
  const auto first = Database::open(path, {.mode = Database::Mode::kWrite});
  REQUIRE(first->execute("BEGIN IMMEDIATE").has_value());
  auto second = Case::open(path, {.access = Access::kWrite, .wait_ms = 100});
  REQUIRE(second.has_value());
  const auto saved = second->save(small_record("late", "Late."), kStamp);
  REQUIRE(!saved.has_value());
  CHECK(saved.error().code == ErrorCode::kCaseLocked);
  CHECK(saved.error().message.find("test_store (process ") != std::string::npos);
  REQUIRE(first->execute("COMMIT").has_value());
  CHECK(second->save(small_record("late", "Late."), kStamp).has_value());
}

TEST_CASE("full-text search finds reports") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.case");
  {
    auto file = Case::open(path, {.access = Access::kCreate});
    REQUIRE(file->save(small_record("b", "The fort of Boquerón fell."), kStamp).has_value());
    REQUIRE(file->save(small_record("c", "Nothing fell."), kStamp).has_value());
  }
  const auto database = Database::open(path, {});
  CHECK(database->integer("SELECT count(*) FROM reports_fts WHERE reports_fts MATCH 'fell'").value() == 2);
  CHECK(database->integer("SELECT count(*) FROM reports_fts WHERE reports_fts MATCH 'boqueron'").value() == 1);
}

}  // namespace
}  // namespace counterclaim::store
