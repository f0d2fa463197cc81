// The words of time expressions, from resources/times/words.toml.
//
//   [[word]]
//   slot = "month"
//   first = 1
//   words = ["january", "february"]          # each next word is one more; "sep|sept" are two spellings of one
//
//   [[word]]
//   slot = "season"
//   value = "WI"
//   words = ["winter"]
//   only = "capital"                         # "capital": the word must begin with one; "unclear": it is often no time
//
// A word of several parts ("new year's eve") is found where all of them stand.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ground/number_vocabulary.h"
#include "counterclaim/ground/time_parts.h"
#include "counterclaim/ground/time_tokens.h"

namespace counterclaim::ground {

struct TimeReading {
  TimeSlot slot = TimeSlot::kUnit;
  double number = 0;
  std::string_view text;
  bool capital = false;             // only where the word begins with a capital
  bool unclear = false;             // "may", "march", "fall": other words of the text must show that it is a time
  std::vector<std::uint32_t> rest;  // symbols of the parts behind the first
};

class TimeVocabulary {
 public:
  // `folder`: resources/times; number words are those of resources/numbers. Errors: those of read_resource_file.
  [[nodiscard]] static Result<TimeVocabulary> load(const std::filesystem::path& folder);

  // The symbol of a word in lower case or of a sign, made if need be (while loading), or 0 where it is not known.
  std::uint32_t intern(std::string_view lower);
  [[nodiscard]] std::uint32_t symbol(std::string_view lower) const;
  [[nodiscard]] std::uint32_t symbols() const { return static_cast<std::uint32_t>(symbols_.size()) + 1; }

  // Sets the symbols of the tokens of `text`. Cost: one look-up a word.
  void set_symbols(std::string_view text, std::vector<TimeToken>& tokens) const;

  // What the word can mean, the longest reading first.
  [[nodiscard]] std::span<const TimeReading> readings(std::uint32_t symbol) const;
  // The number that it is a word for; null for other words.
  [[nodiscard]] const NumberWord* number(std::uint32_t symbol) const;

  // Keeps a string for as long as the vocabulary lives.
  std::string_view keep(std::string_view text);

 private:
  [[nodiscard]] Result<void> load_words(const std::filesystem::path& path);
  void add(std::string_view word, TimeReading reading);

  struct Entry {
    std::vector<TimeReading> readings;
    std::optional<NumberWord> number;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::deque<std::string> kept_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> symbols_;
  std::vector<Entry> entries_{1};  // by symbol; none has 0
};

}  // namespace counterclaim::ground
