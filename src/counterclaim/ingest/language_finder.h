// In which language a report is written, by the scripts of its letters and its most frequent words.
//
//   finder.find(blocks)   // "en", "ru", "es", …; "und": not English, and none that is known
//
// Only English or not needs to be certain, so a text is English unless something tells otherwise: most of its letters
// belong to another script, it has many of another language's small words and far fewer English ones, or it is long
// prose without any English ones. A text of a few words in Latin letters stays English. Small words behind the names of
// people and places ("de la", "van") are no evidence and stand in no list.
//
// Codes are of ISO 639-1; "und" is that of ISO 639-2 for an undetermined language.
//
// Layer: ingest. Reads a file once. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ingest {

inline constexpr std::string_view kEnglish = "en";
inline constexpr std::string_view kUnknownLanguage = "und";

class LanguageFinder {
 public:
  // Errors: those of read_resource_file, resource_malformed.
  [[nodiscard]] static Result<LanguageFinder> load(const std::filesystem::path& path);

  // Boilerplate counts too: lines in other scripts are marked as such. Cost: linear in the text, up to its first 5,000
  // words.
  [[nodiscard]] std::string_view find(std::span<const record::Block> blocks) const;

 private:
  static constexpr std::size_t kLatin = 0;  // position in scripts_

  struct Script {
    std::string language;  // of most that is written in it
    std::vector<std::pair<char32_t, char32_t>> ranges;
  };
  struct Evidence {
    std::vector<std::uint32_t> letters;   // of each script
    std::vector<std::uint32_t> hits;      // words of each language
    std::vector<std::uint32_t> distinct;  // different ones among them
    std::uint32_t words = 0, lower_case = 0;
  };

  [[nodiscard]] std::optional<std::size_t> script_of(char32_t letter) const;
  void read(std::string_view text, StringSet& seen, Evidence& evidence) const;
  void take_word(std::string_view word, StringSet& seen, Evidence& evidence) const;
  [[nodiscard]] std::string_view decide(const Evidence& evidence) const;
  [[nodiscard]] std::size_t most_hits(const Evidence& evidence, bool english) const;

  std::vector<Script> scripts_;
  std::vector<std::string> languages_;                  // codes; English first
  StringMap<std::vector<std::uint16_t>> languages_of_;  // positions in languages_, by word
};

}  // namespace counterclaim::ingest
