// Patterns over light tokens, from resources/times/patterns.toml, compiled once into a small program.
//
//   [[part]]
//   name = "day-month"
//   pattern = "(<day>|<ordinal>) of? <month> | <month> <day>"
//
//   [[pattern]]
//   name = "days of a month"
//   means = "date"
//   pattern = "{<day>} (-|and|to) {<day-month> ,? <year>?}"
//
// The notation: a word or sign stands for itself, in lower case; <name> is a slot (time_parts.h), or a part written
// before; ( | ) alternatives; ? behind an element: it may be missing; ~ : nothing stands between the two; { } the
// characters of a mention, the whole pattern where there are none. What stands outside is context. A pattern with two
// mentions shares what one of them does not say: "12–14 September".
//
// Layer: ground. Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/ground/time_number_shapes.h"
#include "counterclaim/ground/time_parts.h"
#include "counterclaim/ground/time_tokens.h"
#include "counterclaim/ground/time_vocabulary.h"

namespace counterclaim::ground {

enum class TimeMeaning : std::uint8_t { kDate, kWhich, kShift, kDuration, kSet, kReference, kUnset };

// What grammar or the rest of the text must show, checked by time_grammar.h.
enum class TimeGuard : std::uint8_t { kYear, kEra, kNoun, kAdjective, kUndated, kDated, kAlone, kComplete, kNotName };

struct TimeConstant {
  TimeSlot slot = TimeSlot::kMod;
  TimePart part;
};

struct TimePattern {
  std::string name;
  TimeMeaning meaning = TimeMeaning::kDate;
  std::vector<TimeGuard> guards;
  std::vector<TimeConstant> constants;    // "set": what the pattern itself says
  std::vector<std::uint32_t> after;       // symbols, one of which must stand in front; none: anything may
  std::vector<std::uint32_t> not_before;  // symbols that must not stand behind
  std::uint32_t start = 0;                // of its program
  bool one_token = false;                 // whether it can be that short
};

struct TimeMatch {
  const TimePattern* pattern = nullptr;
  std::uint32_t mentions = 1;
  std::array<TokenSpan, 2> spans;  // light tokens
  std::array<TimeParts, 2> parts;
  bool unclear = false;  // it rests on a word that is often no time
  [[nodiscard]] std::uint32_t end() const { return spans[mentions - 1].end; }
};

class TimePatterns {
 public:
  // Errors: those of read_resource_file.
  [[nodiscard]] static Result<TimePatterns> load(const std::filesystem::path& path, TimeVocabulary& vocabulary);

  // The matches that begin at token `at`, the longest first; of equal ones the pattern first in the file. Cost: bounded
  // by the patterns that can begin with the token's word.
  void match(const TimeVocabulary& vocabulary, const std::vector<TimeToken>& tokens, std::uint32_t at,
             std::vector<TimeMatch>& out) const;

 private:
  friend class TimePatternCompiler;  // of time_pattern_compiler.cpp
  friend class TimePatternRun;
  enum class Op : std::uint8_t { kWord, kSlot, kGlued, kSplit, kJump, kOpen, kClose, kMatch };
  struct Instruction {
    Op op;
    std::uint32_t a = 0, b = 0;
  };
  static constexpr std::uint32_t kNumberKeys = 6;  // numbers of 0 to 4 digits, and longer ones
  [[nodiscard]] static std::uint32_t start_key(const TimeToken& token);

  std::vector<TimePattern> patterns_;
  std::vector<Instruction> program_;
  std::vector<std::vector<std::uint16_t>> starts_;  // patterns by the symbol or the number's length they begin with
  std::optional<NumberShapes> shapes_;
};

}  // namespace counterclaim::ground
