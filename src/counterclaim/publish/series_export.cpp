// The daily series of tolls: for each day, claimant, side, measure and kind the count of what happened anew and the
// running total. A count that tells which of the two it is stands under that; of others nobody can say, they stand
// under `unspecified`. A running total is of the day when its report was published, a new count of the day that it
// tells. Of several counts of one day the largest stands, with its evidence.
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "counterclaim/publish/csv_rows.h"
#include "counterclaim/publish/date_words.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using Words = std::string;

struct Key {
  Words date, claimant, side, measure, kind, unit;
  friend auto operator<=>(const Key&, const Key&) = default;
};

struct Count {
  double value = 0;
  Words evidence;  // report, begin and end
};

struct Day {
  std::optional<Count> fresh, total, unspecified;
};

void keep_largest(std::optional<Count>& kept, const Count& count) {
  if (!kept || std::tie(count.value, kept->evidence) > std::tie(kept->value, count.evidence)) kept = count;
}

class SeriesExport final : public Exporter {
 public:
  void add(const record::ReportRecord& record, const ExportSink&) override {
    const record::Document& document = record.document;
    for (const record::Figure& figure : record.figures) {
      const bool counts_people = figure.unit == "persons" && figure.measure != record::Measure::kForces;
      if (!figure.value || figure.part_of || figure.polarity == record::Polarity::kDenied || !counts_people) continue;
      const auto days = figure.when ? days_of(*figure.when) : std::nullopt;
      const bool total = figure.counts == record::Counting::kCumulative;
      const std::optional<Words> date = total && document.published ? document.published
                                        : days                      ? std::optional(days->second)
                                                                    : document.published;
      if (!date) {
        leave_out();
        continue;
      }
      Day& day = days_[{*date, claimant_of(figure), figure.side.value_or(""), Words(record::name_of(figure.measure)),
                        figure.kind ? Words(record::name_of(*figure.kind)) : "", figure.unit}];
      const Count count{*figure.value, fmt::format("{}:{}-{}", document.id, figure.span.begin, figure.span.end)};
      keep_largest(total ? day.total : figure.counts == record::Counting::kNew ? day.fresh : day.unspecified, count);
    }
  }

  void end(const ExportSink& write) override {
    write("", rows_.head());
    const auto value = [](const std::optional<Count>& count) {
      return count ? FieldValue(count->value) : FieldValue();
    };
    for (const auto& [key, day] : days_) {
      Words evidence;
      for (const auto& count : {day.fresh, day.total, day.unspecified}) {
        if (count) evidence.append(evidence.empty() ? "" : "; ").append(count->evidence);
      }
      write("", rows_.row({key.date, key.claimant, key.side, key.measure, key.kind, value(day.fresh), value(day.total),
                           value(day.unspecified), evidence}));
    }
  }

 private:
  static Words claimant_of(const record::Figure& figure) {
    if (!figure.source) return "";
    return figure.source->side.value_or(figure.source->name.value_or(figure.source->text));
  }

  CsvRows rows_{{"date", "claimant", "side", "measure", "kind", "new", "cumulative", "unspecified", "evidence"}};
  std::map<Key, Day> days_;
};

}  // namespace

std::unique_ptr<Exporter> make_series_export() { return std::make_unique<SeriesExport>(); }

}  // namespace counterclaim::publish
