#include "counterclaim/publish/exporter.h"

#include "counterclaim/publish/export_kinds.h"

namespace counterclaim::publish {

const std::vector<ExportFormatInfo>& export_formats() {
  static const std::vector<ExportFormatInfo> kFormats = {
      {ExportFormat::kAcled, "acled", false},     {ExportFormat::kAnnotations, "annotations", false},
      {ExportFormat::kAtlos, "atlos", false},     {ExportFormat::kCsv, "csv", true},
      {ExportFormat::kGed, "ged", false},         {ExportFormat::kGeojson, "geojson", false},
      {ExportFormat::kPlover, "plover", false},   {ExportFormat::kSeries, "series", false},
      {ExportFormat::kSources, "sources", false}, {ExportFormat::kTimelinejs, "timelinejs", false},
      {ExportFormat::kTimemap, "timemap", true},  {ExportFormat::kUwazi, "uwazi", false},
  };
  return kFormats;
}

std::unique_ptr<Exporter> make_exporter(ExportFormat format, const CodingTables& tables, const ExportOptions& options) {
  switch (format) {
    case ExportFormat::kAcled: return make_acled_export(tables, options);
    case ExportFormat::kAnnotations: return make_annotations_export();
    case ExportFormat::kAtlos: return make_atlos_export();
    case ExportFormat::kCsv: return make_csv_export();
    case ExportFormat::kGed: return make_ged_export(tables, options);
    case ExportFormat::kGeojson: return make_geojson_export();
    case ExportFormat::kPlover: return make_plover_export(options);
    case ExportFormat::kSeries: return make_series_export();
    case ExportFormat::kSources: return make_sources_export();
    case ExportFormat::kTimelinejs: return make_timelinejs_export();
    case ExportFormat::kTimemap: return make_timemap_export();
    case ExportFormat::kUwazi: return make_uwazi_export();
  }
  return nullptr;
}

}  // namespace counterclaim::publish
