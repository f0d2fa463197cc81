#include "counterclaim/engine/gazetteer_run.h"

#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/ground/gazetteer.h"
#include "counterclaim/ground/gazetteer_table.h"
#include "counterclaim/ground/gazetteer_writer.h"
#include "counterclaim/record/names.h"

namespace counterclaim::engine {
namespace {

namespace fs = std::filesystem;

Result<std::vector<ground::PlaceDescription>> read_places(const fs::path& file) {
  if (file.extension() == ".csv") return ground::read_place_table(file);
  if (file.extension() == ".txt") return ground::read_geonames_file(file);
  return fail(
      ErrorCode::kInputFormatUnknown,
      fmt::format("'{}' is neither a table of places (.csv) nor a country file of GeoNames (.txt)", file.string()));
}

Result<void> write_in_one_step(const fs::path& out, std::string_view bytes) {
  fs::path partial = out;
  partial += ".part";
  std::ofstream stream(partial, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code failed;
  if (stream) fs::rename(partial, out, failed);
  if (stream && !failed) return {};
  fs::remove(partial, failed);
  return fail(ErrorCode::kFileUnwritable, fmt::format("'{}' cannot be written", out.string()));
}

std::string line_of(const ground::Gazetteers& gazetteers, ground::PlaceId id) {
  const ground::GazetteerPlace place = gazetteers.place(id);
  std::string areas;
  for (const ground::PlaceId area : place.within)
    areas.append(areas.empty() ? "" : ", ").append(gazetteers.facts(area).name);
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", place.reference, place.name, record::name_of(place.kind),
                     place.latitude, place.longitude, place.population, areas);
}

}  // namespace

Result<std::size_t> make_gazetteer(const fs::path& out, const std::vector<fs::path>& files) {
  std::vector<ground::PlaceDescription> places;
  for (const fs::path& file : files) {
    auto read = read_places(file);
    if (!read) return tl::unexpected(read.error());
    places.insert(places.end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
  }
  const std::size_t count = places.size();
  const auto bytes = ground::gazetteer_bytes(std::move(places));
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto written = write_in_one_step(out, *bytes); !written) return tl::unexpected(written.error());
  return count;
}

Result<std::size_t> find_in_gazetteers(const std::vector<fs::path>& gazetteers, const std::string& name,
                                       const Sink& sink) {
  const auto opened = ground::Gazetteers::open(gazetteers);
  if (!opened) return tl::unexpected(opened.error());
  const std::vector<ground::PlaceId> found = opened->named(ground::normalised_place_name(name));
  for (const ground::PlaceId id : found) {
    if (!sink(line_of(*opened, id))) break;
  }
  return found.size();
}

}  // namespace counterclaim::engine
