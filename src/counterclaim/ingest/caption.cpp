#include "counterclaim/ingest/caption.h"

#include <algorithm>
#include <array>
#include <string>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

constexpr std::size_t kLongestCredit = 120;  // bytes
constexpr std::size_t kMostCreditWords = 14;
constexpr std::size_t kMostMediumWords = 5;

// The words behind byte `at`, without the comma, colon or dash that parts them from what stands before.
std::size_t caption_begin(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const DecodedCodePoint c = decode_utf8(line, at);
    const bool parts = c.value == U',' || c.value == U':' || c.value == U'.' || c.value == U'-' || c.value == U'–' ||
                       c.value == U'—' || c.value == U'|';
    if (!is_space(c.value) && !parts) break;
    at += c.bytes;
  }
  return at;
}

// Whether tokens [begin, end) are the name of an agency or outlet, "the" apart.
bool is_medium(const LineTokens& tokens, std::size_t begin, std::size_t end, const LayoutWords& words) {
  if (begin < end && tokens.word(begin) == "the") ++begin;
  return begin < end && end - begin <= kMostMediumWords && words.has(LayoutWords::kMedia, tokens.phrase(begin, end));
}

bool ends_with_medium(const LineTokens& tokens, const LayoutWords& words) {
  const std::size_t end = tokens.size();
  for (std::size_t length = 1; length <= std::min(end, kMostMediumWords); ++length) {
    if (is_medium(tokens, end - length, end, words)) return true;
  }
  return false;
}

// "Ana Rojas/AP", "Alexander Soto for NPR": names, with an agency at the end or behind a slash.
bool is_credit(std::string_view text, const LayoutWords& words, LineTokens& tokens) {
  if (text.empty() || text.size() > kLongestCredit) return false;
  tokens.read(text);
  if (tokens.size() == 0 || tokens.size() > kMostCreditWords || !tokens[0].capital) return false;
  for (std::size_t n = 0; n < tokens.size(); ++n) {
    const bool named = tokens[n].capital || tokens[n].sign || words.has(LayoutWords::kSmallWords, tokens.word(n));
    if (!named) return false;
  }
  return ends_with_medium(tokens, words);
}

// What stands in the brackets at the end of a line: "AFP", "File photo: Ana Rojas/AP".
std::optional<Caption> bracketed_credit(std::string_view line, const LayoutWords& words, LineTokens& tokens) {
  std::string_view text = line.ends_with('.') ? line.substr(0, line.size() - 1) : line;
  if (!text.ends_with(')') && !text.ends_with(']')) return std::nullopt;
  const std::size_t open = text.rfind(text.ends_with(')') ? '(' : '[');
  if (open == std::string_view::npos || open == 0 || text.size() - open > kLongestCredit) return std::nullopt;
  const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
  const std::string_view before = trimmed(line.substr(0, open));
  if (before.empty()) return std::nullopt;
  Caption caption;
  caption.tail = static_cast<std::uint32_t>(line.size() - before.size());
  tokens.read(inner);
  if (words.patterns().match(tokens, LayoutWords::kPictureWord) > 0) return caption;
  if (!is_credit(inner, words, tokens)) return std::nullopt;
  const bool photographer = inner.find('/') != std::string_view::npos;
  caption.sure = photographer;
  // "an agency (AFP)." names the agency in its sentence.
  if (!photographer && line.ends_with('.')) return std::nullopt;
  return caption;
}

// "A bridge in Arica. Ana Rojas/AP", "A bridge in Arica. Photograph: Ana Rojas/AP".
std::optional<Caption> trailing_credit(std::string_view line, const LayoutWords& words, LineTokens& tokens) {
  const std::size_t from = line.size() - std::min(line.size(), kLongestCredit);
  std::size_t stop = line.substr(from).rfind(". ");
  if (stop == std::string_view::npos) return std::nullopt;
  stop += from;
  const std::string_view last = trimmed(line.substr(stop + 1));
  std::string folded;
  bool told = words.patterns().knows(first_word(last, folded));
  if (told) {
    tokens.read(last);
    told = words.patterns().matches_whole(tokens, LayoutWords::kCaptionCredit);
  }
  const bool photographer = last.find('/') != std::string_view::npos && is_credit(last, words, tokens);
  if (!told && !photographer) return std::nullopt;
  Caption caption;
  caption.tail = static_cast<std::uint32_t>(line.size() - stop - 1);
  return caption;
}

}  // namespace

std::optional<Caption> read_caption(std::string_view line, const LayoutWords& words, LineTokens& tokens) {
  if (line.size() > kLongestCaption) return std::nullopt;
  std::string folded;
  if (words.patterns().knows(first_word(line, folded))) {
    tokens.read(line);
    const std::size_t lead = words.patterns().match(tokens, LayoutWords::kCaptionLead);
    const bool label_alone = tokens[tokens.size() - 1].sign;
    const bool credit = !label_alone && words.patterns().matches_whole(tokens, LayoutWords::kCaptionCredit);
    if (lead > 0 && lead < tokens.size()) {
      const std::size_t begin = caption_begin(line, tokens[lead - 1].bytes.end);
      if (is_credit(line.substr(begin), words, tokens)) return Caption{.credit = true};
      Caption caption = trailing_credit(line, words, tokens).value_or(Caption{});
      caption.label = static_cast<std::uint32_t>(begin);
      return caption;
    }
    if (credit) return Caption{.credit = true};
  }
  if (line.size() <= kLongestCredit && line.find('/') != std::string_view::npos && is_credit(line, words, tokens))
    return Caption{.credit = true};
  if (auto caption = bracketed_credit(line, words, tokens)) return caption;
  return trailing_credit(line, words, tokens);
}

}  // namespace counterclaim::ingest
