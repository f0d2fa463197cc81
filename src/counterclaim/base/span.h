// Half-open ranges of positions. The kind of position is in the type, so that bytes and code points do not mix.
//
// Layer: base.
#pragma once

#include <cstdint>

namespace counterclaim {

namespace internal {
template <class Tag>
struct BasicSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // exclusive; end >= begin

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(std::uint32_t position) const { return begin <= position && position < end; }
  [[nodiscard]] bool contains(BasicSpan other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(BasicSpan other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const BasicSpan&, const BasicSpan&) = default;
};
}  // namespace internal

using ByteSpan = internal::BasicSpan<struct ByteTag>;            // bytes of a UTF-8 text
using CodePointSpan = internal::BasicSpan<struct CodePointTag>;  // Unicode code points of a text
using TokenSpan = internal::BasicSpan<struct TokenTag>;          // tokens of an analysis

}  // namespace counterclaim
