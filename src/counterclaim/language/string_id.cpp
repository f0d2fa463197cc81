#include "counterclaim/language/string_id.h"

#include <bit>
#include <cstddef>

namespace counterclaim::language {

namespace {

constexpr std::uint64_t kMultiplier = 0xC6A4A7935BD1E995;

// The first eight bytes as a little-endian number. Written out so that the compiler makes one load of a full word.
constexpr std::uint64_t load_word(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t n = 0; n < 8; ++n) word |= std::uint64_t{static_cast<unsigned char>(bytes[n])} << (8 * n);
  return word;
}

constexpr std::uint64_t load_tail(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t n = bytes.size(); n > 0; --n) word = word << 8 | static_cast<unsigned char>(bytes[n - 1]);
  return word;
}

constexpr std::uint64_t hash(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t value = seed ^ (bytes.size() * kMultiplier);
  while (bytes.size() >= 8) {
    std::uint64_t word = load_word(bytes) * kMultiplier;
    word ^= word >> 47;
    value = (value ^ (word * kMultiplier)) * kMultiplier;
    bytes.remove_prefix(8);
  }
  if (!bytes.empty()) value = (value ^ load_tail(bytes)) * kMultiplier;
  value ^= value >> 47;
  value *= kMultiplier;
  return value ^ (value >> 47);
}

constexpr std::string_view kSymbols[] = {
#include "counterclaim/language/symbols.inc"
};
constexpr std::size_t kSymbolCount = std::size(kSymbols);
static_assert(kSymbolCount == 457);

constexpr std::size_t kSlots = 2048;  // open addressing by the hash of the name
constexpr std::uint16_t kFree = 0xFFFF;

constexpr std::array<std::uint16_t, kSlots> make_slots() {
  std::array<std::uint16_t, kSlots> slots{};
  slots.fill(kFree);
  for (std::size_t number = 0; number < kSymbolCount; ++number) {
    std::size_t at = hash(kSymbols[number], 1) % kSlots;
    while (slots[at] != kFree) at = (at + 1) % kSlots;
    slots[at] = static_cast<std::uint16_t>(number);
  }
  return slots;
}
constexpr std::array<std::uint16_t, kSlots> kSymbolSlots = make_slots();

constexpr std::uint64_t finish(std::uint64_t word) {
  word = (word ^ (word >> 33)) * 0xFF51AFD7ED558CCD;
  word = (word ^ (word >> 33)) * 0xC4CEB9FE1A85EC53;
  return word ^ (word >> 33);
}

}  // namespace

std::uint64_t murmur_hash_64a(std::string_view bytes, std::uint64_t seed) { return hash(bytes, seed); }

std::uint64_t string_id(std::string_view text) {
  const std::uint64_t hashed = hash(text, 1);
  for (std::size_t at = hashed % kSlots; kSymbolSlots[at] != kFree; at = (at + 1) % kSlots) {
    if (kSymbols[kSymbolSlots[at]] == text) return kSymbolSlots[at];
  }
  return hashed;
}

std::array<std::uint32_t, 4> four_hashes(std::uint64_t id, std::uint32_t seed) {
  constexpr std::uint64_t kInputBytes = 8;
  const std::uint64_t word = std::rotl(id * 0x87C37B91114253D5, 31) * 0x4CF5AD432745937F;
  std::uint64_t first = seed ^ word ^ kInputBytes;
  std::uint64_t second = seed ^ kInputBytes;
  first += second;
  second += first;
  first = finish(first);
  second = finish(second);
  first += second;
  second += first;
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first >> 32),
          static_cast<std::uint32_t>(second), static_cast<std::uint32_t>(second >> 32)};
}

}  // namespace counterclaim::language
