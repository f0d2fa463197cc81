#include "support/examples.h"

#include <utility>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/attribute/speaker_sides.h"
#include "counterclaim/extract/toll_reader.h"
#include "counterclaim/ingest/document.h"
#include "counterclaim/record/names.h"

namespace counterclaim::test {
namespace {

template <class Value>
Value loaded(Result<Value> result) {
  if (!result) FAIL(fmt::format("{}: {}", code_name(result.error().code), result.error().message));
  return std::move(*result);
}

std::string amount(const record::Figure& figure) {
  using record::Bound;
  if (!figure.value) return fmt::format("'{}'", figure.word.value_or(""));
  const std::string value = fmt::format("{}", *figure.value);
  switch (figure.bound) {
    case Bound::kExact: return value;
    case Bound::kAtLeast: return ">=" + value;
    case Bound::kMoreThan: return ">" + value;
    case Bound::kAtMost: return "<=" + value;
    case Bound::kLessThan: return "<" + value;
    case Bound::kAbout: return "~" + value;
    case Bound::kRange: return fmt::format("{}..{}", value, figure.value_high.value_or(0));
    case Bound::kVague: break;
  }
  return "?";
}

}  // namespace

std::string notation(const record::Figure& figure) {
  std::string out = figure.polarity == record::Polarity::kDenied ? "not " : "";
  out += fmt::format("{} {}", record::name_of(figure.measure), amount(figure));
  if (figure.side) out += " " + *figure.side;
  if (figure.kind && *figure.kind != record::PersonKind::kUnspecified)
    out += fmt::format(" {}", record::name_of(*figure.kind));
  if (figure.unit != "persons") out += fmt::format(" ({})", figure.unit);
  if (figure.source) out += " <- " + figure.source->text;
  return out;
}

std::string notation(const record::Toll& toll) {
  record::Figure figure;
  figure.measure = toll.measure;
  figure.value = toll.value;
  figure.value_high = toll.value_high;
  figure.bound = toll.bound;
  figure.word = toll.word;
  figure.unit = toll.unit;
  figure.side = toll.side;
  figure.kind = toll.kind;
  return notation(figure) + (toll.background ? " (background)" : "");
}

std::string notation(const record::TimeMention& time) {
  std::string out = fmt::format("{} = {} {}", time.text, record::name_of(time.type), time.value.value_or("?"));
  if (time.mod) out += " " + *time.mod;
  if (time.quant) out += " " + *time.quant;
  if (time.freq) out += " " + *time.freq;
  return out;
}

std::string notation(const record::PlaceMention& place) {
  if (!place.name) return place.text + " = ?";
  return fmt::format("{} = {}{}{}", place.text, *place.name, place.country ? ", " : "", place.country.value_or(""));
}

std::string notation(const record::PartyMention& party) {
  std::string out = fmt::format("{} = {}", party.text, party.side.value_or("?"));
  if (party.kind) out += fmt::format(" {}", record::name_of(*party.kind));
  if (party.refers_to) out += fmt::format(" @{}", *party.refers_to);
  return out;
}

std::string notation(const record::Statement& statement) {
  std::string out(record::name_of(statement.stance));
  if (statement.target) out += " " + *statement.target;
  return out + " <- " + statement.source.text;
}

std::string notation(const record::Event& event, const std::vector<record::PlaceMention>& places) {
  std::string out(record::name_of(event.type));
  if (event.actor || event.target)
    out += fmt::format(" {} > {}", event.actor.value_or("?"), event.target.value_or("?"));
  if (event.place) out += " @" + places.at(*event.place).text;
  if (event.when) out += " =" + *event.when;
  if (event.status != record::EventStatus::kReported) out += fmt::format(" {}", record::name_of(event.status));
  return out;
}

Stages::Stages()
    : layout_(loaded(ingest::LayoutWords::load(COUNTERCLAIM_RESOURCE_DIR))),
      pipeline_(loaded(language::Pipeline::load(COUNTERCLAIM_MODEL_DIR))),
      grounder_(loaded(ground::Grounder::load(COUNTERCLAIM_RESOURCE_DIR,
                                              std::make_shared<const ground::Gazetteers>(
                                                  loaded(ground::Gazetteers::open({COUNTERCLAIM_GAZETTEER_FILE})))))),
      attributor_(loaded(attribute::Attributor::load(COUNTERCLAIM_RESOURCE_DIR))),
      reader_(loaded(extract::FigureReader::load(COUNTERCLAIM_RESOURCE_DIR))),
      statement_reader_(loaded(extract::StatementReader::load(COUNTERCLAIM_RESOURCE_DIR))),
      event_reader_(loaded(extract::EventReader::load(COUNTERCLAIM_RESOURCE_DIR))) {}

const Stages& Stages::get() {
  static const Stages stages;
  return stages;
}

record::Document Stages::document(std::string_view text, std::optional<std::string> published) const {
  ingest::RawReport report;
  report.published = std::move(published);
  report.text = std::string(text);
  return loaded(ingest::make_document(std::move(report), layout_));
}

ground::GroundedAnalysis Stages::ground(const record::Document& document) const {
  std::vector<language::Analysis> analyses;
  for (const record::Block& block : document.blocks) analyses.push_back(loaded(pipeline_.analyze(block.clean_text)));
  return grounder_.ground(document, std::move(analyses));
}

extract::FiguresRead Stages::figures(const ground::GroundedAnalysis& grounded) const {
  return reader_.read(grounded, attributor_.attribute(grounded));
}

std::vector<record::Statement> Stages::statements(ground::GroundedAnalysis& grounded) const {
  const attribute::AttributionScopes scopes = attributor_.attribute(grounded);
  attribute::complete_parties(scopes, grounded);
  return statement_reader_.read(grounded, scopes, reader_.read(grounded, scopes).figures);
}

std::vector<record::Event> Stages::events(ground::GroundedAnalysis& grounded) const {
  const attribute::AttributionScopes scopes = attributor_.attribute(grounded);
  attribute::complete_parties(scopes, grounded);
  return event_reader_.read(grounded, scopes);
}

namespace {

template <class Item>
std::vector<std::string> notations(const std::vector<Item>& items) {
  std::vector<std::string> found;
  for (const Item& item : items) found.push_back(notation(item));
  return found;
}

std::vector<std::string> codes_in(ground::GroundedAnalysis& grounded) {
  std::vector<std::string> found;
  for (const record::Event& event : Stages::get().events(grounded))
    found.push_back(
        fmt::format("{} = {}, {}", record::name_of(event.type), event.plover.value_or("?"), event.acled.value_or("?")));
  return found;
}

std::vector<std::string> events_in(ground::GroundedAnalysis& grounded) {
  std::vector<record::PlaceMention> places;
  for (const ground::GroundedBlock& block : grounded.blocks) {
    for (const ground::GroundedPlace& place : block.places) places.push_back(place.mention);
  }
  std::vector<std::string> found;
  for (const record::Event& event : Stages::get().events(grounded)) found.push_back(notation(event, places));
  return found;
}

// The report's date is that of `published`; `list` names one list of the record.
std::vector<std::string> found_in(std::string_view list, std::string_view text, std::optional<std::string> published) {
  const Stages& stages = Stages::get();
  const record::Document report = stages.document(text, std::move(published));
  if (list == "language") return {report.language.value_or("")};
  ground::GroundedAnalysis grounded = stages.ground(report);
  if (list == "statements") return notations(stages.statements(grounded));
  if (list == "codes") return codes_in(grounded);
  if (list == "events") return events_in(grounded);
  if (list == "figures") return notations(stages.figures(grounded).figures);
  if (list == "tolls") return notations(extract::tolls_of(stages.figures(grounded), report.published));
  std::vector<std::string> found;
  if (list == "blocks") {
    for (const record::Block& block : report.blocks)
      found.push_back(fmt::format("{}: {}", record::name_of(block.kind), block.clean_text));
  }
  for (const ground::GroundedBlock& block : grounded.blocks) {
    if (list == "times") {
      for (const ground::GroundedTime& time : block.times) found.push_back(notation(time.mention));
    } else if (list == "places") {
      for (const ground::GroundedPlace& place : block.places) found.push_back(notation(place.mention));
    }
  }
  if (list == "parties") {
    for (const ground::GroundedParty& party : grounded.parties) found.push_back(notation(party.mention));
  }
  return found;
}

void check(std::string_view list, std::string_view text, std::optional<std::string> published,
           const std::vector<std::string>& expected) {
  const auto found = found_in(list, text, std::move(published));
  CHECK_MESSAGE(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")), list, ": ",
                text);
}

}  // namespace

void check_example(const ResourceExample& example) {
  for (const auto& [list, expected] : example.expected) {
    if (list == "infobox") continue;  // more than one record's: tests/engine checks them
    check(list, example.text, example.published, expected);
  }
}

void check_times(std::string_view text, std::optional<std::string> published,
                 const std::vector<std::string>& expected) {
  check("times", text, std::move(published), expected);
}

void check_places(std::string_view text, const std::vector<std::string>& expected) {
  check("places", text, std::nullopt, expected);
}

void check_parties(std::string_view text, const std::vector<std::string>& expected) {
  check("parties", text, std::nullopt, expected);
}

void check_tolls(std::string_view text, std::optional<std::string> published,
                 const std::vector<std::string>& expected) {
  check("tolls", text, std::move(published), expected);
}

void check_figures(std::string_view text, const std::vector<std::string>& expected) {
  check("figures", text, std::nullopt, expected);
}

void check_events(std::string_view text, std::optional<std::string> published,
                  const std::vector<std::string>& expected) {
  check("events", text, std::move(published), expected);
}

void check_statements(std::string_view text, const std::vector<std::string>& expected) {
  check("statements", text, std::nullopt, expected);
}

}  // namespace counterclaim::test
