#include "counterclaim/language/msgpack.h"

#include <bit>

#include <fmt/format.h>

#include "counterclaim/base/utf8.h"

namespace counterclaim::language {

std::optional<std::string_view> MsgpackValue::string() const {
  return type_ == Type::kString ? std::optional(text_) : std::nullopt;
}

std::optional<std::string_view> MsgpackValue::binary() const {
  return type_ == Type::kBinary ? std::optional(text_) : std::nullopt;
}

std::optional<double> MsgpackValue::real() const {
  return type_ == Type::kFloat ? std::optional(std::bit_cast<double>(bits_)) : std::nullopt;
}

std::optional<std::uint64_t> MsgpackValue::bits() const {
  return type_ == Type::kInteger ? std::optional(bits_) : std::nullopt;
}

namespace {

template <class Matches>
const MsgpackValue* find_last(const MsgpackValue& map, Matches matches) {
  if (!map.is_map()) return nullptr;
  const auto& items = map.items();
  for (std::size_t n = items.size(); n >= 2; n -= 2) {
    if (matches(items[n - 2])) return &items[n - 1];
  }
  return nullptr;
}

}  // namespace

const MsgpackValue* MsgpackValue::find(std::string_view text_key) const {
  return find_last(*this, [&](const MsgpackValue& key) { return key.string() == text_key; });
}

const MsgpackValue* MsgpackValue::find_binary(std::string_view binary_key) const {
  return find_last(*this, [&](const MsgpackValue& key) { return key.binary() == binary_key; });
}

const MsgpackValue* MsgpackValue::find(std::uint64_t integer_key) const {
  return find_last(*this, [&](const MsgpackValue& key) { return key.bits() == integer_key; });
}

class MsgpackReader {
 public:
  explicit MsgpackReader(std::string_view bytes) : bytes_(bytes) {}

  Result<MsgpackValue> read_all() {
    MsgpackValue root;
    if (!read(root, 0))
      return fail(ErrorCode::kModelMalformed, fmt::format("MessagePack at byte {}: {}", at_, reason_));
    if (at_ != bytes_.size()) {
      return fail(ErrorCode::kModelMalformed, fmt::format("MessagePack at byte {}: bytes left over", at_));
    }
    return root;
  }

 private:
  using Type = MsgpackValue::Type;
  static constexpr int kMaxDepth = 64;

  bool stop(const char* reason) {
    reason_ = reason;
    return false;
  }

  bool read(MsgpackValue& out, int depth) {
    if (depth > kMaxDepth) return stop("nested too deeply");
    std::uint64_t first = 0;
    if (!big_endian(1, first)) return false;
    if (first < 0x80) return integer(out, first);
    if (first >= 0xE0) return integer(out, first | ~std::uint64_t{0xFF});
    if (first < 0x90) return items(out, Type::kMap, first & 0x0F, depth);
    if (first < 0xA0) return items(out, Type::kArray, first & 0x0F, depth);
    if (first < 0xC0) return text(out, Type::kString, first & 0x1F);
    return read_marked(out, first, depth);
  }

  // The types whose first byte is a mark of its own, 0xC0 to 0xDF.
  bool read_marked(MsgpackValue& out, std::uint64_t mark, int depth) {
    switch (mark) {
      case 0xC0: return true;
      case 0xC2:
      case 0xC3:
        out.type_ = Type::kBool;
        out.bits_ = mark & 1;
        return true;
      case 0xC4:
      case 0xC5:
      case 0xC6: return sized(out, Type::kBinary, std::size_t{1} << (mark - 0xC4), depth);
      case 0xCA:
      case 0xCB: return real(out, mark == 0xCB);
      case 0xCC:
      case 0xCD:
      case 0xCE:
      case 0xCF: return unsigned_integer(out, std::size_t{1} << (mark - 0xCC));
      case 0xD0:
      case 0xD1:
      case 0xD2:
      case 0xD3: return signed_integer(out, std::size_t{1} << (mark - 0xD0));
      case 0xD9:
      case 0xDA:
      case 0xDB: return sized(out, Type::kString, std::size_t{1} << (mark - 0xD9), depth);
      case 0xDC:
      case 0xDD: return sized(out, Type::kArray, std::size_t{2} << (mark - 0xDC), depth);
      case 0xDE:
      case 0xDF: return sized(out, Type::kMap, std::size_t{2} << (mark - 0xDE), depth);
      default: return stop("a type that models do not use");
    }
  }

  bool big_endian(std::size_t count, std::uint64_t& value) {
    if (bytes_.size() - at_ < count) return stop("the file ends early");
    value = 0;
    for (std::size_t n = 0; n < count; ++n) value = value << 8 | static_cast<unsigned char>(bytes_[at_++]);
    return true;
  }

  static bool integer(MsgpackValue& out, std::uint64_t bits) {
    out.type_ = Type::kInteger;
    out.bits_ = bits;
    return true;
  }

  bool unsigned_integer(MsgpackValue& out, std::size_t count) {
    std::uint64_t value = 0;
    return big_endian(count, value) && integer(out, value);
  }

  bool signed_integer(MsgpackValue& out, std::size_t count) {
    std::uint64_t value = 0;
    if (!big_endian(count, value)) return false;
    const std::size_t unused = 64 - 8 * count;
    return integer(out, static_cast<std::uint64_t>(static_cast<std::int64_t>(value << unused) >> unused));
  }

  bool real(MsgpackValue& out, bool is_double) {
    std::uint64_t value = 0;
    if (!big_endian(is_double ? 8 : 4, value)) return false;
    out.type_ = Type::kFloat;
    out.bits_ = is_double
                    ? value
                    : std::bit_cast<std::uint64_t>(double{std::bit_cast<float>(static_cast<std::uint32_t>(value))});
    return true;
  }

  bool sized(MsgpackValue& out, Type type, std::size_t length_bytes, int depth) {
    std::uint64_t length = 0;
    if (!big_endian(length_bytes, length)) return false;
    return type == Type::kString || type == Type::kBinary ? text(out, type, length) : items(out, type, length, depth);
  }

  bool text(MsgpackValue& out, Type type, std::uint64_t length) {
    if (bytes_.size() - at_ < length) return stop("the file ends early");
    out.type_ = type;
    out.text_ = bytes_.substr(at_, length);
    if (type == Type::kString && first_invalid_utf8(out.text_)) return stop("a text that is not UTF-8");
    at_ += length;
    return true;
  }

  bool items(MsgpackValue& out, Type type, std::uint64_t count, int depth) {
    if (type == Type::kMap) count *= 2;
    // Each item takes a byte at least: a false count must not reserve memory.
    if (bytes_.size() - at_ < count) return stop("the file ends early");
    out.type_ = type;
    out.items_.resize(count);
    for (MsgpackValue& item : out.items_) {
      if (!read(item, depth + 1)) return false;
    }
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  const char* reason_ = "";
};

Result<MsgpackValue> read_msgpack(std::string_view bytes) { return MsgpackReader(bytes).read_all(); }

}  // namespace counterclaim::language
