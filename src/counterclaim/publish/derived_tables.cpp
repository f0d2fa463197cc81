#include "counterclaim/publish/derived_tables.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/figure_words.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using record::Derivation;
using record::ItemRef;

constexpr double kMillibits = 1000;

bool is_wanted(const std::optional<std::string>& wanted, std::string_view value) {
  return !wanted || lower_ascii(*wanted) == lower_ascii(value);
}

template <class Names>
bool is_any_wanted(const std::optional<std::string>& wanted, const Names& names) {
  return !wanted || std::any_of(names.begin(), names.end(), [&](const auto& name) { return is_wanted(wanted, name); });
}

void write_item(JsonWriter& json, const Derivation& derivation, const ItemTexts& texts, const ItemRef& ref) {
  json.begin_object();
  json.key("report").string(derivation.reports[ref.report]);
  json.key("begin").number(std::int64_t{ref.span.begin});
  json.key("end").number(std::int64_t{ref.span.end});
  json.key("kind").string(record::name_of(ref.kind));
  json.key("id").string(texts.of(derivation, ref).id);
  json.end_object();
}

Json item_json(const Derivation& derivation, const ItemTexts& texts, const ItemRef& ref) {
  Json json;
  JsonWriter writer(&json.text);
  write_item(writer, derivation, texts, ref);
  return json;
}

template <class List, class Write>
Json list_json(const List& list, Write write) {
  Json json;
  JsonWriter writer(&json.text);
  writer.begin_array();
  for (const auto& item : list) write(writer, item);
  writer.end_array();
  return json;
}

Json words_json(const std::vector<std::string>& words) {
  return list_json(words, [](JsonWriter& json, const std::string& word) { json.string(word); });
}

Json items_json(const Derivation& derivation, const ItemTexts& texts, const std::vector<ItemRef>& refs) {
  return list_json(refs, [&](JsonWriter& json, const ItemRef& ref) { write_item(json, derivation, texts, ref); });
}

Json reasons_json(const std::vector<record::Reason>& reasons) {
  return list_json(reasons, [](JsonWriter& json, const record::Reason& reason) {
    json.begin_object();
    json.key("field").string(reason.field);
    json.key("weight").number(reason.weight / kMillibits);
    json.key("text").string(reason.text);
    json.end_object();
  });
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string days_in_words(const std::optional<std::string>& from, const std::optional<std::string>& to) {
  if (from == to) return from.value_or("");
  return from.value_or("..") + "/" + to.value_or("..");
}

template <class Enum>
FieldValue name_or_null(const std::optional<Enum>& value) {
  return value ? FieldValue(record::name_of(*value)) : FieldValue();
}

// The amount of a point as figures are shown.
std::string amount_of(const record::SeriesPoint& point) {
  record::Figure figure;
  figure.value = point.value;
  figure.value_high = point.value_high;
  figure.bound = point.bound;
  figure.word = point.word;
  figure.unit = point.unit;
  return how_many(figure);
}

bool is_of_the_ledger(record::Measure measure) {
  using enum record::Measure;
  return measure == kCaptured || measure == kSurrendered || measure == kReleased || measure == kArea;
}

void add_point(TableWriter& table, const Derivation& derivation, const ItemTexts& texts,
               const record::SeriesPoint& point, std::string& out) {
  const ItemText& text = texts.of(derivation, point.figure);
  TableRow row;
  row.fields = {{"side", point.side},
                {"measure", record::name_of(point.measure)},
                {"kind", name_or_null(point.kind)},
                {"unit", point.unit},
                {"claimant", point.claimant.empty() ? FieldValue() : FieldValue(point.claimant)},
                {"own_count", point.own_count},
                {"as_of", point.as_of},
                {"value", point.value},
                {"value_high", point.value_high},
                {"bound", record::name_of(point.bound)},
                {"word", point.word},
                {"independent", point.independent},
                {"figure", item_json(derivation, texts, point.figure)}};
  row.cells = {
      point.side.value_or(""),
      std::string(record::name_of(point.measure)) + (point.kind ? " " + std::string(record::name_of(*point.kind)) : ""),
      point.claimant.empty() ? "the reports" : point.claimant + (point.own_count ? " (own)" : ""),
      point.as_of.value_or(""),
      amount_of(point),
      text.quote};
  table.add(std::move(row), out);
}

}  // namespace

TableWriter relations_table(TableOptions options) {
  return TableWriter({{"relation", 12}, {"weight", 7}, {"report", 24}, {"says", 40}, {"report", 24}, {"says", 0}},
                     {"a", "b", "relation", "weight", "reasons"}, options);
}

void add_relations(TableWriter& table, const Derivation& derivation, const ItemTexts& texts,
                   const DerivedFilter& filter, std::string& out) {
  for (const record::Relation& relation : derivation.relations) {
    const std::string& report_a = derivation.reports[relation.a.report];
    const std::string& report_b = derivation.reports[relation.b.report];
    if (!is_wanted(filter.measure, record::name_of(relation.type))) continue;
    if (filter.report && *filter.report != report_a && *filter.report != report_b) continue;
    TableRow row;
    row.fields = {{"a", item_json(derivation, texts, relation.a)},
                  {"b", item_json(derivation, texts, relation.b)},
                  {"relation", record::name_of(relation.type)},
                  {"weight", relation.weight / kMillibits},
                  {"reasons", reasons_json(relation.reasons)}};
    row.cells = {std::string(record::name_of(relation.type)),
                 fmt::format("{:.1f}", relation.weight / kMillibits),
                 report_a,
                 texts.of(derivation, relation.a).quote,
                 report_b,
                 texts.of(derivation, relation.b).quote};
    table.add(std::move(row), out);
  }
}

TableWriter incidents_table(TableOptions options) {
  return TableWriter({{"id", 16},
                      {"event", 15},
                      {"when", 21},
                      {"place", 20},
                      {"parties", 30},
                      {"told", 4},
                      {"sources", 7},
                      {"first told as", 0}},
                     {"id", "event", "earliest", "latest", "place", "parties", "members", "independent_sources",
                      "tolls", "reasons", "near"},
                     options);
}

void add_incidents(TableWriter& table, const Derivation& derivation, const ItemTexts& texts,
                   const DerivedFilter& filter, std::string& out) {
  for (const record::Incident& incident : derivation.incidents) {
    if (!is_wanted(filter.measure, record::name_of(incident.event)) || !is_any_wanted(filter.side, incident.parties))
      continue;
    const auto is_in_report = [&](const ItemRef& m) { return derivation.reports[m.report] == *filter.report; };
    if (filter.report && std::none_of(incident.members.begin(), incident.members.end(), is_in_report)) continue;
    std::vector<ItemRef> tolls;
    for (const ItemRef& member : incident.members) {
      if (member.kind == record::ItemKind::kFigure) tolls.push_back(member);
    }
    TableRow row;
    row.fields = {{"id", incident.id},
                  {"event", record::name_of(incident.event)},
                  {"earliest", incident.earliest},
                  {"latest", incident.latest},
                  {"place", incident.place},
                  {"parties", words_json(incident.parties)},
                  {"members", items_json(derivation, texts, incident.members)},
                  {"independent_sources", incident.independent_sources},
                  {"tolls", items_json(derivation, texts, tolls)},
                  {"reasons", reasons_json(incident.reasons)},
                  {"near", list_json(incident.near, [&](JsonWriter& json, const record::NearIncident& near) {
                     json.begin_object();
                     json.key("id").string(derivation.incidents[near.incident].id);
                     json.key("weight").number(near.weight / kMillibits);
                     json.end_object();
                   })}};
    row.cells = {incident.id,
                 std::string(record::name_of(incident.event)),
                 days_in_words(incident.earliest, incident.latest),
                 incident.place.value_or(""),
                 joined(incident.parties),
                 std::to_string(incident.members.size()),
                 std::to_string(incident.independent_sources),
                 texts.of(derivation, incident.members[0]).quote};
    table.add(std::move(row), out);
  }
}

TableWriter series_table(TableOptions options) {
  return TableWriter({{"side", 24}, {"measure", 24}, {"claimant", 24}, {"as of", 10}, {"how many", 24}, {"words", 0}},
                     {"side", "measure", "kind", "unit", "claimant", "own_count", "as_of", "value", "value_high",
                      "bound", "word", "independent", "figure"},
                     options);
}

void add_series(TableWriter& table, const Derivation& derivation, const ItemTexts& texts, const DerivedFilter& filter,
                std::string& out) {
  for (const record::SeriesPoint& point : derivation.series) {
    if (!is_wanted(filter.side, point.side.value_or("")) || !is_wanted(filter.measure, record::name_of(point.measure)))
      continue;
    if (filter.report && *filter.report != derivation.reports[point.figure.report]) continue;
    add_point(table, derivation, texts, point, out);
  }
}

void add_ledger(TableWriter& table, const Derivation& derivation, const ItemTexts& texts, const DerivedFilter& filter,
                std::string& out) {
  for (const record::SeriesPoint& point : derivation.series) {
    if (!is_of_the_ledger(point.measure) || !is_wanted(filter.side, point.side.value_or(""))) continue;
    if (!is_wanted(filter.measure, record::name_of(point.measure))) continue;
    add_point(table, derivation, texts, point, out);
  }
}

TableWriter estimates_table(TableOptions options) {
  return TableWriter({{"side", 24}, {"measure", 24}, {"low", 8}, {"best", 8}, {"high", 8}, {"of", 0}},
                     {"rule", "side", "measure", "kind", "unit", "low", "best", "high", "working", "figures"}, options);
}

void add_estimates(TableWriter& table, const Derivation& derivation, const ItemTexts& texts,
                   std::span<const record::TollEstimate> estimates, const DerivedFilter& filter, std::string& out) {
  const auto shown = [](const std::optional<double>& value) {
    return value ? fmt::format("{}", *value) : std::string();
  };
  for (const record::TollEstimate& estimate : estimates) {
    if (!is_wanted(filter.side, estimate.side) || !is_wanted(filter.measure, record::name_of(estimate.measure)))
      continue;
    TableRow row;
    row.fields = {{"rule", estimate.rule},
                  {"side", estimate.side},
                  {"measure", record::name_of(estimate.measure)},
                  {"kind", name_or_null(estimate.kind)},
                  {"unit", estimate.unit},
                  {"low", estimate.low},
                  {"best", estimate.best},
                  {"high", estimate.high},
                  {"working", words_json(estimate.working)},
                  {"figures", items_json(derivation, texts, estimate.figures)}};
    row.cells = {estimate.side,
                 std::string(record::name_of(estimate.measure)) +
                     (estimate.kind ? " " + std::string(record::name_of(*estimate.kind)) : ""),
                 shown(estimate.low),
                 shown(estimate.best),
                 shown(estimate.high),
                 fmt::format("{}", fmt::join(estimate.working, "; "))};
    table.add(std::move(row), out);
  }
}

TableWriter ceasefires_table(TableOptions options) {
  return TableWriter({{"day", 10},
                      {"brokers", 24},
                      {"parties", 30},
                      {"announced by", 30},
                      {"denied by", 24},
                      {"breaches", 8},
                      {"told as", 0}},
                     {"incident", "day", "brokers", "parties", "announced_by", "denied_by", "violations", "members"},
                     options);
}

void add_ceasefires(TableWriter& table, const Derivation& derivation, const ItemTexts& texts,
                    const DerivedFilter& filter, std::string& out) {
  for (const record::Ceasefire& truce : derivation.ceasefires) {
    if (filter.side && !is_any_wanted(filter.side, truce.parties) && !is_any_wanted(filter.side, truce.brokers))
      continue;
    const record::Incident& incident = derivation.incidents[truce.incident];
    TableRow row;
    row.fields = {{"incident", incident.id},
                  {"day", truce.day},
                  {"brokers", words_json(truce.brokers)},
                  {"parties", words_json(truce.parties)},
                  {"announced_by", words_json(truce.announced_by)},
                  {"denied_by", words_json(truce.denied_by)},
                  {"violations", list_json(truce.violations,
                                           [&](JsonWriter& json, const record::AllegedViolation& v) {
                                             json.begin_object();
                                             json.key("event");
                                             write_item(json, derivation, texts, v.event);
                                             json.key("by").string_or_null(v.by);
                                             json.key("claimed").string_or_null(v.claimed);
                                             json.key("day").string_or_null(v.day);
                                             json.end_object();
                                           })},
                  {"members", items_json(derivation, texts, incident.members)}};
    row.cells = {truce.day.value_or(""),
                 joined(truce.brokers),
                 joined(truce.parties),
                 joined(truce.announced_by),
                 joined(truce.denied_by),
                 std::to_string(truce.violations.size()),
                 texts.of(derivation, incident.members[0]).quote};
    table.add(std::move(row), out);
  }
}

TableWriter reactions_table(TableOptions options) {
  return TableWriter({{"day", 10}, {"who", 24}, {"stance", 10}, {"target", 24}, {"reports", 7}, {"words", 0}},
                     {"day", "who", "stance", "target", "reports", "statement"}, options);
}

void add_reactions(TableWriter& table, const Derivation& derivation, const ItemTexts& texts,
                   const DerivedFilter& filter, std::string& out) {
  for (const record::Reaction& reaction : derivation.reactions) {
    if (!is_wanted(filter.measure, record::name_of(reaction.stance))) continue;
    if (filter.side && !is_wanted(filter.side, reaction.who) && !is_wanted(filter.side, reaction.target.value_or("")))
      continue;
    if (filter.report && *filter.report != derivation.reports[reaction.statement.report]) continue;
    TableRow row;
    row.fields = {{"day", reaction.day},
                  {"who", reaction.who},
                  {"stance", record::name_of(reaction.stance)},
                  {"target", reaction.target},
                  {"reports", reaction.reports},
                  {"statement", item_json(derivation, texts, reaction.statement)}};
    row.cells = {reaction.day.value_or(""),
                 reaction.who,
                 std::string(record::name_of(reaction.stance)),
                 reaction.target.value_or(""),
                 std::to_string(reaction.reports),
                 texts.of(derivation, reaction.statement).quote};
    table.add(std::move(row), out);
  }
}

}  // namespace counterclaim::publish
