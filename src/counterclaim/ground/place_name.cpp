#include "counterclaim/ground/place_name.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <utf8proc.h>

#include "counterclaim/base/utf8.h"

namespace counterclaim::ground {
namespace {

struct Rewrite {
  std::string_view from;
  std::string_view to;
};

// Words that stand for another one.
constexpr std::array<Rewrite, 6> kAbbreviations = {
    {{"st", "saint"}, {"ste", "saint"}, {"sainte", "saint"}, {"mt", "mount"}, {"ft", "fort"}, {"sankt", "saint"}}};

// The Arabic article: before the sun letters, and as Egypt, the Levant and the Maghreb write it.
constexpr std::array<std::string_view, 17> kArticles = {"al", "el", "ad", "an", "ar", "as",  "ash", "at", "ath",
                                                        "az", "ed", "en", "er", "es", "esh", "et",  "ez"};

// Endings of names from Arabic, Persian and Turkish, the longest first.
constexpr std::array<Rewrite, 11> kEndings = {{{"iyyah", "ia"},
                                               {"iyyeh", "ia"},
                                               {"iyya", "ia"},
                                               {"iyye", "ia"},
                                               {"iyah", "ia"},
                                               {"iyeh", "ia"},
                                               {"iya", "ia"},
                                               {"iye", "ia"},
                                               {"ieh", "ia"},
                                               {"ah", "a"},
                                               {"eh", "a"}}};
constexpr std::size_t kShortestStem = 3;

// Letters that Unicode does not decompose, as the Latin press writes them.
std::string_view plain_letters(char32_t letter) {
  switch (letter) {
    case U'ł': return "l";
    case U'ø': return "o";
    case U'đ':
    case U'ð':
    case U'ɖ': return "d";
    case U'ħ': return "h";
    case U'ı': return "i";
    case U'æ': return "ae";
    case U'œ': return "oe";
    case U'þ': return "th";
    case U'ə':
    case U'ǝ': return "a";
    case U'ŋ': return "ng";
    case U'ŧ': return "t";
    case U'ɓ': return "b";
    case U'ɗ': return "d";
    case U'ƙ': return "k";
    case U'ɛ': return "e";
    case U'ɔ': return "o";
    default: return {};
  }
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'`' || c == U'´' || c == U'′' || (c >= 0x2B0 && c <= 0x2FF);
}

// A name being folded: words parted by single spaces.
class Folding {
 public:
  explicit Folding(std::string& out) : out_(out) { out_.clear(); }

  void add_letters(std::string_view letters) {
    if (breaks_ && !out_.empty()) out_.push_back(' ');
    breaks_ = false;
    out_.append(letters);
  }

  void add_break() { breaks_ = true; }

 private:
  std::string& out_;
  bool breaks_ = false;
};

void add_ascii(char byte, Folding& folding) {
  const char lower = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
  if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
    folding.add_letters({&lower, 1});
  } else if (byte != '\'' && byte != '`' && byte != '.') {
    folding.add_break();
  }
}

// A code point of a decomposed and case-folded text.
void add_folded(utf8proc_int32_t code_point, Folding& folding) {
  const utf8proc_category_t category = utf8proc_category(code_point);
  const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
  if (!is_letter && category != UTF8PROC_CATEGORY_ND) {
    folding.add_break();
  } else if (const auto plain = plain_letters(static_cast<char32_t>(code_point)); !plain.empty()) {
    folding.add_letters(plain);
  } else {
    std::array<utf8proc_uint8_t, 4> bytes;
    const auto length = static_cast<std::size_t>(utf8proc_encode_char(code_point, bytes.data()));
    folding.add_letters({reinterpret_cast<const char*>(bytes.data()), length});
  }
}

void add_unicode(char32_t code_point, Folding& folding) {
  if (is_apostrophe(code_point)) return;
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                                           UTF8PROC_IGNORE | UTF8PROC_DECOMPOSE);
  std::array<utf8proc_int32_t, 32> folded;  // the longest decomposition has 18
  int boundary_class = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), folded.data(),
                                             static_cast<utf8proc_ssize_t>(folded.size()), kOptions, &boundary_class);
  if (count < 0) {
    folding.add_break();
    return;
  }
  for (std::size_t i = 0; i < std::min(static_cast<std::size_t>(count), folded.size()); ++i) {
    add_folded(folded[i], folding);
  }
}

// Rewrites the word at [begin, end) and returns where it ends now.
std::size_t rewrite_word(std::string& out, std::size_t begin, std::size_t end, bool is_last) {
  const std::string_view word = std::string_view(out).substr(begin, end - begin);
  const auto becomes = [&](std::size_t from, std::string_view to) {
    out.replace(from, end - from, to);
    return from + to.size();
  };
  if (!is_last) {
    for (const Rewrite& abbreviation : kAbbreviations) {
      if (word == abbreviation.from) return becomes(begin, abbreviation.to);
    }
    if (std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end()) return becomes(begin, "al");
  }
  for (const Rewrite& ending : kEndings) {
    if (word.size() >= kShortestStem + ending.from.size() && word.ends_with(ending.from))
      return becomes(end - ending.from.size(), ending.to);
  }
  return end;
}

void rewrite_words(std::string& out) {
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = std::min(out.find(' ', begin), out.size());
    const bool is_last = end == out.size();
    if (std::string_view(out).substr(begin, end - begin) == "the" && !(begin == 0 && is_last)) {
      out.erase(is_last ? begin - 1 : begin, 4);
      continue;
    }
    begin = rewrite_word(out, begin, end, is_last) + 1;
  }
}

// The letters of an acronym such as "US" or "U.A.E."; empty for any other text. It keeps its capitals, so that it is
// not taken for a word.
std::string_view acronym(std::string_view name, std::array<char, 3>& letters) {
  std::size_t count = 0;
  for (const char c : name) {
    if (c == '.' && count > 0) continue;
    if (c < 'A' || c > 'Z' || count == letters.size()) return {};
    letters[count++] = c;
  }
  return count < 2 ? std::string_view() : std::string_view(letters.data(), count);
}

bool holds_letter(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) { return c != ' ' && !(c >= '0' && c <= '9'); });
}

}  // namespace

void normalise_place_name(std::string_view name, std::string& out) {
  Folding folding(out);
  if (name.size() > kLongestPlaceName) return;
  std::array<char, 3> letters;
  if (const std::string_view capitals = acronym(name, letters); !capitals.empty()) {
    folding.add_letters(capitals);
    return;
  }
  for (std::size_t at = 0; at < name.size();) {
    if (static_cast<unsigned char>(name[at]) < 0x80) {
      add_ascii(name[at++], folding);
      continue;
    }
    const DecodedCodePoint decoded = decode_utf8(name, at);
    add_unicode(decoded.value, folding);
    at += decoded.bytes;
  }
  if (holds_letter(out)) {
    rewrite_words(out);
  } else {
    out.clear();
  }
}

std::string normalised_place_name(std::string_view name) {
  std::string out;
  normalise_place_name(name, out);
  return out;
}

}  // namespace counterclaim::ground
