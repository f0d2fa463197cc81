#include "publish/sample_record.h"

namespace counterclaim::publish {
namespace {

using namespace record;

Source minister() {
  return {{14, 26}, "the minister", "N. Example", "Armenia", "Minister", SourceKind::kOfficial, "Example Wire"};
}

Figure figure() {
  Figure figure;
  figure.span = {4, 12};
  figure.measure = Measure::kKilledOrMissing;
  figure.value = 105;
  figure.value_high = 215;
  figure.bound = Bound::kRange;
  figure.word = "dozens";
  figure.side = "Armenia";
  figure.kind = PersonKind::kMilitary;
  figure.polarity = Polarity::kDenied;
  figure.when = "2022-09-13";
  figure.counts = Counting::kCumulative;
  figure.hedge = "reportedly";
  figure.who = Who{{4, 8}, "Example"};
  figure.part_of = 1;
  figure.same_as = 2;
  figure.place = 0;
  figure.event = 3;
  figure.source = minister();
  figure.rules = {{"side", "demonym"}, {"source", "cue"}, {"side", "possessive"}};
  return figure;
}

Toll toll() {
  Toll toll;
  toll.measure = Measure::kKilled;
  toll.side = "Armenia";
  toll.kind = PersonKind::kUnspecified;
  toll.value = 1'000'000;
  toll.value_high = 1.5;
  toll.bound = Bound::kAtLeast;
  toll.word = "scores";
  toll.when = "2022";
  toll.event = 0;
  toll.background = true;
  toll.source = 0;
  toll.figures = {0, 1};
  return toll;
}

Statement statement() {
  Statement statement;
  statement.span = {4, 26};
  statement.source = minister();
  statement.cue = "said";
  statement.cue_span = CodePointSpan{13, 14};
  statement.stance = Stance::kAccuses;
  statement.content = CodePointSpan{4, 12};
  statement.target = "Azerbaijan";
  statement.when = "2022-09";
  statement.parent = 1;
  statement.plover = "ACCUSE";
  statement.figures = {0};
  statement.events = {0, 1};
  return statement;
}

Event event() {
  Event event;
  event.span = {4, 12};
  event.type = EventType::kShelling;
  event.actor = "Azerbaijan";
  event.target = "Armenia";
  event.instruments = {"artillery", "mortar"};
  event.place = 0;
  event.mentions = {{4, 8}, {9, 12}};
  event.when = "2022-09-13";
  event.source = minister();
  event.status = EventStatus::kAlleged;
  event.hedge = "allegedly";
  event.actor_text = "forces";
  event.target_text = "posts";
  event.links = {{3, LinkRelation::kViolates}};
  event.plover = "ASSAULT/bombard";
  event.acled = "Shelling/artillery/missile attack";
  event.rules = {{"actor", "subject"}};
  return event;
}

}  // namespace

ReportRecord full_record() {
  ReportRecord record;
  record.document.language = "en";
  record.document.id = "x";
  record.document.title = "A \"title\"";
  record.document.publisher = "P";
  record.document.published = "2022-09-13";
  record.document.url = "U";
  record.document.text = "🇦é– 105–215 died, the minister said.";
  record.document.text_unchanged = false;
  record.document.sha256 = "00ff";
  record.document.blocks.push_back({{0, 36}, BlockKind::kBoxLine, "clean", {}, {}});
  record.document.diagnostics = {{{1, 2}, DiagnosticCode::kControlCharacters, "1"},
                                 {{}, DiagnosticCode::kEmptyText, ""}};
  record.sentences = {{0, 12}, {13, 36}};
  record.times.push_back({{4, 12},
                          "Tuesday",
                          TimeType::kDate,
                          "2022-09-13",
                          "START",
                          "1",
                          "2X",
                          "2022-09-13T00:00",
                          "2022-09-14T00:00",
                          {}});
  record.places.push_back({{4, 12},
                           "Goris",
                           "Goris",
                           PlaceKind::kLocality,
                           39.51,
                           46.34,
                           "AM",
                           "geonames:174895",
                           {"Syunik", "Armenia"},
                           {"Goris"},
                           {"X"},
                           0.8,
                           {}});
  record.parties.push_back({{14, 26}, "the minister", "Ministry", PartyKind::kMinistry, "Armenia", "office", 0, {}});
  record.figures = {figure()};
  record.tolls = {toll()};
  record.statements = {statement()};
  record.events = {event()};
  return record;
}

ReportRecord bare_record() {
  ReportRecord record;
  record.document.id = "1";
  record.document.text = "A text.";
  record.document.sha256 = "00";
  record.times.emplace_back();
  record.places.emplace_back();
  record.parties.emplace_back();
  record.figures.emplace_back();
  record.tolls.emplace_back();
  record.statements.emplace_back();
  record.events.emplace_back();
  return record;
}

}  // namespace counterclaim::publish
