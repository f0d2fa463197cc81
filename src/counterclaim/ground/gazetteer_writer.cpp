#include "counterclaim/ground/gazetteer_writer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "counterclaim/base/sha256.h"
#include "counterclaim/ground/gazetteer_format.h"
#include "counterclaim/ground/place_name.h"

namespace counterclaim::ground {
namespace {

using namespace gazetteer_format;

// Deeper nesting than any country has: what exceeds it goes in a circle.
constexpr std::uint32_t kDeepest = 32;

std::uint32_t derived_importance(const PlaceDescription& place) {
  using record::PlaceKind;
  constexpr std::uint32_t kCountryBonus = 50'000'000;
  switch (place.kind) {
    case PlaceKind::kLocality: return std::max(place.population, 300U);
    case PlaceKind::kCountry: return kCountryBonus + std::min(place.population, 2'000'000'000U);
    case PlaceKind::kArea: return std::max(place.population / 4, 10'000U);
    case PlaceKind::kRegion: return 1'000'000;
    case PlaceKind::kWater: return 100'000;
    case PlaceKind::kMountain: return 50'000;
    case PlaceKind::kFacility: return 20'000;
    case PlaceKind::kOther: return 300;
  }
  return 300;
}

tl::unexpected<Error> refused(const PlaceDescription& place, std::string_view reason) {
  return fail(ErrorCode::kInputMalformed, fmt::format("place '{}' ({}): {}", place.name, place.reference, reason));
}

Result<void> check(const PlaceDescription& place) {
  if (place.name.empty()) return refused(place, "it has no name");
  if (!(std::abs(place.latitude) <= 90) || !(std::abs(place.longitude) <= 180))
    return refused(place, "its coordinates are out of range");
  if (!place.country.empty() && place.country.size() != 2) return refused(place, "its country is no two-letter code");
  const auto too_long = [](const std::string& text) { return text.size() > kLongestPlaceName; };
  if (too_long(place.name) || too_long(place.reference) ||
      std::any_of(place.customary_names.begin(), place.customary_names.end(), too_long) ||
      std::any_of(place.names.begin(), place.names.end(), too_long) ||
      std::any_of(place.claimed_by.begin(), place.claimed_by.end(), too_long))
    return refused(place, fmt::format("a name has more than {} bytes", kLongestPlaceName));
  return {};
}

// Where each place's area stands in the list; kNone for none.
Result<std::vector<std::uint32_t>> find_parents(const std::vector<PlaceDescription>& places) {
  std::unordered_map<std::string_view, std::uint32_t> by_reference;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (!by_reference.emplace(places[i].reference, i).second)
      return refused(places[i], "another place has this reference, too");
  }
  std::vector<std::uint32_t> parents;
  parents.reserve(places.size());
  for (const PlaceDescription& place : places) {
    const auto found = place.within.empty() ? by_reference.end() : by_reference.find(place.within);
    parents.push_back(found == by_reference.end() ? kNone : found->second);
  }
  return parents;
}

// The order in which areas stand before what they hold.
Result<std::vector<std::uint32_t>> areas_first(const std::vector<PlaceDescription>& places,
                                               const std::vector<std::uint32_t>& parents) {
  std::vector<std::uint32_t> depth(places.size(), 0);
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    for (std::uint32_t at = parents[i]; at != kNone; at = parents[at]) {
      if (++depth[i] > kDeepest) return refused(places[i], "its areas hold each other in a circle");
    }
  }
  std::vector<std::uint32_t> order(places.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return depth[a] < depth[b]; });
  return order;
}

// Strings with their length before them, each kept once.
class TextPool {
 public:
  std::uint32_t add(std::string_view text) {
    const auto [at, is_new] = offsets_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (is_new) {
      bytes_.push_back(static_cast<char>(static_cast<unsigned char>(text.size())));
      bytes_.append(text);
    }
    return at->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> offsets_;
};

// One name of one place, on its way into the look-up.
struct Key {
  std::uint64_t fingerprint;
  std::uint64_t weight;
  std::uint32_t entry;
};

class Sections {
 public:
  void add_place(const PlaceDescription& place, std::uint32_t parent) {
    PlaceRow row{};
    row.latitude_e6 = static_cast<std::int32_t>(std::lround(place.latitude * 1e6));
    row.longitude_e6 = static_cast<std::int32_t>(std::lround(place.longitude * 1e6));
    row.population = place.population;
    row.importance = place.importance != 0 ? place.importance : derived_importance(place);
    row.parent = parent;
    row.reference = text_.add(place.reference);
    row.names = static_cast<std::uint32_t>(names_.size());
    std::copy(place.country.begin(), place.country.end(), row.country.begin());
    row.kind = static_cast<std::uint8_t>(place.kind);
    const auto index = static_cast<std::uint32_t>(places_.size());
    places_.push_back(row);
    add_names(place, index, row.importance);
    for (const std::string& claimant : place.claimed_by) claims_.push_back({index, text_.add(claimant)});
  }

  [[nodiscard]] std::string file() {
    PlaceRow end{};
    end.names = static_cast<std::uint32_t>(names_.size());
    places_.push_back(end);
    build_lookup();
    std::string bytes(sizeof(Header), '\0');
    Header header{};
    append(kPlaces, places_, bytes, header);
    append(kNames, names_, bytes, header);
    append(kClaims, claims_, bytes, header);
    append(kBuckets, buckets_, bytes, header);
    append(kKeys, fingerprints_, bytes, header);
    append(kLists, lists_, bytes, header);
    append(kEntries, entries_, bytes, header);
    append(kText, text_.bytes() + std::string(kTextPadding, '\0'), bytes, header);
    header.magic = kMagic;
    header.version = kVersion;
    header.bucket_bits = bucket_bits_;
    const std::string checksum = sha256_hex(std::string_view(bytes).substr(sizeof(Header)));
    std::copy(checksum.begin(), checksum.end(), header.checksum.begin());
    std::memcpy(bytes.data(), &header, sizeof(Header));
    return bytes;
  }

 private:
  void add_names(const PlaceDescription& place, std::uint32_t index, std::uint32_t importance) {
    const std::size_t first_key = keys_.size();
    add_name(place.name, 2 * index, kCustomaryFactor * importance, first_key);
    for (const std::string& name : place.customary_names)
      add_name(name, 2 * index, kCustomaryFactor * importance, first_key);
    for (const std::string& name : place.names) {
      if (!name.empty() && name != place.name) add_name(name, 2 * index + 1, importance, first_key);
    }
  }

  void add_name(const std::string& name, std::uint32_t entry, std::uint64_t weight, std::size_t first_key) {
    names_.push_back(text_.add(name));
    normalise_place_name(name, normalised_);
    if (normalised_.empty()) return;
    const std::uint64_t key = fingerprint(normalised_);
    const auto has_key = [key](const Key& other) { return other.fingerprint == key; };
    if (std::any_of(keys_.begin() + static_cast<std::ptrdiff_t>(first_key), keys_.end(), has_key)) return;
    keys_.push_back({key, weight, entry});
  }

  void build_lookup() {
    std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
      return std::tie(a.fingerprint, b.weight, a.entry) < std::tie(b.fingerprint, a.weight, b.entry);
    });
    for (const Key& key : keys_) {
      if (fingerprints_.empty() || fingerprints_.back() != key.fingerprint) {
        fingerprints_.push_back(key.fingerprint);
        lists_.push_back(static_cast<std::uint32_t>(entries_.size()));
      }
      entries_.push_back(key.entry);
    }
    lists_.push_back(static_cast<std::uint32_t>(entries_.size()));
    constexpr std::size_t kKeysPerBucket = 16;
    const auto bits = static_cast<std::uint32_t>(std::bit_width(fingerprints_.size() / kKeysPerBucket));
    bucket_bits_ = std::min(bits, kMostBucketBits);
    buckets_.assign((std::size_t{1} << bucket_bits_) + 1, 0);
    for (const std::uint64_t key : fingerprints_) ++buckets_[bucket_of(key, bucket_bits_) + 1];
    std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
  }

  template <class Rows>
  static void append(Section section, const Rows& rows, std::string& bytes, Header& header) {
    constexpr std::size_t kAlignment = 8;
    bytes.resize((bytes.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
    header.sections[section] = {bytes.size(), rows.size()};
    bytes.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(rows[0]));
  }

  std::vector<PlaceRow> places_;
  std::vector<std::uint32_t> names_;
  std::vector<ClaimRow> claims_;
  std::vector<Key> keys_;
  std::uint32_t bucket_bits_ = 0;
  std::vector<std::uint32_t> buckets_;
  std::vector<std::uint64_t> fingerprints_;
  std::vector<std::uint32_t> lists_;
  std::vector<std::uint32_t> entries_;
  TextPool text_;
  std::string normalised_;
};

}  // namespace

Result<std::string> gazetteer_bytes(std::vector<PlaceDescription> places) {
  for (const PlaceDescription& place : places) {
    if (auto checked = check(place); !checked) return tl::unexpected(checked.error());
  }
  const auto parents = find_parents(places);
  if (!parents) return tl::unexpected(parents.error());
  const auto order = areas_first(places, *parents);
  if (!order) return tl::unexpected(order.error());

  std::vector<std::uint32_t> position(places.size());
  for (std::uint32_t i = 0; i < order->size(); ++i) position[(*order)[i]] = i;
  Sections sections;
  for (const std::uint32_t at : *order) {
    const std::uint32_t parent = (*parents)[at];
    sections.add_place(places[at], parent == kNone ? kNone : position[parent]);
  }
  return sections.file();
}

}  // namespace counterclaim::ground
