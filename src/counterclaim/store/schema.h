// The tables of a case file, and how files of earlier versions are brought up to date. docs/case-file.md describes
// every table and column for people.
//
// Layer: store (internal).
#pragma once

#include <cstdint>
#include <span>

#include "counterclaim/base/error.h"
#include "counterclaim/store/database.h"

namespace counterclaim::store {

// PRAGMA application_id of a case: "CcCf" in ASCII, so that `file` and SQLite's tools can tell it from other databases.
inline constexpr std::int64_t kApplicationId = 0x43634366;

// SQL from nothing to version 1, from 1 to 2, and so on. PRAGMA user_version counts those that a file has gone through.
[[nodiscard]] std::span<const char* const> migrations();

// Makes the tables in an empty database, or brings an earlier version forward; each step is one transaction, so that a
// file is always of some version, whole. Errors: case_unknown (another program's database), case_newer, and those of
// the database.
[[nodiscard]] Result<void> migrate(const Database& database, std::span<const char* const> steps = migrations());

// Whether nothing is in the database: a new file, or one whose making was cut short.
[[nodiscard]] Result<bool> is_empty(const Database& database);

// Whether the file has all steps behind it; the same errors, and case_unknown for an empty database.
[[nodiscard]] Result<bool> is_current(const Database& database);

}  // namespace counterclaim::store
