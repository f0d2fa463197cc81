// SQLite with our errors: a connection, and the queries that run on it.
//
//   Result<Database> database = Database::open(path, {.mode = Database::Mode::kRead});
//   Result<Query> query = database->prepare("SELECT id FROM reports WHERE published >= ?");
//   query->bind("2022-09-13");
//   while (true) {
//     const Result<bool> row = query->step();
//     if (!row) return tl::unexpected(row.error());
//     if (!*row) break;
//     use(query->text(0));
//   }
//
// Layer: store (internal). A connection and its queries belong to one thread at a time. Queries must not outlive their
// connection.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counterclaim/base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace counterclaim::store {

// What a call on the connection failed of, in words for a person: case_unknown, case_damaged, case_locked,
// case_read_only, disk_full, file_unreadable, file_unwritable, out_of_memory, record_inconsistent. `code`: SQLite's
// extended result code.
[[nodiscard]] Error error_of(sqlite3* connection, int code);

// One SQL statement, compiled once and run any number of times.
class Query {
 public:
  // Binds all parameters, in order, and makes the query ready to run from its beginning. Texts are not copied: they
  // must live until the query has run.
  template <class... Values>
  void bind(const Values&... values) {
    rewind();
    int at = 0;
    (bind_value(++at, values), ...);
  }

  // Goes to the next row; false: there is none. Errors: those of error_of().
  [[nodiscard]] Result<bool> step();
  // Runs a query that gives no rows.
  [[nodiscard]] Result<void> run();
  // Ends a run before its last row, so that it holds no lock.
  void rewind();

  // The columns of the row, counted from 0. Views hold until the next step.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::optional<std::string> text_or_null(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Query(sqlite3_stmt* statement) : statement_(statement) {}

  void bind_value(int at, std::nullptr_t);
  void bind_value(int at, double value);
  void bind_value(int at, std::string_view value);
  void bind_integer(int at, std::int64_t value);
  template <std::integral Integer>
  void bind_value(int at, Integer value) {
    bind_integer(at, static_cast<std::int64_t>(value));
  }
  template <class Value>
  void bind_value(int at, const std::optional<Value>& value) {
    value ? bind_value(at, *value) : bind_value(at, nullptr);
  }
  void note(int code);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int failure_ = 0;  // of a binding, told by the next step
};

class Database {
 public:
  enum class Mode {
    kRead,    // nothing is changed; what the file needs to be read well may be: a log that a crash left is taken in
    kWrite,   // it must be there
    kCreate,  // it is made when absent
  };
  struct Options {
    Mode mode = Mode::kRead;
    int wait_ms = 10'000;       // for another program's lock
    const char* vfs = nullptr;  // the file system to use, registered with SQLite; nullptr: the system's
  };

  // Errors: file_not_found, and those of error_of().
  [[nodiscard]] static Result<Database> open(const std::string& path, const Options& options);

  // The same by a URI (sqlite.org/uri.html); `path` is for messages.
  [[nodiscard]] static Result<Database> open_uri(const std::string& uri, const std::string& path,
                                                 const Options& options);

  // Runs statements parted by ';' that give no rows.
  [[nodiscard]] Result<void> execute(const char* sql) const;
  [[nodiscard]] Result<Query> prepare(std::string_view sql) const;
  [[nodiscard]] Result<std::vector<Query>> prepare_all(std::span<const std::string_view> sql) const;
  [[nodiscard]] Result<std::vector<Query>> prepare_all(std::initializer_list<std::string_view> sql) const {
    return prepare_all(std::span(sql.begin(), sql.size()));
  }
  // The first column of the first row of `sql`, 0 where there is none.
  [[nodiscard]] Result<std::int64_t> integer(std::string_view sql) const;

  // Ends a transaction without its changes, if there is one. SQLite ends it itself after some failures.
  void roll_back() const;

  [[nodiscard]] std::int64_t last_rowid() const;
  // Whether the system gave the file for reading only.
  [[nodiscard]] bool is_read_only() const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  [[nodiscard]] static Result<Database> connect(const std::string& name, const std::string& path,
                                                const Options& options, int more_flags);
  Database(sqlite3* connection, std::string path) : connection_(connection), path_(std::move(path)) {}

  std::unique_ptr<sqlite3, Close> connection_;
  std::string path_;
};

}  // namespace counterclaim::store
