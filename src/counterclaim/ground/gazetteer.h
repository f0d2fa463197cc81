// Places of the world by name: read-only, memory-mapped files, shared by all processes that use them.
//
//   Result<Gazetteers> gazetteers = Gazetteers::open({"world.gazetteer", "armenia.gazetteer"});
//   for (PlaceId id : gazetteers->named(normalised_place_name("Aleppo"))) {  // the most important first
//     PlaceFacts facts = gazetteers->facts(id);                              // no allocation
//     GazetteerPlace place = gazetteers->place(id);                          // with all names and areas
//   }
//
// docs/gazetteer.md describes the file.
//
// Layer: ground. Reads files only in open(). Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ground/place_name.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

// Which gazetteer, and which place of it.
struct PlaceId {
  std::uint16_t gazetteer = 0;  // position in the set: 0 is the world's, extra ones follow in the order given
  std::uint32_t place = 0;

  friend bool operator==(const PlaceId&, const PlaceId&) = default;
};

// What ranking looks at. Views live as long as the gazetteers.
struct PlaceFacts {
  PlaceId id;
  std::string_view name;  // the customary English name
  record::PlaceKind kind = record::PlaceKind::kOther;
  double latitude = 0;  // degrees, WGS 84; of a large area its customary encyclopaedia point
  double longitude = 0;
  std::uint32_t population = 0;   // 0: not known, or none
  std::uint32_t importance = 0;   // how much the world speaks of it, on the scale of a town's population; never 0
  std::string_view country;       // ISO 3166-1 alpha-2; empty for seas, regions across borders and the like
  std::string_view reference;     // "geonames:174895"
  std::optional<PlaceId> parent;  // the nearest area that holds it
};

// One place, told in full.
struct GazetteerPlace : PlaceFacts {
  std::vector<PlaceId> within;               // the chain of areas that hold it, the nearest first, its country last
  std::vector<std::string_view> names;       // all names in use, by all who use one, `name` first
  std::vector<std::string_view> claimed_by;  // states and territories that claim it, where that is contested
};

// One file. Gazetteers is what readers use.
class Gazetteer {
 public:
  // Everything that the file refers to is checked, so that no damaged file can lead astray later. Errors:
  // file_not_found, file_unreadable, gazetteer_malformed. Cost: under 10 ms for the world.
  [[nodiscard]] static Result<Gazetteer> open(const std::filesystem::path& path);

  Gazetteer(Gazetteer&& other) noexcept;
  Gazetteer& operator=(Gazetteer&& other) noexcept;
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;
  ~Gazetteer();

  // The places of a name as normalise_place_name gives it, the most important first.
  struct Found {
    std::uint32_t place;
    bool customary;  // customary in English, not only one of its other names
  };
  class Matches {
   public:
    explicit Matches(const std::uint32_t* entries = nullptr, std::size_t count = 0)
        : entries_(entries), count_(count) {}
    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] Found operator[](std::size_t at) const;

   private:
    const std::uint32_t* entries_;
    std::size_t count_;
  };
  // None is not an error. Cost: some 100 ns, no allocation.
  [[nodiscard]] Matches find(std::string_view normalised) const;

  [[nodiscard]] std::uint32_t size() const;  // number of places
  [[nodiscard]] PlaceFacts facts(std::uint32_t place) const;
  [[nodiscard]] std::vector<std::string_view> names(std::uint32_t place) const;
  [[nodiscard]] std::vector<std::string_view> claimed_by(std::uint32_t place) const;
  // The country or dependency of an ISO 3166-1 alpha-2 code.
  [[nodiscard]] std::optional<std::uint32_t> country(std::string_view code) const;
  // SHA-256 of the content, as the file's header tells it: 64 hexadecimal digits.
  [[nodiscard]] std::string checksum() const;

 private:
  struct Mapping;
  explicit Gazetteer(std::unique_ptr<const Mapping> mapping);

  std::unique_ptr<const Mapping> mapping_;
};

// The world's gazetteer and extra ones as one. An extra gazetteer's place that an earlier one has, too (the same
// reference, or the same kind within 5 km under the name asked for), counts once.
class Gazetteers {
 public:
  // At least one path, the world's first. Errors: those of Gazetteer::open; usage for none or more than 65,535.
  [[nodiscard]] static Result<Gazetteers> open(const std::vector<std::filesystem::path>& paths);

  struct Candidate {
    PlaceId id;
    bool customary;  // the name asked for is customary in English
  };
  // The places of that normalised name, the most important first, at most 500 of each gazetteer; none is not an error.
  [[nodiscard]] std::vector<PlaceId> named(std::string_view normalised) const;
  // The same into a vector whose memory is used again, with what the name is to them.
  void find(std::string_view normalised, std::vector<Candidate>& out) const;
  // Whether any place has that normalised name. Cost: some 100 ns.
  [[nodiscard]] bool has(std::string_view normalised) const;

  [[nodiscard]] PlaceFacts facts(PlaceId id) const;
  [[nodiscard]] GazetteerPlace place(PlaceId id) const;
  // The country or dependency of an ISO 3166-1 alpha-2 code.
  [[nodiscard]] std::optional<PlaceId> country(std::string_view code) const;

 private:
  explicit Gazetteers(std::vector<Gazetteer> gazetteers);

  std::vector<Gazetteer> gazetteers_;
};

}  // namespace counterclaim::ground
