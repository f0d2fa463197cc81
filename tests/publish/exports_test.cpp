// The exports' documented rules, on records made by hand and on hostile ones.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <simdjson.h>

#include "counterclaim/base/csv_records.h"
#include "counterclaim/publish/coded_deaths.h"
#include "counterclaim/publish/exporter.h"
#include "publish/sample_record.h"

namespace {

using namespace counterclaim;
using publish::ExportFormat;
using Row = std::map<std::string, std::string>;

const publish::CodingTables& tables() {
  static const auto kTables = publish::CodingTables::load(COUNTERCLAIM_RESOURCE_DIR);
  REQUIRE_MESSAGE(kTables.has_value(), kTables.error().message);
  return *kTables;
}

std::map<std::string, std::string> files_of(ExportFormat format, const std::vector<record::ReportRecord>& records,
                                            std::size_t* left_out = nullptr,
                                            const record::Derivation* derivation = nullptr) {
  std::map<std::string, std::string> files;
  const publish::ExportSink write = [&](std::string_view name, std::string_view bytes) {
    files[std::string(name)].append(bytes);
  };
  const auto exporter = publish::make_exporter(format, tables(), {.derivation = derivation});
  exporter->begin(write);
  for (const record::ReportRecord& record : records) exporter->add(record, write);
  exporter->end(write);
  if (left_out != nullptr) *left_out = exporter->left_out();
  return files;
}

std::vector<Row> rows_of(const std::string& csv) {
  CsvRecords records(csv);
  std::vector<std::string> head, fields;
  REQUIRE(records.next(head));
  std::vector<Row> rows;
  while (records.next(fields)) {
    REQUIRE(fields.size() == head.size());
    for (std::size_t n = 0; n < head.size(); ++n) (n == 0 ? rows.emplace_back() : rows.back())[head[n]] = fields[n];
  }
  return rows;
}

std::vector<std::string> head_of(const std::string& csv) {
  CsvRecords records(csv);
  std::vector<std::string> head;
  REQUIRE(records.next(head));
  return head;
}

record::Figure killed(double value, const char* side, const char* claimant,
                      record::PersonKind kind = record::PersonKind::kMilitary) {
  record::Figure figure;
  figure.measure = record::Measure::kKilled;
  figure.value = value;
  figure.kind = kind;
  figure.event = 0;
  figure.span = {0, 4};
  if (*side != '\0') figure.side = side;
  if (*claimant != '\0') {
    figure.source = record::Source{};
    figure.source->text = figure.source->side.emplace(claimant);
  }
  return figure;
}

// Peru shells Chile at Tacna on 2 May 2021.
record::ReportRecord clash() {
  record::ReportRecord record;
  record.document.id = "r1";
  record.document.title = "A title";
  record.document.publisher = "Example Wire";
  record.document.published = "2021-05-03";
  record.document.url = "https://example.org/r1";
  record.document.sha256 = "00ff";
  record.document.text = "Peru shelled Chile at Tacna.";
  record.sentences = {{0, 28}};
  record.parties.push_back({{0, 4}, "Peru", "Peru", record::PartyKind::kState, "Peru", {}, {}, {}});
  record.places.push_back({{22, 27},
                           "Tacna",
                           "Tacna",
                           record::PlaceKind::kLocality,
                           -18.01,
                           -70.25,
                           "PE",
                           "geonames:3928128",
                           {"Tacna Province", "Tacna Region", "Peru"},
                           {},
                           {},
                           {},
                           {}});
  record::Event& event = record.events.emplace_back();
  event.span = {0, 28};
  event.type = record::EventType::kShelling;
  event.actor = "Peru";
  event.target = "Chile";
  event.place = 0;
  event.when = "2021-05-02";
  event.plover = "ASSAULT/bombard";
  event.acled = "Shelling/artillery/missile attack";
  return record;
}

// Text that markup, formulas, quotes and readers of right-to-left script stumble over.
record::ReportRecord hostile() {
  record::ReportRecord record = clash();
  const std::string evil = "=cmd|' /C calc'!A0 \"},\n<script>alert(1)</script>\xE2\x80\xAE |\x01";
  record.document.id = record.document.publisher.emplace(evil);
  record.document.title = record.document.url.emplace(evil);
  record.events[0].actor = record.events[0].target.emplace(evil);
  record.places[0].name = evil;
  record.places[0].within = {evil, evil};
  record.figures = {killed(12, evil.c_str(), evil.c_str())};
  record.figures[0].word = record.figures[0].unit = evil;
  return record;
}

}  // namespace

TEST_CASE("country codes") {
  const publish::CountryCode* peru = tables().countries.by_name("Peru");
  REQUIRE(peru != nullptr);
  CHECK(peru->gleditsch_ward == 135);
  CHECK(peru->iso3 == "PER");
  CHECK(peru->iso_number == 604);
  CHECK(peru->ucdp_region == "Americas");
  CHECK(peru->acled_region == "South America");
  CHECK(tables().countries.by_iso("TR")->ucdp_region == "Middle East");
  CHECK(tables().countries.by_iso("SS")->ucdp_region == "Africa");
  CHECK(tables().countries.by_name("Shining Path") == nullptr);
}

TEST_CASE("deaths by UCDP's rule: own counts first, sums of parts, low <= best <= high") {
  const auto deaths = [](const std::vector<record::Figure>& figures) {
    publish::Happening happening;
    happening.event.actor = "Peru";
    happening.event.target = "Chile";
    happening.figures = figures;
    return publish::coded_deaths(happening, tables().count_words);
  };
  const auto two_claims = deaths({killed(80, "Peru", "Peru"), killed(431, "Peru", "Chile")});
  CHECK(two_claims.side_a.low == 80);
  CHECK(two_claims.side_a.best == 80);
  CHECK(two_claims.side_a.high == 431);
  CHECK(deaths({killed(431, "Peru", "Chile"), killed(100, "Peru", "")}).side_a.best == 100);
  const auto parts = deaths({killed(3, "Peru", "Peru"), killed(4, "Chile", ""), killed(5, "", ""),
                             killed(6, "Chile", "", record::PersonKind::kCivilian)});
  CHECK(parts.total().best == 18);
  CHECK(parts.unknown.best == 5);
  CHECK(parts.civilians.best == 6);
  record::Figure dozens = killed(0, "Peru", "");
  dozens.value.reset();
  dozens.word = "dozens";
  CHECK(deaths({dozens}).side_a.best == 12);
}

TEST_CASE("ged: 49 columns with the published conventions") {
  record::ReportRecord record = clash();
  record.figures = {killed(3, "Chile", "Chile"), killed(9, "Chile", "Peru"),
                    killed(2, "Chile", "", record::PersonKind::kCivilian)};
  const auto files = files_of(ExportFormat::kGed, {record});
  CHECK(head_of(files.at("")).size() == 49);
  CHECK(head_of(files.at("")).back() == "gwnob");
  const std::vector<Row> rows = rows_of(files.at(""));
  REQUIRE(rows.size() == 1);
  const Row& row = rows[0];
  CHECK(row.at("relid") == "PER-2021-1-0-1");
  CHECK(row.at("active_year") == "true");
  CHECK(row.at("type_of_violence") == "1");
  CHECK(row.at("dyad_name") == "Government of Peru - Government of Chile");
  CHECK(row.at("number_of_sources") == "-1");
  CHECK(row.at("source_article") == "\"Example Wire,2021-05-03,A title\"");
  CHECK(row.at("source_date") == "2021-05-03 00:00:00.000");
  CHECK(row.at("where_prec") == "1");
  CHECK(row.at("adm_1") == "Tacna Region");
  CHECK(row.at("adm_2") == "Tacna Province");
  CHECK(row.at("geom_wkt") == "POINT (-70.25 -18.01)");
  CHECK(row.at("priogrid_gid") == "103180");
  CHECK(row.at("country_id") == "135");
  CHECK(row.at("region") == "Americas");
  CHECK(row.at("date_prec") == "1");
  CHECK(row.at("date_start") == "2021-05-02 00:00:00.000");
  CHECK(row.at("deaths_b") == "3");
  CHECK(row.at("deaths_civilians") == "2");
  CHECK(row.at("best") == "5");
  CHECK(row.at("high") == "11");
  CHECK(row.at("low") == "5");
  CHECK(row.at("gwnoa") == "135");
  CHECK(row.at("gwnob") == "155");
  CHECK(rows_of(files.at(".evidence.csv"))[0].at("report") == "r1");
}

TEST_CASE("ged: one row for an incident that two reports tell") {
  record::ReportRecord first = clash();
  record::ReportRecord second = clash();
  second.document.id = "r2";
  second.document.publisher = "Another Wire";
  second.events[0].target.reset();
  second.figures = {killed(3, "Chile", "Chile"), killed(9, "Chile", "Peru")};
  second.figures[1].event.reset();  // the incident has it as a member
  record::Derivation derivation;
  derivation.reports = {"r1", "r2"};
  record::Incident& incident = derivation.incidents.emplace_back();
  incident.id = "00000000000000aa";
  incident.independent_sources = 2;
  incident.members = {{0, record::ItemKind::kEvent, 0, {}},
                      {1, record::ItemKind::kEvent, 0, {}},
                      {1, record::ItemKind::kFigure, 1, {}}};
  for (const auto& records : {std::vector{first, second}, std::vector{second, first}}) {
    const std::vector<Row> rows = rows_of(files_of(ExportFormat::kGed, records, nullptr, &derivation).at(""));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at("number_of_sources") == "2");
    CHECK(rows[0].at("best") == "3");
    CHECK(rows[0].at("high") == "9");
    CHECK(rows[0].at("source_office").find("Another Wire") != std::string::npos);
  }
}

TEST_CASE("ged: no row without a death, a day, or for what did not happen") {
  std::size_t left_out = 0;
  CHECK(rows_of(files_of(ExportFormat::kGed, {clash()}, &left_out).at("")).empty());
  CHECK(left_out == 1);
  record::ReportRecord planned = clash();
  planned.figures = {killed(3, "Chile", "")};
  planned.events[0].status = record::EventStatus::kPlanned;
  CHECK(rows_of(files_of(ExportFormat::kGed, {planned}).at("")).empty());
  planned.events[0].status = record::EventStatus::kAlleged;  // nobody is named who alleges it
  CHECK(rows_of(files_of(ExportFormat::kGed, {planned}).at("")).empty());
  planned.events[0].source = record::Source{};
  planned.events[0].source->text = "the ministry";
  const std::vector<Row> alleged = rows_of(files_of(ExportFormat::kGed, {planned}).at(""));
  REQUIRE(alleged.size() == 1);
  CHECK(alleged[0].at("source_original") == "the ministry");
}

TEST_CASE("ged: no type of violence where it is not told who fought whom") {
  record::ReportRecord record = clash();
  record.figures = {killed(3, "", "")};
  record.events[0].actor.reset();
  const Row unknown = rows_of(files_of(ExportFormat::kGed, {record}).at("")).at(0);
  CHECK(unknown.at("type_of_violence").empty());
  CHECK(unknown.at("relid") == "PER-2021-0-0-1");
  record.events[0].target.reset();
  record.figures[0].kind = record::PersonKind::kCivilian;
  CHECK(rows_of(files_of(ExportFormat::kGed, {record}).at("")).at(0).at("type_of_violence").empty());
  record.events[0].actor = "Peru";
  CHECK(rows_of(files_of(ExportFormat::kGed, {record}).at("")).at(0).at("type_of_violence") == "3");
}

TEST_CASE("ged: precision of dates") {
  for (const auto& [when, expected] : std::vector<std::pair<std::string, std::string>>{{"2021-05-02", "1"},
                                                                                       {"2021-05-02/2021-05-04", "2"},
                                                                                       {"2021-05-02/2021-05-08", "3"},
                                                                                       {"2021-05", "4"},
                                                                                       {"2021", "5"}}) {
    record::ReportRecord record = clash();
    record.figures = {killed(3, "Chile", "")};
    record.events[0].when = when;
    CHECK_MESSAGE(rows_of(files_of(ExportFormat::kGed, {record}).at(""))[0].at("date_prec") == expected, when);
  }
}

TEST_CASE("acled: 31 columns, legal pairs, one conservative number") {
  record::ReportRecord record = clash();
  record.figures = {killed(3, "Chile", "Chile"), killed(9, "Chile", "Peru")};
  const std::string csv = files_of(ExportFormat::kAcled, {record}).at("");
  CHECK(head_of(csv).size() == 31);
  const Row row = rows_of(csv).at(0);
  CHECK(row.at("event_id_cnty") == "PER1");
  CHECK(row.at("disorder_type") == "Political violence");
  CHECK(row.at("event_type") == "Explosions/Remote violence");
  CHECK(row.at("sub_event_type") == "Shelling/artillery/missile attack");
  CHECK(row.at("actor1") == "Military Forces of Peru");
  CHECK(row.at("inter1") == "State forces");
  CHECK(row.at("inter2") == "External/Other forces");
  CHECK(row.at("interaction") == "State forces-External/Other forces");
  CHECK(row.at("civilian_targeting").empty());
  CHECK(row.at("iso") == "604");
  CHECK(row.at("admin1") == "Tacna Region");
  CHECK(row.at("fatalities") == "3");
  CHECK(row.at("notes").find("Sources differ: 3 to 9 deaths.") != std::string::npos);
  CHECK(row.at("timestamp") == "1620000000");
  record.events[0].acled.reset();
  CHECK(rows_of(files_of(ExportFormat::kAcled, {record}).at("")).empty());
}

TEST_CASE("acled: no class for who is not known to be of one") {
  record::ReportRecord record = clash();
  record.events[0].actor = "Tacna Brotherhood";
  record.parties[0] = {{0, 4}, "Tacna Brotherhood", "Tacna Brotherhood", {}, "Tacna Brotherhood", {}, {}, {}};
  const Row row = rows_of(files_of(ExportFormat::kAcled, {record}).at("")).at(0);
  CHECK(row.at("actor1") == "Tacna Brotherhood");
  CHECK(row.at("inter1").empty());
  CHECK(row.at("source_scale").empty());
}

TEST_CASE("plover: known roots alone") {
  record::ReportRecord record = clash();
  record.figures = {killed(3, "Chile", "")};
  simdjson::dom::parser parser;
  const std::string line = files_of(ExportFormat::kPlover, {record}).at("");
  const simdjson::dom::element object = parser.parse(line).value();
  CHECK(std::string_view(object["event"].get_string().value()) == "ASSAULT");
  CHECK(std::string_view(object["mode"].get_string().value()) == "bombard");
  CHECK(object["dead"].get_double().value() == 3);
  CHECK(object["injured"].is_null());
  CHECK(std::string_view(object["recipient"].get_string().value()) == "Chile");
  record.events[0].plover = "FROWN";
  CHECK(files_of(ExportFormat::kPlover, {record}).at("").empty());
}

TEST_CASE("geojson: longitude first, an id, and nothing without coordinates") {
  std::size_t left_out = 0;
  record::ReportRecord nowhere = clash();
  nowhere.events[0].place.reset();
  const std::string text = files_of(ExportFormat::kGeojson, {clash(), nowhere, clash()}, &left_out).at("");
  CHECK(left_out == 1);
  simdjson::dom::parser parser;
  const simdjson::dom::element collection = parser.parse(text).value();
  CHECK(collection["features"].get_array().value().size() == 2);
  const simdjson::dom::element feature = collection["features"].at(0).value();
  CHECK(feature["geometry"]["coordinates"].at(0).get_double().value() == -70.25);
  CHECK(feature["geometry"]["coordinates"].at(1).get_double().value() == -18.01);
  CHECK(std::string_view(feature["properties"]["title"].get_string().value()) ==
        "Shelling at Tacna: Peru against Chile");
}

TEST_CASE("annotations: both selectors name the same characters") {
  record::ReportRecord record = publish::full_record();
  simdjson::dom::parser parser;
  const std::string text = files_of(ExportFormat::kAnnotations, {record}).at("");
  const simdjson::dom::element page = parser.parse(text).value();
  CHECK(std::string_view(page["@context"].get_string().value()) == "http://www.w3.org/ns/anno.jsonld");
  const simdjson::dom::array items = page["items"].get_array().value();
  CHECK(items.size() == 3);
  const simdjson::dom::element selectors = items.at(0)["target"]["selector"];
  CHECK(std::string_view(selectors.at(0)["exact"].get_string().value()) == "105–215 ");
  CHECK(std::string_view(selectors.at(0)["prefix"].get_string().value()) == "🇦é– ");
  CHECK(selectors.at(1)["start"].get_int64().value() == 4);
  CHECK(selectors.at(1)["end"].get_int64().value() == 12);
}

TEST_CASE("timelinejs: slides with dates, and text as HTML") {
  record::ReportRecord record = clash();
  record.document.text = "<b> & more";
  record.events[0].span = {0, 10};
  record.sentences = {{0, 10}};
  record.events[0].when = "2021-05-02/2021-05-04";
  simdjson::dom::parser parser;
  const std::string text = files_of(ExportFormat::kTimelinejs, {record}).at("");
  const simdjson::dom::element slide = parser.parse(text).value()["events"].at(0).value();
  CHECK(std::string_view(slide["start_date"]["day"].get_string().value()) == "02");
  CHECK(std::string_view(slide["end_date"]["day"].get_string().value()) == "04");
  CHECK(std::string_view(slide["start_date"]["display_date"].get_string().value()) == "2–4 May 2021");
  CHECK(std::string_view(slide["text"]["text"].get_string().value()).starts_with("<p>&lt;b&gt; &amp; more</p>"));
}

TEST_CASE("timemap: three files, scalars as strings, known keys alone") {
  const auto files = files_of(ExportFormat::kTimemap, {clash()});
  CHECK(files.size() == 3);
  simdjson::dom::parser parser;
  const simdjson::dom::element event = parser.parse(files.at("events.json")).value().at(0).value();
  const simdjson::dom::object fields = event.get_object().value();
  for (const auto& [key, value] : fields) CHECK_MESSAGE((value.is_string() || value.is_array()), std::string(key));
  CHECK(std::string_view(event["latitude"].get_string().value()) == "-18.01");
  CHECK(std::string_view(event["sources"].at(0).get_string().value()) == "r1");
  simdjson::dom::parser others;
  CHECK(others.parse(files.at("sources.json")).value().get_array().value().size() == 1);
  const std::string associations = files.at("associations.json");
  CHECK(associations.find("\"filter_paths\": [\"Event\", \"shelling\"]") != std::string::npos);
  CHECK(associations.find("\"filter_paths\": [\"Party\", \"Peru\"]") != std::string::npos);
}

TEST_CASE("sheets for archives: required columns, lists, coordinates") {
  record::ReportRecord record = clash();
  record.figures = {killed(3, "Chile", ""), killed(1, "Peru", "")};
  const Row atlos = rows_of(files_of(ExportFormat::kAtlos, {record}).at("")).at(0);
  CHECK(!atlos.at("status").empty());
  CHECK(!atlos.at("description").empty());
  CHECK(!atlos.at("sensitive").empty());
  CHECK(atlos.at("source_1") == "https://example.org/r1");
  const Row uwazi = rows_of(files_of(ExportFormat::kUwazi, {record}).at("")).at(0);
  CHECK(uwazi.at("title") == "Shelling at Tacna: Peru against Chile");
  CHECK(uwazi.at("casualties") == "3 killed (Chile)|1 killed (Peru)");
  CHECK(uwazi.at("parties") == "Peru|Chile");
  CHECK(uwazi.at("geolocation") == " -18.01|-70.25");  // a number to an importer, no formula to a spreadsheet
  const Row source = rows_of(files_of(ExportFormat::kSources, {record}).at("")).at(0);
  CHECK(source.at("sha256") == "00ff");
  CHECK(source.at("published") == "2021-05-03");
}

TEST_CASE("series: new, cumulative and what tells neither stand apart") {
  record::ReportRecord record = clash();
  record.figures = {killed(49, "Chile", "Chile"), killed(5, "Chile", "Chile"), killed(7, "Chile", "Chile")};
  record.figures[0].counts = record::Counting::kCumulative;
  record.figures[1].counts = record::Counting::kNew;
  record.figures[1].when = "2021-05-02";
  record.figures[2].when = "2021-05-02";
  const std::vector<Row> rows = rows_of(files_of(ExportFormat::kSeries, {record}).at(""));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].at("date") == "2021-05-02");
  CHECK(rows[0].at("new") == "5");
  CHECK(rows[0].at("unspecified") == "7");
  CHECK(rows[1].at("date") == "2021-05-03");
  CHECK(rows[1].at("cumulative") == "49");
  CHECK(rows[1].at("evidence") == "r1:0-4");
}

TEST_CASE("csv: a table a file, each row with its evidence") {
  record::ReportRecord record = clash();
  record.figures = {killed(49, "Chile", "Chile")};
  record.tolls.emplace_back();
  record.tolls[0].value = 49;
  record.tolls[0].source = 0;
  record.tolls[0].figures = {0};
  const auto files = files_of(ExportFormat::kCsv, {record});
  for (const char* name : {"reports.csv", "figures.csv", "statements.csv", "events.csv", "tolls.csv"})
    CHECK_MESSAGE(files.contains(name), name);
  const Row toll = rows_of(files.at("tolls.csv")).at(0);
  CHECK(toll.at("value") == "49");
  CHECK(toll.at("quote") == "Peru");
  CHECK(toll.at("claimant_side") == "Chile");
}

TEST_CASE("hostile records: every file parses, no cell begins a formula, nothing is markup") {
  for (const publish::ExportFormatInfo& info : publish::export_formats()) {
    for (const auto& [name, text] : files_of(info.format, {hostile()})) {
      INFO(info.name, " ", name);
      const bool json = text[0] == '{' || text[0] == '[';
      if (json) {
        simdjson::dom::parser parser;
        CHECK(parser.parse(text).error() == simdjson::SUCCESS);
      } else {
        for (const Row& row : rows_of(text)) {
          for (const auto& [column, cell] : row) {
            const bool number = cell.find_first_not_of("-.0123456789") == std::string::npos;
            CHECK_MESSAGE(
                (cell.empty() || number || std::string_view("=+-@\t\r").find(cell[0]) == std::string_view::npos),
                column);
          }
        }
      }
      if (info.format == ExportFormat::kTimelinejs) CHECK(text.find("<script") == std::string::npos);
    }
  }
}

TEST_CASE("a case without reports gives files that parse") {
  for (const publish::ExportFormatInfo& info : publish::export_formats()) {
    for (const auto& [name, text] : files_of(info.format, {})) {
      INFO(info.name, " ", name);
      simdjson::dom::parser parser;
      if (text[0] == '{' || text[0] == '[') CHECK(parser.parse(text).error() == simdjson::SUCCESS);
    }
  }
}
