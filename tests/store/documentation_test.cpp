// docs/case-file.md describes every table and view, column by column, and nothing else.
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/store/case.h"
#include "counterclaim/store/database.h"
#include "counterclaim/store/schema.h"
#include "store/samples.h"

namespace counterclaim::store {
namespace {

using Columns = std::map<std::string, std::vector<std::string>>;  // of each table and view, in order

// "### `name`", and below it rows that begin with "| `column` |".
Columns documented() {
  Columns columns;
  std::ifstream document(COUNTERCLAIM_SOURCE_DIR "/docs/case-file.md");
  std::string name;
  for (std::string line; std::getline(document, line);) {
    if (line.starts_with("#")) name = line.starts_with("### `") ? line.substr(5, line.find('`', 5) - 5) : "";
    if (!name.empty() && line.starts_with("| `")) columns[name].push_back(line.substr(3, line.find('`', 3) - 3));
  }
  return columns;
}

Columns real(const Database& database) {
  Columns columns;
  // Tables that full-text search keeps for itself are left out.
  auto query = database.prepare(
      "SELECT s.name, c.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c "
      "WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%' AND s.name NOT LIKE 'reports_fts_%' "
      "ORDER BY s.name, c.cid");
  REQUIRE(query.has_value());
  while (query->step().value()) columns[std::string(query->text(0))].emplace_back(query->text(1));
  return columns;
}

TEST_CASE("the document describes the real tables") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("a.case");
  REQUIRE(Case::open(path, {.access = Case::Access::kCreate}).has_value());
  const auto database = Database::open(path, {});
  const Columns in_document = documented();
  const Columns in_file = real(*database);
  CHECK(in_file.size() > 25);
  for (const auto& [name, columns] : in_file) {
    CAPTURE(name);
    REQUIRE(in_document.contains(name));
    CHECK(in_document.at(name) == columns);
  }
  for (const auto& [name, columns] : in_document) {
    CAPTURE(name);
    CHECK(in_file.contains(name));
  }
  const auto marks = "`PRAGMA application_id` is " + std::to_string(kApplicationId);
  const auto version = "it is " + std::to_string(migrations().size()) + " now";
  std::ifstream stream(COUNTERCLAIM_SOURCE_DIR "/docs/case-file.md");
  const std::string document{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  CHECK(document.find(marks) != std::string::npos);
  CHECK(document.find(version) != std::string::npos);
}

TEST_CASE("every table is strict, and every view can be read") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("a.case");
  {
    auto file = Case::open(path, {.access = Case::Access::kCreate});
    REQUIRE(file->save(test::whole_record("a"), {"", ""}).has_value());
  }
  const auto database = Database::open(path, {});
  CHECK(database
            ->integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                      "AND name NOT LIKE 'sqlite_%' AND NOT strict")
            .value() == 0);
  for (const auto& [name, columns] : real(*database)) {
    CAPTURE(name);
    CHECK(database->integer("SELECT count(*) FROM " + name).has_value());
  }
  CHECK(database->integer("SELECT count(*) FROM figure_with_source WHERE quote = substr(sentence, 5, 8)").value() == 1);
}

}  // namespace
}  // namespace counterclaim::store
