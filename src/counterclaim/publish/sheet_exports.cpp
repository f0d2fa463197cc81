// Sheets that archives and documentation tools import:
//
// - sources: an address, a title, the hash of the text and the date of each report, for who archives what is cited.
// - atlos: bulk import of incidents; `status`, `description` and `sensitive` are required, then attributes, then the
//   sources as `source_1`, ….
// - uwazi: import of entities; `title` is required, several values of one field are parted by "|", a geolocation has
//   the latitude first, and dates are YYYY-MM-DD.
#include <fmt/format.h>

#include "counterclaim/publish/csv_rows.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/publish/figure_words.h"
#include "counterclaim/publish/happening.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

class SourcesExport final : public Exporter {
 public:
  void begin(const ExportSink& write) override { write("", rows_.head()); }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    const record::Document& document = record.document;
    write("", rows_.row({document.url, document.title.value_or(document.id), document.sha256, document.published}));
  }

 private:
  CsvRows rows_{{"url", "title", "sha256", "published"}};
};

std::string cited(const Happening& happening) {
  return happening.source.url.value_or(fmt::format("report {}", happening.source.id));
}

// "105 killed (Armenia)", one for each figure of the event.
std::vector<std::string> amounts_of(const Happening& happening) {
  std::vector<std::string> amounts;
  for (const record::Figure& figure : happening.figures) {
    std::string text = how_many(figure) + " " + what_happened(figure);
    if (figure.side) text += " (" + *figure.side + ")";
    amounts.push_back(std::move(text));
  }
  return amounts;
}

// Latitude and longitude. A space in front keeps a spreadsheet from taking a southern one for a formula; importers that
// read numbers skip it.
FieldValue point_of(const Happening& happening, std::string_view between) {
  if (!happening.has_coordinates()) return {};
  const double latitude = *happening.place->latitude;
  return fmt::format("{}{}{}{}", latitude < 0 ? " " : "", latitude, between, *happening.place->longitude);
}

// Within one cell the separator cannot be told from a value's own.
std::string piped(std::vector<std::string> values) {
  std::string text;
  for (std::string& value : values) {
    for (char& c : value) c = c == '|' ? '/' : c;
    text.append(text.empty() ? "" : "|").append(value);
  }
  return text;
}

class AtlosExport final : public Exporter {
 public:
  void begin(const ExportSink& write) override { write("", rows_.head()); }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    for (const Happening& happening : happenings_of(record)) {
      if (!happening.is_told()) {
        leave_out();
        continue;
      }
      write("", rows_.row({"To Do", happening.headline + ". " + happening.sentence, "Not Sensitive",
                           happening.days ? FieldValue(happening.days->first) : FieldValue(), point_of(happening, ", "),
                           event_words(happening.event.type), piped(amounts_of(happening)), happening.teller(),
                           record::name_of(happening.event.status), cited(happening)}));
    }
  }

 private:
  CsvRows rows_{{"status", "description", "sensitive", "date", "geolocation", "type", "casualties", "who_says",
                 "told_as", "source_1"}};
};

class UwaziExport final : public Exporter {
 public:
  void begin(const ExportSink& write) override { write("", rows_.head()); }

  void add(const record::ReportRecord& record, const ExportSink& write) override {
    for (const Happening& happening : happenings_of(record)) {
      if (!happening.is_told()) {
        leave_out();
        continue;
      }
      std::vector<std::string> parties;
      for (const auto& side : {happening.event.actor, happening.event.target}) {
        if (side && side != "both") parties.push_back(*side);
      }
      write("", rows_.row({happening.headline, happening.days ? FieldValue(happening.days->first) : FieldValue(),
                           point_of(happening, "|"), event_words(happening.event.type), piped(parties),
                           piped(amounts_of(happening)), happening.teller(), record::name_of(happening.event.status),
                           happening.sentence, cited(happening)}));
    }
  }

 private:
  CsvRows rows_{
      {"title", "date", "geolocation", "type", "parties", "casualties", "who_says", "told_as", "sentence", "source"}};
};

}  // namespace

std::unique_ptr<Exporter> make_sources_export() { return std::make_unique<SourcesExport>(); }
std::unique_ptr<Exporter> make_atlos_export() { return std::make_unique<AtlosExport>(); }
std::unique_ptr<Exporter> make_uwazi_export() { return std::make_unique<UwaziExport>(); }

}  // namespace counterclaim::publish
