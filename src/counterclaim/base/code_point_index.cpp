#include "counterclaim/base/code_point_index.h"

#include <algorithm>

#include "counterclaim/base/utf8.h"

namespace counterclaim {
namespace {

constexpr std::uint32_t kStride = 64;

std::uint32_t sequence_bytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  if (is_ascii(text)) {
    code_points_ = static_cast<std::uint32_t>(text.size());
    return;
  }
  std::uint32_t utf16 = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    if (code_points_ % kStride == 0) marks_.push_back({at, utf16});
    const std::uint32_t bytes = sequence_bytes(text[at]);
    utf16 += bytes == 4 ? 2 : 1;
    at += bytes;
    ++code_points_;
  }
}

std::uint32_t CodePointIndex::byte_of(std::uint32_t code_point) const {
  if (marks_.empty()) return code_point;
  if (code_point >= code_points_) return static_cast<std::uint32_t>(text_.size());
  std::uint32_t byte = marks_[code_point / kStride].byte;
  for (std::uint32_t n = code_point % kStride; n > 0; --n) byte += sequence_bytes(text_[byte]);
  return byte;
}

std::uint32_t CodePointIndex::code_point_of(std::uint32_t byte) const {
  if (marks_.empty()) return byte;
  if (byte >= text_.size()) return code_points_;
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), byte,
                                      [](std::uint32_t value, const Mark& mark) { return value < mark.byte; });
  const auto mark = after - 1;
  auto code_point = static_cast<std::uint32_t>(mark - marks_.begin()) * kStride;
  for (std::uint32_t at = mark->byte; at < byte; at += sequence_bytes(text_[at])) ++code_point;
  return code_point;
}

std::uint32_t CodePointIndex::utf16_of(std::uint32_t code_point) const {
  if (marks_.empty()) return code_point;
  const std::uint32_t from = std::min(code_point, code_points_ - 1);
  const Mark& mark = marks_[from / kStride];
  std::uint32_t utf16 = mark.utf16;
  std::uint32_t byte = mark.byte;
  for (std::uint32_t n = from / kStride * kStride; n < code_point; ++n) {
    const std::uint32_t bytes = sequence_bytes(text_[byte]);
    utf16 += bytes == 4 ? 2 : 1;
    byte += bytes;
  }
  return utf16;
}

std::string_view CodePointIndex::slice(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t first = byte_of(begin);
  return text_.substr(first, byte_of(end) - first);
}

}  // namespace counterclaim
