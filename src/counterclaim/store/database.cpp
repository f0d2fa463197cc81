#include "counterclaim/store/database.h"

#include <filesystem>
#include <utility>

#include <sqlite3.h>

#include <fmt/format.h>

#include "counterclaim/store/lock_holder.h"

namespace counterclaim::store {
namespace {

std::string path_of(sqlite3* connection) {
  const char* path = connection == nullptr ? nullptr : sqlite3_db_filename(connection, "main");
  return path == nullptr ? "" : path;
}

Error locked(const std::string& path) {
  const std::optional<std::string> holder = lock_holder(path);
  return {ErrorCode::kCaseLocked, holder
                                      ? fmt::format("{} is writing to '{}'; wait until it has done", *holder, path)
                                      : fmt::format("another program keeps '{}' locked; wait until it has done", path)};
}

// Reading fails of the file; what writes fails of the disk.
Error input_output(int code, const std::string& path) {
  const bool reading = code == SQLITE_IOERR_READ || code == SQLITE_IOERR_FSTAT || code == SQLITE_IOERR_ACCESS;
  return {reading ? ErrorCode::kFileUnreadable : ErrorCode::kFileUnwritable,
          fmt::format("'{}' cannot be {}: {}", path, reading ? "read" : "written", sqlite3_errstr(code))};
}

}  // namespace

Error error_of(sqlite3* connection, int code) {
  const std::string path = path_of(connection);
  switch (code & 0xFF) {
    case SQLITE_NOTADB: return {ErrorCode::kCaseUnknown, fmt::format("'{}' is no case file", path)};
    case SQLITE_CORRUPT: return {ErrorCode::kCaseDamaged, fmt::format("'{}' is cut short or damaged", path)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return locked(path);
    case SQLITE_READONLY: return {ErrorCode::kCaseReadOnly, fmt::format("'{}' may not be written", path)};
    case SQLITE_FULL: return {ErrorCode::kDiskFull, fmt::format("no space is left on the disk for '{}'", path)};
    case SQLITE_NOMEM: return {ErrorCode::kOutOfMemory, "the database has no memory left"};
    case SQLITE_CANTOPEN:
      return {ErrorCode::kFileUnreadable, fmt::format("'{}' or a file beside it cannot be opened", path)};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::kRecordInconsistent,
              fmt::format("the record of a report contradicts itself ({})", sqlite3_errmsg(connection))};
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_NOMEM) return {ErrorCode::kOutOfMemory, "the database has no memory left"};
      if (code == SQLITE_IOERR_SHORT_READ) {
        return {ErrorCode::kCaseDamaged, fmt::format("'{}' is cut short or damaged", path)};
      }
      return input_output(code, path);
    default: break;
  }
  // SQL that does not fit the schema: the file is not what its version says.
  return {ErrorCode::kCaseDamaged,
          fmt::format("'{}' breaks its own rules: {}", path,
                      connection == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(connection))};
}

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Query::note(int code) {
  if (failure_ == SQLITE_OK) failure_ = code;
}

void Query::bind_value(int at, std::nullptr_t) { note(sqlite3_bind_null(statement_.get(), at)); }
void Query::bind_value(int at, double value) { note(sqlite3_bind_double(statement_.get(), at, value)); }
void Query::bind_integer(int at, std::int64_t value) { note(sqlite3_bind_int64(statement_.get(), at, value)); }
void Query::bind_value(int at, std::string_view value) {
  // A null pointer would bind NULL.
  const char* bytes = value.data() == nullptr ? "" : value.data();
  note(sqlite3_bind_text64(statement_.get(), at, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Result<bool> Query::step() {
  const int code = failure_ == SQLITE_OK ? sqlite3_step(statement_.get()) : failure_;
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return tl::unexpected(error_of(sqlite3_db_handle(statement_.get()), code));
}

Result<void> Query::run() {
  const Result<bool> row = step();
  if (!row) {
    rewind();
    return tl::unexpected(row.error());
  }
  rewind();
  return {};
}

void Query::rewind() {
  sqlite3_reset(statement_.get());
  failure_ = SQLITE_OK;
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Query::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
std::string_view Query::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::optional<std::string> Query::text_or_null(int column) const {
  if (is_null(column)) return std::nullopt;
  return std::string(text(column));
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Result<Database> Database::open(const std::string& path, const Options& options) {
  std::error_code ignored;
  if (options.mode != Mode::kCreate && options.vfs == nullptr && !std::filesystem::exists(path, ignored)) {
    return fail(ErrorCode::kFileNotFound, fmt::format("there is no file '{}'", path));
  }
  return connect(path, path, options, 0);
}

Result<Database> Database::open_uri(const std::string& uri, const std::string& path, const Options& options) {
  return connect(uri, path, options, SQLITE_OPEN_URI);
}

Result<Database> Database::connect(const std::string& name, const std::string& path, const Options& options,
                                   int more_flags) {
  // For reading too: only who may write can take in a log that was left behind, and leave none. Where that is not
  // allowed, SQLite opens the file for reading by itself.
  const int flags = SQLITE_OPEN_READWRITE | (options.mode == Mode::kCreate ? SQLITE_OPEN_CREATE : 0);
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &connection,
                                   flags | more_flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, options.vfs);
  Database database(connection, path);
  if (code != SQLITE_OK) {
    if ((code & 0xFF) != SQLITE_CANTOPEN) return tl::unexpected(error_of(connection, code));
    return fail(options.mode == Mode::kRead ? ErrorCode::kFileUnreadable : ErrorCode::kFileUnwritable,
                fmt::format("'{}' cannot be opened", path));
  }
  sqlite3_busy_timeout(connection, options.wait_ms);
  if (options.mode == Mode::kRead) {
    if (auto set = database.execute("PRAGMA query_only = ON"); !set) return tl::unexpected(set.error());
  }
  return database;
}

Result<void> Database::execute(const char* sql) const {
  const int code = sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(error_of(connection_.get(), code));
  return {};
}

Result<Query> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(error_of(connection_.get(), code));
  return Query(statement);
}

Result<std::vector<Query>> Database::prepare_all(std::span<const std::string_view> sql) const {
  std::vector<Query> queries;
  queries.reserve(sql.size());
  for (const std::string_view text : sql) {
    auto query = prepare(text);
    if (!query) return tl::unexpected(query.error());
    queries.push_back(std::move(*query));
  }
  return queries;
}

Result<std::int64_t> Database::integer(std::string_view sql) const {
  auto query = prepare(sql);
  if (!query) return tl::unexpected(query.error());
  const Result<bool> row = query->step();
  if (!row) return tl::unexpected(row.error());
  return *row ? query->integer(0) : 0;
}

void Database::roll_back() const {
  if (sqlite3_get_autocommit(connection_.get()) == 0) (void)execute("ROLLBACK");
}

bool Database::is_read_only() const { return sqlite3_db_readonly(connection_.get(), "main") == 1; }

std::int64_t Database::last_rowid() const { return sqlite3_last_insert_rowid(connection_.get()); }

}  // namespace counterclaim::store
