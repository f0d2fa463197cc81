// The JSON of TimelineJS 3: one slide for each event of a known day, in the order of the case; the events' headline and
// sentence are shown as HTML there, so what reports hold is escaped.
#include <string_view>

#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/date_words.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/publish/happening.h"
#include "counterclaim/publish/html_text.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

std::string escaped(std::string_view text) {
  std::string html;
  append_html_text(html, text);
  return html;
}

// An ISO 8601 day.
void append_date(JsonWriter& json, std::string_view name, std::string_view day, const std::string& display) {
  json.key(name).begin_object();
  json.key("year").string(day.substr(0, 4));
  json.key("month").string(day.substr(5, 2));
  json.key("day").string(day.substr(8, 2));
  if (!display.empty()) json.key("display_date").string(display);
  json.end_object();
}

class TimelinejsExport final : public Exporter {
 public:
  void begin(const ExportSink& write) override {
    write("", R"({"title": {"text": {"headline": "Events as reports tell them", "text": ""}}, "events": [)");
  }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    for (const Happening& happening : happenings_of(record)) {
      if (!happening.days || !happening.is_told()) {
        leave_out();
        continue;
      }
      std::string out = first_ ? "\n" : ",\n";
      first_ = false;
      append_slide(out, happening);
      write("", out);
    }
  }

  void end(const ExportSink& write) override { write("", "\n]}\n"); }

 private:
  static void append_slide(std::string& out, const Happening& happening) {
    const auto& [first, last] = *happening.days;
    JsonWriter json(&out);
    json.begin_object();
    append_date(json, "start_date", first, date_words(first, last));
    if (last != first) append_date(json, "end_date", last, "");
    json.key("text").begin_object();
    json.key("headline").string(escaped(happening.headline));
    json.key("text").string("<p>" + escaped(happening.sentence) + "</p><p>" + escaped(happening.teller()) + " · " +
                            escaped(record::name_of(happening.event.status)) + " · " + escaped(happening.source.id) +
                            "</p>");
    json.end_object();
    if (happening.event.actor) json.key("group").string(escaped(*happening.event.actor));
    json.key("unique_id").string("event-" + happening.id);
    json.end_object();
  }

  bool first_ = true;
};

}  // namespace

std::unique_ptr<Exporter> make_timelinejs_export() { return std::make_unique<TimelinejsExport>(); }

}  // namespace counterclaim::publish
