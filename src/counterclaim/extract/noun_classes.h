// What kind of thing a counted noun is, from resources/casualties/persons.toml and things.toml.
//
// Layer: extract. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/base/error.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

enum class NounType { kUnknown, kPerson, kThing, kPlace, kHappening };

struct NounClass {
  NounType type = NounType::kUnknown;
  record::PersonKind kind = record::PersonKind::kUnspecified;
  bool service = false;    // serves a state: soldiers, police
  bool insurgent = false;  // fights one: rebels
  bool unnamed = false;    // nobody knows of which group: gunmen, attackers
  bool local = false;      // lives where it happens: villagers
  bool weak = false;       // also means other things: no count without a word of harm
};

class NounClasses {
 public:
  // `folder`: resources/casualties. Errors: those of read_resource_file.
  [[nodiscard]] static Result<NounClasses> load(const std::filesystem::path& folder);

  // The class of a noun by its lemma in lower case; kUnknown where the files do not have it.
  [[nodiscard]] NounClass of(std::string_view lemma) const;
  // The class that a word in front of a noun for people gives them: "police" officers; kUnknown for any other word.
  [[nodiscard]] NounClass of_modifier(std::string_view lower) const;
  // Whether a noun is several people even in the singular: "crew".
  [[nodiscard]] bool is_collective(std::string_view lemma) const { return collectives_.contains(std::string(lemma)); }

  // How many people a noun in the singular is: 2 of "couple", 1 of any other.
  [[nodiscard]] int persons_of(std::string_view lemma) const;
  // Whether people whom the noun calls so are of the armed group that it stands with: "a member of the Shining Path".
  [[nodiscard]] bool is_belonging(std::string_view lemma) const { return belonging_.contains(std::string(lemma)); }
  // Whether members of the body are civilians: "council".
  [[nodiscard]] bool is_civil_body(std::string_view lemma) const { return civil_bodies_.contains(std::string(lemma)); }
  // Whether the word in front says that they are no more what the noun calls them: a "former" rebel.
  [[nodiscard]] bool is_former(std::string_view lower) const { return former_.contains(std::string(lower)); }

 private:
  [[nodiscard]] Result<void> load_persons(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_things(const std::filesystem::path& path);

  std::unordered_map<std::string, NounClass> classes_, modifiers_;
  std::unordered_map<std::string, int> several_;
  std::unordered_set<std::string> collectives_, belonging_, civil_bodies_, former_;
};

}  // namespace counterclaim::extract
