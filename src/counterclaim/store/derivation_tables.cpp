#include "counterclaim/store/derivation_tables.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/record/names.h"
#include "counterclaim/store/dictionary.h"
#include "counterclaim/store/record_tables.h"

namespace counterclaim::store {
namespace {

constexpr const char* kEmpty =
    "DELETE FROM derivations; DELETE FROM relation_reasons; DELETE FROM relations; DELETE FROM incident_members; "
    "DELETE FROM incident_reasons; DELETE FROM incident_neighbours; DELETE FROM incidents; DELETE FROM copies; "
    "DELETE FROM series_points";

enum Table : std::size_t {
  kRelations,
  kRelationReasons,
  kIncidents,
  kIncidentMembers,
  kIncidentReasons,
  kIncidentNeighbours,
  kCopies,
  kSeries,
};

// In the order of Table; values in the order of the columns.
constexpr std::array<std::string_view, 8> kInserts = {
    "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO relation_reasons VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO incidents VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO incident_members VALUES (?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO incident_reasons VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO incident_neighbours VALUES (?, ?, ?, ?)",
    "INSERT INTO copies VALUES (?, ?, ?)",
    "INSERT INTO series_points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
};

constexpr std::array<std::string_view, 8> kSelects = {
    "SELECT relation, weight, a_report, a_kind, a_position, a_begin, a_end, b_report, b_kind, b_position, b_begin, "
    "b_end FROM relations ORDER BY key",
    "SELECT relation, field, weight, text FROM relation_reasons ORDER BY relation, number",
    "SELECT id, event, earliest, latest, place, parties, independent_sources FROM incidents ORDER BY key",
    "SELECT incident, report, kind, position, begin, end FROM incident_members ORDER BY incident, number",
    "SELECT incident, field, weight, text FROM incident_reasons ORDER BY incident, number",
    "SELECT incident, neighbour, weight FROM incident_neighbours ORDER BY incident, number",
    "SELECT c.report, c.original, c.likeness FROM copies AS c JOIN reports AS r ON r.key = c.report ORDER BY r.id",
    "SELECT side, measure, kind, unit, claimant, own_count, as_of, value, value_high, bound, word, independent, "
    "report, "
    "'figure', figure, begin, end FROM series_points ORDER BY key",
};

// Rows of a derivation. Positions in its lists become keys: a position and one.
class Writer {
 public:
  Writer(std::vector<Query> inserts, std::vector<std::int64_t> reports)
      : inserts_(std::move(inserts)), reports_(std::move(reports)) {}

  Result<void> write(const record::Derivation& derivation) {
    std::int64_t key = 0;
    for (const record::Relation& relation : derivation.relations) write(++key, relation);
    key = 0;
    for (const record::Incident& incident : derivation.incidents) write(++key, incident);
    for (const record::ReportCopy& copy : derivation.copies) {
      insert(kCopies, reports_.at(copy.report), reports_.at(copy.original), copy.likeness);
    }
    key = 0;
    for (const record::SeriesPoint& point : derivation.series) write(++key, point);
    if (failure_) return tl::unexpected(*std::move(failure_));
    return {};
  }

 private:
  void write(std::int64_t key, const record::Relation& relation) {
    const record::ItemRef& a = relation.a;
    const record::ItemRef& b = relation.b;
    insert(kRelations, key, record::name_of(relation.type), relation.weight, reports_.at(a.report),
           record::name_of(a.kind), a.index, a.span.begin, a.span.end, reports_.at(b.report), record::name_of(b.kind),
           b.index, b.span.begin, b.span.end);
    write_reasons(kRelationReasons, key, relation.reasons);
  }

  void write(std::int64_t key, const record::Incident& incident) {
    const std::string parties = words_json(incident.parties);
    insert(kIncidents, key, incident.id, record::name_of(incident.event), incident.earliest, incident.latest,
           incident.place, parties, incident.independent_sources);
    std::uint32_t number = 0;
    for (const record::ItemRef& member : incident.members) {
      insert(kIncidentMembers, key, number++, reports_.at(member.report), record::name_of(member.kind), member.index,
             member.span.begin, member.span.end);
    }
    write_reasons(kIncidentReasons, key, incident.reasons);
    number = 0;
    for (const record::NearIncident& near : incident.near) {
      insert(kIncidentNeighbours, key, number++, std::int64_t{near.incident} + 1, near.weight);
    }
  }

  void write(std::int64_t key, const record::SeriesPoint& point) {
    insert(kSeries, key, point.side, record::name_of(point.measure), name_or_null(point.kind), point.unit,
           point.claimant, point.own_count, point.as_of, point.value, point.value_high, record::name_of(point.bound),
           point.word, point.independent, reports_.at(point.figure.report), point.figure.index, point.figure.span.begin,
           point.figure.span.end);
  }

  void write_reasons(Table table, std::int64_t key, const std::vector<record::Reason>& reasons) {
    std::uint32_t number = 0;
    for (const record::Reason& reason : reasons) {
      insert(table, key, number++, reason.field, reason.weight, reason.text);
    }
  }

  template <class... Values>
  void insert(Table table, const Values&... values) {
    if (failure_) return;
    inserts_[table].bind(values...);
    if (Result<void> done = inserts_[table].run(); !done) failure_ = std::move(done).error();
  }

  std::vector<Query> inserts_;
  std::vector<std::int64_t> reports_;  // keys, by position in Derivation::reports
  std::optional<Error> failure_;
};

// The keys of a derivation's reports.
Result<std::vector<std::int64_t>> keys_of(const Database& database, const std::vector<std::string>& ids) {
  auto find = database.prepare("SELECT key FROM reports WHERE id = ?");
  if (!find) return tl::unexpected(find.error());
  std::vector<std::int64_t> keys;
  for (const std::string& id : ids) {
    find->bind(id);
    const Result<bool> row = find->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(ErrorCode::kRecordInconsistent, fmt::format("the case has no report \"{}\"", id));
    keys.push_back(find->integer(0));
  }
  return keys;
}

class Reader {
 public:
  Reader(std::vector<Query> selects, std::unordered_map<std::int64_t, std::uint32_t> reports)
      : selects_(std::move(selects)), reports_(std::move(reports)) {}

  Result<void> read(record::Derivation& out) {
    read_relations(out.relations);
    read_incidents(out.incidents);
    rows(kCopies, [&](const Query& row) {
      out.copies.push_back({report(row, 0), report(row, 1), static_cast<std::uint32_t>(row.integer(2))});
    });
    read_series(out.series);
    if (failure_) return tl::unexpected(*std::move(failure_));
    return {};
  }

 private:
  void read_relations(std::vector<record::Relation>& out) {
    rows(kRelations, [&](const Query& row) {
      out.push_back({item(row, 2), item(row, 7), named<record::RelationType>(row, 0), weight(row, 1), {}});
    });
    read_reasons(kRelationReasons, out);
  }

  void read_incidents(std::vector<record::Incident>& out) {
    rows(kIncidents, [&](const Query& row) {
      record::Incident& incident = out.emplace_back();
      incident.id = std::string(row.text(0));
      incident.event = named<record::EventType>(row, 1);
      incident.earliest = row.text_or_null(2);
      incident.latest = row.text_or_null(3);
      incident.place = row.text_or_null(4);
      incident.parties = words_from_json(row.text(5));
      incident.independent_sources = static_cast<std::uint32_t>(row.integer(6));
    });
    rows(kIncidentMembers, [&](const Query& row) {
      if (auto* incident = owner(out, row)) incident->members.push_back(item(row, 1));
    });
    read_reasons(kIncidentReasons, out);
    rows(kIncidentNeighbours, [&](const Query& row) {
      if (auto* incident = owner(out, row)) {
        incident->near.push_back({static_cast<std::uint32_t>(row.integer(1) - 1), weight(row, 2)});
      }
    });
  }

  void read_series(std::vector<record::SeriesPoint>& out) {
    rows(kSeries, [&](const Query& row) {
      record::SeriesPoint& point = out.emplace_back();
      point.side = row.text_or_null(0);
      point.measure = named<record::Measure>(row, 1);
      if (!row.is_null(2)) point.kind = named<record::PersonKind>(row, 2);
      point.unit = std::string(row.text(3));
      point.claimant = std::string(row.text(4));
      point.own_count = row.integer(5) != 0;
      point.as_of = row.text_or_null(6);
      if (!row.is_null(7)) point.value = row.real(7);
      if (!row.is_null(8)) point.value_high = row.real(8);
      point.bound = named<record::Bound>(row, 9);
      point.word = row.text_or_null(10);
      point.independent = static_cast<std::uint32_t>(row.integer(11));
      point.figure = item(row, 12);
    });
  }

  template <class Owner>
  void read_reasons(Table table, std::vector<Owner>& owners) {
    rows(table, [&](const Query& row) {
      if (auto* found = owner(owners, row)) {
        found->reasons.push_back({std::string(row.text(1)), weight(row, 2), std::string(row.text(3))});
      }
    });
  }

  template <class Take>
  void rows(Table table, Take take) {
    Query& query = selects_[table];
    query.bind();
    while (!failure_) {
      Result<bool> row = query.step();
      if (!row) failure_ = row.error();
      if (!row || !*row) break;
      take(query);
    }
    query.rewind();
  }

  template <class Owner>
  Owner* owner(std::vector<Owner>& owners, const Query& row) {
    const std::int64_t key = row.integer(0);
    if (key >= 1 && key <= static_cast<std::int64_t>(owners.size())) return &owners[static_cast<std::size_t>(key - 1)];
    unknown(fmt::format("row {}", key));
    return nullptr;
  }

  std::uint32_t report(const Query& row, int column) {
    const auto found = reports_.find(row.integer(column));
    if (found != reports_.end()) return found->second;
    unknown(fmt::format("report {}", row.integer(column)));
    return 0;
  }

  // Columns: report, kind, position, begin, end.
  record::ItemRef item(const Query& row, int column) {
    const auto number = [&](int n) { return static_cast<std::uint32_t>(row.integer(column + n)); };
    return {report(row, column), named<record::ItemKind>(row, column + 1), number(2), {number(3), number(4)}};
  }

  template <class Enum>
  Enum named(const Query& row, int column) {
    const std::optional<Enum> value = record::value_named<Enum>(row.text(column));
    if (!value) unknown(row.text(column));
    return value.value_or(Enum());
  }

  static std::int32_t weight(const Query& row, int column) { return static_cast<std::int32_t>(row.integer(column)); }

  void unknown(std::string_view what) {
    if (failure_) return;
    failure_ = Error{ErrorCode::kCaseDamaged, fmt::format("what was derived holds an unknown value '{}'", what)};
  }

  std::vector<Query> selects_;
  std::unordered_map<std::int64_t, std::uint32_t> reports_;  // key -> position in Derivation::reports
  std::optional<Error> failure_;
};

// Whether something was derived, and from all reports.
Result<bool> is_fresh(const Database& database) {
  const auto fresh = database.integer(
      "SELECT count(*) FROM derivations WHERE reports = (SELECT count(*) FROM reports) "
      "AND last_report = (SELECT coalesce(max(key), 0) FROM reports)");
  if (!fresh) return tl::unexpected(fresh.error());
  return *fresh == 1;
}

}  // namespace

Result<void> write_derivation(const Database& database, const record::Derivation& derivation,
                              const ReportStamp& stamp) {
  auto keys = keys_of(database, derivation.reports);
  if (!keys) return tl::unexpected(keys.error());
  if (auto emptied = database.execute(kEmpty); !emptied) return emptied;
  auto mark = database.prepare("INSERT INTO derivations VALUES (1, ?, ?, ?, ?)");
  if (!mark) return tl::unexpected(mark.error());
  mark->bind(keys->size(), keys->empty() ? 0 : *std::max_element(keys->begin(), keys->end()), stamp.engine,
             stamp.resources);
  if (auto marked = mark->run(); !marked) return marked;
  auto inserts = database.prepare_all(kInserts);
  if (!inserts) return tl::unexpected(inserts.error());
  return Writer(std::move(*inserts), std::move(*keys)).write(derivation);
}

Result<std::optional<record::Derivation>> read_derivation(const Database& database) {
  const auto fresh = is_fresh(database);
  if (!fresh) return tl::unexpected(fresh.error());
  if (!*fresh) return std::nullopt;
  record::Derivation derivation;
  std::unordered_map<std::int64_t, std::uint32_t> reports;
  auto ids = database.prepare("SELECT key, id FROM reports ORDER BY id");
  if (!ids) return tl::unexpected(ids.error());
  while (true) {
    const Result<bool> row = ids->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    reports.emplace(ids->integer(0), static_cast<std::uint32_t>(derivation.reports.size()));
    derivation.reports.emplace_back(ids->text(1));
  }
  auto selects = database.prepare_all(kSelects);
  if (!selects) return tl::unexpected(selects.error());
  if (auto read = Reader(std::move(*selects), std::move(reports)).read(derivation); !read) {
    return tl::unexpected(read.error());
  }
  return derivation;
}

}  // namespace counterclaim::store
