#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/infobox_output.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using Evidence = std::vector<InfoboxEvidence>;

class InfoboxWriter {
 public:
  InfoboxWriter(std::string* out, const Infobox& box, InfoboxOutputOptions options)
      : json_(out), box_(box), options_(options) {}

  void write() {
    json_.begin_object();
    text("conflict", box_.conflict);
    text("partof", box_.part_of);
    date();
    place();
    json_.key("territory").begin_array();
    for (const InfoboxText& line : box_.territory) json_.string(line.text);
    json_.end_array();
    text("result", box_.result);
    text("status", box_.status);
    json_.key("columns").begin_array();
    for (const InfoboxColumn& each : box_.columns) column(each);
    json_.end_array();
    json_.key("notes").begin_array();
    for (const InfoboxText& note : box_.notes) json_.string(note.text);
    json_.end_array();
    evidence_of();
    json_.end_object();
  }

 private:
  void text(std::string_view name, const std::optional<InfoboxText>& value) {
    json_.key(name);
    value ? json_.string(value->text) : json_.null();
  }

  void date() {
    json_.key("date");
    if (!box_.date) {
      json_.null();
      return;
    }
    json_.begin_object();
    json_.key("text").string(box_.date->text.text);
    json_.key("earliest").string(box_.date->earliest);
    json_.key("latest").string(box_.date->latest);
    json_.end_object();
  }

  void place() {
    json_.key("place");
    box_.place ? json_.string(box_.place->name.text) : json_.null();
    json_.key("coordinates");
    if (!box_.place || !box_.place->latitude || !box_.place->longitude) {
      json_.null();
      return;
    }
    json_.begin_object();
    json_.key("latitude").number(*box_.place->latitude);
    json_.key("longitude").number(*box_.place->longitude);
    json_.end_object();
  }

  void evidence(std::string_view name, const Evidence& evidence) {
    json_.key(name).begin_array();
    for (const InfoboxEvidence& each : evidence) {
      json_.begin_object();
      json_.key("report").string(box_.reports[each.report].id);
      json_.key("begin").number(std::int64_t{each.span.begin});
      json_.key("end").number(std::int64_t{each.span.end});
      json_.end_object();
    }
    json_.end_array();
  }

  void evidence_of() {
    json_.key("evidence_of").begin_object();
    if (box_.conflict) evidence("conflict", box_.conflict->evidence);
    if (box_.part_of) evidence("partof", box_.part_of->evidence);
    if (box_.date) evidence("date", box_.date->text.evidence);
    if (box_.place) evidence("place", box_.place->name.evidence);
    Evidence territory;
    for (const InfoboxText& line : box_.territory)
      territory.insert(territory.end(), line.evidence.begin(), line.evidence.end());
    if (!territory.empty()) evidence("territory", territory);
    if (box_.result) evidence("result", box_.result->evidence);
    if (box_.status) evidence("status", box_.status->evidence);
    json_.end_object();
  }

  void texts(std::string_view name, const std::vector<InfoboxText>& list) {
    json_.key(name).begin_array();
    for (const InfoboxText& each : list) {
      json_.begin_object();
      json_.key("text").string(each.text);
      evidence("evidence", each.evidence);
      json_.end_object();
    }
    json_.end_array();
  }

  void amount(const record::Figure& figure) {
    const auto number = [&](std::string_view name, const std::optional<double>& value) {
      json_.key(name);
      value ? json_.number(*value) : json_.null();
    };
    number("value", figure.value);
    number("value_high", figure.value_high);
    json_.key("bound").string(record::name_of(figure.bound));
    json_.key("word").string_or_null(figure.word);
  }

  void casualties(std::string_view name, const std::vector<Casualty>& list) {
    json_.key(name).begin_array();
    for (const Casualty& each : list) {
      json_.begin_object();
      json_.key("claimant").string_or_null(each.claimant);
      json_.key("side").string_or_null(each.side);
      json_.key("measure").string(record::name_of(each.figure.measure));
      amount(each.figure);
      json_.key("unit").string(each.figure.unit);
      json_.key("kind");
      each.figure.kind ? json_.string(record::name_of(*each.figure.kind)) : json_.null();
      json_.key("when").string_or_null(each.figure.when);
      if (options_.history) earlier(each.earlier);
      evidence("evidence", each.evidence);
      json_.end_object();
    }
    json_.end_array();
  }

  void earlier(const std::vector<record::Figure>& figures) {
    json_.key("earlier").begin_array();
    for (const record::Figure& figure : figures) {
      json_.begin_object();
      amount(figure);
      json_.key("when").string_or_null(figure.when);
      json_.end_object();
    }
    json_.end_array();
  }

  void column(const InfoboxColumn& column) {
    json_.begin_object();
    json_.key("combatants").begin_array();
    for (const Combatant& combatant : column.combatants) {
      json_.begin_object();
      json_.key("text").string(combatant.name.text);
      json_.key("role").string(combatant.supporter ? "supporter" : "main");
      evidence("evidence", combatant.name.evidence);
      json_.end_object();
    }
    json_.end_array();
    texts("commanders", column.commanders);
    texts("units", column.units);
    casualties("strength", column.strength);
    casualties("casualties", column.casualties);
    json_.end_object();
  }

  JsonWriter json_;
  const Infobox& box_;
  InfoboxOutputOptions options_;
};

}  // namespace

std::string infobox_json(const Infobox& box, InfoboxOutputOptions options) {
  std::string out;
  InfoboxWriter(&out, box, options).write();
  out += '\n';
  return out;
}

}  // namespace counterclaim::publish
