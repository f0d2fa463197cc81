// The exporters by format; each is described where it is written. Callers take make_exporter().
//
// Layer: publish (internal).
#pragma once

#include <memory>

#include "counterclaim/publish/exporter.h"

namespace counterclaim::publish {

[[nodiscard]] std::unique_ptr<Exporter> make_acled_export(const CodingTables& tables, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<Exporter> make_annotations_export();
[[nodiscard]] std::unique_ptr<Exporter> make_atlos_export();
[[nodiscard]] std::unique_ptr<Exporter> make_csv_export();
[[nodiscard]] std::unique_ptr<Exporter> make_ged_export(const CodingTables& tables, const ExportOptions& options);
[[nodiscard]] std::unique_ptr<Exporter> make_geojson_export();
[[nodiscard]] std::unique_ptr<Exporter> make_plover_export(const ExportOptions& options);
[[nodiscard]] std::unique_ptr<Exporter> make_series_export();
[[nodiscard]] std::unique_ptr<Exporter> make_sources_export();
[[nodiscard]] std::unique_ptr<Exporter> make_timelinejs_export();
[[nodiscard]] std::unique_ptr<Exporter> make_timemap_export();
[[nodiscard]] std::unique_ptr<Exporter> make_uwazi_export();

}  // namespace counterclaim::publish
