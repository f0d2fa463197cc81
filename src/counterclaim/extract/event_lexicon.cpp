#include "counterclaim/extract/event_lexicon.h"

#include <utility>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::extract {
namespace {

constexpr std::size_t kMostClasses = 64;

EventRole role_of(const std::vector<std::string>& places) {
  EventRole role;
  for (const std::string& place : places) {
    if (place == "subject")
      role.subject = true;
    else if (place == "object")
      role.object = true;
    else if (place == "owner")
      role.owner = true;
    else
      role.behind.insert(place);
  }
  return role;
}

// Classes are written in capitals, words are not.
bool is_class_name(std::string_view name) { return name.front() >= 'A' && name.front() <= 'Z'; }

std::optional<Carrying> carrying_named(std::string_view name) {
  if (name == "actor") return Carrying::kActor;
  if (name == "target") return Carrying::kTarget;
  if (name == "broker") return Carrying::kBroker;
  if (name == "doer") return Carrying::kDoer;
  return std::nullopt;
}

StringSet set_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

}  // namespace

Result<EventLexicon> EventLexicon::load(const std::filesystem::path& folder) {
  EventLexicon lexicon;
  lexicon.class_names_ = {
      {"PARTY", kPartyClass}, {"PLACE", kPlaceClass}, {"PEOPLE", kPeopleClass}, {"STATE", kStateClass}};
  return lexicon.load_words(folder / "words.toml")
      .and_then([&] { return lexicon.load_senses(folder / "acts.toml"); })
      .and_then([&] { return lexicon.load_senses(folder / "verbs.toml"); })
      .and_then([&] { return lexicon.load_senses(folder / "nouns.toml"); })
      .map([&] { return std::move(lexicon); });
}

Result<void> EventLexicon::load_words(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"name", "lemmas", "event", "in_front", "subject"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    const std::vector<std::string>& lemmas = entry.list("lemmas");
    if (entry.section == "class") {
      WordClasses& bit = class_names_[std::string(entry.text("name"))];
      if (bit == 0 && class_names_.size() > kMostClasses) return file->malformed(entry.line, "too many classes");
      if (bit == 0) bit = WordClasses{1} << (class_names_.size() - 1);
      for (const std::string& lemma : lemmas) {
        classes_[lemma] |= bit;
        // The tagger's lemmatiser leaves "servicemen" as it is.
        if (lemma.ends_with("man")) classes_[lemma.substr(0, lemma.size() - 2) + "en"] |= bit;
      }
    } else if (entry.section == "weapon") {
      const auto type = record::value_named<record::EventType>(entry.text("event"));
      if (!type) return file->malformed(entry.line, "'event' must be a type of event");
      for (const std::string& lemma : lemmas) weapons_[lemma] = {*type, entry.flag("in_front")};
    } else if (entry.section == "carrying") {
      const auto carrying = carrying_named(entry.text("subject"));
      if (!carrying) return file->malformed(entry.line, "unknown 'subject'");
      for (const std::string& lemma : lemmas) carrying_[lemma] = *carrying;
    } else {
      return file->malformed(entry.line, "unknown section");
    }
  }
  return {};
}

Result<void> EventLexicon::load_senses(const std::filesystem::path& path) {
  const auto file =
      read_resource_file(path, {"event",    "lemmas",       "actor",    "target",  "mutual",  "open",       "result",
                                "bare",     "negated",      "state",    "subject", "object",  "not_object", "of",
                                "modifier", "not_modifier", "governor", "with",    "without", "behind",     "plover"});
  if (!file) return tl::unexpected<Error>(file.error());
  bool known = true;
  const auto test_of = [&](const std::vector<std::string>& names) {
    WordTest test;
    for (const std::string& name : names) {
      if (!is_class_name(name)) {
        test.words.insert(name);
        continue;
      }
      const WordClasses bit = class_named(name);
      test.classes |= bit;
      known &= bit != 0;
    }
    return test;
  };
  for (const ResourceEntry& entry : file->entries) {
    const auto type = record::value_named<record::EventType>(entry.text("event"));
    if (!type) return file->malformed(entry.line, "'event' must be a type of event");
    if (entry.section != "verb" && entry.section != "noun") return file->malformed(entry.line, "unknown section");
    Senses& table = entry.section == "verb" ? verbs_ : nouns_;
    EventSense sense;
    sense.type = *type;
    sense.actor = role_of(entry.list("actor"));
    sense.target = role_of(entry.list("target"));
    sense.is_mutual = entry.flag("mutual");
    sense.is_open = entry.flag("open");
    sense.is_result = entry.flag("result");
    sense.is_bare = entry.flag("bare");
    sense.is_state = entry.flag("state");
    sense.is_negated = entry.flag("negated");
    sense.subject = test_of(entry.list("subject"));
    sense.object = test_of(entry.list("object"));
    sense.not_object = test_of(entry.list("not_object"));
    sense.of = test_of(entry.list("of"));
    sense.modifier = test_of(entry.list("modifier"));
    sense.not_modifier = test_of(entry.list("not_modifier"));
    sense.behind = test_of(entry.list("behind"));
    sense.governor = test_of(entry.list("governor"));
    sense.with = set_of(entry.list("with"));
    sense.without = set_of(entry.list("without"));
    sense.plover = std::string(entry.text("plover"));
    if (!known) return file->malformed(entry.line, "a class that words.toml does not define");
    for (const std::string& lemma : entry.list("lemmas")) {
      table[lemma].push_back(sense);
      if (const auto space = lemma.rfind(' '); space != std::string::npos) last_words_.insert(lemma.substr(space + 1));
    }
  }
  return {};
}

std::span<const EventSense> EventLexicon::senses(const Senses& table, std::string_view lemma) {
  const auto found = table.find(lemma);
  return found == table.end() ? std::span<const EventSense>() : std::span<const EventSense>(found->second);
}

const Weapon* EventLexicon::weapon(std::string_view lemma) const {
  const auto found = weapons_.find(lemma);
  return found == weapons_.end() ? nullptr : &found->second;
}

std::optional<Carrying> EventLexicon::carrying(std::string_view lemma) const {
  const auto found = carrying_.find(lemma);
  return found == carrying_.end() ? std::nullopt : std::optional(found->second);
}

WordClasses EventLexicon::classes(std::string_view lemma) const {
  const auto found = classes_.find(lemma);
  return found == classes_.end() ? 0 : found->second;
}

WordClasses EventLexicon::class_named(std::string_view name) const {
  const auto found = class_names_.find(name);
  return found == class_names_.end() ? 0 : found->second;
}

}  // namespace counterclaim::extract
