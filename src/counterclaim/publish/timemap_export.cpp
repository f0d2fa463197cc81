// The files of TimeMap as Bellingcat runs it: events.json, sources.json and associations.json. All scalars are strings;
// an event has a description and a date or coordinates; unknown keys are refused there. Associations are the filters of
// its menu: types of events and parties.
#include <set>

#include <fmt/format.h>

#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/publish/happening.h"

namespace counterclaim::publish {
namespace {

constexpr std::string_view kEvents = "events.json";
constexpr std::string_view kSources = "sources.json";
constexpr std::string_view kAssociations = "associations.json";

class TimemapExport final : public Exporter {
 public:
  void begin(const ExportSink& write) override {
    for (const std::string_view file : {kEvents, kSources, kAssociations}) write(file, "[");
  }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    bool cited = false;
    for (const Happening& happening : happenings_of(record)) {
      if (!happening.is_told() || !(happening.days || happening.has_coordinates())) {
        leave_out();
        continue;
      }
      cited = true;
      std::string out;
      append_event(out, happening);
      append_item(kEvents, out, events_, write);
    }
    if (!cited) return;
    std::string out;
    append_source(out, record.document);
    append_item(kSources, out, sources_, write);
  }

  void end(const ExportSink& write) override {
    std::size_t count = 0;
    for (const auto& [title, kind] : associations_) {
      std::string out;
      JsonWriter json(&out);
      json.begin_object();
      json.key("id").string(title);
      json.key("title").string(title);
      json.key("desc").string("");
      json.key("mode").string("FILTER");
      json.key("filter_paths").begin_array().string(kind).string(title).end_array();
      json.end_object();
      append_item(kAssociations, out, count, write);
    }
    for (const std::string_view file : {kEvents, kSources, kAssociations}) write(file, "\n]\n");
  }

 private:
  static void append_item(std::string_view file, const std::string& item, std::size_t& count, const ExportSink& write) {
    write(file, (count++ == 0 ? "\n" : ",\n") + item);
  }

  void append_event(std::string& out, const Happening& happening) {
    std::vector<std::string> associations;
    const auto associate = [&](const std::string& title, const char* kind) {
      associations_.emplace(title, kind);
      associations.push_back(title);
    };
    associate(event_words(happening.event.type), "Event");
    if (happening.event.actor && happening.event.actor != "both") associate(*happening.event.actor, "Party");
    JsonWriter json(&out);
    json.begin_object();
    json.key("id").string(happening.id);
    json.key("description").string(happening.headline + ". " + happening.sentence + " (" + happening.teller() + ")");
    json.key("date").string(happening.days ? happening.days->first : "");
    json.key("time").string("");
    const bool one_day = happening.days && happening.days->first == happening.days->second;
    json.key("time_precision").string(!happening.days ? "" : one_day ? "day" : "until " + happening.days->second);
    json.key("location").string(happening.place ? happening.place->name.value_or(happening.place->text) : "");
    const bool placed = happening.has_coordinates();
    json.key("latitude").string(placed ? fmt::format("{}", *happening.place->latitude) : "");
    json.key("longitude").string(placed ? fmt::format("{}", *happening.place->longitude) : "");
    json.key("category").string(event_words(happening.event.type));
    json.key("associations").begin_array();
    for (const std::string& title : associations) json.string(title);
    json.end_array();
    json.key("sources").begin_array().string(happening.source.id).end_array();
    json.end_object();
  }

  static void append_source(std::string& out, const record::Document& document) {
    JsonWriter json(&out);
    json.begin_object();
    json.key("id").string(document.id);
    json.key("title").string(document.title.value_or(document.id));
    json.key("paths").begin_array();
    if (document.url) json.string(*document.url);
    json.end_array();
    json.key("url").string(document.url.value_or(""));
    json.key("description").string(document.publisher.value_or(""));
    json.end_object();
  }

  std::size_t events_ = 0, sources_ = 0;
  std::set<std::pair<std::string, std::string>> associations_;  // title and kind
};

}  // namespace

std::unique_ptr<Exporter> make_timemap_export() { return std::make_unique<TimemapExport>(); }

}  // namespace counterclaim::publish
