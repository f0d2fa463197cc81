#include "counterclaim/ground/folded_word.h"

#include <algorithm>

#include "counterclaim/base/utf8.h"

namespace counterclaim::ground {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The plain letters of U+00C0 to U+017F, one a code point; those that need two, and signs, are '.'.
constexpr std::string_view kLatin =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo.."
    "rrrrrrssssssssttttttuuuuuuuuuuuu"
    "wwyyyzzzzzzs";
static_assert(kLatin.size() == 0x180 - 0xC0);

// The letters without marks; "" for marks and apostrophes; `bytes`, the character itself, where it stays.
std::string_view plain(char32_t c, std::string_view bytes) {
  if (c >= 0xC0 && c < 0x180 && kLatin[c - 0xC0] != '.') return kLatin.substr(c - 0xC0, 1);
  switch (c) {
    case 0xC6:
    case 0xE6: return "ae";
    case 0xD0:
    case 0xF0: return "d";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x152:
    case 0x153: return "oe";
    case 0x2BB:
    case 0x2BC:
    case 0x2BE:
    case 0x2BF:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032: return "";
    default: break;
  }
  return c >= 0x300 && c < 0x370 ? std::string_view() : bytes;
}

}  // namespace

bool is_dotted_abbreviation(std::string_view word) {
  if (word.size() < 3) return false;
  for (std::size_t n = 0; n < word.size(); ++n) {
    if (n % 2 == 0 ? !is_upper(word[n]) : word[n] != '.') return false;
  }
  return true;
}

FoldedWord::FoldedWord(std::string_view word) {
  const bool dotted = is_dotted_abbreviation(word);
  for (std::size_t at = 0; at < word.size() && size_ < kLongest;) {
    const char c = word[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      ++at;
      if (c == '\'' || c == '`' || (c == '.' && dotted)) continue;
      bytes_[size_++] = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    } else {
      const DecodedCodePoint code_point = decode_utf8(word, at);
      push(plain(code_point.value, word.substr(at, code_point.bytes)));
      at += code_point.bytes;
    }
  }
  if (size_ == 0) push(word);  // an apostrophe by itself
}

void FoldedWord::push(std::string_view letters) {
  const std::size_t count = std::min(letters.size(), kLongest - size_);
  std::copy_n(letters.begin(), count, bytes_.begin() + size_);
  size_ += static_cast<std::uint32_t>(count);
}

// FNV-1a.
std::uint64_t FoldedWord::hash() const {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : view()) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

}  // namespace counterclaim::ground
