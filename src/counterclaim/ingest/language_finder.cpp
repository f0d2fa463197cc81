#include "counterclaim/ingest/language_finder.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/resource_file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

constexpr std::uint32_t kMostWords = 5000;
constexpr std::size_t kLongestWord = 40;  // bytes

// What another language's small words must come to before a text in Latin letters is not English.
constexpr std::uint32_t kFewestHits = 4;
constexpr std::uint32_t kFewestDistinct = 3;
constexpr std::uint32_t kTimesEnglish = 2;
constexpr double kShareOfWords = 0.1;

// Long prose: of so many words, most in lower case. English has its small words in every sentence.
constexpr std::uint32_t kLongProse = 150;
constexpr double kShareOfLowerCase = 0.6;
constexpr double kLeastEnglish = 0.01;

// "0400-052F"
std::optional<std::pair<char32_t, char32_t>> range_of(std::string_view text) {
  constexpr int kHexadecimal = 16;
  std::uint32_t first = 0, last = 0;
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const char* begin = text.data();  // NOLINT(bugprone-suspicious-stringview-data-usage): ends are given below
  const char* end = begin + text.size();
  const auto lower = std::from_chars(begin, begin + dash, first, kHexadecimal);
  const auto upper = std::from_chars(begin + dash + 1, end, last, kHexadecimal);
  if (lower.ptr != begin + dash || upper.ptr != end || first > last) return std::nullopt;
  return std::pair(char32_t{first}, char32_t{last});
}

}  // namespace

Result<LanguageFinder> LanguageFinder::load(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"language", "words", "ranges"});
  if (!file) return tl::unexpected<Error>(file.error());
  LanguageFinder finder;
  finder.scripts_.push_back({std::string(kEnglish), {}});
  finder.languages_.emplace_back(kEnglish);
  for (const ResourceEntry& entry : file->entries) {
    const std::string language(entry.text("language"));
    if (language.empty()) return file->malformed(entry.line, "'language' is missing");
    if (entry.section == "script") {
      Script script{language, {}};
      for (const std::string& range : entry.list("ranges")) {
        const auto read = range_of(range);
        if (!read) return file->malformed(entry.line, "a range is two code points in hexadecimal, as 0400-052F");
        script.ranges.push_back(*read);
      }
      finder.scripts_.push_back(std::move(script));
    } else if (entry.section == "language") {
      const auto known = std::find(finder.languages_.begin(), finder.languages_.end(), language);
      const auto position = static_cast<std::uint16_t>(known - finder.languages_.begin());
      if (known == finder.languages_.end()) finder.languages_.push_back(language);
      for (const std::string& word : entry.list("words")) finder.languages_of_[word].push_back(position);
    } else {
      return file->malformed(entry.line, "unknown section");
    }
  }
  return finder;
}

std::string_view LanguageFinder::find(std::span<const record::Block> blocks) const {
  if (languages_.empty()) return kEnglish;
  Evidence evidence;
  evidence.letters.resize(scripts_.size());
  evidence.hits.resize(languages_.size());
  evidence.distinct.resize(languages_.size());
  StringSet seen;
  for (const record::Block& block : blocks) {
    if (evidence.words >= kMostWords) break;
    read(block.clean_text, seen, evidence);
  }
  return decide(evidence);
}

std::optional<std::size_t> LanguageFinder::script_of(char32_t letter) const {
  for (std::size_t script = kLatin + 1; script < scripts_.size(); ++script) {
    for (const auto& [first, last] : scripts_[script].ranges) {
      if (letter >= first && letter <= last) return script;
    }
  }
  return std::nullopt;
}

// `text` is valid UTF-8.
void LanguageFinder::read(std::string_view text, StringSet& seen, Evidence& evidence) const {
  constexpr char32_t kBeyondLatin = 0x0250;
  std::size_t begin = 0;  // of the word
  for (std::size_t at = 0; at < text.size() && evidence.words < kMostWords;) {
    const DecodedCodePoint c = decode_utf8(text, at);
    const bool letter = is_letter(c.value);
    if (letter) {
      const auto script = c.value < kBeyondLatin ? std::optional(kLatin) : script_of(c.value);
      if (script) ++evidence.letters[*script];
    } else {
      take_word(text.substr(begin, at - begin), seen, evidence);
    }
    at += c.bytes;
    if (!letter) begin = at;
  }
  if (evidence.words < kMostWords) take_word(text.substr(begin), seen, evidence);
}

void LanguageFinder::take_word(std::string_view word, StringSet& seen, Evidence& evidence) const {
  if (word.empty()) return;
  ++evidence.words;
  if (word.size() > kLongestWord) return;
  const std::string folded = lower_ascii(word);
  evidence.lower_case += folded == word ? 1 : 0;
  const auto found = languages_of_.find(folded);
  if (found == languages_of_.end()) return;
  const bool is_new = seen.insert(folded).second;
  for (const std::uint16_t language : found->second) {
    ++evidence.hits[language];
    evidence.distinct[language] += is_new ? 1 : 0;
  }
}

// English is first in the list.
std::size_t LanguageFinder::most_hits(const Evidence& evidence, bool english) const {
  const auto begin = evidence.hits.begin() + (english ? 0 : 1);
  return static_cast<std::size_t>(std::max_element(begin, evidence.hits.end()) - evidence.hits.begin());
}

std::string_view LanguageFinder::decide(const Evidence& evidence) const {
  const std::uint32_t letters = std::accumulate(evidence.letters.begin(), evidence.letters.end(), std::uint32_t{0});
  const std::uint32_t latin = evidence.letters[kLatin];
  if (letters > 0 && latin * 2 < letters) {
    const std::size_t best = most_hits(evidence, true);
    if (best > 0 && evidence.hits[best] > evidence.hits[0]) return languages_[best];
    const auto script = std::max_element(evidence.letters.begin() + 1, evidence.letters.end());
    return scripts_[static_cast<std::size_t>(script - evidence.letters.begin())].language;
  }
  const std::uint32_t english = evidence.hits[0];
  if (languages_.size() > 1) {
    const std::size_t best = most_hits(evidence, false);
    const std::uint32_t hits = evidence.hits[best];
    if (hits >= kFewestHits && evidence.distinct[best] >= kFewestDistinct && hits > kTimesEnglish * english &&
        hits >= kShareOfWords * evidence.words)
      return languages_[best];
  }
  const bool prose = evidence.words >= kLongProse && evidence.lower_case >= kShareOfLowerCase * evidence.words;
  return prose && english < kLeastEnglish * evidence.words ? kUnknownLanguage : kEnglish;
}

}  // namespace counterclaim::ingest
