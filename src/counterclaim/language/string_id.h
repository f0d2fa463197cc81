// The 64-bit numbers that stand for strings in spaCy's models, and the four rows that such a number picks in a hash
// table of vectors.
//
//   string_id("coffee")  -> 3197928453018144401
//   string_id("det")     -> 415                    one of 457 reserved names
//
// Layer: language (internal). All functions are pure and allocate nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace counterclaim::language {

// MurmurHash64A by Austin Appleby (public domain), the words of the input read as little-endian.
[[nodiscard]] std::uint64_t murmur_hash_64a(std::string_view bytes, std::uint64_t seed);

// 0 for "", the number of a reserved name (symbols.inc), else the hash with seed 1. Case matters.
// Cost: that of the hash and one look-up.
[[nodiscard]] std::uint64_t string_id(std::string_view text);

// MurmurHash3_x64_128 of the eight bytes of `id`, as four 32-bit words, low word first. Rows are these modulo the
// number of rows of the table.
[[nodiscard]] std::array<std::uint32_t, 4> four_hashes(std::uint64_t id, std::uint32_t seed);

}  // namespace counterclaim::language
