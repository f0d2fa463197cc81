#include "counterclaim/publish/record_json.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/json_writer.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using std::optional;
using std::string;

class RecordWriter {
 public:
  RecordWriter(string* out, const record::ReportRecord& record, const RecordJsonOptions& options)
      : json_(out), record_(record), options_(options) {
    if (options.offsets != OffsetUnit::kCodePoints) index_.emplace(record.document.text);
  }

  void write();

 private:
  void write_head();
  void write_item(const record::Block& block);
  void write_item(const record::TimeMention& time);
  void write_item(const record::PlaceMention& place);
  void write_item(const record::PartyMention& party);
  void write_item(const record::Figure& figure);
  void write_item(const record::Toll& toll);
  void write_item(const record::Statement& statement);
  void write_item(const record::Event& event);
  void write_item(const record::Diagnostic& diagnostic);
  void write_item(const record::EventLink& link);
  void write_item(CodePointSpan item);
  void write_item(const string& text) { json_.string(text); }
  void write_item(std::uint32_t position) { json_.number(std::int64_t{position}); }

  template <class Item>
  void list(std::string_view name, const std::vector<Item>& items) {
    json_.key(name).begin_array();
    for (const Item& item : items) write_item(item);
    json_.end_array();
  }

  // One call for each kind of field.
  void field(std::string_view name, const optional<string>& value) { json_.key(name).string_or_null(value); }
  void field(std::string_view name, const string& value) { json_.key(name).string(value); }
  void field(std::string_view name, bool value) { json_.key(name).boolean(value); }
  void field(std::string_view name, optional<double> value);
  void field(std::string_view name, optional<std::uint32_t> value);
  template <class Enum>
    requires std::is_enum_v<Enum>
  void field(std::string_view name, Enum value) {
    json_.key(name).string(record::name_of(value));
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void field(std::string_view name, const optional<Enum>& value) {
    json_.key(name);
    value ? json_.string(record::name_of(*value)) : json_.null();
  }
  void source(const optional<record::Source>& source);
  void who(const optional<record::Who>& who);
  void span(CodePointSpan span) { named_span("begin", "end", span); }
  void named_span(std::string_view begin, std::string_view end, const optional<CodePointSpan>& span);
  void rules(std::span<const record::RuleTrace> rules);
  [[nodiscard]] std::int64_t offset(std::uint32_t code_point) const;

  JsonWriter json_;
  const record::ReportRecord& record_;
  const RecordJsonOptions& options_;
  optional<CodePointIndex> index_;
};

std::int64_t RecordWriter::offset(std::uint32_t code_point) const {
  switch (options_.offsets) {
    case OffsetUnit::kCodePoints: return code_point;
    case OffsetUnit::kBytes: return index_->byte_of(code_point);
    case OffsetUnit::kUtf16: return index_->utf16_of(code_point);
  }
  return code_point;
}

void RecordWriter::field(std::string_view name, optional<double> value) {
  json_.key(name);
  value ? json_.number(*value) : json_.null();
}

void RecordWriter::field(std::string_view name, optional<std::uint32_t> value) {
  json_.key(name);
  value ? json_.number(std::int64_t{*value}) : json_.null();
}

void RecordWriter::named_span(std::string_view begin, std::string_view end, const optional<CodePointSpan>& span) {
  json_.key(begin);
  span ? json_.number(offset(span->begin)) : json_.null();
  json_.key(end);
  span ? json_.number(offset(span->end)) : json_.null();
}

void RecordWriter::rules(std::span<const record::RuleTrace> rules) {
  if (!options_.explain) return;
  json_.key("rules").begin_object();
  for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
    // A slot that was filled again is the later rule's work.
    const bool again = std::any_of(rule + 1, rules.end(), [&](const auto& later) { return later.slot == rule->slot; });
    if (!again) json_.key(rule->slot).string(rule->rule);
  }
  json_.end_object();
}

void RecordWriter::source(const optional<record::Source>& source) {
  json_.key("source");
  if (!source) {
    json_.null();
    return;
  }
  json_.begin_object();
  span(source->span);
  field("text", source->text);
  field("name", source->name);
  field("side", source->side);
  field("role", source->role);
  field("kind", source->kind);
  field("via", source->via);
  json_.end_object();
}

void RecordWriter::who(const optional<record::Who>& who) {
  json_.key("who");
  if (!who) {
    json_.null();
    return;
  }
  json_.begin_object();
  span(who->span);
  field("name", who->name);
  json_.end_object();
}

void RecordWriter::write_item(CodePointSpan item) {
  json_.begin_array().number(offset(item.begin)).number(offset(item.end)).end_array();
}

void RecordWriter::write_item(const record::Block& block) {
  json_.begin_object();
  span(block.span);
  field("kind", block.kind);
  json_.end_object();
}

void RecordWriter::write_item(const record::TimeMention& time) {
  json_.begin_object();
  span(time.span);
  field("text", time.text);
  field("type", time.type);
  field("value", time.value);
  field("mod", time.mod);
  field("quant", time.quant);
  field("freq", time.freq);
  field("earliest", time.earliest);
  field("latest", time.latest);
  rules(time.rules);
  json_.end_object();
}

void RecordWriter::write_item(const record::PlaceMention& place) {
  json_.begin_object();
  span(place.span);
  field("text", place.text);
  field("name", place.name);
  field("kind", place.kind);
  field("latitude", place.latitude);
  field("longitude", place.longitude);
  field("country", place.country);
  field("id", place.id);
  list("within", place.within);
  list("names", place.names);
  list("claimed_by", place.claimed_by);
  field("margin", place.margin);
  rules(place.rules);
  json_.end_object();
}

void RecordWriter::write_item(const record::PartyMention& party) {
  json_.begin_object();
  span(party.span);
  field("text", party.text);
  field("name", party.name);
  field("kind", party.kind);
  field("side", party.side);
  field("office", party.office);
  field("refers_to", party.refers_to);
  rules(party.rules);
  json_.end_object();
}

void RecordWriter::write_item(const record::Figure& figure) {
  json_.begin_object();
  span(figure.span);
  field("measure", figure.measure);
  field("value", figure.value);
  field("value_high", figure.value_high);
  field("bound", figure.bound);
  field("word", figure.word);
  field("unit", figure.unit);
  field("side", figure.side);
  field("kind", figure.kind);
  field("polarity", figure.polarity);
  field("when", figure.when);
  field("counts", figure.counts);
  field("hedge", figure.hedge);
  who(figure.who);
  field("part_of", figure.part_of);
  field("same_as", figure.same_as);
  field("place", figure.place);
  field("event", figure.event);
  source(figure.source);
  rules(figure.rules);
  json_.end_object();
}

void RecordWriter::write_item(const record::Toll& toll) {
  json_.begin_object();
  field("measure", toll.measure);
  field("side", toll.side);
  field("kind", toll.kind);
  field("value", toll.value);
  field("value_high", toll.value_high);
  field("bound", toll.bound);
  field("word", toll.word);
  field("unit", toll.unit);
  field("when", toll.when);
  field("event", toll.event);
  field("background", toll.background);
  field("source", toll.source);
  list("figures", toll.figures);
  rules(toll.rules);
  json_.end_object();
}

void RecordWriter::write_item(const record::Statement& statement) {
  json_.begin_object();
  span(statement.span);
  source(statement.source);
  field("cue", statement.cue);
  named_span("cue_begin", "cue_end", statement.cue_span);
  field("stance", statement.stance);
  named_span("content_begin", "content_end", statement.content);
  field("target", statement.target);
  field("when", statement.when);
  field("parent", statement.parent);
  field("plover", statement.plover);
  list("figures", statement.figures);
  list("events", statement.events);
  rules(statement.rules);
  json_.end_object();
}

void RecordWriter::write_item(const record::EventLink& link) {
  json_.begin_object();
  json_.key("event").number(std::int64_t{link.event});
  field("relation", link.relation);
  json_.end_object();
}

void RecordWriter::write_item(const record::Event& event) {
  json_.begin_object();
  span(event.span);
  field("event", event.type);
  field("actor", event.actor);
  field("target", event.target);
  list("instruments", event.instruments);
  field("place", event.place);
  list("mentions", event.mentions);
  field("when", event.when);
  source(event.source);
  field("status", event.status);
  field("hedge", event.hedge);
  field("actor_text", event.actor_text);
  field("target_text", event.target_text);
  list("links", event.links);
  field("plover", event.plover);
  field("acled", event.acled);
  rules(event.rules);
  json_.end_object();
}

void RecordWriter::write_item(const record::Diagnostic& diagnostic) {
  json_.begin_object();
  span(diagnostic.span);
  json_.key("code").string(record::diagnostic_name(diagnostic.code));
  field("text", diagnostic.text.empty() ? optional<string>() : diagnostic.text);
  json_.end_object();
}

void RecordWriter::write_head() {
  const record::Document& document = record_.document;
  json_.key("engine").string(options_.engine);
  json_.key("resources").string(options_.resources);
  field("id", document.id);
  field("title", document.title);
  field("publisher", document.publisher);
  field("published", document.published);
  field("url", document.url);
  field("sha256", document.sha256);
  field("language", record_.document.language);
  if (!document.text_unchanged) field("text", document.text);
}

void RecordWriter::write() {
  json_.begin_object();
  write_head();
  list("blocks", record_.document.blocks);
  list("sentences", record_.sentences);
  list("times", record_.times);
  list("places", record_.places);
  list("parties", record_.parties);
  list("figures", record_.figures);
  list("tolls", record_.tolls);
  list("statements", record_.statements);
  list("events", record_.events);
  list("diagnostics", record_.document.diagnostics);
  json_.end_object();
}

}  // namespace

void append_record_json(string& out, const record::ReportRecord& record, const RecordJsonOptions& options) {
  RecordWriter(&out, record, options).write();
}

}  // namespace counterclaim::publish
