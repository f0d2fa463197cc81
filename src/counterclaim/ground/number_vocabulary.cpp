#include "counterclaim/ground/number_vocabulary.h"

#include <array>
#include <charconv>
#include <utility>

#include "counterclaim/base/resource_file.h"
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
  static constexpr std::array<std::pair<std::string_view, NotCount>, 12> kNames{{{"percent", NotCount::kPercent},
                                                                                 {"money", NotCount::kMoney},
                                                                                 {"duration", NotCount::kDuration},
                                                                                 {"length", NotCount::kLength},
                                                                                 {"area", NotCount::kArea},
                                                                                 {"mass", NotCount::kMass},
                                                                                 {"time", NotCount::kTime},
                                                                                 {"age", NotCount::kAge},
                                                                                 {"label", NotCount::kLabel},
                                                                                 {"date", NotCount::kDate},
                                                                                 {"happenings", NotCount::kHappenings},
                                                                                 {"votes", NotCount::kVotes}}};
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

void NumberVocabulary::add_phrase(PhraseTable& table, const std::string& words, std::uint32_t value) {
  table.add(words, value);
  beginnings_.insert(phrase_words(words).front());
}

Result<void> NumberVocabulary::load_words(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"words", "first", "step", "value"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "vague" || entry.section == "zero") {
      for (const std::string& word : entry.list("words")) add_phrase(entry.section == "zero" ? zero_ : vague_, word, 0);
      continue;
    }
    const auto kind = word_kind(entry.section);
    const auto first = to_number(entry.text(kind == NumberWordKind::kCardinal ? "first" : "value"));
    if (entry.section == "suffix" && first) {
      for (const std::string& letters : entry.list("words")) suffixes_.emplace(letters, *first);
      continue;
    }
    if (!kind || !first) return file->malformed(entry.line, "a kind of number word and its value are expected");
    const double step = kind == NumberWordKind::kCardinal ? to_number(entry.text("step")).value_or(1) : 0;
    double value = *first;
    for (const std::string& word : entry.list("words")) {
      words_.emplace(word, NumberWord{*kind, value});
      beginnings_.insert(word);
      value += step;
    }
  }
  for (const char* article : {"a", "an"}) beginnings_.insert(article);
  return {};
}

Result<void> NumberVocabulary::load_bounds(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"bound", "before", "after", "lemmas"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "change") {
      changes_.insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
      continue;
    }
    const auto bound = record::value_named<record::Bound>(entry.text("bound"));
    if (!bound) return file->malformed(entry.line, "'bound' must be a bound of figures");
    const auto value = static_cast<std::uint32_t>(*bound);
    for (const std::string& words : entry.list("before")) add_phrase(bounds_before_, words, value);
    for (const std::string& words : entry.list("after")) bounds_after_.add(words, value);
  }
  return {};
}

Result<void> NumberVocabulary::load_not_counts(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"kind", "previous", "next", "lemmas", "words"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "counted_compound") {
      compounds_.insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
      continue;
    }
    if (entry.section == "address") {
      addresses_.insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    const auto kind = not_count_named(entry.text("kind"));
    if (!kind) return file->malformed(entry.line, "unknown 'kind'");
    for (const std::string& words : entry.list("previous")) previous_.add(words, static_cast<std::uint32_t>(*kind));
    for (const std::string& words : entry.list("next")) {
      next_.add(words, static_cast<std::uint32_t>(*kind));
      nouns_.emplace(words, *kind);
    }
    if (*kind == NotCount::kVotes) votes_.insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
  }
  return {};
}

std::optional<NumberWord> NumberVocabulary::word(std::string_view lower) const {
  const auto found = words_.find(lower);
  if (found == words_.end()) return std::nullopt;
  return found->second;
}

std::optional<double> NumberVocabulary::suffix(std::string_view letters) const {
  const auto found = suffixes_.find(letters);
  if (found == suffixes_.end()) return std::nullopt;
  return found->second;
}

bool NumberVocabulary::may_begin(std::string_view lower) const {
  if (lower.empty()) return false;
  // Digits and the marks in front of them ("~", ">", "<", "≥", "≤").
  const char first = lower.front();
  if ((first >= '0' && first <= '9') || first == '~' || first == '<' || first == '>' || lower.starts_with("\u2264") ||
      lower.starts_with("\u2265"))
    return true;
  return beginnings_.contains(lower);
}

NotCount NumberVocabulary::not_count_noun(std::string_view lemma) const {
  const auto found = nouns_.find(lemma);
  return found == nouns_.end() ? NotCount::kNone : found->second;
}

}  // namespace counterclaim::ground
