#include "counterclaim/ingest/dateline.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

constexpr std::size_t kLongestBytes = 100;
constexpr std::uint32_t kMostWords = 10;
constexpr std::uint32_t kMostPlaceWords = 3;
constexpr std::uint32_t kPlaceLetters = 4;  // a word in capitals that is shorter is an acronym
constexpr std::uint32_t kSureLetters = 5;   // one as long as this is none
constexpr std::uint32_t kLeadWords = 5;     // of the sentence behind a word that may be either

// What stands before the dash.
struct Header {
  std::uint32_t words = 0;
  std::uint32_t capital_letters = 0;             // of the first word, where all its letters are capitals; else 0
  std::uint32_t place_words = 0;                 // before the first comma or bracket
  std::uint32_t shortest_capitals = UINT32_MAX;  // letters of the shortest word; 0 where one is not in capitals
  bool comma = false;
  bool agency = false;   // brackets stand at its end
  std::size_t dash = 0;  // byte where the dash begins
};

struct Dash {
  std::size_t bytes;
  bool em;  // "—" or "--": used for nothing else between words of a name
};

std::optional<Dash> dash_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("—")) return Dash{3, true};
  if (rest.starts_with("--")) return Dash{rest.starts_with("---") ? std::size_t{3} : std::size_t{2}, true};
  if (rest.starts_with("–")) return Dash{3, false};
  if (rest.starts_with("-")) return Dash{1, false};
  return std::nullopt;
}

// One word of a dateline: a name, a number, a date ("17.09.2022", "24th"), or a small word between names.
bool take_word(std::string_view word, const LayoutWords& words, Header& header) {
  const char32_t first = decode_utf8(word, 0).value;
  if (!is_upper(first) && !is_digit(first) && !(header.words > 0 && words.has(LayoutWords::kSmallWords, word)))
    return false;
  std::uint32_t upper = 0;
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const DecodedCodePoint c = decode_utf8(word, at);
    upper += is_upper(c.value) ? 1 : 0;
    letters += is_letter(c.value) ? 1 : 0;
    at += c.bytes;
  }
  if (header.words == 0 && upper == letters) header.capital_letters = upper;
  header.shortest_capitals = std::min(header.shortest_capitals, upper == letters ? letters : 0);
  if (!header.comma && !header.agency) ++header.place_words;
  ++header.words;
  return header.words <= kMostWords;
}

// "(Reuters)" or "/TASS/" at `at`: the byte after it, 0 where that is no name of an agency.
std::size_t agency_end(std::string_view text, std::size_t at) {
  const std::size_t close = text.substr(at, 40).find(text[at] == '(' ? ')' : '/', 1);
  if (close == std::string_view::npos || close < 3) return 0;
  const std::string_view name = text.substr(at + 1, close - 1);
  return is_upper(decode_utf8(name, 0).value) ? at + close + 1 : 0;
}

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c) || c == U'.' || c == U'\'' || c == U'’' || c == U'/' || c == U'-' || c == U'`' ||
         c == U'\u02BB' || c == U'\u02BC';
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const DecodedCodePoint c = decode_utf8(text, at);
    if (!is_word_character(c.value) || text.substr(at).starts_with("--")) break;
    at += c.bytes;
  }
  return at;
}

// Reads words, commas and brackets up to the dash.
std::optional<Header> read_header(std::string_view text, const LayoutWords& words) {
  Header header;
  bool after_space = false;
  for (std::size_t at = 0; at < text.size() && at < kLongestBytes;) {
    const DecodedCodePoint c = decode_utf8(text, at);
    const std::optional<Dash> dash = dash_at(text, at);
    if (dash && (after_space || header.agency || dash->em)) {
      header.dash = at;
      return header.words > 0 ? std::optional(header) : std::nullopt;
    }
    if (header.agency && !is_space(c.value)) return std::nullopt;
    after_space = is_space(c.value);
    if (after_space || c.value == U',') {
      header.comma = header.comma || c.value == U',';
      at += c.bytes;
    } else if (c.value == U'(' || (c.value == U'/' && header.words > 0)) {
      header.agency = true;
      at = agency_end(text, at);
      if (at == 0) return std::nullopt;
    } else {
      const std::size_t end = word_end(text, at);
      if (end == at || !take_word(text.substr(at, end - at), words, header)) return std::nullopt;
      at = end;
    }
  }
  return std::nullopt;
}

bool begins_sentence(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = decode_utf8(text, 0).value;
  return is_upper(first) || is_digit(first) || is_quotation_mark(first) || first == U'[';
}

// What follows the dash, up to the end of its sentence.
struct Lead {
  std::uint32_t words = 0;
  std::uint32_t dashes = 0;  // between spaces
};

Lead read_lead(std::string_view text) {
  Lead lead;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_utf8(text, at);
    const bool space = is_space(c.value);
    if (!space && !in_word) {
      const std::optional<Dash> dash = dash_at(text, at);
      const bool alone = dash && at + dash->bytes < text.size() && is_space(decode_utf8(text, at + dash->bytes).value);
      ++(alone ? lead.dashes : lead.words);
    }
    if (space && at > 0 && (text[at - 1] == '.' || text[at - 1] == '!' || text[at - 1] == '?')) break;
    in_word = !space;
    at += c.bytes;
  }
  return lead;
}

bool is_dateline(const Header& header, const Dash& dash, std::string_view behind) {
  if (header.capital_letters >= 2 && (header.agency || header.comma)) return true;
  if (header.agency) return header.place_words <= kMostPlaceWords;
  const bool place = header.words <= kMostPlaceWords && header.shortest_capitals >= kPlaceLetters;
  if (!place && !(dash.em && header.capital_letters >= 2)) return false;
  const Lead lead = read_lead(behind);
  // A dash without its fellow closes an aside about an acronym: "NATO – the alliance – said".
  if (lead.dashes % 2 == 1) return false;
  // Between capitals a short dash also joins two names in a heading: "NATO - Russia relations". City names are longer.
  return dash.em || header.shortest_capitals >= kSureLetters || lead.words >= kLeadWords;
}

}  // namespace

std::size_t dateline_bytes(std::string_view paragraph, const LayoutWords& words) {
  const std::optional<Header> header = read_header(paragraph, words);
  if (!header) return 0;
  const std::optional<Dash> dash = dash_at(paragraph, header->dash);
  std::size_t at = header->dash + dash->bytes;
  const std::size_t dash_end = at;
  while (at < paragraph.size()) {
    const DecodedCodePoint c = decode_utf8(paragraph, at);
    if (!is_space(c.value) && !is_invisible(c.value)) break;
    at += c.bytes;
  }
  if (at == dash_end && !dash->em) return 0;
  const std::string_view behind = paragraph.substr(at);
  return begins_sentence(behind) && is_dateline(*header, *dash, behind) ? at : 0;
}

}  // namespace counterclaim::ingest
