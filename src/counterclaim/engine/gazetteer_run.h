// `counterclaim gazetteer`: makes gazetteers of text files, and looks names up in them.
//
// Layer: engine.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"

namespace counterclaim::engine {

// Writes one gazetteer of all places of `files`: GeoNames' country files (.txt) and tables of places (.csv), as
// ground/gazetteer_table.h describes them. `out` appears in one step. Returns the number of places. Errors: those of
// reading and of the places themselves; input_format_unknown for other endings; file_unwritable.
[[nodiscard]] Result<std::size_t> make_gazetteer(const std::filesystem::path& out,
                                                 const std::vector<std::filesystem::path>& files);

// Tells each place of that name, the most important first, one line a place: reference, name, kind, latitude,
// longitude, population, and the areas that hold it, parted by tabs. Returns their number. Errors: those of opening.
[[nodiscard]] Result<std::size_t> find_in_gazetteers(const std::vector<std::filesystem::path>& gazetteers,
                                                     const std::string& name, const Sink& sink);

}  // namespace counterclaim::engine
