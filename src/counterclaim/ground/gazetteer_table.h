// The two kinds of text files that gazetteers are made from.
//
//   Result<std::vector<PlaceDescription>> places = read_place_table("places.csv");
//
// Our own table is CSV (RFC 4180, UTF-8) with a header line that names its columns, in any order:
//
//   id,name,kind,latitude,longitude,population,importance,country,within,customary_names,names,claimed_by
//   geonames:3936456,Lima,locality,-12.04318,-77.02824,7737002,,PE,geonames:3936451,City of Kings,Ciudad de los Reyes;
//   Límac,
//
// id, name, kind, latitude and longitude are needed, the other columns may be absent and their fields empty. Lists are
// parted by semicolons. GeoNames' country files (http://download.geonames.org/export/dump/) have 19 columns parted by
// tabs; their areas of first and second order become what settlements are within.
//
// Layer: ground. Reads files; used while making gazetteers only.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ground/gazetteer_writer.h"

namespace counterclaim::ground {

// Errors: file_not_found, file_unreadable, input_malformed with the line.
[[nodiscard]] Result<std::vector<PlaceDescription>> read_place_table(const std::filesystem::path& path);

// Left out are the kinds of GeoNames' features that are no places of a report (parcels, wells, mail routes, …), and
// historical ones. Errors: file_not_found, file_unreadable, input_malformed with the line.
[[nodiscard]] Result<std::vector<PlaceDescription>> read_geonames_file(const std::filesystem::path& path);

}  // namespace counterclaim::ground
