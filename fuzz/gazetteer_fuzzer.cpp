// Any bytes, as a gazetteer, as a table of places, as a country file or as a name: they are refused with a reason, or
// all that is in them can be read.
//
// The first byte picks what the rest is.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ground/gazetteer.h"
#include "counterclaim/ground/gazetteer_table.h"
#include "counterclaim/ground/gazetteer_writer.h"
#include "require.h"

namespace {

using namespace counterclaim;
using namespace counterclaim::ground;
using fuzz::require;

// A file in memory that holds the bytes.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("fuzz", 0)) {
    require(descriptor_ >= 0, "there is memory");
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t written = ::write(descriptor_, bytes.data() + at, bytes.size() - at);
      require(written > 0, "there is memory");
      at += static_cast<std::size_t>(written);
    }
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] std::filesystem::path path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
};

void read_all(const std::filesystem::path& path) {
  const auto one = Gazetteer::open(path);
  if (!one) return require(!one.error().message.empty(), "a refusal has a reason");
  const Gazetteers both = fuzz::must(Gazetteers::open({path, path}));
  std::vector<Gazetteers::Candidate> found;
  constexpr std::uint32_t kPlaces = 100;
  for (std::uint32_t i = 0; i < std::min(one->size(), kPlaces); ++i) {
    const GazetteerPlace place = both.place({1, i});
    require(!place.names.empty(), "a place has a name");
    both.find(normalised_place_name(place.name), found);
    for (const Gazetteers::Candidate& candidate : found) require(candidate.id.place < one->size(), "a place is there");
  }
}

void make(const Result<std::vector<PlaceDescription>>& places) {
  if (!places) return require(!places.error().message.empty(), "a refusal has a reason");
  const auto bytes = gazetteer_bytes(*places);
  if (!bytes) return require(!bytes.error().message.empty(), "a refusal has a reason");
  const MemoryFile file(*bytes);
  require(fuzz::must(Gazetteer::open(file.path())).size() == places->size(), "what is written is sound");
  read_all(file.path());
}

void normalise(std::string_view text) {
  if (first_invalid_utf8(text)) return;
  const std::string once = normalised_place_name(text);
  require(!first_invalid_utf8(once), "a normalised name is UTF-8");
  require(once.size() <= 20 * kLongestPlaceName, "a normalised name is short");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0: read_all(MemoryFile(bytes).path()); break;
    case 1: make(read_place_table(MemoryFile(bytes).path())); break;
    case 2: make(read_geonames_file(MemoryFile(bytes).path())); break;
    default: normalise(bytes); break;
  }
  return 0;
}
