#include "counterclaim/store/record_writer.h"

#include <array>
#include <string>
#include <type_traits>
#include <utility>

#include "counterclaim/record/item_ids.h"
#include "counterclaim/record/names.h"

namespace counterclaim::store {

namespace {

// In the order of RecordTable; values in the order of the columns.
constexpr std::array<std::string_view, kRecordTables> kInserts = {
    "INSERT INTO reports (id, title, publisher, published, url, language, text_unchanged, sha256, engine, resources, "
    "text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO blocks VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO sentences VALUES (?, ?, ?, ?)",
    "INSERT INTO times VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO parties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO tolls VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO toll_figures VALUES (?, ?, ?, ?)",
    "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO statement_figures VALUES (?, ?, ?, ?)",
    "INSERT INTO statement_events VALUES (?, ?, ?, ?)",
    "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO event_mentions VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO event_links VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO diagnostics VALUES (?, ?, ?, ?, ?, ?)",
};

std::optional<std::uint32_t> begin_of(const std::optional<CodePointSpan>& span) {
  return span ? std::optional(span->begin) : std::nullopt;
}
std::optional<std::uint32_t> end_of(const std::optional<CodePointSpan>& span) {
  return span ? std::optional(span->end) : std::nullopt;
}

}  // namespace

RecordWriter::RecordWriter(const Database& database, std::vector<Query> inserts, DictionaryWriter dictionary)
    : database_(&database), inserts_(std::move(inserts)), dictionary_(std::move(dictionary)) {}

Result<RecordWriter> RecordWriter::prepare(const Database& database) {
  auto inserts = database.prepare_all(kInserts);
  if (!inserts) return tl::unexpected(inserts.error());
  auto dictionary = DictionaryWriter::prepare(database);
  if (!dictionary) return tl::unexpected(dictionary.error());
  return RecordWriter(database, std::move(*inserts), std::move(*dictionary));
}

Result<void> RecordWriter::write(const record::ReportRecord& record, const ReportStamp& stamp) {
  failure_.reset();
  sources_.clear();
  text_.emplace(record.document.text);
  write_report(record, stamp);
  write_layout(record);
  write_mentions(record);
  write_figures(record);
  write_tolls(record);
  write_statements(record);
  write_events(record);
  if (failure_) return tl::unexpected(*std::move(failure_));
  return {};
}

template <class... Values>
void RecordWriter::insert(RecordTable table, const Values&... values) {
  if (failure_) return;
  Query& query = inserts_[table];
  query.bind(values...);
  if (Result<void> done = query.run(); !done) failure_ = std::move(done).error();
}

std::int64_t RecordWriter::rules(const std::vector<record::RuleTrace>& rules) {
  if (failure_) return 0;
  Result<std::int64_t> key = dictionary_.rule_set(rules);
  if (key) return *key;
  failure_ = std::move(key).error();
  return 0;
}

std::uint32_t RecordWriter::source(const record::Source& source) {
  const std::optional<int> kind = source.kind ? std::optional(static_cast<int>(*source.kind)) : std::nullopt;
  const SourceKey key{source.span.begin, source.span.end, source.text, source.name,
                      source.side,       source.role,     kind,        source.via};
  const auto [found, is_new] = sources_.emplace(key, static_cast<std::uint32_t>(sources_.size()));
  if (is_new) {
    insert(kSources, report_, found->second, source.span.begin, source.span.end, source.text, source.name, source.side,
           source.role, name_or_null(source.kind), source.via);
  }
  return found->second;
}

std::optional<std::uint32_t> RecordWriter::source(const std::optional<record::Source>& source) {
  return source ? std::optional(this->source(*source)) : std::nullopt;
}

void RecordWriter::write_report(const record::ReportRecord& record, const ReportStamp& stamp) {
  const record::Document& document = record.document;
  insert(kReports, document.id, document.title, document.publisher, document.published, document.url, document.language,
         document.text_unchanged, document.sha256, stamp.engine, stamp.resources, document.text);
  report_ = database_->last_rowid();
}

void RecordWriter::write_layout(const record::ReportRecord& record) {
  std::uint32_t position = 0;
  for (const record::Block& block : record.document.blocks) {
    insert(kBlocks, report_, position++, block.span.begin, block.span.end, record::name_of(block.kind));
  }
  position = 0;
  for (const CodePointSpan sentence : record.sentences) {
    insert(kSentences, report_, position++, sentence.begin, sentence.end);
  }
  position = 0;
  for (const record::Diagnostic& diagnostic : record.document.diagnostics) {
    insert(kDiagnostics, report_, position++, diagnostic.span.begin, diagnostic.span.end,
           record::diagnostic_name(diagnostic.code), diagnostic.text);
  }
}

void RecordWriter::write_mentions(const record::ReportRecord& record) {
  std::uint32_t position = 0;
  for (const record::TimeMention& time : record.times) {
    insert(kTimes, report_, position++, time.span.begin, time.span.end, time.text, record::name_of(time.type),
           time.value, time.mod, time.quant, time.freq, time.earliest, time.latest, rules(time.rules));
  }
  position = 0;
  for (const record::PlaceMention& place : record.places) {
    std::optional<std::int64_t> toponym;
    if (!failure_) {
      auto key = dictionary_.toponym(place);
      if (!key)
        failure_ = std::move(key).error();
      else
        toponym = *key;
    }
    insert(kPlaces, report_, position++, place.span.begin, place.span.end, place.text, toponym, place.margin,
           rules(place.rules));
  }
  position = 0;
  for (const record::PartyMention& party : record.parties) {
    insert(kParties, report_, position++, party.span.begin, party.span.end, party.text, party.name,
           name_or_null(party.kind), party.side, party.office, party.refers_to, rules(party.rules));
  }
}

void RecordWriter::write_figures(const record::ReportRecord& record) {
  const std::vector<std::string> ids = record::figure_ids(record);
  for (std::uint32_t position = 0; position < record.figures.size(); ++position) {
    const record::Figure& figure = record.figures[position];
    std::optional<CodePointSpan> who;
    std::optional<std::string_view> who_name;
    if (figure.who) {
      who = figure.who->span;
      who_name = figure.who->name;
    }
    insert(kFigures, report_, position, ids[position], figure.span.begin, figure.span.end, quote(figure.span),
           record::name_of(figure.measure), figure.value, figure.value_high, record::name_of(figure.bound), figure.word,
           figure.unit, figure.side, name_or_null(figure.kind), record::name_of(figure.polarity), figure.when,
           name_or_null(figure.counts), figure.hedge, begin_of(who), end_of(who), who_name, figure.part_of,
           figure.same_as, figure.place, figure.event, source(figure.source), rules(figure.rules));
  }
}

void RecordWriter::write_tolls(const record::ReportRecord& record) {
  for (std::uint32_t position = 0; position < record.tolls.size(); ++position) {
    const record::Toll& toll = record.tolls[position];
    insert(kTolls, report_, position, record::name_of(toll.measure), toll.side, name_or_null(toll.kind), toll.value,
           toll.value_high, record::name_of(toll.bound), toll.word, toll.unit, toll.when, toll.event, toll.background,
           toll.source, rules(toll.rules));
    std::uint32_t number = 0;
    for (const std::uint32_t figure : toll.figures) insert(kTollFigures, report_, position, number++, figure);
  }
}

void RecordWriter::write_statements(const record::ReportRecord& record) {
  const std::vector<std::string> ids = record::statement_ids(record);
  for (std::uint32_t position = 0; position < record.statements.size(); ++position) {
    const record::Statement& statement = record.statements[position];
    insert(kStatements, report_, position, ids[position], statement.span.begin, statement.span.end,
           quote(statement.span), source(statement.source), statement.cue, begin_of(statement.cue_span),
           end_of(statement.cue_span), record::name_of(statement.stance), begin_of(statement.content),
           end_of(statement.content), statement.target, statement.when, statement.parent, statement.plover,
           rules(statement.rules));
    std::uint32_t number = 0;
    for (const std::uint32_t figure : statement.figures) insert(kStatementFigures, report_, position, number++, figure);
    number = 0;
    for (const std::uint32_t event : statement.events) insert(kStatementEvents, report_, position, number++, event);
  }
}

void RecordWriter::write_events(const record::ReportRecord& record) {
  const std::vector<std::string> ids = record::event_ids(record);
  for (std::uint32_t position = 0; position < record.events.size(); ++position) {
    const record::Event& event = record.events[position];
    const std::string instruments = words_json(event.instruments);
    insert(kEvents, report_, position, ids[position], event.span.begin, event.span.end, quote(event.span),
           record::name_of(event.type), event.actor, event.target, instruments, event.place, event.when,
           source(event.source), record::name_of(event.status), event.hedge, event.actor_text, event.target_text,
           event.plover, event.acled, rules(event.rules));
    std::uint32_t number = 0;
    for (const CodePointSpan mention : event.mentions) {
      insert(kEventMentions, report_, position, number++, mention.begin, mention.end);
    }
    number = 0;
    for (const record::EventLink& link : event.links) {
      insert(kEventLinks, report_, position, number++, record::name_of(link.relation), link.event);
    }
  }
}

}  // namespace counterclaim::store
