#include "counterclaim/language/lemmatizer.h"

#include <algorithm>
#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/language/string_id.h"
#include "counterclaim/language/unicode.h"

namespace counterclaim::language {

namespace {

tl::unexpected<Error> malformed() {
  return fail(ErrorCode::kModelMalformed, "the lemmatizer's tables are not rules, word lists and exceptions");
}

// The value of a feature, "" where it is not there. ("Number", "Number=Sing|Person=3") -> "Sing"
std::string_view feature(std::string_view name, std::string_view morph) {
  while (!morph.empty()) {
    const std::string_view item = morph.substr(0, morph.find('|'));
    if (item.size() > name.size() && item.starts_with(name) && item[name.size()] == '=') {
      return item.substr(name.size() + 1);
    }
    morph.remove_prefix(std::min(item.size() + 1, morph.size()));
  }
  return {};
}

bool is_base_form(Pos pos, std::string_view morph) {
  if (morph.empty()) return false;
  const std::string_view verb_form = feature("VerbForm", morph);
  if (verb_form == "Inf" || feature("Degree", morph) == "Pos") return true;
  const std::string_view number = feature("Number", morph);
  if (pos == Pos::kNoun) return number == "Sing";
  return pos == Pos::kVerb && verb_form == "Fin" && feature("Tense", morph) == "Pres" && number.empty();
}

bool all_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, bytes] = decode_utf8(text, at);
    if (!is_letter(code_point)) return false;
    at += bytes;
  }
  return true;
}

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// The part of `lookups`[table] for one part of speech; nullptr if there is none.
const MsgpackValue* find_part(const MsgpackValue& lookups, std::string_view table, std::uint64_t pos_id) {
  const MsgpackValue* const parts = lookups.find(table);
  return parts == nullptr ? nullptr : parts->find(pos_id);
}

}  // namespace

Result<Lemmatizer> Lemmatizer::load(const MsgpackValue& lookups) {
  for (const std::string_view table : {"lemma_rules", "lemma_index", "lemma_exc"}) {
    if (const MsgpackValue* const found = lookups.find(table); found == nullptr || !found->is_map()) return malformed();
  }
  Lemmatizer lemmatizer;
  for (std::size_t pos = 0; pos < lemmatizer.tables_.size(); ++pos) {
    // spaCy never asks the tables for these two.
    if (static_cast<Pos>(pos) == Pos::kNone || static_cast<Pos>(pos) == Pos::kSpace) continue;
    Result<Table> table = load_table(lookups, string_id(language::lower(pos_name(static_cast<Pos>(pos)))));
    if (!table) return tl::unexpected(table.error());
    lemmatizer.tables_[pos] = std::move(*table);
  }
  return lemmatizer;
}

Result<Lemmatizer::Table> Lemmatizer::load_table(const MsgpackValue& lookups, std::uint64_t pos_id) {
  Table table;
  if (const MsgpackValue* const rules = find_part(lookups, "lemma_rules", pos_id)) {
    for (const MsgpackValue& rule : rules->items()) {
      if (rule.items().size() != 2 || !rule.items()[0].string() || !rule.items()[1].string()) return malformed();
      table.rules.push_back({std::string(*rule.items()[0].string()), std::string(*rule.items()[1].string())});
    }
  }
  if (const MsgpackValue* const words = find_part(lookups, "lemma_index", pos_id)) {
    for (const MsgpackValue& word : words->items()) {
      if (!word.string()) return malformed();
      table.words.insert(*word.string());
    }
  }
  if (const MsgpackValue* const exceptions = find_part(lookups, "lemma_exc", pos_id)) {
    if (!exceptions->is_map()) return malformed();
    const auto& items = exceptions->items();
    for (std::size_t n = 0; n < items.size(); n += 2) {
      if (!items[n].string() || !items[n + 1].is_array()) return malformed();
      const std::uint32_t number = table.exceptions.insert(*items[n].string());
      table.lemmas.resize(table.exceptions.size());
      table.lemmas[number].clear();
      for (const MsgpackValue& form : items[n + 1].items()) {
        if (!form.string()) return malformed();
        table.lemmas[number].emplace_back(*form.string());
      }
    }
  }
  table.exists = !table.rules.empty() || table.words.size() > 0 || table.exceptions.size() > 0;
  return table;
}

std::string Lemmatizer::lemma(std::string_view text, std::string_view lower, Pos pos, std::string_view morph) const {
  if (pos == Pos::kNone || pos == Pos::kSpace || is_base_form(pos, morph)) return std::string(lower);
  const Table& table = tables_[static_cast<std::size_t>(pos)];
  if (table.exists) return from_table(table, text, lower);
  return std::string(pos == Pos::kPropn ? text : lower);
}

std::string Lemmatizer::from_table(const Table& table, std::string_view text, std::string_view lower) {
  std::vector<std::string> known, unknown;
  for (const SuffixRule& rule : table.rules) {
    if (!lower.ends_with(rule.old_suffix)) continue;
    std::string form(lower.substr(0, lower.size() - rule.old_suffix.size()));
    form += rule.new_suffix;
    if (form.empty()) continue;
    if (table.words.contains(form)) {
      known.insert(known.begin(), std::move(form));  // so the last rule that gives a listed word wins
    } else if (!all_letters(form)) {
      known.push_back(std::move(form));
    } else {
      unknown.push_back(std::move(form));
    }
  }
  if (const std::uint32_t number = table.exceptions.find(lower); number != StringIndex::kNone) {
    for (const std::string& form : table.lemmas[number]) {
      // So the last exception wins, unless a rule has found the form.
      if (!contains(known, form)) known.insert(known.begin(), form);
    }
  }
  if (!known.empty()) return known.front();
  if (!unknown.empty()) return unknown.front();
  return std::string(text);  // with its capitals, not `lower`
}

}  // namespace counterclaim::language
