// GeoJSON (RFC 7946): one FeatureCollection, a point for each event whose place is known. Coordinates are longitude,
// latitude in WGS 84; there is no "crs", which the standard took out.
#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/publish/happening.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

class GeojsonExport final : public Exporter {
 public:
  void begin(const ExportSink& write) override { write("", R"({"type": "FeatureCollection", "features": [)"); }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    for (const Happening& happening : happenings_of(record)) {
      if (!happening.has_coordinates()) {
        leave_out();
        continue;
      }
      std::string out = first_ ? "\n" : ",\n";
      first_ = false;
      append_feature(out, happening);
      write("", out);
    }
  }

  void end(const ExportSink& write) override { write("", "\n]}\n"); }

 private:
  static void append_feature(std::string& out, const Happening& happening) {
    const record::Event& event = happening.event;
    JsonWriter json(&out);
    json.begin_object();
    json.key("type").string("Feature");
    json.key("id").string(happening.id);
    json.key("geometry").begin_object();
    json.key("type").string("Point");
    json.key("coordinates").begin_array();
    json.number(*happening.place->longitude).number(*happening.place->latitude).end_array();
    json.end_object();
    json.key("properties").begin_object();
    json.key("title").string(happening.headline);
    json.key("event").string(record::name_of(event.type));
    json.key("actor").string_or_null(event.actor);
    json.key("target").string_or_null(event.target);
    json.key("when").string_or_null(event.when);
    json.key("place").string(happening.place->name.value_or(happening.place->text));
    json.key("status").string(record::name_of(event.status));
    json.key("who_says").string(happening.teller());
    json.key("sentence").string(happening.sentence);
    json.key("report").string(happening.source.id);
    json.key("url").string_or_null(happening.source.url);
    json.key("begin").number(std::int64_t{event.span.begin});
    json.key("end").number(std::int64_t{event.span.end});
    json.end_object();
    json.end_object();
  }

  bool first_ = true;
};

}  // namespace

std::unique_ptr<Exporter> make_geojson_export() { return std::make_unique<GeojsonExport>(); }

}  // namespace counterclaim::publish
