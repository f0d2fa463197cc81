#include "counterclaim/store/record_reader.h"

#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/record/names.h"

namespace counterclaim::store {

namespace {

// In the order of RecordTable. All but the first begin with the item that a row belongs to: its position, or that of
// the item whose list it is in.
constexpr std::array<std::string_view, kRecordTables> kSelects = {
    "SELECT id, title, publisher, published, url, language, text_unchanged, sha256, text FROM reports WHERE key = ?",
    "SELECT position, begin, end, kind FROM blocks WHERE report = ? ORDER BY position",
    "SELECT position, begin, end FROM sentences WHERE report = ? ORDER BY position",
    "SELECT position, begin, end, text, type, value, mod, quant, freq, earliest, latest, rules FROM times "
    "WHERE report = ? ORDER BY position",
    "SELECT position, begin, end, text, toponym, margin, rules FROM places WHERE report = ? ORDER BY position",
    "SELECT position, begin, end, text, name, kind, side, office, refers_to, rules FROM parties WHERE report = ? "
    "ORDER BY position",
    "SELECT position, begin, end, text, name, side, role, kind, via FROM sources WHERE report = ? ORDER BY position",
    "SELECT position, begin, end, measure, value, value_high, bound, word, unit, side, kind, polarity, date, counts, "
    "hedge, who_begin, who_end, who_name, part_of, same_as, place, event, source, rules FROM figures WHERE report = ? "
    "ORDER BY position",
    "SELECT position, measure, side, kind, value, value_high, bound, word, unit, date, event, background, "
    "source_figure, rules FROM tolls WHERE report = ? ORDER BY position",
    "SELECT toll, figure FROM toll_figures WHERE report = ? ORDER BY toll, number",
    "SELECT position, begin, end, source, cue, cue_begin, cue_end, stance, content_begin, content_end, target, date, "
    "parent, plover, rules FROM statements WHERE report = ? ORDER BY position",
    "SELECT statement, figure FROM statement_figures WHERE report = ? ORDER BY statement, number",
    "SELECT statement, event FROM statement_events WHERE report = ? ORDER BY statement, number",
    "SELECT position, begin, end, event, actor, target, instruments, place, date, source, status, hedge, actor_text, "
    "target_text, plover, acled, rules FROM events WHERE report = ? ORDER BY position",
    "SELECT event, begin, end FROM event_mentions WHERE report = ? ORDER BY event, number",
    "SELECT event, relation, linked_event FROM event_links WHERE report = ? ORDER BY event, number",
    "SELECT position, begin, end, code, text FROM diagnostics WHERE report = ? ORDER BY position",
};

std::string text_of(const Query& row, int column) { return std::string(row.text(column)); }

std::uint32_t position_of(const Query& row, int column) { return static_cast<std::uint32_t>(row.integer(column)); }

std::optional<std::uint32_t> position_or_null(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return position_of(row, column);
}

std::optional<double> real_or_null(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.real(column);
}

CodePointSpan span_of(const Query& row, int column) { return {position_of(row, column), position_of(row, column + 1)}; }

std::optional<CodePointSpan> span_or_null(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return span_of(row, column);
}

}  // namespace

RecordReader::RecordReader(std::vector<Query> selects, DictionaryReader dictionary)
    : selects_(std::move(selects)), dictionary_(std::move(dictionary)) {}

Result<RecordReader> RecordReader::prepare(const Database& database) {
  auto selects = database.prepare_all(kSelects);
  if (!selects) return tl::unexpected(selects.error());
  auto dictionary = DictionaryReader::prepare(database);
  if (!dictionary) return tl::unexpected(dictionary.error());
  return RecordReader(std::move(*selects), std::move(*dictionary));
}

Result<record::ReportRecord> RecordReader::read(std::int64_t report) {
  failure_.reset();
  record::ReportRecord out;
  read_report(report, out);
  read_layout(report, out);
  read_mentions(report, out);
  read_figures(report, out);
  read_tolls(report, out);
  read_statements(report, out);
  read_events(report, out);
  if (failure_) return tl::unexpected(*std::move(failure_));
  return out;
}

template <class Take>
void RecordReader::rows(RecordTable table, std::int64_t report, Take take) {
  Query& query = selects_[table];
  query.bind(report);
  while (!failure_) {
    Result<bool> row = query.step();
    if (!row) failure_ = row.error();
    if (!row || !*row) break;
    take(query);
  }
  query.rewind();
}

void RecordReader::unknown_value(std::string_view value) {
  if (!failure_) failure_ = Error{ErrorCode::kCaseDamaged, fmt::format("the case holds an unknown value '{}'", value)};
}

template <class Item>
Item* RecordReader::item_of(std::vector<Item>& items, const Query& row) {
  const std::uint32_t position = position_of(row, 0);
  if (position < items.size()) return &items[position];
  unknown_value(fmt::format("item {}", position));
  return nullptr;
}

template <class Enum>
Enum RecordReader::named(const Query& row, int column) {
  const std::optional<Enum> value = record::value_named<Enum>(row.text(column));
  if (!value) unknown_value(row.text(column));
  return value.value_or(Enum());
}

template <class Enum>
std::optional<Enum> RecordReader::named_or_null(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return named<Enum>(row, column);
}

std::vector<record::RuleTrace> RecordReader::rules(const Query& row, int column) {
  if (failure_) return {};
  auto rules = dictionary_.rule_set(row.integer(column));
  if (rules) return **rules;
  failure_ = std::move(rules).error();
  return {};
}

record::Source RecordReader::source(std::uint32_t position) {
  if (position < sources_.size()) return sources_[position];
  unknown_value(fmt::format("source {}", position));
  return {};
}

void RecordReader::read_report(std::int64_t report, record::ReportRecord& out) {
  bool found = false;
  rows(kReports, report, [&](const Query& row) {
    found = true;
    record::Document& document = out.document;
    document.id = text_of(row, 0);
    document.title = row.text_or_null(1);
    document.publisher = row.text_or_null(2);
    document.published = row.text_or_null(3);
    document.url = row.text_or_null(4);
    out.document.language = row.text_or_null(5);
    document.text_unchanged = row.integer(6) != 0;
    document.sha256 = text_of(row, 7);
    document.text = text_of(row, 8);
  });
  if (!found && !failure_) {
    failure_ = Error{ErrorCode::kCaseDamaged, fmt::format("the case has no row {} in its table reports", report)};
  }
}

void RecordReader::read_layout(std::int64_t report, record::ReportRecord& out) {
  rows(kBlocks, report, [&](const Query& row) {
    record::Block& block = out.document.blocks.emplace_back();
    block.span = span_of(row, 1);
    block.kind = named<record::BlockKind>(row, 3);
  });
  rows(kSentences, report, [&](const Query& row) { out.sentences.push_back(span_of(row, 1)); });
  rows(kDiagnostics, report, [&](const Query& row) {
    const auto code = record::diagnostic_named(row.text(3));
    if (!code) return unknown_value(row.text(3));
    out.document.diagnostics.push_back({span_of(row, 1), *code, text_of(row, 4)});
  });
  sources_.clear();
  rows(kSources, report, [&](const Query& row) {
    sources_.push_back({span_of(row, 1), text_of(row, 3), row.text_or_null(4), row.text_or_null(5), row.text_or_null(6),
                        named_or_null<record::SourceKind>(row, 7), row.text_or_null(8)});
  });
}

void RecordReader::read_mentions(std::int64_t report, record::ReportRecord& out) {
  rows(kTimes, report, [&](const Query& row) {
    out.times.push_back({span_of(row, 1), text_of(row, 3), named<record::TimeType>(row, 4), row.text_or_null(5),
                         row.text_or_null(6), row.text_or_null(7), row.text_or_null(8), row.text_or_null(9),
                         row.text_or_null(10), rules(row, 11)});
  });
  rows(kPlaces, report, [&](const Query& row) {
    record::PlaceMention place;
    if (!row.is_null(4)) {
      auto toponym = dictionary_.toponym(row.integer(4));
      if (toponym)
        place = **toponym;
      else
        failure_ = std::move(toponym).error();
    }
    place.span = span_of(row, 1);
    place.text = text_of(row, 3);
    place.margin = real_or_null(row, 5);
    place.rules = rules(row, 6);
    out.places.push_back(std::move(place));
  });
  rows(kParties, report, [&](const Query& row) {
    out.parties.push_back({span_of(row, 1), text_of(row, 3), row.text_or_null(4),
                           named_or_null<record::PartyKind>(row, 5), row.text_or_null(6), row.text_or_null(7),
                           position_or_null(row, 8), rules(row, 9)});
  });
}

void RecordReader::read_figures(std::int64_t report, record::ReportRecord& out) {
  rows(kFigures, report, [&](const Query& row) {
    record::Figure& figure = out.figures.emplace_back();
    figure.span = span_of(row, 1);
    figure.measure = named<record::Measure>(row, 3);
    figure.value = real_or_null(row, 4);
    figure.value_high = real_or_null(row, 5);
    figure.bound = named<record::Bound>(row, 6);
    figure.word = row.text_or_null(7);
    figure.unit = text_of(row, 8);
    figure.side = row.text_or_null(9);
    figure.kind = named_or_null<record::PersonKind>(row, 10);
    figure.polarity = named<record::Polarity>(row, 11);
    figure.when = row.text_or_null(12);
    figure.counts = named_or_null<record::Counting>(row, 13);
    figure.hedge = row.text_or_null(14);
    if (!row.is_null(15)) figure.who = record::Who{span_of(row, 15), text_of(row, 17)};
    figure.part_of = position_or_null(row, 18);
    figure.same_as = position_or_null(row, 19);
    figure.place = position_or_null(row, 20);
    figure.event = position_or_null(row, 21);
    if (!row.is_null(22)) figure.source = source(position_of(row, 22));
    figure.rules = rules(row, 23);
  });
}

void RecordReader::read_tolls(std::int64_t report, record::ReportRecord& out) {
  rows(kTolls, report, [&](const Query& row) {
    record::Toll& toll = out.tolls.emplace_back();
    toll.measure = named<record::Measure>(row, 1);
    toll.side = row.text_or_null(2);
    toll.kind = named_or_null<record::PersonKind>(row, 3);
    toll.value = real_or_null(row, 4);
    toll.value_high = real_or_null(row, 5);
    toll.bound = named<record::Bound>(row, 6);
    toll.word = row.text_or_null(7);
    toll.unit = text_of(row, 8);
    toll.when = row.text_or_null(9);
    toll.event = position_or_null(row, 10);
    toll.background = row.integer(11) != 0;
    toll.source = position_or_null(row, 12);
    toll.rules = rules(row, 13);
  });
  rows(kTollFigures, report, [&](const Query& row) {
    if (auto* item = item_of(out.tolls, row)) item->figures.push_back(position_of(row, 1));
  });
}

void RecordReader::read_statements(std::int64_t report, record::ReportRecord& out) {
  rows(kStatements, report, [&](const Query& row) {
    record::Statement& statement = out.statements.emplace_back();
    statement.span = span_of(row, 1);
    statement.source = source(position_of(row, 3));
    statement.cue = row.text_or_null(4);
    statement.cue_span = span_or_null(row, 5);
    statement.stance = named<record::Stance>(row, 7);
    statement.content = span_or_null(row, 8);
    statement.target = row.text_or_null(10);
    statement.when = row.text_or_null(11);
    statement.parent = position_or_null(row, 12);
    statement.plover = row.text_or_null(13);
    statement.rules = rules(row, 14);
  });
  rows(kStatementFigures, report, [&](const Query& row) {
    if (auto* item = item_of(out.statements, row)) item->figures.push_back(position_of(row, 1));
  });
  rows(kStatementEvents, report, [&](const Query& row) {
    if (auto* item = item_of(out.statements, row)) item->events.push_back(position_of(row, 1));
  });
}

void RecordReader::read_events(std::int64_t report, record::ReportRecord& out) {
  rows(kEvents, report, [&](const Query& row) {
    record::Event& event = out.events.emplace_back();
    event.span = span_of(row, 1);
    event.type = named<record::EventType>(row, 3);
    event.actor = row.text_or_null(4);
    event.target = row.text_or_null(5);
    event.instruments = words_from_json(row.text(6));
    event.place = position_or_null(row, 7);
    event.when = row.text_or_null(8);
    if (!row.is_null(9)) event.source = source(position_of(row, 9));
    event.status = named<record::EventStatus>(row, 10);
    event.hedge = row.text_or_null(11);
    event.actor_text = row.text_or_null(12);
    event.target_text = row.text_or_null(13);
    event.plover = row.text_or_null(14);
    event.acled = row.text_or_null(15);
    event.rules = rules(row, 16);
  });
  rows(kEventMentions, report, [&](const Query& row) {
    if (auto* item = item_of(out.events, row)) item->mentions.push_back(span_of(row, 1));
  });
  rows(kEventLinks, report, [&](const Query& row) {
    if (auto* item = item_of(out.events, row)) {
      item->links.push_back({position_of(row, 2), named<record::LinkRelation>(row, 1)});
    }
  });
}

}  // namespace counterclaim::store
