#include "counterclaim/store/case.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/store/database.h"
#include "counterclaim/store/derivation_tables.h"
#include "counterclaim/store/record_reader.h"
#include "counterclaim/store/record_writer.h"
#include "counterclaim/store/schema.h"
#include "counterclaim/store/transaction.h"

namespace counterclaim::store {
namespace {

constexpr std::string_view kFindText = "SELECT sha256 FROM reports WHERE id = ?";
constexpr std::string_view kFindOtherId = "SELECT 1 FROM reports WHERE sha256 = ? AND id <> ? LIMIT 1";
constexpr std::string_view kFindKey = "SELECT key FROM reports WHERE id = ?";
constexpr std::string_view kListReports =
    "SELECT id, title, publisher, published, url, sha256, engine, resources FROM reports "
    "ORDER BY published IS NULL, published, id";
constexpr std::string_view kListKeys = "SELECT key FROM reports ORDER BY published IS NULL, published, id";

// Commits do not wait for the disk, sync() does (sqlite.org/pragma.html#pragma_synchronous). The log is moved into the
// database every 16 MB, not every 4: that is when the disk is waited for.
constexpr const char* kWriting =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000; "
    "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY";
constexpr const char* kReading = "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY";

// Where neither the file nor its folder may be written, SQLite cannot share memory with other programs, and need not,
// as none writes: it is told so. A log that another program left behind has to be read first, though.
std::string unchanging(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#')
      uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

bool has_log(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path + "-wal", error);
  return !error && size > 0;
}

Result<Database> open_for_reading(const std::string& path, const Case::Options& options) {
  const Database::Options reading{.mode = Database::Mode::kRead, .wait_ms = options.wait_ms, .vfs = options.vfs};
  auto database = Database::open(path, reading);
  if (!database) return database;
  auto current = is_current(*database);
  if (!current && current.error().code == ErrorCode::kFileUnreadable && !has_log(path)) {
    auto unchanged = Database::open_uri(unchanging(path), path, reading);
    if (!unchanged) return unchanged;
    current = is_current(*unchanged);
    if (current) database = std::move(unchanged);
  }
  if (!current) return tl::unexpected(current.error());
  if (*current) return database;
  // Of an earlier version: brought up to date if it may be written.
  auto writable =
      Database::open(path, {.mode = Database::Mode::kWrite, .wait_ms = options.wait_ms, .vfs = options.vfs});
  if (!writable) return writable;
  if (writable->is_read_only()) {
    return fail(ErrorCode::kCaseReadOnly,
                fmt::format("'{}' is of an earlier version, and may not be written to bring it up to date", path));
  }
  if (auto migrated = migrate(*writable); !migrated) return tl::unexpected(migrated.error());
  return writable;
}

Result<Database> open_for_writing(const std::string& path, const Case::Options& options) {
  const auto mode = options.access == Case::Access::kCreate ? Database::Mode::kCreate : Database::Mode::kWrite;
  auto database = Database::open(path, {.mode = mode, .wait_ms = options.wait_ms, .vfs = options.vfs});
  if (!database) return database;
  if (database->is_read_only()) {
    return fail(ErrorCode::kCaseReadOnly, fmt::format("'{}' may not be written", path));
  }
  // Before anything is changed. A new file is empty, and so is one whose making was cut short.
  const auto empty = is_empty(*database);
  if (!empty) return tl::unexpected(empty.error());
  const bool is_new = *empty && options.access == Case::Access::kCreate;
  if (const auto current = is_current(*database); !current && !is_new) return tl::unexpected(current.error());
  if (auto set = database->execute(kWriting); !set) return tl::unexpected(set.error());
  if (auto migrated = migrate(*database); !migrated) return tl::unexpected(migrated.error());
  return database;
}

}  // namespace

struct Case::State {
  Database database;
  Query find_text, find_other_id, find_key, list_reports, list_keys;
  std::optional<RecordWriter> writer;  // set when writing
  std::optional<RecordReader> reader;  // set when the first record is loaded

  Result<RecordReader*> record_reader();
  Result<record::ReportRecord> load(std::int64_t key);
  Result<Standing> standing(std::string_view id, std::string_view sha256);
  // Inside a transaction.
  Result<Saved> insert(const record::ReportRecord& record, const ReportStamp& stamp);
  Result<std::vector<Result<Saved>>> save_together(std::span<const record::ReportRecord> records,
                                                   const ReportStamp& stamp);
};

Result<RecordReader*> Case::State::record_reader() {
  if (!reader) {
    auto prepared = RecordReader::prepare(database);
    if (!prepared) return tl::unexpected(prepared.error());
    reader.emplace(std::move(*prepared));
  }
  return &*reader;
}

Result<record::ReportRecord> Case::State::load(std::int64_t key) {
  auto ready = record_reader();
  if (!ready) return tl::unexpected(ready.error());
  return (*ready)->read(key);
}

Result<Case::Standing> Case::State::standing(std::string_view id, std::string_view sha256) {
  find_text.bind(id);
  const Result<bool> row = find_text.step();
  if (!row) return tl::unexpected(row.error());
  const Standing standing = !*row                         ? Standing::kAbsent
                            : find_text.text(0) == sha256 ? Standing::kKnown
                                                          : Standing::kOtherText;
  find_text.rewind();
  return standing;
}

Case::Case(std::unique_ptr<State> state) : state_(std::move(state)) {}
Case::Case(Case&&) noexcept = default;
Case& Case::operator=(Case&&) noexcept = default;
Case::~Case() = default;

Result<Case> Case::open(const std::string& path, const Options& options) {
  const bool writing = options.access != Access::kRead;
  auto database = writing ? open_for_writing(path, options) : open_for_reading(path, options);
  if (!database) return tl::unexpected(database.error());
  if (!writing) {
    if (auto set = database->execute(kReading); !set) return tl::unexpected(set.error());
  }
  auto queries = database->prepare_all({kFindText, kFindOtherId, kFindKey, kListReports, kListKeys});
  if (!queries) return tl::unexpected(queries.error());
  auto& list = *queries;
  auto state = std::make_unique<State>(State{std::move(*database),
                                             std::move(list[0]),
                                             std::move(list[1]),
                                             std::move(list[2]),
                                             std::move(list[3]),
                                             std::move(list[4]),
                                             {},
                                             {}});
  if (writing) {
    auto writer = RecordWriter::prepare(state->database);
    if (!writer) return tl::unexpected(writer.error());
    state->writer.emplace(std::move(*writer));
  }
  return Case(std::move(state));
}

Result<Case::Standing> Case::standing(std::string_view id, std::string_view sha256) {
  return state_->standing(id, sha256);
}

Result<Case::Saved> Case::State::insert(const record::ReportRecord& record, const ReportStamp& stamp) {
  const record::Document& document = record.document;
  const auto known = standing(document.id, document.sha256);
  if (!known) return tl::unexpected(known.error());
  if (*known == Standing::kKnown) return Saved::kKnown;
  if (*known == Standing::kOtherText) {
    return fail(ErrorCode::kDuplicateId, fmt::format("the case has another text under the id \"{}\"", document.id));
  }
  find_other_id.bind(document.sha256, document.id);
  const Result<bool> copy = find_other_id.step();
  find_other_id.rewind();
  if (!copy) return tl::unexpected(copy.error());
  if (auto written = writer->write(record, stamp); !written) return tl::unexpected(written.error());
  return *copy ? Saved::kCopy : Saved::kNew;
}

// record_inconsistent for one of them: nothing is written, as references are checked for all of them at the end.
Result<std::vector<Result<Case::Saved>>> Case::State::save_together(std::span<const record::ReportRecord> records,
                                                                    const ReportStamp& stamp) {
  auto transaction = Transaction::begin(database, Transaction::Kind::kWrite);
  if (!transaction) return tl::unexpected(transaction.error());
  std::vector<Result<Saved>> outcomes;
  for (const record::ReportRecord& record : records) {
    outcomes.push_back(insert(record, stamp));
    if (!outcomes.back() && outcomes.back().error().code != ErrorCode::kDuplicateId) {
      writer->forget();
      return tl::unexpected(outcomes.back().error());
    }
  }
  if (auto committed = transaction->commit(); !committed) {
    writer->forget();
    return tl::unexpected(committed.error());
  }
  return outcomes;
}

Result<std::vector<Result<Case::Saved>>> Case::save_all(std::span<const record::ReportRecord> records,
                                                        const ReportStamp& stamp) {
  if (!state_->writer) return fail(ErrorCode::kCaseReadOnly, "the case was opened for reading");
  auto together = state_->save_together(records, stamp);
  if (together || together.error().code != ErrorCode::kRecordInconsistent) return together;
  std::vector<Result<Saved>> outcomes;
  for (std::size_t n = 0; n < records.size(); ++n) {
    auto alone = state_->save_together(records.subspan(n, 1), stamp);
    if (alone)
      outcomes.push_back(alone->front());
    else if (alone.error().code == ErrorCode::kRecordInconsistent)
      outcomes.emplace_back(tl::unexpected(alone.error()));
    else
      return alone;
  }
  return outcomes;
}

Result<Case::Saved> Case::save(const record::ReportRecord& record, const ReportStamp& stamp) {
  auto outcomes = save_all({&record, 1}, stamp);
  if (!outcomes) return tl::unexpected(outcomes.error());
  return outcomes->front();
}

Result<void> Case::sync() {
  const Database& database = state_->database;
  // A commit with synchronous = FULL waits for the whole log up to it. It has to write something: what is there
  // already.
  const std::string touch = fmt::format("PRAGMA user_version = {}", migrations().size());
  for (const char* sql : {"PRAGMA synchronous = FULL", "BEGIN IMMEDIATE", touch.c_str(), "COMMIT"}) {
    if (auto done = database.execute(sql); !done) {
      database.roll_back();
      return done;
    }
  }
  return database.execute("PRAGMA synchronous = NORMAL");
}

Result<std::vector<ReportHead>> Case::reports() {
  std::vector<ReportHead> heads;
  Query& query = state_->list_reports;
  query.bind();
  while (true) {
    const Result<bool> row = query.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    heads.push_back({std::string(query.text(0)), query.text_or_null(1), query.text_or_null(2), query.text_or_null(3),
                     query.text_or_null(4), std::string(query.text(5)), std::string(query.text(6)),
                     std::string(query.text(7))});
  }
  query.rewind();
  return heads;
}

Result<record::ReportRecord> Case::load(std::string_view id) {
  State& state = *state_;
  const auto transaction = Transaction::begin(state.database, Transaction::Kind::kRead);
  if (!transaction) return tl::unexpected(transaction.error());
  state.find_key.bind(id);
  const Result<bool> row = state.find_key.step();
  if (!row) return tl::unexpected(row.error());
  const std::int64_t key = *row ? state.find_key.integer(0) : 0;
  state.find_key.rewind();
  if (!*row) return fail(ErrorCode::kReportUnknown, fmt::format("the case has no report \"{}\"", id));
  return state.load(key);
}

Result<void> Case::replace_derivation(const record::Derivation& derivation, const ReportStamp& stamp) {
  if (!state_->writer) return fail(ErrorCode::kCaseReadOnly, "the case was opened for reading");
  auto transaction = Transaction::begin(state_->database, Transaction::Kind::kWrite);
  if (!transaction) return tl::unexpected(transaction.error());
  if (auto written = write_derivation(state_->database, derivation, stamp); !written) return written;
  return transaction->commit();
}

Result<std::optional<record::Derivation>> Case::derivation() {
  const auto transaction = Transaction::begin(state_->database, Transaction::Kind::kRead);
  if (!transaction) return tl::unexpected(transaction.error());
  return read_derivation(state_->database);
}

Result<void> Case::for_each(const std::function<bool(const record::ReportRecord&)>& use) {
  State& state = *state_;
  const auto transaction = Transaction::begin(state.database, Transaction::Kind::kRead);
  if (!transaction) return tl::unexpected(transaction.error());
  std::vector<std::int64_t> keys;
  state.list_keys.bind();
  while (true) {
    const Result<bool> row = state.list_keys.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    keys.push_back(state.list_keys.integer(0));
  }
  state.list_keys.rewind();
  for (const std::int64_t key : keys) {
    const auto record = state.load(key);
    if (!record) return tl::unexpected(record.error());
    if (!use(*record)) break;
  }
  return {};
}

}  // namespace counterclaim::store
