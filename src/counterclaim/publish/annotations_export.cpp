// Web Annotation (W3C Recommendation of 2017): one AnnotationPage, an annotation for each figure, statement and event.
// Its target is the report, by its address or, failing that, its hash; TextPositionSelector counts code points of the
// report's text from 0, the end not included, TextQuoteSelector has the same characters with 32 before and behind.
#include <algorithm>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/json_writer.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/publish/value_cards.h"
#include "counterclaim/record/item_ids.h"

namespace counterclaim::publish {
namespace {

constexpr std::uint32_t kSurroundings = 32;

class AnnotationsExport final : public Exporter {
 public:
  void begin(const ExportSink& write) override {
    write("", R"({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [)");
  }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    const std::vector<std::string> figures = record::figure_ids(record);
    const std::vector<std::string> statements = record::statement_ids(record);
    const std::vector<std::string> events = record::event_ids(record);
    const CodePointIndex index(record.document.text);
    for (const ValueCard& card : cards_of(record)) {
      const std::vector<std::string>* ids = card.kind == CardKind::kFigure      ? &figures
                                            : card.kind == CardKind::kStatement ? &statements
                                            : card.kind == CardKind::kEvent     ? &events
                                                                                : nullptr;
      if (ids == nullptr) break;
      std::string out = first_ ? "\n" : ",\n";
      first_ = false;
      append_annotation(out, record.document, index, card, (*ids)[card.position]);
      write("", out);
    }
  }

  void end(const ExportSink& write) override { write("", "\n]}\n"); }

 private:
  static void append_annotation(std::string& out, const record::Document& document, const CodePointIndex& index,
                                const ValueCard& card, const std::string& id) {
    JsonWriter json(&out);
    json.begin_object();
    json.key("id").string("urn:counterclaim:" + id);
    json.key("type").string("Annotation");
    json.key("motivation").string("identifying");
    json.key("body").begin_array();
    append_body(json, "tagging", std::string(name_of(card.kind)));
    append_body(json, "describing", card.title);
    for (const CardSlot& slot : card.slots) append_body(json, "describing", std::string(slot.name) + ": " + slot.value);
    json.end_array();
    json.key("target").begin_object();
    json.key("source").string(document.url.value_or("urn:sha256:" + document.sha256));
    json.key("selector").begin_array();
    append_selectors(json, index, card.span);
    json.end_array();
    json.end_object();
    json.end_object();
  }

  static void append_body(JsonWriter& json, std::string_view purpose, const std::string& value) {
    json.begin_object();
    json.key("type").string("TextualBody");
    json.key("purpose").string(purpose);
    json.key("format").string("text/plain");
    json.key("value").string(value);
    json.end_object();
  }

  static void append_selectors(JsonWriter& json, const CodePointIndex& index, CodePointSpan span) {
    const std::uint32_t last = std::min(span.end, index.size());
    const std::uint32_t first = std::min(span.begin, last);
    const std::uint32_t left = first - std::min(first, kSurroundings);
    const std::uint32_t right = std::min(index.size(), last + kSurroundings);
    json.begin_object();
    json.key("type").string("TextQuoteSelector");
    json.key("exact").string(index.slice(first, last));
    json.key("prefix").string(index.slice(left, first));
    json.key("suffix").string(index.slice(last, right));
    json.end_object();
    json.begin_object();
    json.key("type").string("TextPositionSelector");
    json.key("start").number(std::int64_t{first});
    json.key("end").number(std::int64_t{last});
    json.end_object();
  }

  bool first_ = true;
};

}  // namespace

std::unique_ptr<Exporter> make_annotations_export() { return std::make_unique<AnnotationsExport>(); }

}  // namespace counterclaim::publish
