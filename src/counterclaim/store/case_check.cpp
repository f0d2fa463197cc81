#include "counterclaim/store/case_check.h"

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/sha256.h"
#include "counterclaim/record/item_ids.h"
#include "counterclaim/store/case.h"
#include "counterclaim/store/database.h"
#include "counterclaim/store/transaction.h"

namespace counterclaim::store {
namespace {

using Tell = std::function<void(const std::string&)>;

// What a query of problems gives, told row by row: `sentence` with the row's columns in its places.
template <class Sentence>
Result<void> tell_rows(const Database& database, std::string_view sql, Sentence sentence) {
  auto query = database.prepare(sql);
  if (!query) return tl::unexpected(query.error());
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    sentence(*query);
  }
}

Result<void> check_structure(const Database& database, const Tell& tell) {
  auto done = tell_rows(database, "PRAGMA integrity_check", [&](const Query& row) {
    if (row.text(0) != "ok") tell(fmt::format("the database is damaged: {}", row.text(0)));
  });
  if (!done) return done;
  return tell_rows(database, "PRAGMA foreign_key_check", [&](const Query& row) {
    tell(fmt::format("a row of {} refers to a row of {} that is not there", row.text(0), row.text(2)));
  });
}

// Whether the full-text index holds the words of the reports. SQLite counts the question as writing; where that is not
// allowed, or somebody else writes, it is not asked.
Result<void> check_search(const Database& database, const Tell& tell) {
  const auto asked = [&](const char* sql) { return database.execute(sql); };
  (void)asked("PRAGMA query_only = OFF");
  auto held = asked("INSERT INTO reports_fts (reports_fts, rank) VALUES ('integrity-check', 1)");
  (void)asked("PRAGMA query_only = ON");
  if (held || held.error().code == ErrorCode::kCaseReadOnly || held.error().code == ErrorCode::kCaseLocked) return {};
  if (held.error().code != ErrorCode::kCaseDamaged) return held;
  tell("the index for full-text search does not hold the words of the reports");
  return {};
}

// Spans and quotations of one table's rows of one report.
struct EvidenceTable {
  std::string_view name;
  std::string_view sql;  // position, begin, end, stored words or NULL, whether these are the text as it is
};
constexpr std::array<EvidenceTable, 11> kEvidence = {{
    {"figures", "SELECT position, begin, end, quote, 1 FROM figures WHERE report = ?"},
    {"statements", "SELECT position, begin, end, quote, 1 FROM statements WHERE report = ?"},
    {"events", "SELECT position, begin, end, quote, 1 FROM events WHERE report = ?"},
    {"times", "SELECT position, begin, end, text, 0 FROM times WHERE report = ?"},
    {"places", "SELECT position, begin, end, text, 0 FROM places WHERE report = ?"},
    {"parties", "SELECT position, begin, end, text, 0 FROM parties WHERE report = ?"},
    {"sources", "SELECT position, begin, end, text, 0 FROM sources WHERE report = ?"},
    {"blocks", "SELECT position, begin, end, NULL, 0 FROM blocks WHERE report = ?"},
    {"sentences", "SELECT position, begin, end, NULL, 0 FROM sentences WHERE report = ?"},
    {"event_mentions", "SELECT event, begin, end, NULL, 0 FROM event_mentions WHERE report = ?"},
    {"diagnostics", "SELECT position, begin, end, NULL, 0 FROM diagnostics WHERE report = ?"},
}};

// Whether `words` are what the analysis reads of `text`: its characters in order, some of them left out (marks of
// citations), one kind of space for another.
bool is_read_from(std::string_view words, std::string_view text) {
  std::size_t at = 0;
  for (const char c : words) {
    if (c == ' ') continue;
    at = text.find(c, at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return true;
}

class EvidenceCheck {
 public:
  static Result<EvidenceCheck> prepare(const Database& database, const Tell& tell) {
    std::vector<std::string_view> sql;
    sql.reserve(kEvidence.size());
    for (const EvidenceTable& table : kEvidence) sql.push_back(table.sql);
    auto queries = database.prepare_all(sql);
    if (!queries) return tl::unexpected(queries.error());
    return EvidenceCheck(std::move(*queries), tell);
  }

  Result<void> check(std::int64_t key, std::string_view id, std::string_view text, std::string_view sha256) {
    if (sha256_hex(text) != sha256) tell_(fmt::format("the text of report \"{}\" is not the one that was read", id));
    const CodePointIndex index(text);
    for (std::size_t table = 0; table < kEvidence.size(); ++table) {
      Query& query = queries_[table];
      query.bind(key);
      while (true) {
        const Result<bool> row = query.step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) break;
        check_row(query, index, id, kEvidence[table].name);
      }
      query.rewind();
    }
    return {};
  }

 private:
  EvidenceCheck(std::vector<Query> queries, const Tell& tell) : queries_(std::move(queries)), tell_(tell) {}

  void check_row(const Query& row, const CodePointIndex& index, std::string_view id, std::string_view table) {
    const std::int64_t begin = row.integer(1);
    const std::int64_t end = row.integer(2);
    const auto where = [&] { return fmt::format("{} {} of report \"{}\"", table, row.integer(0), id); };
    if (begin < 0 || begin > end || end > index.size()) {
      tell_(fmt::format("{}: its span does not lie in the text", where()));
      return;
    }
    if (row.is_null(3)) return;
    const auto words = index.slice(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    const bool same = row.integer(4) != 0 ? words == row.text(3) : is_read_from(row.text(3), words);
    if (!same) tell_(fmt::format("{}: its words are not those of the text", where()));
  }

  std::vector<Query> queries_;
  const Tell& tell_;
};

Result<std::size_t> check_evidence(const Database& database, const Tell& tell) {
  auto evidence = EvidenceCheck::prepare(database, tell);
  if (!evidence) return tl::unexpected(evidence.error());
  std::size_t reports = 0;
  Result<void> failed;
  auto done = tell_rows(database, "SELECT key, id, text, sha256 FROM reports ORDER BY key", [&](const Query& row) {
    ++reports;
    if (failed) failed = evidence->check(row.integer(0), row.text(1), row.text(2), row.text(3));
  });
  if (!done) return tl::unexpected(done.error());
  if (!failed) return tl::unexpected(failed.error());
  return reports;
}

// The stored ids against those that the records give.
class IdCheck {
 public:
  static Result<std::unique_ptr<IdCheck>> prepare(const Database& database, const Tell& tell) {
    auto queries = database.prepare_all(
        {"SELECT f.id FROM figures AS f JOIN reports AS r ON r.key = f.report WHERE r.id = ? ORDER BY f.position",
         "SELECT s.id FROM statements AS s JOIN reports AS r ON r.key = s.report WHERE r.id = ? ORDER BY s.position",
         "SELECT e.id FROM events AS e JOIN reports AS r ON r.key = e.report WHERE r.id = ? ORDER BY e.position"});
    if (!queries) return tl::unexpected(queries.error());
    return std::unique_ptr<IdCheck>(new IdCheck(std::move(*queries), tell));
  }

  // Always true: go on.
  bool check(const record::ReportRecord& record) {
    check("figures", 0, record, record::figure_ids(record));
    check("statements", 1, record, record::statement_ids(record));
    check("events", 2, record, record::event_ids(record));
    return true;
  }

 private:
  IdCheck(std::vector<Query> queries, const Tell& tell) : queries_(std::move(queries)), tell_(tell) {}

  void check(std::string_view table, std::size_t query, const record::ReportRecord& record,
             const std::vector<std::string>& ids) {
    Query& rows = queries_[query];
    rows.bind(record.document.id);
    for (std::size_t position = 0;; ++position) {
      const auto row = rows.step();
      if (!row || !*row) break;
      if (position < ids.size() && rows.text(0) == ids[position]) continue;
      tell_(fmt::format("{} {} of report \"{}\": its id is not that of its content", table, position,
                        record.document.id));
    }
    rows.rewind();
  }

  std::vector<Query> queries_;
  const Tell& tell_;
};

}  // namespace

Result<std::size_t> check_case(const std::string& path, const Tell& tell) {
  // Opened as a case first: other files and other versions are told so.
  auto file = Case::open(path, {});
  if (!file) return tl::unexpected(file.error());
  const auto database = Database::open(path, {});
  if (!database) return tl::unexpected(database.error());
  if (auto done = check_search(*database, tell); !done) return tl::unexpected(done.error());
  const auto transaction = Transaction::begin(*database, Transaction::Kind::kRead);
  if (!transaction) return tl::unexpected(transaction.error());
  if (auto done = check_structure(*database, tell); !done) return tl::unexpected(done.error());
  const auto reports = check_evidence(*database, tell);
  if (!reports) return tl::unexpected(reports.error());
  const auto ids = IdCheck::prepare(*database, tell);
  if (!ids) return tl::unexpected(ids.error());
  const auto read = file->for_each([&](const record::ReportRecord& record) { return (*ids)->check(record); });
  if (!read) tell(fmt::format("the records cannot be read back: {}", read.error().message));
  return *reports;
}

}  // namespace counterclaim::store
