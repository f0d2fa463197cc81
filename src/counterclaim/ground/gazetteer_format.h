// The layout of a gazetteer file; docs/gazetteer.md describes it. Written by gazetteer_writer, read by gazetteer.
//
// Layer: ground (internal).
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace counterclaim::ground::gazetteer_format {

static_assert(std::endian::native == std::endian::little, "gazetteers are mapped as they are");

inline constexpr std::array<char, 8> kMagic = {'c', 'c', 'p', 'l', 'a', 'c', 'e', '\n'};
inline constexpr std::uint32_t kVersion = 1;
// In the order of a name's places, one that customarily bears it counts as this many times its importance.
inline constexpr std::uint64_t kCustomaryFactor = 8;
// Upper bits of a fingerprint that tell its bucket: at most so many, fewer for few keys.
inline constexpr std::uint32_t kMostBucketBits = 16;
// With these behind the last string, a string that begins at any offset before them ends within the section.
inline constexpr std::size_t kTextPadding = 256;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Sections follow the header in this order, each beginning at a multiple of 8 bytes.
enum Section : std::size_t {
  kPlaces,    // PlaceRow: places + 1, the last one closes the lists of names
  kNames,     // uint32: offsets into kText, for each place its names, the customary one first
  kClaims,    // ClaimRow: in the order of places
  kBuckets,   // uint32: where in kKeys the fingerprints with each value of their upper bits begin; 2^bits + 1
  kKeys,      // uint64: fingerprints of normalised names, ascending, none twice
  kLists,     // uint32: for each key where its entries begin; keys + 1
  kEntries,   // uint32: 2 * place + (0 if it customarily bears the name, else 1)
  kText,      // strings: one byte of length, then UTF-8; kTextPadding zero bytes end it
  kSections,  // their number
};

struct SectionPlace {
  std::uint64_t offset;  // from the beginning of the file
  std::uint64_t count;   // elements; bytes of kText
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t bucket_bits;
  std::array<char, 64> checksum;  // SHA-256 of all bytes behind the header, in hexadecimal digits
  std::array<SectionPlace, kSections> sections;
};
static_assert(sizeof(Header) == 80 + 16 * kSections);

struct PlaceRow {
  std::int32_t latitude_e6;  // millionths of a degree
  std::int32_t longitude_e6;
  std::uint32_t population;
  std::uint32_t importance;
  std::uint32_t parent;         // an earlier place, or kNone
  std::uint32_t reference;      // offset into kText
  std::uint32_t names;          // where its names begin in kNames
  std::array<char, 2> country;  // two zero bytes for none
  std::uint8_t kind;
  std::uint8_t reserved;  // 0
};
static_assert(sizeof(PlaceRow) == 32);

struct ClaimRow {
  std::uint32_t place;
  std::uint32_t claimant;  // offset into kText
};
static_assert(sizeof(ClaimRow) == 8);

// FNV-1a over the bytes, then mixed as in MurmurHash3 (both in the public domain). Two of a million names share a
// fingerprint with a probability of one in 36 million.
[[nodiscard]] constexpr std::uint64_t fingerprint(std::string_view normalised) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : normalised) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccd;
  hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53;
  return hash ^ hash >> 33;
}

[[nodiscard]] constexpr std::size_t bucket_of(std::uint64_t key, std::uint32_t bits) {
  return bits == 0 ? 0 : key >> (64 - bits);
}

}  // namespace counterclaim::ground::gazetteer_format
