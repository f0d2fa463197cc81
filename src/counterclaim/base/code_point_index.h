// Maps positions of one UTF-8 text between bytes, code points and UTF-16 units.
//
//   CodePointIndex index("né!");
//   index.byte_of(2)         -> 3
//   index.code_point_of(3)   -> 2
//   index.utf16_of(2)        -> 2
//
// Layer: base. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace counterclaim {

class CodePointIndex {
 public:
  // `text` must be valid UTF-8, under 4 GiB, and outlive the index. Cost: linear; memory: 8 bytes per 64 code points,
  // none for an ASCII text.
  explicit CodePointIndex(std::string_view text);

  [[nodiscard]] std::uint32_t size() const { return code_points_; }  // code points of the whole text

  // Positions from 0 to and including the end of the text. Cost: at most 64 steps.
  [[nodiscard]] std::uint32_t byte_of(std::uint32_t code_point) const;
  // `byte` must be a boundary of code points.
  [[nodiscard]] std::uint32_t code_point_of(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t utf16_of(std::uint32_t code_point) const;

  // The characters [begin, end), positions in code points.
  [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const;

 private:
  struct Mark {  // of every 64th code point
    std::uint32_t byte;
    std::uint32_t utf16;
  };
  std::string_view text_;
  std::uint32_t code_points_ = 0;
  std::vector<Mark> marks_;  // empty for an ASCII text
};

}  // namespace counterclaim
