// A transaction that is rolled back unless it is committed.
//
// Layer: store (internal).
#pragma once

#include "counterclaim/base/error.h"
#include "counterclaim/store/database.h"

namespace counterclaim::store {

class Transaction {
 public:
  enum class Kind {
    kRead,   // one state of the database until the end
    kWrite,  // takes the write lock now, so that it does not fail of it later
  };
  // `database` must outlive the transaction. Errors: those of the database; case_locked after its time to wait.
  [[nodiscard]] static Result<Transaction> begin(const Database& database, Kind kind) {
    const auto begun = database.execute(kind == Kind::kRead ? "BEGIN" : "BEGIN IMMEDIATE");
    if (!begun) return tl::unexpected(begun.error());
    return Transaction(&database);
  }

  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction() {
    if (database_ != nullptr) database_->roll_back();
  }

  // Errors: record_inconsistent for references that lead nowhere; those of the database. Rolled back after an error.
  [[nodiscard]] Result<void> commit() {
    auto committed = database_->execute("COMMIT");
    if (committed) database_ = nullptr;
    return committed;
  }

 private:
  explicit Transaction(const Database* database) : database_(database) {}

  const Database* database_;  // nullptr: nothing is left to roll back
};

}  // namespace counterclaim::store
