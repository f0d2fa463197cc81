// What the words of one time expression say by themselves, before it is known what they refer to.
//
//   "early on the 13th of September"  ->  {kMod: START, kDay: 13, kMonth: 9}
//
// Layer: ground. Plain values.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace counterclaim::ground {

// The kinds of word and number that patterns speak of: "<month>" in resources/times. Numbers are read by shape, words
// by the vocabulary; TimeReading says what `number` and `text` hold for each.
enum class TimeSlot : std::uint8_t {
  // Read by the shape of the number.
  kYear,    // 1000 to 2199 in four digits
  kYear2,   // two digits: "08" of "2007-08"
  kYear3,   // one to four digits, before Christ or in the first thousand years
  kDay,     // 1 to 31, with or without "st"
  kMonth2,  // 1 to 12 in digits
  kHour,    // 0 to 24
  kMinute,  // 00 to 59, two digits
  kSecond,
  kClock4,   // "0930" in four digits
  kDecade4,  // "1990" of "1990s"
  kDecade2,  // "90" of "'90s"
  kDecade3,  // "470" of "470s BC"
  kNumber,   // any number in digits or words, "1.5"
  kNth,      // "21st" in digits alone; fills kDay
  kOrdinal,  // "21st", "third"
  // Words.
  kMonth,
  kWeekday,
  kSeason,
  kHoliday,
  kPart,      // of the day: MO, NI, "T12:00"
  kMeridiem,  // am, pm
  kZone,
  kEra,         // BC, AD; FY of a fiscal year
  kDecadeWord,  // "nineties"
  kUnit,        // D, W, TH; in patterns also its plural
  kUnits,       // the plural alone; fills kUnit
  kVague,       // "several", "few"
  kWhich,       // this, last, next, same, previous, following
  kShift,       // ago, later, earlier
  kMod,         // START, MID, END: an adjective, "early"
  kModNoun,     // the same as a noun, "the beginning of"
  kBound,       // APPROX, MORE_THAN, LESS_THAN
  kRelativeDay,
  kReference,  // PAST_REF, PRESENT_REF, FUTURE_REF
  kEvery,      // EVERY, EACH
  kTimes,      // "twice"
  kFrequency,  // "daily"
  kHalf,       // H, Q: a half or a quarter of a year
  kCentury,    // the noun
  kMass,       // "a", "one", "half": the number that a word of amount stands for
  kSlots,
};

[[nodiscard]] std::optional<TimeSlot> time_slot_named(std::string_view name);

struct TimePart {
  bool is_set = false;
  double number = 0;
  std::string_view text;  // of the vocabulary; lives as long as the reader
};

class TimeParts {
 public:
  [[nodiscard]] const TimePart& operator[](TimeSlot slot) const { return parts_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] TimePart& operator[](TimeSlot slot) { return parts_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] bool has(TimeSlot slot) const { return (*this)[slot].is_set; }
  [[nodiscard]] int integer(TimeSlot slot) const {
    return static_cast<int>(std::clamp((*this)[slot].number, -1e9, 1e9));
  }
  [[nodiscard]] std::string_view text(TimeSlot slot) const { return (*this)[slot].text; }

 private:
  std::array<TimePart, static_cast<std::size_t>(TimeSlot::kSlots)> parts_;
};

}  // namespace counterclaim::ground
