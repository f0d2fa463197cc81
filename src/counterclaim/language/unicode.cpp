#include "counterclaim/language/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "counterclaim/base/utf8.h"

namespace counterclaim::language {

namespace {

struct BlockRun {
  std::uint16_t repeats, block;
};
struct LowercaseRun {
  char32_t first, last;  // inclusive
  std::uint32_t step;
  std::int32_t difference;  // of the lower case to the character
};

#include "counterclaim/language/unicode_tables.inc"

// Bits of kClassBits, the same as in make_tables.py.
constexpr std::uint8_t kWhiteSpace = 1, kLetter = 2, kUppercaseLetter = 4, kDigit = 8;
constexpr std::uint8_t kCased = 16, kCaseIgnorable = 32;

constexpr char32_t kCodePoints = 0x110000;
constexpr std::size_t kBlockSize = kBlocks[0].size();

constexpr auto kBlockOf = [] {
  std::array<std::uint8_t, kCodePoints / kBlockSize> blocks{};
  std::size_t at = 0;
  for (const BlockRun& run : kBlockRuns) {
    for (std::size_t n = 0; n < run.repeats; ++n) blocks[at++] = static_cast<std::uint8_t>(run.block);
  }
  return blocks;
}();
static_assert(std::size(kBlocks) <= 256);

std::uint8_t bits_of(char32_t code_point) {
  if (code_point >= kCodePoints) return 0;
  const std::string_view block = kBlocks[kBlockOf[code_point / kBlockSize]];
  return kClassBits[static_cast<std::size_t>(block[code_point % kBlockSize] - 'a')];
}

// Lower case of a character outside ASCII that has one of a single character; else the character itself.
char32_t simple_lower(char32_t code_point) {
  const auto* const run = std::lower_bound(std::begin(kLowercaseRuns), std::end(kLowercaseRuns), code_point,
                                           [](const LowercaseRun& r, char32_t c) { return r.last < c; });
  if (run == std::end(kLowercaseRuns) || code_point < run->first) return code_point;
  if ((code_point - run->first) % run->step != 0) return code_point;
  return static_cast<char32_t>(static_cast<std::int32_t>(code_point) + run->difference);
}

// Whether the first character at or behind `at` that is not case-ignorable is a cased one.
bool cased_follows(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto [code_point, bytes] = decode_utf8(text, at);
    const std::uint8_t bits = bits_of(code_point);
    if ((bits & kCaseIgnorable) == 0) return (bits & kCased) != 0;
    at += bytes;
  }
  return false;
}

// Lower-cases from front to back, so that what stands before a sigma is known when it comes. What stands behind is read
// ahead, once for each run of case-ignorable characters.
class Lowering {
 public:
  Lowering(std::string& out, std::string_view text) : out_(out), text_(text) {}

  void run() {
    while (at_ < text_.size()) {
      const auto [code_point, bytes] = decode_utf8(text_, at_);
      const std::size_t end = at_ + bytes;
      append(code_point, end);
      const std::uint8_t bits = bits_of(code_point);
      if ((bits & kCaseIgnorable) == 0) cased_before_ = (bits & kCased) != 0;
      at_ = end;
    }
  }

 private:
  void append(char32_t code_point, std::size_t end) {
    if (code_point < 0x80) {
      out_ += static_cast<char>(code_point >= U'A' && code_point <= U'Z' ? code_point + 0x20 : code_point);
    } else if (code_point == U'\u03A3') {
      append_utf8(out_, cased_before_ && !cased_follows(text_, end) ? U'\u03C2' : U'\u03C3');
    } else if (code_point == U'\u0130') {
      out_ += "i\u0307";
    } else {
      append_utf8(out_, simple_lower(code_point));
    }
  }

  std::string& out_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool cased_before_ = false;
};

}  // namespace

bool is_white_space(char32_t code_point) {
  if (code_point < 0x80) {
    return code_point == U' ' || (code_point >= 0x09 && code_point <= 0x0D) ||
           (code_point >= 0x1C && code_point <= 0x1F);
  }
  return (bits_of(code_point) & kWhiteSpace) != 0;
}

bool is_letter(char32_t code_point) {
  if (code_point < 0x80) return (code_point | 0x20) >= U'a' && (code_point | 0x20) <= U'z';
  return (bits_of(code_point) & kLetter) != 0;
}

bool is_uppercase_letter(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'A' && code_point <= U'Z';
  return (bits_of(code_point) & kUppercaseLetter) != 0;
}

bool is_digit(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'0' && code_point <= U'9';
  return (bits_of(code_point) & kDigit) != 0;
}

void append_lower(std::string& out, std::string_view utf8) {
  if (!is_ascii(utf8)) {
    Lowering(out, utf8).run();
    return;
  }
  const std::size_t begin = out.size();
  out.resize(begin + utf8.size());
  std::transform(utf8.begin(), utf8.end(), out.begin() + static_cast<std::ptrdiff_t>(begin),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
}

std::string lower(std::string_view utf8) {
  std::string out;
  append_lower(out, utf8);
  return out;
}

}  // namespace counterclaim::language
