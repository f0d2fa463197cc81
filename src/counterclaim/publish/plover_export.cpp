// PLOVER, one JSON object a line for each incident that has a root: actor, recipient, event, mode, place and text, the
// dead, injured and arrested among the figures that belong to it. A root or mode that the scheme does not have is left
// out.
#include <algorithm>
#include <array>
#include <optional>

#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/coders_export.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

constexpr std::array<std::string_view, 16> kRoots = {
    "AGREE",  "CONSULT", "SUPPORT",  "COOPERATE", "AID",      "CONCEDE",  "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};

// The largest count of that measure; unset: none is told.
std::optional<double> most(const Happening& happening, record::Measure measure) {
  std::optional<double> value;
  for (const record::Figure& figure : happening.figures) {
    if (figure.measure == measure && figure.value) value = std::max(value.value_or(0), *figure.value);
  }
  return value;
}

class PloverExport final : public CodersExport {
 public:
  explicit PloverExport(const ExportOptions& options) : CodersExport(options) {}

  void begin(const ExportSink& write) override { write("", ""); }  // a file, be it empty

 private:
  bool write_row(const Happening& happening, const ExportSink& write) override {
    const std::string code = happening.event.plover.value_or("");
    const std::string root = code.substr(0, code.find('/'));
    if (std::find(kRoots.begin(), kRoots.end(), root) == kRoots.end()) return false;
    const std::string mode = root.size() < code.size() ? code.substr(root.size() + 1) : "";
    std::string out;
    append(out, happening, root, mode);
    write("", out + "\n");
    return true;
  }

  static void append(std::string& out, const Happening& happening, const std::string& root, const std::string& mode) {
    JsonWriter json(&out);
    json.begin_object();
    json.key("id").string(happening.id);
    json.key("date").string_or_null(happening.event.when);
    json.key("actor").string_or_null(happening.event.actor);
    json.key("recipient").string_or_null(happening.event.target);
    json.key("event").string(root);
    json.key("mode");
    mode.empty() ? json.null() : json.string(mode);
    json.key("context").begin_array().end_array();
    json.key("event_loc");
    happening.place ? append_place(json, *happening.place) : void(json.null());
    json.key("text_info").begin_object();
    json.key("report").string(happening.source.id);
    json.key("start").number(std::int64_t{happening.event.span.begin});
    json.key("end").number(std::int64_t{happening.event.span.end});
    json.key("text").string(happening.sentence);
    json.key("status").string(record::name_of(happening.event.status));
    json.key("who_says").string(happening.teller());
    json.end_object();
    append_count(json, "dead", most(happening, record::Measure::kKilled));
    append_count(json, "injured", most(happening, record::Measure::kWounded));
    append_count(json, "arrested", most(happening, record::Measure::kDetained));
    json.end_object();
  }

  static void append_count(JsonWriter& json, std::string_view name, const std::optional<double>& value) {
    json.key(name);
    value ? json.number(*value) : json.null();
  }

  static void append_place(JsonWriter& json, const record::PlaceMention& place) {
    json.begin_object();
    json.key("name").string(place.name.value_or(place.text));
    json.key("country").string_or_null(place.country);
    json.key("latitude");
    place.latitude ? json.number(*place.latitude) : json.null();
    json.key("longitude");
    place.longitude ? json.number(*place.longitude) : json.null();
    json.end_object();
  }
};

}  // namespace

std::unique_ptr<Exporter> make_plover_export(const ExportOptions& options) {
  return std::make_unique<PloverExport>(options);
}

}  // namespace counterclaim::publish
