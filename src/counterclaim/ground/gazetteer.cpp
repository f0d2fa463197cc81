#include "counterclaim/ground/gazetteer.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "counterclaim/ground/gazetteer_format.h"

namespace counterclaim::ground {

using namespace gazetteer_format;

namespace {

constexpr std::size_t kLetters = 26;

std::optional<std::size_t> country_slot(std::string_view code) {
  if (code.size() != 2) return std::nullopt;
  std::size_t slot = 0;
  for (const char letter : code) {
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    slot = slot * kLetters + static_cast<std::size_t>(letter - 'A');
  }
  return slot;
}

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

// The mapped file, its sections, and what is made of it when it is opened.
struct Gazetteer::Mapping {
  Mapping(void* mapped_at, std::size_t mapped_bytes)
      : begin(static_cast<const char*>(mapped_at)), bytes(mapped_bytes), mapped(mapped_at) {
    countries.fill(kNone);
  }
  ~Mapping() { ::munmap(mapped, bytes); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  [[nodiscard]] const Header& header() const { return *reinterpret_cast<const Header*>(begin); }
  [[nodiscard]] std::string_view text_at(std::uint32_t offset) const {
    return text.substr(offset + 1, static_cast<unsigned char>(text[offset]));
  }
  // Whether a string may begin there; any that does ends before the text does.
  [[nodiscard]] bool holds_text(std::uint32_t offset) const { return offset < text.size() - kTextPadding; }
  [[nodiscard]] std::uint32_t names_end_of(std::uint32_t place) const {
    return place + 1 < places.size() ? places[place + 1].names : closing_names;
  }
  // The reason why the content is malformed; nullptr if it is sound.
  [[nodiscard]] const char* set_sections();
  [[nodiscard]] const char* check_places() const;
  [[nodiscard]] const char* check_lookup() const;
  void index_countries();

  template <class Row>
  [[nodiscard]] bool set_section(Section section, std::span<const Row>& rows) const;

  const char* begin;
  std::size_t bytes;
  void* mapped;
  std::span<const PlaceRow> places;  // without the last one
  std::span<const std::uint32_t> names;
  std::span<const ClaimRow> claims;
  std::span<const std::uint32_t> buckets;
  std::span<const std::uint64_t> keys;
  std::span<const std::uint32_t> lists;
  std::span<const std::uint32_t> entries;
  std::uint32_t closing_names = 0;  // where the last place's names end
  std::string_view text;
  std::array<std::uint32_t, kLetters * kLetters> countries{};
};

template <class Row>
bool Gazetteer::Mapping::set_section(Section section, std::span<const Row>& rows) const {
  const SectionPlace place = header().sections[section];
  if (place.offset % alignof(Row) != 0 || place.offset > bytes || place.count > (bytes - place.offset) / sizeof(Row))
    return false;
  rows = {reinterpret_cast<const Row*>(begin + place.offset), static_cast<std::size_t>(place.count)};
  return true;
}

const char* Gazetteer::Mapping::set_sections() {
  if (bytes < sizeof(Header) || header().magic != kMagic) return "it does not begin as one";
  if (header().version != kVersion) return "it is of another version of the format";
  std::span<const PlaceRow> rows;
  std::span<const char> characters;
  if (!set_section(kPlaces, rows) || !set_section(kNames, names) || !set_section(kClaims, claims) ||
      !set_section(kBuckets, buckets) || !set_section(kKeys, keys) || !set_section(kLists, lists) ||
      !set_section(kEntries, entries) || !set_section(kText, characters))
    return "it is cut short";
  if (rows.empty() || rows.size() > kNone / 2) return "its number of places is out of range";
  places = rows.first(rows.size() - 1);
  closing_names = rows.back().names;
  text = {characters.data(), characters.size()};
  if (text.size() < kTextPadding || text.size() > kNone) return "its text is out of range";
  return nullptr;
}

const char* Gazetteer::Mapping::check_places() const {
  std::uint32_t names_before = 0;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const PlaceRow& row = places[i];
    const std::uint32_t names_end = names_end_of(i);
    const bool is_sound = (row.parent == kNone || row.parent < i) && holds_text(row.reference) &&
                          row.names >= names_before && row.names < names_end &&
                          row.kind <= static_cast<std::uint8_t>(record::PlaceKind::kOther);
    if (!is_sound) return "a place is damaged";
    names_before = row.names;
  }
  if (closing_names > names.size()) return "its names are cut short";
  const auto is_text = [this](std::uint32_t offset) { return holds_text(offset); };
  if (!std::all_of(names.begin(), names.end(), is_text)) return "a name is damaged";
  const auto is_claim = [this](const ClaimRow& row) { return row.place < places.size() && holds_text(row.claimant); };
  if (!std::all_of(claims.begin(), claims.end(), is_claim)) return "a claim is damaged";
  return nullptr;
}

const char* Gazetteer::Mapping::check_lookup() const {
  const std::uint32_t bits = header().bucket_bits;
  if (bits > kMostBucketBits || buckets.size() != (std::size_t{1} << bits) + 1 || buckets.front() != 0 ||
      buckets.back() != keys.size() || !std::is_sorted(buckets.begin(), buckets.end()))
    return "its keys are damaged";
  if (lists.size() != keys.size() + 1 || lists.back() > entries.size() || !std::is_sorted(lists.begin(), lists.end()))
    return "its lists are damaged";
  const auto is_entry = [this](std::uint32_t entry) { return entry / 2 < places.size(); };
  if (!std::all_of(entries.begin(), entries.end(), is_entry)) return "an entry is damaged";
  return nullptr;
}

void Gazetteer::Mapping::index_countries() {
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (places[i].kind != static_cast<std::uint8_t>(record::PlaceKind::kCountry)) continue;
    const auto slot = country_slot({places[i].country.data(), places[i].country.size()});
    if (slot && countries[*slot] == kNone) countries[*slot] = i;
  }
}

Gazetteer::Gazetteer(std::unique_ptr<const Mapping> mapping) : mapping_(std::move(mapping)) {}
Gazetteer::Gazetteer(Gazetteer&& other) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&& other) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    return fail(ErrorCode::kFileNotFound, fmt::format("there is no file '{}'", path.string()));
  const OpenFile file(path);
  struct stat status{};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &status) != 0 || !S_ISREG(status.st_mode))
    return fail(ErrorCode::kFileUnreadable, fmt::format("'{}' cannot be opened", path.string()));
  const auto malformed = [&](const char* reason) {
    return fail(ErrorCode::kGazetteerMalformed, fmt::format("'{}' is no sound gazetteer: {}", path.string(), reason));
  };
  const auto bytes = static_cast<std::size_t>(status.st_size);
  if (bytes < sizeof(Header)) return malformed("it is cut short");
  void* mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file.descriptor(), 0);
  if (mapped == MAP_FAILED)
    return fail(ErrorCode::kFileUnreadable, fmt::format("'{}' cannot be mapped", path.string()));

  auto mapping = std::make_unique<Mapping>(mapped, bytes);
  const char* reason = mapping->set_sections();
  if (reason == nullptr) reason = mapping->check_places();
  if (reason == nullptr) reason = mapping->check_lookup();
  if (reason != nullptr) return malformed(reason);
  mapping->index_countries();
  return Gazetteer(std::move(mapping));
}

Gazetteer::Found Gazetteer::Matches::operator[](std::size_t at) const {
  return {entries_[at] / 2, entries_[at] % 2 == 0};
}

Gazetteer::Matches Gazetteer::find(std::string_view normalised) const {
  const Mapping& map = *mapping_;
  const std::uint64_t key = fingerprint(normalised);
  const std::size_t bucket = bucket_of(key, map.header().bucket_bits);
  for (std::uint32_t at = map.buckets[bucket]; at < map.buckets[bucket + 1]; ++at) {
    if (map.keys[at] == key) return Matches(map.entries.data() + map.lists[at], map.lists[at + 1] - map.lists[at]);
  }
  return Matches();
}

std::uint32_t Gazetteer::size() const { return static_cast<std::uint32_t>(mapping_->places.size()); }

PlaceFacts Gazetteer::facts(std::uint32_t place) const {
  constexpr double kMillionth = 1e6;
  const PlaceRow& row = mapping_->places[place];
  PlaceFacts facts;
  facts.id.place = place;
  facts.name = mapping_->text_at(mapping_->names[row.names]);
  facts.kind = static_cast<record::PlaceKind>(row.kind);
  facts.latitude = row.latitude_e6 / kMillionth;
  facts.longitude = row.longitude_e6 / kMillionth;
  facts.population = row.population;
  facts.importance = row.importance;
  if (row.country[0] != '\0') facts.country = {row.country.data(), row.country.size()};
  facts.reference = mapping_->text_at(row.reference);
  if (row.parent != kNone) facts.parent = PlaceId{0, row.parent};
  return facts;
}

std::vector<std::string_view> Gazetteer::names(std::uint32_t place) const {
  std::vector<std::string_view> names;
  for (std::uint32_t at = mapping_->places[place].names; at < mapping_->names_end_of(place); ++at)
    names.push_back(mapping_->text_at(mapping_->names[at]));
  return names;
}

std::vector<std::string_view> Gazetteer::claimed_by(std::uint32_t place) const {
  const auto& claims = mapping_->claims;
  std::vector<std::string_view> claimants;
  auto at = std::lower_bound(claims.begin(), claims.end(), place,
                             [](const ClaimRow& row, std::uint32_t wanted) { return row.place < wanted; });
  for (; at != claims.end() && at->place == place; ++at) claimants.push_back(mapping_->text_at(at->claimant));
  return claimants;
}

std::optional<std::uint32_t> Gazetteer::country(std::string_view code) const {
  const auto slot = country_slot(code);
  if (!slot || mapping_->countries[*slot] == kNone) return std::nullopt;
  return mapping_->countries[*slot];
}

std::string Gazetteer::checksum() const {
  const auto& digits = mapping_->header().checksum;
  return {digits.begin(), digits.end()};
}

}  // namespace counterclaim::ground
