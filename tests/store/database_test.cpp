// SQLite with our errors.
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "counterclaim/store/database.h"

namespace counterclaim::store {
namespace {

using Mode = Database::Mode;

TEST_CASE("values come back as they were bound") {
  const auto database = Database::open(":memory:", {.mode = Mode::kCreate});
  REQUIRE(database.has_value());
  REQUIRE(database->execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d TEXT) STRICT").has_value());
  auto insert = database->prepare("INSERT INTO t VALUES (?, ?, ?, ?)");
  REQUIRE(insert.has_value());
  const std::string text("with a\0 inside", 14);
  insert->bind(std::uint32_t{4'000'000'000}, 0.1, text, std::optional<std::string>());
  REQUIRE(insert->run().has_value());
  insert->bind(true, 3, std::string_view(), "plain");
  REQUIRE(insert->run().has_value());

  auto query = database->prepare("SELECT a, b, c, d FROM t ORDER BY rowid");
  REQUIRE(query->step().value());
  CHECK(query->integer(0) == 4'000'000'000);
  CHECK(query->real(1) == 0.1);
  CHECK(query->text(2) == text);
  CHECK(query->is_null(3));
  REQUIRE(query->step().value());
  CHECK(!query->is_null(2));
  CHECK(query->text(2).empty());
  CHECK(query->text(3) == "plain");
  CHECK(!query->step().value());
}

TEST_CASE("failures have codes") {
  CHECK(Database::open("/nowhere/at/all.db", {}).error().code == ErrorCode::kFileNotFound);
  CHECK(Database::open("/nowhere/at/all.db", {.mode = Mode::kCreate}).error().code == ErrorCode::kFileUnwritable);
  const auto database = Database::open(":memory:", {.mode = Mode::kCreate});
  CHECK(database->execute("SELECT nothing FROM nowhere").error().code == ErrorCode::kCaseDamaged);
}

}  // namespace
}  // namespace counterclaim::store
