#include "counterclaim/ground/place_cues.h"

#include <unordered_map>
#include <utility>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::ground {
namespace {

std::optional<PlaceCue> cue_of(const ResourceEntry& entry) {
  static const std::unordered_map<std::string_view, PlaceCue> kSections{
      {"direction", PlaceCue::kDirection},   {"kind", PlaceCue::kKind},
      {"owned", PlaceCue::kOwned},           {"of", PlaceCue::kOf},
      {"organ", PlaceCue::kOrgan},           {"thing", PlaceCue::kThing},
      {"enterprise", PlaceCue::kEnterprise}, {"title", PlaceCue::kTitle},
      {"inside", PlaceCue::kInside},         {"called", PlaceCue::kCalled},
      {"leading", PlaceCue::kLeading},       {"goal", PlaceCue::kGoal},
      {"never", PlaceCue::kNever},           {"joined", PlaceCue::kJoined},
  };
  if (entry.section == "preposition") {
    return entry.text("strength") == "sure" ? PlaceCue::kSurePreposition : PlaceCue::kWeakPreposition;
  }
  const auto found = kSections.find(entry.section);
  return found == kSections.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Result<PlaceCues> PlaceCues::load(const std::filesystem::path& folder) {
  const auto file = read_resource_file(folder / "cues.toml", {"words", "strength", "kind"});
  if (!file) return tl::unexpected<Error>(file.error());
  PlaceCues cues;
  for (const ResourceEntry& entry : file->entries) {
    const std::optional<PlaceCue> cue = cue_of(entry);
    if (!cue) return file->malformed(entry.line, "unknown section");
    const auto kind = record::value_named<record::PlaceKind>(entry.text("kind"));
    if (kind.has_value() != (*cue == PlaceCue::kKind)) {
      return file->malformed(entry.line, "'kind' must be a kind of place, and stand in [[kind]] alone");
    }
    for (const std::string& word : entry.list("words")) {
      PlaceCueWord& known = cues.words_[word];
      known.cues |= 1U << static_cast<unsigned>(*cue);
      if (kind) known.kind = kind;
    }
  }
  return cues.load_abbreviations(folder / "abbreviations.toml").map([&] { return std::move(cues); });
}

Result<void> PlaceCues::load_abbreviations(const std::filesystem::path& path) {
  constexpr std::string_view kEquals = " = ";
  const auto file = read_resource_file(path, {"areas"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    for (const std::string& area : entry.list("areas")) {
      const std::size_t at = area.find(kEquals);
      if (at == std::string::npos) return file->malformed(entry.line, "an area is written \"Md. = Maryland\"");
      abbreviations_.emplace(area.substr(0, at), area.substr(at + kEquals.size()));
    }
  }
  return {};
}

std::string_view PlaceCues::area_of_abbreviation(std::string_view text) const {
  const auto found = abbreviations_.find(text);
  return found == abbreviations_.end() ? std::string_view() : std::string_view(found->second);
}

const PlaceCueWord& PlaceCues::of(std::string_view lower) const {
  static const PlaceCueWord kNothing;
  const auto found = words_.find(lower);
  return found == words_.end() ? kNothing : found->second;
}

}  // namespace counterclaim::ground
