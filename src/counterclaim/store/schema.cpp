#include "counterclaim/store/schema.h"

#include <array>

#include <fmt/format.h>

namespace counterclaim::store {
namespace {

// Reports and what was read out of them. Items are numbered by their position in the report's list; where an item names
// another one, it does so by that number, and the reference is checked when the report's transaction ends, as lists
// refer to each other both ways.
constexpr const char* kRecords = R"sql(
CREATE TABLE reports (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  publisher TEXT,
  published TEXT,
  url TEXT,
  language TEXT,
  text_unchanged INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  engine TEXT NOT NULL,
  resources TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX reports_sha256 ON reports (sha256);

CREATE VIRTUAL TABLE reports_fts USING fts5 (
  title, text, content = 'reports', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER reports_fts_insert AFTER INSERT ON reports BEGIN
  INSERT INTO reports_fts (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER reports_fts_delete AFTER DELETE ON reports BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;
CREATE TRIGGER reports_fts_update AFTER UPDATE OF title, text ON reports BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
  INSERT INTO reports_fts (rowid, title, text) VALUES (new.key, new.title, new.text);
END;

CREATE TABLE rule_sets (
  key INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL UNIQUE,
  rules TEXT NOT NULL
) STRICT;

CREATE TABLE toponyms (
  key INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL UNIQUE,
  id TEXT,
  name TEXT,
  kind TEXT,
  latitude REAL,
  longitude REAL,
  country TEXT,
  within TEXT NOT NULL,
  names TEXT NOT NULL,
  claimed_by TEXT NOT NULL
) STRICT;

CREATE TABLE blocks (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT,
  mod TEXT,
  quant TEXT,
  freq TEXT,
  earliest TEXT,
  latest TEXT,
  rules INTEGER NOT NULL REFERENCES rule_sets (key),
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  toponym INTEGER REFERENCES toponyms (key),
  margin REAL,
  rules INTEGER NOT NULL REFERENCES rule_sets (key),
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  name TEXT,
  kind TEXT,
  side TEXT,
  office TEXT,
  refers_to INTEGER,
  rules INTEGER NOT NULL REFERENCES rule_sets (key),
  PRIMARY KEY (report, position),
  FOREIGN KEY (report, refers_to) REFERENCES parties (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  name TEXT,
  side TEXT,
  role TEXT,
  kind TEXT,
  via TEXT,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  event TEXT NOT NULL,
  actor TEXT,
  target TEXT,
  instruments TEXT NOT NULL,
  place INTEGER,
  date TEXT,
  source INTEGER,
  status TEXT NOT NULL,
  hedge TEXT,
  actor_text TEXT,
  target_text TEXT,
  plover TEXT,
  acled TEXT,
  rules INTEGER NOT NULL REFERENCES rule_sets (key),
  PRIMARY KEY (report, position),
  FOREIGN KEY (report, place) REFERENCES places (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, source) REFERENCES sources (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX events_id ON events (id);

CREATE TABLE event_mentions (
  report INTEGER NOT NULL,
  event INTEGER NOT NULL,
  number INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (report, event, number),
  FOREIGN KEY (report, event) REFERENCES events (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE event_links (
  report INTEGER NOT NULL,
  event INTEGER NOT NULL,
  number INTEGER NOT NULL,
  relation TEXT NOT NULL,
  linked_event INTEGER NOT NULL,
  PRIMARY KEY (report, event, number),
  FOREIGN KEY (report, event) REFERENCES events (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, linked_event) REFERENCES events (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE figures (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  measure TEXT NOT NULL,
  value REAL,
  value_high REAL,
  bound TEXT NOT NULL,
  word TEXT,
  unit TEXT NOT NULL,
  side TEXT,
  kind TEXT,
  polarity TEXT NOT NULL,
  date TEXT,
  counts TEXT,
  hedge TEXT,
  who_begin INTEGER,
  who_end INTEGER,
  who_name TEXT,
  part_of INTEGER,
  same_as INTEGER,
  place INTEGER,
  event INTEGER,
  source INTEGER,
  rules INTEGER NOT NULL REFERENCES rule_sets (key),
  PRIMARY KEY (report, position),
  FOREIGN KEY (report, part_of) REFERENCES figures (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, same_as) REFERENCES figures (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, place) REFERENCES places (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, event) REFERENCES events (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, source) REFERENCES sources (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX figures_id ON figures (id);

CREATE TABLE tolls (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  measure TEXT NOT NULL,
  side TEXT,
  kind TEXT,
  value REAL,
  value_high REAL,
  bound TEXT NOT NULL,
  word TEXT,
  unit TEXT NOT NULL,
  date TEXT,
  event INTEGER,
  background INTEGER NOT NULL,
  source_figure INTEGER,
  rules INTEGER NOT NULL REFERENCES rule_sets (key),
  PRIMARY KEY (report, position),
  FOREIGN KEY (report, event) REFERENCES events (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, source_figure) REFERENCES figures (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE toll_figures (
  report INTEGER NOT NULL,
  toll INTEGER NOT NULL,
  number INTEGER NOT NULL,
  figure INTEGER NOT NULL,
  PRIMARY KEY (report, toll, number),
  FOREIGN KEY (report, toll) REFERENCES tolls (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, figure) REFERENCES figures (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  source INTEGER NOT NULL,
  cue TEXT,
  cue_begin INTEGER,
  cue_end INTEGER,
  stance TEXT NOT NULL,
  content_begin INTEGER,
  content_end INTEGER,
  target TEXT,
  date TEXT,
  parent INTEGER,
  plover TEXT,
  rules INTEGER NOT NULL REFERENCES rule_sets (key),
  PRIMARY KEY (report, position),
  FOREIGN KEY (report, source) REFERENCES sources (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, parent) REFERENCES statements (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_id ON statements (id);

CREATE TABLE statement_figures (
  report INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  number INTEGER NOT NULL,
  figure INTEGER NOT NULL,
  PRIMARY KEY (report, statement, number),
  FOREIGN KEY (report, statement) REFERENCES statements (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, figure) REFERENCES figures (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_events (
  report INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  number INTEGER NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY (report, statement, number),
  FOREIGN KEY (report, statement) REFERENCES statements (report, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (report, event) REFERENCES events (report, position) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnostics (
  report INTEGER NOT NULL REFERENCES reports (key),
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  code TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW report_overview AS
SELECT r.id, r.published, r.publisher, r.title, r.url,
  (SELECT count(*) FROM figures AS f WHERE f.report = r.key) AS figures,
  (SELECT count(*) FROM statements AS s WHERE s.report = r.key) AS statements,
  (SELECT count(*) FROM events AS e WHERE e.report = r.key) AS events,
  (SELECT o.id FROM reports AS o WHERE o.sha256 = r.sha256
    ORDER BY o.published IS NULL, o.published, o.id LIMIT 1) AS first_with_this_text
FROM reports AS r;

CREATE VIEW figure_with_source AS
SELECT f.id, r.id AS report, r.published, f.measure, f.value, f.value_high, f.bound, f.word, f.unit, f.side, f.kind,
  f.polarity, f.date, f.counts, coalesce(s.name, s.text) AS source, s.side AS source_side, s.role AS source_role,
  s.kind AS source_kind, s.via, coalesce(t.name, p.text) AS place, f.begin, f.end, f.quote,
  (SELECT substr(r.text, n.begin + 1, n.end - n.begin) FROM sentences AS n
    WHERE n.report = f.report AND n.begin <= f.begin ORDER BY n.position DESC LIMIT 1) AS sentence
FROM figures AS f
JOIN reports AS r ON r.key = f.report
LEFT JOIN sources AS s ON s.report = f.report AND s.position = f.source
LEFT JOIN places AS p ON p.report = f.report AND p.position = f.place
LEFT JOIN toponyms AS t ON t.key = p.toponym;

CREATE VIEW statement_with_source AS
SELECT a.id, r.id AS report, r.published, coalesce(s.name, s.text) AS source, s.side AS source_side,
  s.role AS source_role, s.kind AS source_kind, s.via, a.stance, a.cue, a.target, a.date, a.begin, a.end, a.quote,
  substr(r.text, a.content_begin + 1, a.content_end - a.content_begin) AS content
FROM statements AS a
JOIN reports AS r ON r.key = a.report
JOIN sources AS s ON s.report = a.report AND s.position = a.source;

CREATE VIEW event_with_place AS
SELECT e.id, r.id AS report, r.published, e.event, e.actor, e.target, e.date, e.status,
  coalesce(t.name, p.text) AS place, t.country, t.latitude, t.longitude, coalesce(s.name, s.text) AS source,
  s.side AS source_side, e.begin, e.end, e.quote
FROM events AS e
JOIN reports AS r ON r.key = e.report
LEFT JOIN sources AS s ON s.report = e.report AND s.position = e.source
LEFT JOIN places AS p ON p.report = e.report AND p.position = e.place
LEFT JOIN toponyms AS t ON t.key = p.toponym;

CREATE VIEW toll_with_source AS
SELECT r.id AS report, r.published, t.measure, t.side, t.kind, t.value, t.value_high, t.bound, t.word, t.unit, t.date,
  t.background, coalesce(s.name, s.text) AS source, s.side AS source_side, s.via
FROM tolls AS t
JOIN reports AS r ON r.key = t.report
LEFT JOIN figures AS f ON f.report = t.report AND f.position = t.source_figure
LEFT JOIN sources AS s ON s.report = f.report AND s.position = f.source;
)sql";

// What reports come to together. All of it can be made anew from the records.
constexpr const char* kDerivation = R"sql(
CREATE TABLE derivations (
  key INTEGER PRIMARY KEY CHECK (key = 1),
  reports INTEGER NOT NULL,
  last_report INTEGER NOT NULL,
  engine TEXT NOT NULL,
  resources TEXT NOT NULL
) STRICT;

CREATE TABLE relations (
  key INTEGER PRIMARY KEY,
  relation TEXT NOT NULL,
  weight INTEGER NOT NULL,
  a_report INTEGER NOT NULL REFERENCES reports (key),
  a_kind TEXT NOT NULL,
  a_position INTEGER NOT NULL,
  a_begin INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  b_report INTEGER NOT NULL REFERENCES reports (key),
  b_kind TEXT NOT NULL,
  b_position INTEGER NOT NULL,
  b_begin INTEGER NOT NULL,
  b_end INTEGER NOT NULL
) STRICT;
CREATE INDEX relations_a ON relations (a_report, a_kind, a_position);
CREATE INDEX relations_b ON relations (b_report, b_kind, b_position);

CREATE TABLE relation_reasons (
  relation INTEGER NOT NULL REFERENCES relations (key),
  number INTEGER NOT NULL,
  field TEXT NOT NULL,
  weight INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (relation, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE incidents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  place TEXT,
  parties TEXT NOT NULL,
  independent_sources INTEGER NOT NULL
) STRICT;

CREATE TABLE incident_members (
  incident INTEGER NOT NULL REFERENCES incidents (key),
  number INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (key),
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (incident, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_members_item ON incident_members (report, kind, position);

CREATE TABLE incident_reasons (
  incident INTEGER NOT NULL REFERENCES incidents (key),
  number INTEGER NOT NULL,
  field TEXT NOT NULL,
  weight INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (incident, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident_neighbours (
  incident INTEGER NOT NULL REFERENCES incidents (key),
  number INTEGER NOT NULL,
  neighbour INTEGER NOT NULL REFERENCES incidents (key) DEFERRABLE INITIALLY DEFERRED,
  weight INTEGER NOT NULL,
  PRIMARY KEY (incident, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
  report INTEGER PRIMARY KEY REFERENCES reports (key),
  original INTEGER NOT NULL REFERENCES reports (key),
  likeness INTEGER NOT NULL
) STRICT;

CREATE TABLE series_points (
  key INTEGER PRIMARY KEY,
  side TEXT,
  measure TEXT NOT NULL,
  kind TEXT,
  unit TEXT NOT NULL,
  claimant TEXT NOT NULL,
  own_count INTEGER NOT NULL,
  as_of TEXT,
  value REAL,
  value_high REAL,
  bound TEXT NOT NULL,
  word TEXT,
  independent INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (key),
  figure INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  end INTEGER NOT NULL
) STRICT;

CREATE VIEW relation_with_quotes AS
WITH items (report, kind, position, id, quote) AS (
  SELECT report, 'figure', position, id, quote FROM figures UNION ALL
  SELECT report, 'statement', position, id, quote FROM statements UNION ALL
  SELECT report, 'event', position, id, quote FROM events
)
SELECT l.relation, l.weight / 1000.0 AS bits, ar.id AS a_report, a.id AS a, a.quote AS a_quote, br.id AS b_report,
  b.id AS b, b.quote AS b_quote,
  (SELECT group_concat(n.text, '; ') FROM relation_reasons AS n WHERE n.relation = l.key) AS reasons
FROM relations AS l
JOIN reports AS ar ON ar.key = l.a_report
JOIN reports AS br ON br.key = l.b_report
LEFT JOIN items AS a ON a.report = l.a_report AND a.kind = l.a_kind AND a.position = l.a_position
LEFT JOIN items AS b ON b.report = l.b_report AND b.kind = l.b_kind AND b.position = l.b_position;

CREATE VIEW incident_overview AS
SELECT i.id, i.event, i.earliest, i.latest, i.place, i.parties, i.independent_sources,
  (SELECT count(*) FROM incident_members AS m WHERE m.incident = i.key) AS members,
  (SELECT count(DISTINCT m.report) FROM incident_members AS m WHERE m.incident = i.key) AS reports
FROM incidents AS i;

CREATE VIEW toll_series AS
SELECT p.side, p.measure, p.kind, p.unit, p.claimant, p.own_count, p.as_of, p.value, p.value_high, p.bound, p.word,
  p.independent, r.id AS report, f.id AS figure, f.quote
FROM series_points AS p
JOIN reports AS r ON r.key = p.report
LEFT JOIN figures AS f ON f.report = p.report AND f.position = p.figure
ORDER BY p.key;
)sql";

constexpr std::array<const char*, 2> kMigrations = {kRecords, kDerivation};

struct Marks {
  std::int64_t application, version, tables;
  [[nodiscard]] bool is_empty() const { return application == 0 && version == 0 && tables == 0; }
};

Result<Marks> marks_of(const Database& database, std::int64_t known_version) {
  const auto application = database.integer("PRAGMA application_id");
  if (!application) return tl::unexpected(application.error());
  const auto version = database.integer("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tl::unexpected(tables.error());
  const Marks marks{*application, *version, *tables};
  if (marks.is_empty()) return marks;
  if (marks.application != kApplicationId) {
    return fail(ErrorCode::kCaseUnknown,
                fmt::format("'{}' is a database of another program, no case file", database.path()));
  }
  if (marks.version > known_version) {
    return fail(ErrorCode::kCaseNewer, fmt::format("'{}' is of version {}, and this program knows versions up to {}",
                                                   database.path(), marks.version, known_version));
  }
  return marks;
}

// The steps that are left, in one transaction each. Another program may do the same: the version is read again inside.
Result<void> step_forward(const Database& database, std::span<const char* const> steps) {
  while (true) {
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return begun;
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return tl::unexpected(version.error());
    const auto done = static_cast<std::size_t>(*version);
    if (done >= steps.size()) return database.execute("COMMIT");
    const std::string marks =
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, done + 1);
    for (const char* sql : {steps[done], marks.c_str(), "COMMIT"}) {
      if (auto made = database.execute(sql); !made) {
        database.roll_back();
        return made;
      }
    }
  }
}

}  // namespace

std::span<const char* const> migrations() { return kMigrations; }

Result<void> migrate(const Database& database, std::span<const char* const> steps) {
  const auto marks = marks_of(database, static_cast<std::int64_t>(steps.size()));
  if (!marks) return tl::unexpected(marks.error());
  if (marks->version == static_cast<std::int64_t>(steps.size())) return {};
  return step_forward(database, steps);
}

Result<bool> is_empty(const Database& database) {
  const auto marks = marks_of(database, static_cast<std::int64_t>(migrations().size()));
  if (!marks) return tl::unexpected(marks.error());
  return marks->is_empty();
}

Result<bool> is_current(const Database& database) {
  const auto known = static_cast<std::int64_t>(migrations().size());
  const auto marks = marks_of(database, known);
  if (!marks) return tl::unexpected(marks.error());
  if (marks->is_empty()) return fail(ErrorCode::kCaseUnknown, fmt::format("'{}' is an empty file", database.path()));
  return marks->version == known;
}

}  // namespace counterclaim::store
