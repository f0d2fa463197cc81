// What an infobox is put together from, and how it is printed.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/publish/belligerents.h"
#include "counterclaim/publish/casualty_book.h"
#include "counterclaim/publish/casualty_words.h"
#include "counterclaim/publish/conflict_name.h"
#include "counterclaim/publish/date_words.h"
#include "counterclaim/publish/infobox_builder.h"
#include "counterclaim/publish/infobox_output.h"
#include "counterclaim/publish/infobox_words.h"

namespace {

using namespace counterclaim;
using publish::InfoboxWords;
using record::Measure;

const InfoboxWords& words() {
  static const auto kWords = InfoboxWords::load(COUNTERCLAIM_RESOURCE_DIR);
  REQUIRE_MESSAGE(kWords.has_value(), kWords.error().message);
  return *kWords;
}

// A report in which Peru attacks Chile.
record::ReportRecord report(const std::string& id, const std::string& published) {
  record::ReportRecord record;
  record.document.id = id;
  record.document.published = published;
  record.document.text = "Peru attacked Chile. ";
  record.parties.push_back({{0, 4}, "Peru", "Peru", record::PartyKind::kState, "Peru", {}, {}, {}});
  record.parties.push_back({{14, 19}, "Chile", "Chile", record::PartyKind::kState, "Chile", {}, {}, {}});
  return record;
}

record::Figure killed(double value, const char* side, const char* claimant,
                      record::PersonKind kind = record::PersonKind::kMilitary) {
  record::Figure figure;
  figure.measure = Measure::kKilled;
  figure.value = value;
  if (*side != '\0') figure.side = side;
  figure.kind = kind;
  if (*claimant != '\0') {
    figure.source = record::Source{};
    figure.source->text = std::string("the ministry of ") + claimant;
    figure.source->side = claimant;
  }
  return figure;
}

publish::Infobox box_of(const std::vector<record::ReportRecord>& records) {
  publish::InfoboxBuilder builder(words());
  for (const record::ReportRecord& record : records) builder.add(record);
  return builder.build();
}

// "Per Peru: 12 soldiers killed" for every casualty, column by column.
std::vector<std::string> casualties(const publish::Infobox& box) {
  std::vector<std::string> lines;
  for (std::size_t n = 0; n < box.columns.size(); ++n) {
    for (const publish::ClaimantLines& claimant : publish::lines_of(box, n)) {
      for (const publish::Casualty* each : claimant.casualties) {
        const bool others = box.columns[n].combatants.empty();
        const std::string column = others ? "others" : box.columns[n].combatants[0].name.text;
        lines.push_back(column + ": " + claimant.head + " " + publish::casualty_words(each->figure, others));
      }
    }
  }
  return lines;
}

std::vector<std::string> names(const std::string& text) {
  std::vector<std::string> out;
  for (const publish::ConflictName& name : publish::conflict_names(text, words()))
    out.push_back((name.within ? "in: " : "") + text.substr(name.begin, name.end - name.begin));
  return out;
}

}  // namespace

TEST_CASE("dates in words") {
  using publish::date_words;
  CHECK(date_words("2022-09-13", "2022-09-13") == "13 September 2022");
  CHECK(date_words("2022-09-13", "2022-09-14") == "13–14 September 2022");
  CHECK(date_words("2022-08-30", "2022-09-02") == "30 August – 2 September 2022");
  CHECK(date_words("2021-12-30", "2022-01-02") == "30 December 2021 – 2 January 2022");
  CHECK(date_words("2022-09-01", "2022-09-30") == "September 2022");
  CHECK(date_words("2022-09-01", "2022-10-31") == "September – October 2022");
  CHECK(date_words("2022-01-01", "2022-12-31") == "2022");
  CHECK(date_words("2020-01-01", "2022-12-31") == "2020 – 2022");
  CHECK(date_words("-0489-01-01", "-0489-12-31") == "-0489-01-01 – -0489-12-31");
}

TEST_CASE("days of a date") {
  using Days = std::pair<std::string, std::string>;
  using publish::days_of;
  CHECK(days_of("2022-09-13") == Days("2022-09-13", "2022-09-13"));
  CHECK(days_of("2022-09-13T06:00") == Days("2022-09-13", "2022-09-13"));
  CHECK(days_of("2024-02") == Days("2024-02-01", "2024-02-29"));
  CHECK(days_of("2022") == Days("2022-01-01", "2022-12-31"));
  CHECK(days_of("2022-09~") == Days("2022-09-01", "2022-09-30"));
  CHECK(days_of("2022-09-12/2022-09-14") == Days("2022-09-12", "2022-09-14"));
  for (const char* none : {"", "soon", "2022-13", "2022-02-30", "22-09-13", "2022-W37", "/", "2022-09-12/.."})
    CHECK_MESSAGE(!days_of(none), none);
}

TEST_CASE("names of conflicts") {
  using Names = std::vector<std::string>;
  CHECK(names("The Battle of Puno was fought during the Second Pampas War.") ==
        Names{"Battle of Puno", "in: Second Pampas War"});
  CHECK(names("The 2011 Pampas war began.") == Names{"2011 Pampas war"});
  CHECK(names("The Peru-Chile conflict went on.") == Names{"Peru-Chile conflict"});
  CHECK(names("The Siege of the Old Town of Puno ended.") == Names{"Siege of the Old Town"});  // not "of Puno"
  CHECK(names("There was war in the mountains, and a battle of words.").empty());
  CHECK(names("").empty());
}

TEST_CASE("own counts, the other side's claims, and the reports' own voice") {
  record::ReportRecord record = report("r1", "2021-05-02");
  record.figures = {killed(12, "Peru", "Peru"),
                    killed(40, "Peru", "Chile"),
                    killed(9, "Chile", "Chile"),
                    killed(15, "Chile", ""),
                    killed(3, "Chile", "", record::PersonKind::kCivilian),
                    killed(7, "", "")};
  CHECK(casualties(box_of({record})) ==
        std::vector<std::string>{"Chile:  15 soldiers killed", "Chile: Per Chile: 9 soldiers killed",
                                 "Peru: Per Peru: 12 soldiers killed", "Peru: Chile claims: 40 soldiers killed",
                                 "others:  3 civilians of Chile killed"});
}

TEST_CASE("denied figures and parts of a whole stay out") {
  record::ReportRecord record = report("r1", "2021-05-02");
  record.figures = {killed(12, "Peru", "Peru"), killed(40, "Peru", "Chile"), killed(5, "Peru", "Peru")};
  record.figures[1].polarity = record::Polarity::kDenied;
  record.figures[2].part_of = 0;
  CHECK(casualties(box_of({record})) == std::vector<std::string>{"Peru: Per Peru: 12 soldiers killed"});
}

TEST_CASE("the latest count of a claimant stands, in whatever order the reports come") {
  record::ReportRecord first = report("r1", "2021-05-02");
  first.figures = {killed(49, "Peru", "Peru")};
  record::ReportRecord second = report("r2", "2021-05-03");
  second.figures = {killed(105, "Peru", "Peru")};
  record::ReportRecord later = report("r3", "2021-05-09");
  later.figures = {killed(2, "Peru", "Peru")};  // of one happening
  for (const auto& records : {std::vector{first, second, later}, std::vector{later, second, first}}) {
    const publish::Infobox box = box_of(records);
    CHECK(casualties(box) == std::vector<std::string>{"Peru: Per Peru: 105 soldiers killed"});
    REQUIRE(box.columns[1].casualties[0].earlier.size() == 1);
    CHECK(box.columns[1].casualties[0].earlier[0].value == 49);
  }
}

TEST_CASE("what an army says it destroyed is the enemy's, if it is a thing of war") {
  record::ReportRecord record = report("r1", "2021-05-02");
  for (const char* unit : {"tanks", "houses"}) {
    record::Figure figure = killed(9, "", "Peru");
    figure.measure = Measure::kDestroyed;
    figure.unit = unit;
    figure.kind.reset();
    record.figures.push_back(figure);
  }
  CHECK(casualties(box_of({record})) == std::vector<std::string>{"Chile: Peru claims: 9 tanks destroyed"});
}

TEST_CASE("without fighting between sides there are no columns") {
  record::ReportRecord record = report("r1", "2021-05-02");
  record.document.text = "Peru respected Chile.";
  record.parties[1].span = {15, 20};
  const publish::Infobox box = box_of({record});
  CHECK(box.columns.empty());
  CHECK(publish::infobox_json(box, {}).starts_with("{\"conflict\": null, \"partof\": null, \"date\": null"));
  CHECK(publish::infobox_wikitext(box, {}) == "{{Infobox military conflict\n}}\n");
  CHECK(publish::infobox_text(box, {}).empty());
  CHECK(publish::infobox_json(box_of({}), {}).ends_with("\"columns\": [], \"notes\": [], \"evidence_of\": {}}\n"));
}

TEST_CASE("wiki text cites each report once, and nothing in a report acts as markup") {
  record::ReportRecord record = report("r1", "2021-05-02");
  record.document.title = "}}{{evil|[[x]]}} <ref>a</ref> '''b''' ~~~~";
  record.document.url = "https://example.org/?a=1|b={{c}}";
  record.figures = {killed(12, "Peru", "Peru"), killed(40, "Peru", "Chile")};
  const std::string text = publish::infobox_wikitext(box_of({record}), {});
  CHECK(text.find("<ref name=\"report1\">{{cite web|title=&#125;&#125;&#123;&#123;evil&#124;") != std::string::npos);
  CHECK(text.find("|url=https://example.org/?a&#61;1&#124;b&#61;&#123;&#123;c&#125;&#125;") != std::string::npos);
  CHECK(text.find("\n* 12 soldiers killed<ref name=\"report1\" />") != std::string::npos);
  CHECK(text.find("'''Chile claims:'''") != std::string::npos);
  CHECK(text.find("N/A") == std::string::npos);
  const auto count = [&](const std::string& part) {
    int times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
  };
  CHECK(count("{{cite web") == 1);
  CHECK(count("{{") == count("}}"));
  CHECK(count("<ref") == count("</ref>") + count("\" />"));
}

TEST_CASE("JSON tells claimant, amount and evidence") {
  record::ReportRecord record = report("r1", "2021-05-02");
  record.figures = {killed(12, "Peru", "Chile")};
  record.figures[0].span = {0, 4};
  const std::string json = publish::infobox_json(box_of({record}), {.history = true});
  CHECK(
      json.find(
          R"("combatants": [{"text": "Peru", "role": "main", "evidence": [{"report": "r1", "begin": 0, "end": 4}]}])") !=
      std::string::npos);
  CHECK(json.find(
            R"({"claimant": "Chile", "side": "Peru", "measure": "killed", "value": 12, "value_high": null, )"
            R"("bound": "exact", "word": null, "unit": "persons", "kind": "military", "when": null, "earlier": [], )"
            R"("evidence": [{"report": "r1", "begin": 0, "end": 4}]})") != std::string::npos);
}
