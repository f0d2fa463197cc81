#include "counterclaim/ingest/residue.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

constexpr std::size_t kFewestIdDigits = 9;
constexpr std::size_t kFewestMenuItems = 3;
constexpr std::size_t kMostMenuWords = 3;
constexpr std::size_t kMostReferenceWords = 6;
constexpr std::uint32_t kMostLinkWords = 30;

// What is left of the line without its markup.
std::string without_markup(std::string_view line, const Markup& markup) {
  std::string out;
  std::size_t at = 0;
  for (const MarkupCut& cut : markup.cuts) {
    out.append(line, at, cut.begin - at);
    at = cut.end;
  }
  out.append(line, at);
  return out;
}

// Nothing but markup, numbers, and with a reference a few words.
bool is_markup_alone(std::string_view left, const Markup& markup, LineTokens& tokens) {
  tokens.read(left);
  std::size_t words = 0;
  for (std::size_t n = 0; n < tokens.size(); ++n) words += tokens[n].digit || tokens[n].sign ? 0 : 1;
  return words == 0 || (markup.citation && words <= kMostReferenceWords);
}

// Most letters are of another alphabet than English has.
bool is_foreign(std::string_view line) {
  if (4 * (line.size() - count_code_points(line)) < line.size()) return false;
  std::size_t latin = 0;
  std::size_t other = 0;
  for (std::size_t at = 0; at < line.size();) {
    const DecodedCodePoint c = decode_utf8(line, at);
    const bool is_latin = c.value < 0x370 || (c.value >= 0x1E00 && c.value <= 0x1EFF);
    if (is_letter(c.value)) ++(is_latin ? latin : other);
    at += c.bytes;
  }
  return other > latin;
}

// "Home | News | Sport": short items between bars, one of them that menus have, no number.
bool is_menu(std::string_view line, const LayoutWords& words, LineTokens& tokens) {
  const bool parted = line.find('|') != std::string_view::npos || line.find("»") != std::string_view::npos ||
                      line.find("›") != std::string_view::npos || line.find('>') != std::string_view::npos;
  if (!parted) return false;
  tokens.read(line);
  std::size_t items = 0;
  bool known = false;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin;
    while (end < tokens.size() && !tokens[end].sign) {
      if (tokens[end++].digit) return false;
    }
    if (end - begin > kMostMenuWords) return false;
    if (end > begin) {
      ++items;
      known = known || words.has(LayoutWords::kMenuItems, tokens.phrase(begin, end));
    }
    begin = end + 1;
  }
  return known && items >= kFewestMenuItems;
}

// "https://example.org/a", "190903105533074".
bool is_address_or_id(std::string_view line, const LineForm& form) {
  if (form.words != 1) return false;
  if (form.has_address || line.starts_with("www.")) return true;
  return line.size() >= kFewestIdDigits &&
         std::all_of(line.begin(), line.end(), [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

Residue residue_by_words(std::string_view line, const LineForm& form, const LayoutWords& words, LineTokens& tokens) {
  std::string folded;
  if (!words.patterns().knows(first_word(line, folded))) return Residue::kNone;
  tokens.read(line);
  if (words.patterns().matches_whole(tokens, LayoutWords::kLinkList)) return Residue::kLinkList;
  if (words.patterns().matches_whole(tokens, LayoutWords::kResidueLine)) return Residue::kLine;
  const std::size_t label = words.patterns().match(tokens, LayoutWords::kLinkLabel);
  if (label == 0 || form.ends_sentence() || form.words > kMostLinkWords) return Residue::kNone;
  if (label == tokens.size()) return Residue::kLine;
  if (!tokens[label].sign) return Residue::kNone;
  return label + 1 == tokens.size() ? Residue::kLinkList : Residue::kLine;
}

}  // namespace

Residue residue_of(std::string_view line, const LineForm& form, const Markup& markup, const LayoutWords& words,
                   LineTokens& tokens) {
  if (!markup.cuts.empty()) {
    const std::string left = without_markup(line, markup);
    if (is_markup_alone(left, markup, tokens)) return markup.picture ? Residue::kPicture : Residue::kLine;
    if (is_foreign(left)) return Residue::kLine;
  } else if (is_foreign(line)) {
    return Residue::kLine;
  }
  if (line.starts_with("↑") || line.starts_with("^ ")) return Residue::kLine;
  if (is_address_or_id(line, form)) return Residue::kLine;
  if (form.words == 0) return Residue::kNone;
  if (!form.ends_sentence() && is_menu(line, words, tokens)) return Residue::kLine;
  return residue_by_words(line, form, words, tokens);
}

std::size_t title_label_bytes(std::string_view line, const LineForm& form, const LayoutWords& words,
                              LineTokens& tokens) {
  std::string folded;
  if (form.words == 0 || form.ends_sentence() || !words.patterns().knows(first_word(line, folded))) return 0;
  tokens.read(line);
  const std::size_t label = words.patterns().match(tokens, LayoutWords::kTitleLabel);
  if (label == 0 || label + 1 >= tokens.size() || !tokens[label].sign) return 0;
  const std::string_view headline = trimmed(line.substr(tokens[label].bytes.end));
  return line.size() - headline.size();
}

}  // namespace counterclaim::ingest
