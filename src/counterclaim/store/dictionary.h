// Values that stand in a case once and are referred to by many items: places of the gazetteer as a record tells them,
// and sets of rules.
//
// Layer: store (internal). Belongs to one thread, as its database does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/record/mention.h"
#include "counterclaim/record/rule_trace.h"
#include "counterclaim/store/database.h"

namespace counterclaim::store {

// A list of words as JSON: ["Syunik", "Armenia"].
[[nodiscard]] std::string words_json(const std::vector<std::string>& words);
// And back; empty for what is no such list.
[[nodiscard]] std::vector<std::string> words_from_json(std::string_view json);

// Finds the keys of values, and adds values that are new. Keys that were given stay right only while the transaction
// that they were given in is not rolled back: forget() after that.
class DictionaryWriter {
 public:
  [[nodiscard]] static Result<DictionaryWriter> prepare(const Database& database);

  [[nodiscard]] Result<std::int64_t> rule_set(const std::vector<record::RuleTrace>& rules);
  // Of the fields besides span, text, margin and rules; nullopt where none is set.
  [[nodiscard]] Result<std::optional<std::int64_t>> toponym(const record::PlaceMention& place);

  void forget() { known_.clear(); }

 private:
  DictionaryWriter(Query find_rules, Query add_rules, Query find_toponym, Query add_toponym);
  template <class... Values>
  [[nodiscard]] Result<std::int64_t> key_of(std::string_view content, Query& find, Query& add, const Values&... values);

  Query find_rules_, add_rules_, find_toponym_, add_toponym_;
  StringMap<std::int64_t> known_;  // content -> key, of the values met last
};

// Values by their keys, each read once.
class DictionaryReader {
 public:
  [[nodiscard]] static Result<DictionaryReader> prepare(const Database& database);

  // The views live as long as the reader. Errors: case_damaged where there is no such key.
  [[nodiscard]] Result<const std::vector<record::RuleTrace>*> rule_set(std::int64_t key);
  [[nodiscard]] Result<const record::PlaceMention*> toponym(std::int64_t key);

 private:
  DictionaryReader(Query rules, Query toponym);

  Query rules_, toponym_;
  std::unordered_set<std::string> words_;  // what rule traces refer to; its nodes stay where they are
  std::unordered_map<std::int64_t, std::vector<record::RuleTrace>> rule_sets_;
  std::unordered_map<std::int64_t, record::PlaceMention> toponyms_;
};

}  // namespace counterclaim::store
