#include "counterclaim/store/dictionary.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <simdjson.h>

#include <fmt/format.h>

#include "counterclaim/base/json_writer.h"
#include "counterclaim/base/sha256.h"
#include "counterclaim/record/names.h"

namespace counterclaim::store {
namespace {

constexpr std::string_view kFindRules = "SELECT key FROM rule_sets WHERE hash = ?";
constexpr std::string_view kAddRules = "INSERT INTO rule_sets (hash, rules) VALUES (?, ?) RETURNING key";
constexpr std::string_view kFindToponym = "SELECT key FROM toponyms WHERE hash = ?";
constexpr std::string_view kAddToponym =
    "INSERT INTO toponyms (hash, id, name, kind, latitude, longitude, country, within, names, claimed_by) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key";
constexpr std::string_view kReadRules = "SELECT rules FROM rule_sets WHERE key = ?";
constexpr std::string_view kReadToponym =
    "SELECT id, name, kind, latitude, longitude, country, within, names, claimed_by FROM toponyms WHERE key = ?";

// Values that are found without asking the database.
constexpr std::size_t kMostKnown = 20'000;

// 64 bits of a SHA-256: two different values of one case share them with a chance of one in 10^7 at a million values.
std::int64_t hash_of(std::string_view content) {
  const std::string digest = sha256_hex(content);
  std::uint64_t bits = 0;
  std::from_chars(digest.data(), digest.data() + 16, bits, 16);
  return static_cast<std::int64_t>(bits);
}

// {"side": "demonym"}: of each slot the rule that filled it last, as records are printed.
std::string rules_json(const std::vector<record::RuleTrace>& rules) {
  std::string out;
  JsonWriter json(&out);
  json.begin_object();
  for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
    const bool again = std::any_of(rule + 1, rules.end(), [&](const auto& later) { return later.slot == rule->slot; });
    if (!again) json.key(rule->slot).string(rule->rule);
  }
  json.end_object();
  return out;
}

tl::unexpected<Error> no_such_key(std::string_view table, std::int64_t key) {
  return fail(ErrorCode::kCaseDamaged, fmt::format("the case has no row {} in its table {}", key, table));
}

}  // namespace

std::string words_json(const std::vector<std::string>& words) {
  std::string out;
  JsonWriter json(&out);
  json.begin_array();
  for (const std::string& word : words) json.string(word);
  json.end_array();
  return out;
}

std::vector<std::string> words_from_json(std::string_view json) {
  std::vector<std::string> words;
  if (json == "[]") return words;
  simdjson::dom::parser parser;
  simdjson::dom::array list;
  if (parser.parse(json.data(), json.size()).get_array().get(list) != simdjson::SUCCESS) return words;
  for (const simdjson::dom::element item : list) {
    std::string_view word;
    if (item.get_string().get(word) == simdjson::SUCCESS) words.emplace_back(word);
  }
  return words;
}

DictionaryWriter::DictionaryWriter(Query find_rules, Query add_rules, Query find_toponym, Query add_toponym)
    : find_rules_(std::move(find_rules)),
      add_rules_(std::move(add_rules)),
      find_toponym_(std::move(find_toponym)),
      add_toponym_(std::move(add_toponym)) {}

Result<DictionaryWriter> DictionaryWriter::prepare(const Database& database) {
  auto queries = database.prepare_all({kFindRules, kAddRules, kFindToponym, kAddToponym});
  if (!queries) return tl::unexpected(queries.error());
  auto& list = *queries;
  return DictionaryWriter(std::move(list[0]), std::move(list[1]), std::move(list[2]), std::move(list[3]));
}

template <class... Values>
Result<std::int64_t> DictionaryWriter::key_of(std::string_view content, Query& find, Query& add,
                                              const Values&... values) {
  if (const auto known = known_.find(content); known != known_.end()) return known->second;
  const std::int64_t hash = hash_of(content);
  find.bind(hash);
  Result<bool> row = find.step();
  if (!row) return tl::unexpected(row.error());
  std::int64_t key = *row ? find.integer(0) : 0;
  find.rewind();
  if (!*row) {
    add.bind(hash, values...);
    row = add.step();
    if (!row) return tl::unexpected(row.error());
    key = add.integer(0);
    row = add.step();
    if (!row) return tl::unexpected(row.error());
    add.rewind();
  }
  if (known_.size() == kMostKnown) known_.clear();
  known_.emplace(content, key);
  return key;
}

Result<std::int64_t> DictionaryWriter::rule_set(const std::vector<record::RuleTrace>& rules) {
  const std::string json = rules_json(rules);
  return key_of("rules\n" + json, find_rules_, add_rules_, json);
}

Result<std::optional<std::int64_t>> DictionaryWriter::toponym(const record::PlaceMention& place) {
  const bool empty = !place.id && !place.name && !place.kind && !place.latitude && !place.longitude && !place.country &&
                     place.within.empty() && place.names.empty() && place.claimed_by.empty();
  if (empty) return std::nullopt;
  std::string content;
  JsonWriter json(&content);
  json.begin_array();
  json.string("toponym");
  for (const auto* text : {&place.id, &place.name, &place.country}) json.string_or_null(*text);
  place.kind ? json.string(record::name_of(*place.kind)) : json.null();
  for (const auto* degrees : {&place.latitude, &place.longitude}) *degrees ? json.number(**degrees) : json.null();
  json.end_array();
  const std::string within = words_json(place.within);
  const std::string names = words_json(place.names);
  const std::string claimed_by = words_json(place.claimed_by);
  content.append(within).append(names).append(claimed_by);
  std::optional<std::string_view> kind;
  if (place.kind) kind = record::name_of(*place.kind);
  const auto key = key_of(content, find_toponym_, add_toponym_, place.id, place.name, kind, place.latitude,
                          place.longitude, place.country, within, names, claimed_by);
  if (!key) return tl::unexpected(key.error());
  return *key;
}

DictionaryReader::DictionaryReader(Query rules, Query toponym)
    : rules_(std::move(rules)), toponym_(std::move(toponym)) {}

Result<DictionaryReader> DictionaryReader::prepare(const Database& database) {
  auto queries = database.prepare_all({kReadRules, kReadToponym});
  if (!queries) return tl::unexpected(queries.error());
  return DictionaryReader(std::move((*queries)[0]), std::move((*queries)[1]));
}

Result<const std::vector<record::RuleTrace>*> DictionaryReader::rule_set(std::int64_t key) {
  if (const auto known = rule_sets_.find(key); known != rule_sets_.end()) return &known->second;
  rules_.bind(key);
  const Result<bool> row = rules_.step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return no_such_key("rule_sets", key);
  std::vector<record::RuleTrace>& rules = rule_sets_[key];
  simdjson::dom::parser parser;
  simdjson::dom::object slots;
  const std::string_view json = rules_.text(0);
  if (parser.parse(json.data(), json.size()).get_object().get(slots) == simdjson::SUCCESS) {
    for (const auto [slot, rule] : slots) {
      std::string_view name;
      if (rule.get_string().get(name) != simdjson::SUCCESS) continue;
      rules.push_back({*words_.emplace(slot).first, *words_.emplace(name).first});
    }
  }
  rules_.rewind();
  return &rules;
}

Result<const record::PlaceMention*> DictionaryReader::toponym(std::int64_t key) {
  if (const auto known = toponyms_.find(key); known != toponyms_.end()) return &known->second;
  toponym_.bind(key);
  const Result<bool> row = toponym_.step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return no_such_key("toponyms", key);
  record::PlaceMention& place = toponyms_[key];
  place.id = toponym_.text_or_null(0);
  place.name = toponym_.text_or_null(1);
  if (!toponym_.is_null(2)) place.kind = record::value_named<record::PlaceKind>(toponym_.text(2));
  if (!toponym_.is_null(3)) place.latitude = toponym_.real(3);
  if (!toponym_.is_null(4)) place.longitude = toponym_.real(4);
  place.country = toponym_.text_or_null(5);
  place.within = words_from_json(toponym_.text(6));
  place.names = words_from_json(toponym_.text(7));
  place.claimed_by = words_from_json(toponym_.text(8));
  toponym_.rewind();
  return &place;
}

}  // namespace counterclaim::store
