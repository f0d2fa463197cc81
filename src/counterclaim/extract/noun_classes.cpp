#include "counterclaim/extract/noun_classes.h"

#include <utility>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::extract {

Result<NounClasses> NounClasses::load(const std::filesystem::path& folder) {
  NounClasses classes;
  return classes.load_persons(folder / "persons.toml")
      .and_then([&] { return classes.load_things(folder / "things.toml"); })
      .map([&] { return std::move(classes); });
}

Result<void> NounClasses::load_persons(const std::filesystem::path& path) {
  const auto file =
      read_resource_file(path, {"kind", "service", "insurgent", "unnamed", "local", "count", "lemmas", "weak"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    std::unordered_set<std::string>* words = nullptr;
    if (entry.section == "several") {
      for (const std::string& lemma : entry.list("lemmas")) several_.emplace(lemma, entry.text("count") == "3" ? 3 : 2);
      continue;
    }
    if (entry.section == "collective") words = &collectives_;
    if (entry.section == "belonging") words = &belonging_;
    if (entry.section == "civil_body") words = &civil_bodies_;
    if (entry.section == "former") words = &former_;
    if (words) {
      words->insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
      continue;
    }
    NounClass noun;
    const auto kind = record::value_named<record::PersonKind>(entry.text("kind"));
    if (!kind) return file->malformed(entry.line, "'kind' must be a kind of persons");
    noun.type = NounType::kPerson;
    noun.kind = *kind;
    noun.service = entry.flag("service");
    noun.insurgent = entry.flag("insurgent");
    noun.unnamed = entry.flag("unnamed");
    noun.local = entry.flag("local");
    if (entry.section == "modifier") {
      for (const std::string& lemma : entry.list("lemmas")) modifiers_.emplace(lemma, noun);
      continue;
    }
    noun.weak = true;
    for (const std::string& lemma : entry.list("weak")) classes_.emplace(lemma, noun);
    noun.weak = false;
    for (const std::string& lemma : entry.list("lemmas")) classes_.emplace(lemma, noun);
  }
  return {};
}

Result<void> NounClasses::load_things(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"lemmas"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    NounClass noun;
    if (entry.section == "thing")
      noun.type = NounType::kThing;
    else if (entry.section == "place")
      noun.type = NounType::kPlace;
    else if (entry.section == "happening")
      noun.type = NounType::kHappening;
    else
      return file->malformed(entry.line, "unknown section");
    for (const std::string& lemma : entry.list("lemmas")) classes_.emplace(lemma, noun);
  }
  return {};
}

NounClass NounClasses::of_modifier(std::string_view lower) const {
  const auto found = modifiers_.find(std::string(lower));
  return found == modifiers_.end() ? NounClass{} : found->second;
}

int NounClasses::persons_of(std::string_view lemma) const {
  const auto found = several_.find(std::string(lemma));
  return found == several_.end() ? 1 : found->second;
}

NounClass NounClasses::of(std::string_view lemma) const {
  const auto found = classes_.find(std::string(lemma));
  return found == classes_.end() ? NounClass{} : found->second;
}

}  // namespace counterclaim::extract
