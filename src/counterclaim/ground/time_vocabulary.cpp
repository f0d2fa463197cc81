#include "counterclaim/ground/time_vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/resource_file.h"

namespace counterclaim::ground {
namespace {

constexpr std::size_t kLongestWord = 24;  // bytes; no word of the vocabulary is longer

constexpr std::array<std::pair<std::string_view, TimeSlot>, 40> kSlotNames{{
    {"year", TimeSlot::kYear},
    {"year2", TimeSlot::kYear2},
    {"year3", TimeSlot::kYear3},
    {"day", TimeSlot::kDay},
    {"month2", TimeSlot::kMonth2},
    {"hour", TimeSlot::kHour},
    {"minute", TimeSlot::kMinute},
    {"second", TimeSlot::kSecond},
    {"clock4", TimeSlot::kClock4},
    {"decade4", TimeSlot::kDecade4},
    {"decade2", TimeSlot::kDecade2},
    {"number", TimeSlot::kNumber},
    {"ordinal", TimeSlot::kOrdinal},
    {"month", TimeSlot::kMonth},
    {"weekday", TimeSlot::kWeekday},
    {"season", TimeSlot::kSeason},
    {"holiday", TimeSlot::kHoliday},
    {"part", TimeSlot::kPart},
    {"meridiem", TimeSlot::kMeridiem},
    {"zone", TimeSlot::kZone},
    {"era", TimeSlot::kEra},
    {"decade-word", TimeSlot::kDecadeWord},
    {"unit", TimeSlot::kUnit},
    {"vague", TimeSlot::kVague},
    {"which", TimeSlot::kWhich},
    {"shift", TimeSlot::kShift},
    {"mod", TimeSlot::kMod},
    {"bound", TimeSlot::kBound},
    {"relative-day", TimeSlot::kRelativeDay},
    {"reference", TimeSlot::kReference},
    {"every", TimeSlot::kEvery},
    {"times", TimeSlot::kTimes},
    {"frequency", TimeSlot::kFrequency},
    {"half", TimeSlot::kHalf},
    {"mass", TimeSlot::kMass},
    {"mod-noun", TimeSlot::kModNoun},
    {"nth", TimeSlot::kNth},
    {"century", TimeSlot::kCentury},
    {"units", TimeSlot::kUnits},
    {"decade3", TimeSlot::kDecade3},
}};

template <class Each>
void for_each_part(std::string_view text, char separator, Each each) {
  while (true) {
    const std::size_t at = text.find(separator);
    each(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

std::string_view word_of(std::string_view text, const TimeToken& token) {
  return text.substr(token.begin_byte, token.end_byte - token.begin_byte);
}

}  // namespace

std::optional<TimeSlot> time_slot_named(std::string_view name) {
  for (const auto& [known, slot] : kSlotNames) {
    if (known == name) return slot;
  }
  return std::nullopt;
}

Result<TimeVocabulary> TimeVocabulary::load(const std::filesystem::path& folder) {
  TimeVocabulary vocabulary;
  const auto numbers = NumberVocabulary::load(folder.parent_path() / "numbers");
  if (!numbers) return tl::unexpected<Error>(numbers.error());
  for (const auto& [word, number] : numbers->words()) vocabulary.entries_[vocabulary.intern(word)].number = number;
  return vocabulary.load_words(folder / "words.toml").map([&] { return std::move(vocabulary); });
}

Result<void> TimeVocabulary::load_words(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"slot", "value", "first", "words", "only"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    const auto slot = time_slot_named(entry.text("slot"));
    if (entry.section != "word" || !slot)
      return file->malformed(entry.line, "a [[word]] with a known 'slot' is expected");
    TimeReading reading;
    reading.slot = *slot;
    reading.text = keep(entry.text("value"));
    reading.capital = entry.text("only") == "capital";
    reading.unclear = entry.text("only") == "unclear";
    const std::string_view first = entry.fields.contains("first") ? entry.text("first") : entry.text("value");
    std::from_chars(first.data(), first.data() + first.size(), reading.number);
    for (const std::string& words : entry.list("words")) {
      for_each_part(words, '|', [&](std::string_view word) { add(word, reading); });
      if (entry.fields.contains("first")) reading.number += 1;
    }
  }
  for (Entry& entry : entries_) {
    std::stable_sort(entry.readings.begin(), entry.readings.end(),
                     [](const TimeReading& a, const TimeReading& b) { return a.rest.size() > b.rest.size(); });
  }
  return {};
}

void TimeVocabulary::add(std::string_view word, TimeReading reading) {
  std::vector<std::uint32_t> parts;
  for (const TimeToken& token : time_tokens(word)) parts.push_back(intern(word_of(word, token)));
  if (parts.empty()) return;
  reading.rest.assign(parts.begin() + 1, parts.end());
  entries_[parts.front()].readings.push_back(std::move(reading));
}

std::uint32_t TimeVocabulary::intern(std::string_view lower) {
  const auto [found, added] = symbols_.try_emplace(std::string(lower), static_cast<std::uint32_t>(entries_.size()));
  if (added) entries_.emplace_back();
  return found->second;
}

std::uint32_t TimeVocabulary::symbol(std::string_view lower) const {
  const auto found = symbols_.find(lower);
  return found == symbols_.end() ? 0 : found->second;
}

void TimeVocabulary::set_symbols(std::string_view text, std::vector<TimeToken>& tokens) const {
  std::array<char, kLongestWord> lower;
  for (TimeToken& token : tokens) {
    if (token.kind == TimeTokenKind::kNumber) continue;
    if (token.kind == TimeTokenKind::kSign) {
      token.symbol = token.sign == 0 ? 0 : symbol(std::string_view(&token.sign, 1));
      continue;
    }
    const std::string_view word = word_of(text, token);
    if (word.size() > lower.size()) continue;
    std::transform(word.begin(), word.end(), lower.begin(), [](char c) { return lower_ascii(c); });
    token.symbol = symbol(std::string_view(lower.data(), word.size()));
  }
}

std::span<const TimeReading> TimeVocabulary::readings(std::uint32_t symbol) const { return entries_[symbol].readings; }

const NumberWord* TimeVocabulary::number(std::uint32_t symbol) const {
  const auto& number = entries_[symbol].number;
  return number ? &*number : nullptr;
}

std::string_view TimeVocabulary::keep(std::string_view text) { return kept_.emplace_back(text); }

}  // namespace counterclaim::ground
