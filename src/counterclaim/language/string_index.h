// A set of strings, numbered in the order in which they came.
//
//   StringIndex index;
//   index.insert("men");       -> 0
//   index.find("women");       -> StringIndex::kNone
//
// Layer: language (internal). Owns copies of the strings: one block of memory for all of them and some 16 bytes each.
// Thread safety: const methods may run concurrently.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim::language {

class StringIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // The number of the string, which is added if it is new. At most 4 GiB of text.
  std::uint32_t insert(std::string_view text);

  // Its number, or kNone. Cost: one hash of the text and one comparison as a rule; a text longer than every string in
  // the set is not hashed.
  [[nodiscard]] std::uint32_t find(std::string_view text) const;
  [[nodiscard]] bool contains(std::string_view text) const { return find(text) != kNone; }

  // The string of a number below size(). The view lives until the next insert().
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kNone;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  void grow();

  std::string text_;                         // all strings, one after the other
  std::vector<std::uint32_t> begins_ = {0};  // of each in text_; one more at the end
  std::vector<Slot> slots_;                  // open addressing, a power of two
  std::size_t longest_ = 0;
};

}  // namespace counterclaim::language
