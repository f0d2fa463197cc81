#include "counterclaim/publish/case_tables.h"

#include <algorithm>
#include <utility>

#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/figure_words.h"
#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/record/item_ids.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using Fields = std::vector<Field>;

template <class Enum>
FieldValue name_or_null(const std::optional<Enum>& value) {
  return value ? FieldValue(record::name_of(*value)) : FieldValue();
}

Json words_json(const std::vector<std::string>& words) {
  Json json;
  JsonWriter writer(&json.text);
  writer.begin_array();
  for (const std::string& word : words) writer.string(word);
  writer.end_array();
  return json;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

// Six fields, null for the report's own voice.
void append_source(Fields& fields, const std::optional<record::Source>& source) {
  if (!source) {
    for (const std::string_view name :
         {"source", "source_name", "source_side", "source_role", "source_kind", "source_via"}) {
      fields.push_back({name, {}});
    }
    return;
  }
  fields.insert(fields.end(), {{"source", source->text},
                               {"source_name", source->name},
                               {"source_side", source->side},
                               {"source_role", source->role},
                               {"source_kind", name_or_null(source->kind)},
                               {"source_via", source->via}});
}

// Where an item stands.
void append_evidence(Fields& fields, const record::ReportRecord& record, const SentenceFinder& sentences,
                     CodePointSpan span) {
  fields.insert(fields.end(), {{"report", record.document.id},
                               {"published", record.document.published},
                               {"begin", span.begin},
                               {"end", span.end},
                               {"quote", sentences.text(span)}});
}

const record::PlaceMention* place_of(const record::ReportRecord& record, std::optional<std::uint32_t> position) {
  return position && *position < record.places.size() ? &record.places[*position] : nullptr;
}

FieldValue place_name(const record::PlaceMention* place) {
  if (place == nullptr) return {};
  return place->name ? FieldValue(*place->name) : FieldValue(place->text);
}

std::string shown_date(const record::ReportRecord& record, const std::optional<std::string>& when) {
  return when ? *when : record.document.published.value_or("");
}

Fields figure_fields(const record::Figure& figure, const std::string& id, const record::ReportRecord& record,
                     const SentenceFinder& sentences) {
  Fields fields = {{"id", id},
                   {"measure", record::name_of(figure.measure)},
                   {"value", figure.value},
                   {"value_high", figure.value_high},
                   {"bound", record::name_of(figure.bound)},
                   {"word", figure.word},
                   {"unit", figure.unit},
                   {"side", figure.side},
                   {"kind", name_or_null(figure.kind)},
                   {"polarity", record::name_of(figure.polarity)},
                   {"when", figure.when},
                   {"counts", name_or_null(figure.counts)},
                   {"hedge", figure.hedge},
                   {"place", place_name(place_of(record, figure.place))}};
  append_source(fields, figure.source);
  append_evidence(fields, record, sentences, figure.span);
  return fields;
}

Fields statement_fields(const record::Statement& statement, const std::string& id, const record::ReportRecord& record,
                        const SentenceFinder& sentences) {
  Fields fields = {{"id", id},
                   {"stance", record::name_of(statement.stance)},
                   {"cue", statement.cue},
                   {"target", statement.target},
                   {"when", statement.when},
                   {"content", statement.content ? FieldValue(sentences.text(*statement.content)) : FieldValue()},
                   {"plover", statement.plover}};
  append_source(fields, statement.source);
  append_evidence(fields, record, sentences, statement.span);
  return fields;
}

Fields event_fields(const record::Event& event, const std::string& id, const record::ReportRecord& record,
                    const SentenceFinder& sentences) {
  const record::PlaceMention* place = place_of(record, event.place);
  Fields fields = {{"id", id},
                   {"event", record::name_of(event.type)},
                   {"actor", event.actor},
                   {"target", event.target},
                   {"instruments", words_json(event.instruments)},
                   {"place", place_name(place)},
                   {"latitude", place != nullptr ? place->latitude : std::optional<double>()},
                   {"longitude", place != nullptr ? place->longitude : std::optional<double>()},
                   {"when", event.when},
                   {"status", record::name_of(event.status)},
                   {"hedge", event.hedge},
                   {"plover", event.plover},
                   {"acled", event.acled}};
  append_source(fields, event.source);
  append_evidence(fields, record, sentences, event.span);
  return fields;
}

Fields report_fields(const record::ReportRecord& record) {
  const record::Document& document = record.document;
  const auto count = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  return {{"id", document.id},
          {"title", document.title},
          {"publisher", document.publisher},
          {"published", document.published},
          {"url", document.url},
          {"language", document.language},
          {"sha256", document.sha256},
          {"figures", count(record.figures)},
          {"statements", count(record.statements)},
          {"events", count(record.events)},
          {"tolls", count(record.tolls)}};
}

// The names of the fields are those of any row.
std::vector<std::string_view> names_of(const Fields& fields) {
  std::vector<std::string_view> names;
  names.reserve(fields.size());
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

template <class Item>
std::vector<std::string_view> item_field_names(Fields (*fields_of)(const Item&, const std::string&,
                                                                   const record::ReportRecord&,
                                                                   const SentenceFinder&)) {
  const record::ReportRecord none;
  return names_of(fields_of({}, "", none, SentenceFinder(none)));
}

template <class Item, class FieldsOf, class CellsOf>
void add_items(TableWriter& table, const record::ReportRecord& record, const std::vector<Item>& items,
               const std::vector<std::string>& ids, const ItemFilter& filter, std::string& out, FieldsOf fields_of,
               CellsOf cells_of) {
  if (!matches(filter, record.document)) return;
  const SentenceFinder sentences(record);
  for (std::size_t n = 0; n < items.size(); ++n) {
    if (!matches(filter, record, items[n])) continue;
    Excerpt excerpt = sentences.excerpt(items[n].span);
    TableRow row{fields_of(items[n], ids[n], record, sentences), cells_of(items[n]), excerpt.begin, excerpt.end};
    row.cells.push_back(record.document.id);
    row.cells.push_back(std::move(excerpt.text));
    table.add(std::move(row), out);
  }
}

// A report is shown for its own day, and for any item that the rest of the filter asks for.
bool is_shown(ItemFilter filter, const record::ReportRecord& record) {
  const std::optional<std::string>& published = record.document.published;
  const bool dated = filter.since || filter.until;
  if (dated && !(published && is_within(*published, filter.since, filter.until))) return false;
  filter.since.reset();
  filter.until.reset();
  if (!filter.side && !filter.measure && !filter.source) return true;
  const auto any = [&](const auto& items) {
    return std::any_of(items.begin(), items.end(), [&](const auto& item) { return matches(filter, record, item); });
  };
  return any(record.figures) || any(record.statements) || any(record.events);
}

}  // namespace

TableWriter reports_table(TableOptions options) {
  return TableWriter({{"report", 32},
                      {"published", 10},
                      {"publisher", 24},
                      {"figures", 10},
                      {"statements", 10},
                      {"events", 10},
                      {"title", 0}},
                     names_of(report_fields({})), options);
}

TableWriter figures_table(TableOptions options) {
  return TableWriter({{"when", 21},
                      {"who says", 28},
                      {"how many", 20},
                      {"what", 17},
                      {"side", 16},
                      {"people", 11},
                      {"report", 24},
                      {"sentence", 0}},
                     item_field_names(figure_fields), options);
}

TableWriter statements_table(TableOptions options) {
  return TableWriter({{"when", 21}, {"who", 28}, {"what", 9}, {"about", 16}, {"report", 24}, {"sentence", 0}},
                     item_field_names(statement_fields), options);
}

TableWriter events_table(TableOptions options) {
  return TableWriter({{"when", 21},
                      {"what", 15},
                      {"by", 20},
                      {"against", 20},
                      {"where", 20},
                      {"status", 12},
                      {"report", 24},
                      {"sentence", 0}},
                     item_field_names(event_fields), options);
}

void add_report(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter, std::string& out) {
  const record::Document& document = record.document;
  if (!matches(filter, document) || !is_shown(filter, record)) return;
  table.add({report_fields(record),
             {document.id, document.published.value_or(""), document.publisher.value_or(""),
              std::to_string(record.figures.size()), std::to_string(record.statements.size()),
              std::to_string(record.events.size()), document.title.value_or("")}},
            out);
}

void add_figures(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter, std::string& out) {
  add_items(table, record, record.figures, record::figure_ids(record), filter, out, figure_fields,
            [&](const record::Figure& figure) -> std::vector<std::string> {
              const bool told = figure.kind && *figure.kind != record::PersonKind::kUnspecified;
              return {shown_date(record, figure.when),
                      who_says(figure),
                      how_many(figure),
                      what_happened(figure),
                      figure.side.value_or(""),
                      std::string(told ? record::name_of(*figure.kind) : "")};
            });
}

void add_statements(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter,
                    std::string& out) {
  add_items(table, record, record.statements, record::statement_ids(record), filter, out, statement_fields,
            [&](const record::Statement& statement) -> std::vector<std::string> {
              const record::Source& source = statement.source;
              return {shown_date(record, statement.when), source.name.value_or(source.text),
                      std::string(record::name_of(statement.stance)), statement.target.value_or("")};
            });
}

void add_events(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter, std::string& out) {
  add_items(table, record, record.events, record::event_ids(record), filter, out, event_fields,
            [&](const record::Event& event) -> std::vector<std::string> {
              const record::PlaceMention* place = place_of(record, event.place);
              std::string what = spaced(record::name_of(event.type));
              if (!event.instruments.empty()) what += " (" + joined(event.instruments) + ")";
              return {shown_date(record, event.when),
                      what,
                      event.actor.value_or(event.actor_text.value_or("")),
                      event.target.value_or(event.target_text.value_or("")),
                      place == nullptr ? "" : place->name.value_or(place->text),
                      std::string(record::name_of(event.status))};
            });
}

}  // namespace counterclaim::publish
