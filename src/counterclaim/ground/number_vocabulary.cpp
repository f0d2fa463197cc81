#include "counterclaim/ground/number_vocabulary.h"

#include <array>
#include <charconv>
#include <utility>

#include "counterclaim/ground/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::ground {
namespace {

std::optional<double> to_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<NumberWordKind> word_kind(std::string_view section) {
  if (section == "cardinal") return NumberWordKind::kCardinal;
  if (section == "scale") return NumberWordKind::kScale;
  if (section == "group") return NumberWordKind::kGroup;
  if (section == "fraction") return NumberWordKind::kFraction;
  return std::nullopt;
}

std::optional<NotCount> not_count_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, NotCount>, 11> kNames{
      {{"percent", NotCount::kPercent},
       {"money", NotCount::kMoney},
       {"duration", NotCount::kDuration},
       {"length", NotCount::kLength},
       {"area", NotCount::kArea},
       {"mass", NotCount::kMass},
       {"time", NotCount::kTime},
       {"age", NotCount::kAge},
       {"label", NotCount::kLabel},
       {"date", NotCount::kDate},
       {"happenings", NotCount::kHappenings}}};
  for (const auto& [known, value] : kNames) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace

Result<NumberVocabulary> NumberVocabulary::load(const std::filesystem::path& folder) {
  NumberVocabulary vocabulary;
  return vocabulary.load_words(folder / "words.toml")
      .and_then([&] { return vocabulary.load_bounds(folder / "bounds.toml"); })
      .and_then([&] { return vocabulary.load_not_counts(folder / "not_counts.toml"); })
      .map([&] { return std::move(vocabulary); });
}

Result<void> NumberVocabulary::load_words(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"words", "first", "step", "value"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "vague" || entry.section == "zero") {
      for (const std::string& word : entry.list("words")) (entry.section == "zero" ? zero_ : vague_).add(word, 0);
      continue;
    }
    const auto kind = word_kind(entry.section);
    const auto first = to_number(entry.text(kind == NumberWordKind::kCardinal ? "first" : "value"));
    if (!kind || !first) return file->malformed(entry.line, "a kind of number word and its value are expected");
    const double step = kind == NumberWordKind::kCardinal ? to_number(entry.text("step")).value_or(1) : 0;
    double value = *first;
    for (const std::string& word : entry.list("words")) {
      words_.emplace(word, NumberWord{*kind, value});
      value += step;
    }
  }
  return {};
}

Result<void> NumberVocabulary::load_bounds(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"bound", "before", "after"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    const auto bound = record::value_named<record::Bound>(entry.text("bound"));
    if (!bound) return file->malformed(entry.line, "'bound' must be a bound of figures");
    for (const std::string& words : entry.list("before")) bounds_before_.add(words, static_cast<std::uint32_t>(*bound));
    for (const std::string& words : entry.list("after")) bounds_after_.add(words, static_cast<std::uint32_t>(*bound));
  }
  return {};
}

Result<void> NumberVocabulary::load_not_counts(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"kind", "previous", "next"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    const auto kind = not_count_named(entry.text("kind"));
    if (!kind) return file->malformed(entry.line, "unknown 'kind'");
    for (const std::string& words : entry.list("previous")) previous_.add(words, static_cast<std::uint32_t>(*kind));
    for (const std::string& words : entry.list("next")) {
      next_.add(words, static_cast<std::uint32_t>(*kind));
      nouns_.emplace(words, *kind);
    }
  }
  return {};
}

std::optional<NumberWord> NumberVocabulary::word(std::string_view lower) const {
  const auto found = words_.find(std::string(lower));
  if (found == words_.end()) return std::nullopt;
  return found->second;
}

NotCount NumberVocabulary::not_count_noun(std::string_view lemma) const {
  const auto found = nouns_.find(std::string(lemma));
  return found == nouns_.end() ? NotCount::kNone : found->second;
}

}  // namespace counterclaim::ground
