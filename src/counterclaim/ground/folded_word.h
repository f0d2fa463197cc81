// A word as the lists of names compare it: ASCII lower case, Latin letters without their marks, no apostrophes; an
// abbreviation without its dots.
//
//   FoldedWord("Élysée").view()    // "elysee"
//   FoldedWord("Sana’a").view()    // "sanaa"
//   FoldedWord("U.S.").view()      // "us"
//   FoldedWord("No.").view()       // "no."
//
// Letters of other scripts stay as they are. Only the first 64 bytes of the result count: words that differ behind them
// are the same.
//
// Layer: ground. No allocation. Cost: linear in the bytes that count.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace counterclaim::ground {

class FoldedWord {
 public:
  explicit FoldedWord(std::string_view word);

  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
  [[nodiscard]] std::uint64_t hash() const;

 private:
  static constexpr std::size_t kLongest = 64;
  void push(std::string_view letters);

  std::array<char, kLongest> bytes_;  // only the first size_ are set
  std::uint32_t size_ = 0;
};

// "U.S.", "U.N", "D.C.": capitals parted by dots.
[[nodiscard]] bool is_dotted_abbreviation(std::string_view word);

}  // namespace counterclaim::ground
