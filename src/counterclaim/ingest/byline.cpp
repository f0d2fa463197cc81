#include "counterclaim/ingest/byline.h"

#include <string>

namespace counterclaim::ingest {
namespace {

constexpr std::uint32_t kMostWordsOfByline = 16;
constexpr std::uint32_t kMostWordsOfDate = 6;
constexpr std::uint32_t kMostMediumWords = 5;
constexpr std::uint32_t kMostNameWords = 4;
constexpr std::uint32_t kLongestName = 40;  // code points

// Whether tokens from `begin` on are names, and small words between them.
bool are_names(const LineTokens& tokens, std::size_t begin, const LayoutWords& words) {
  std::size_t names = 0;
  for (std::size_t n = begin; n < tokens.size(); ++n) {
    if (tokens[n].capital) {
      ++names;
    } else if (!tokens[n].digit && !tokens[n].sign &&
               (n == begin || !words.has(LayoutWords::kSmallWords, tokens.word(n)))) {
      return false;
    }
  }
  return names > 0 && tokens.complete();
}

// Whether tokens from `begin` on are a date or a time, with a number among them.
bool are_date(const LineTokens& tokens, std::size_t begin, const LayoutWords& words) {
  bool number = false;
  for (std::size_t n = begin; n < tokens.size(); ++n) {
    number = number || tokens[n].digit;
    const bool fits =
        tokens[n].digit || tokens[n].sign || tokens[n].capital || words.has(LayoutWords::kDateWords, tokens.word(n));
    if (!fits) return false;
  }
  return number;
}

// "Analysis: Ana Rojas, BBC World Service".
bool ends_with_medium(std::string_view line, const LineTokens& tokens, const LayoutWords& words) {
  const std::size_t comma = line.rfind(',');
  if (comma == std::string_view::npos) return false;
  std::size_t first = tokens.size();
  while (first > 0 && tokens[first - 1].bytes.begin > comma) --first;
  return first > 0 && first < tokens.size() && words.has(LayoutWords::kMedia, tokens.phrase(first, tokens.size()));
}

}  // namespace

bool is_byline(std::string_view line, const LineForm& form, const LayoutWords& words, LineTokens& tokens) {
  if (form.words == 0 || form.words > kMostWordsOfByline || form.asks()) return false;
  const bool date = form.years == 1 && form.has_day && form.words <= kMostWordsOfDate && !form.ends_sentence();
  if (date && form.alphabetic >= 1 && form.alphabetic <= 2 && form.capitalised == form.words) return true;
  std::string folded;
  const bool known = words.patterns().knows(first_word(line, folded));
  const bool may_end_with_medium = !form.ends_sentence() && line.find(',') != std::string_view::npos;
  if (!known && !may_end_with_medium) return false;
  tokens.read(line);
  if (words.patterns().matches_whole(tokens, LayoutWords::kDateLine)) return true;
  if (const std::size_t lead = words.patterns().match(tokens, LayoutWords::kDateLead); lead > 0)
    return are_date(tokens, lead, words);
  if (const std::size_t lead = words.patterns().match(tokens, LayoutWords::kBylineLead); lead > 0)
    return !form.ends_sentence() && tokens[0].capital && are_names(tokens, lead, words);
  return may_end_with_medium && are_names(tokens, 0, words) && ends_with_medium(line, tokens, words);
}

bool is_medium_line(std::string_view line, const LineForm& form, const LayoutWords& words, LineTokens& tokens) {
  if (form.words == 0 || form.words > kMostMediumWords || form.ends_sentence()) return false;
  tokens.read(line);
  if (tokens.size() == 0 || !tokens[0].capital) return false;
  const std::size_t begin = tokens.size() > 1 && tokens.word(0) == "the" ? 1 : 0;
  return words.has(LayoutWords::kMedia, tokens.phrase(begin, tokens.size()));
}

bool may_be_name(const LineForm& form) {
  return form.words >= 2 && form.words <= kMostNameWords && form.alphabetic == form.words &&
         form.capitalised == form.words && form.length <= kLongestName && !form.ends_sentence() && !form.asks() &&
         form.last != U':';
}

}  // namespace counterclaim::ingest
