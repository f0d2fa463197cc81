#include "counterclaim/extract/casualty_lexicon.h"

#include <utility>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::extract {

using record::Measure;

bool Counted::includes(const NounClass& noun) const {
  switch (noun.type) {
    case NounType::kUnknown:
    case NounType::kPerson: return persons;
    case NounType::kThing: return things;
    case NounType::kPlace: return places;
    case NounType::kHappening: return false;
  }
  return false;
}

Result<CasualtyLexicon> CasualtyLexicon::load(const std::filesystem::path& folder) {
  CasualtyLexicon lexicon;
  return lexicon.load_verbs(folder / "verbs.toml")
      .and_then([&] { return lexicon.load_states(folder / "adjectives.toml"); })
      .and_then([&] { return lexicon.load_nouns(folder / "nouns.toml"); })
      .and_then([&] { return lexicon.load_fights(folder / "fights.toml"); })
      .and_then([&] { return lexicon.load_fights(folder / "background.toml"); })
      .and_then([&] { return lexicon.load_ground(folder / "ground.toml"); })
      .and_then([&] { return lexicon.load_details(folder / "details.toml"); })
      .and_then([&] { return NounClasses::load(folder); })
      .map([&](NounClasses nouns) {
        lexicon.nouns_ = std::move(nouns);
        return std::move(lexicon);
      });
}

namespace {

bool apply_counted(const ResourceEntry& entry, Counted& counted) {
  for (const std::string& what : entry.list("counts")) {
    if (what == "persons")
      counted.persons = true;
    else if (what == "things")
      counted.things = true;
    else if (what == "places")
      counted.places = true;
    else
      return false;
  }
  return true;
}

bool apply_roles(const ResourceEntry& entry, HarmVerb& verb) {
  for (const std::string& who : entry.list("suffers")) {
    if (who == "object")
      verb.object_suffers = true;
    else if (who == "subject")
      verb.subject_suffers = true;
    else
      return false;
  }
  return apply_counted(entry, verb.counted);
}

}  // namespace

Result<void> CasualtyLexicon::load_verbs(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"measure", "lemmas", "suffers", "counts", "with", "objects", "only_with",
                                              "only_known", "natural", "violent", "keeps_object", "own"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    HarmVerb verb;
    const auto measure = record::value_named<Measure>(entry.text("measure"));
    if (!measure || !apply_roles(entry, verb)) return file->malformed(entry.line, "'measure', 'suffers' or 'counts'");
    verb.measure = *measure;
    verb.natural = entry.flag("natural");
    verb.violent = entry.flag("violent");
    verb.keeps_object = entry.flag("keeps_object");
    verb.own_loss = entry.flag("own");
    verb.with.insert(entry.list("with").begin(), entry.list("with").end());
    verb.objects.insert(entry.list("objects").begin(), entry.list("objects").end());
    for (const std::string& lemma : entry.list("lemmas")) {
      HarmVerb sense = verb;
      for (const std::string& companion : entry.list("only_with")) {  // "gun:down"
        if (companion.starts_with(lemma + ":")) sense.with.insert(companion.substr(lemma.size() + 1));
      }
      const auto& known = entry.list("only_known");
      sense.only_known = std::find(known.begin(), known.end(), lemma) != known.end();
      verbs_[lemma].push_back(std::move(sense));
    }
  }
  return {};
}

Result<void> CasualtyLexicon::load_states(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"measure", "words", "first", "second"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "between") {
      between_.insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    if (entry.section == "parts") {
      parts_.insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    const auto measure = record::value_named<Measure>(entry.text("measure"));
    if (!measure) return file->malformed(entry.line, "'measure' must be a measure of figures");
    for (const std::string& word : entry.list("words")) {
      if (entry.section == "state_phrase")
        state_phrases_.add(word, static_cast<std::uint32_t>(*measure));
      else
        states_.emplace(word, *measure);
    }
    if (entry.section != "joint") continue;
    const auto first = record::value_named<Measure>(entry.text("first"));
    const auto second = record::value_named<Measure>(entry.text("second"));
    if (!first || !second) return file->malformed(entry.line, "'first' and 'second' must be measures");
    joints_.push_back({*first, *second, *measure});
  }
  return {};
}

std::unordered_set<std::string>* CasualtyLexicon::plain_words(std::string_view section) {
  if (section == "toll_link") return &toll_links_;
  if (section == "total_verb") return &total_verbs_;
  if (section == "count") return &counts_;
  if (section == "suffering") return &suffering_;
  if (section == "identifying") return &identifying_;
  if (section == "sending") return &sending_;
  if (section == "body") return &bodies_;
  if (section == "including") return &including_;
  return nullptr;
}

Result<void> CasualtyLexicon::load_nouns(const std::filesystem::path& path) {
  const auto file =
      read_resource_file(path, {"measure", "lemmas", "words", "only_with_verbs", "natural", "counts", "prepositions"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    if (auto* words = plain_words(entry.section)) {
      words->insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    const auto measure = record::value_named<Measure>(entry.text("measure"));
    if (!measure) return file->malformed(entry.line, "'measure' must be a measure of figures");
    HarmNoun noun{*measure, entry.flag("natural"), entry.flag("only_with_verbs"), {}, {}};
    if (!apply_counted(entry, noun.counted)) return file->malformed(entry.line, "'counts'");
    if (entry.list("counts").empty()) noun.counted.persons = true;
    noun.prepositions.insert(entry.list("prepositions").begin(), entry.list("prepositions").end());
    if (noun.prepositions.empty()) noun.prepositions.insert("of");
    if (entry.section == "total") {
      for (const std::string& word : entry.list("words")) totals_.emplace(word, *measure);
    } else if (entry.section == "toll") {
      for (const std::string& words : entry.list("words")) tolls_.add(words, static_cast<std::uint32_t>(*measure));
    } else if (entry.section == "casualty" || entry.section == "act") {
      for (const std::string& lemma : entry.list("lemmas"))
        (entry.section == "act" ? acts_ : casualties_)[lemma].push_back(noun);
    } else {
      return file->malformed(entry.line, "unknown section");
    }
  }
  return {};
}

Result<void> CasualtyLexicon::load_fights(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"lemmas"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    std::unordered_set<std::string>* words = nullptr;
    if (entry.section == "fight") words = &fights_;
    if (entry.section == "fight_verb") words = &fight_verbs_;
    if (entry.section == "violence") words = &violence_;
    if (entry.section == "misfortune") words = &misfortunes_;
    if (entry.section == "background") words = &background_;
    if (!words) return file->malformed(entry.line, "unknown section");
    words->insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
  }
  return {};
}

Result<void> CasualtyLexicon::load_ground(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"unit", "words"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    for (const std::string& word : entry.list("words")) {
      if (entry.section == "area_unit")
        area_units_.emplace(word, entry.text("unit"));
      else if (entry.section == "ground" || entry.section == "holding")
        (entry.section == "ground" ? ground_ : holding_).insert(word);
      else
        return file->malformed(entry.line, "unknown section");
    }
  }
  return {};
}

Result<void> CasualtyLexicon::load_details(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"words"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    std::unordered_set<std::string>* words = nullptr;
    if (entry.section == "generic") words = &generic_;
    if (entry.section == "exceeding") words = &exceeding_;
    if (entry.section == "unreal") words = &unreal_;
    if (entry.section == "proof") words = &proof_;
    if (entry.section == "untrue") words = &untrue_;
    if (entry.section == "true") words = &true_;
    if (entry.section == "refusing") words = &refusing_;
    if (words) {
      words->insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    ground::PhraseTable* phrases = nullptr;
    if (entry.section == "cumulative") phrases = &totals_told_;
    if (entry.section == "new") phrases = &additions_;
    if (entry.section == "doubt") phrases = &doubts_;
    if (!phrases) return file->malformed(entry.line, "unknown section");
    for (const std::string& phrase : entry.list("words")) phrases->add(phrase, 0);
  }
  return {};
}

std::optional<std::string_view> CasualtyLexicon::area_unit(std::string_view lemma) const {
  const auto found = area_units_.find(std::string(lemma));
  return found == area_units_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

bool CasualtyLexicon::is_misfortune(std::string_view lemma) const { return misfortunes_.contains(std::string(lemma)); }

bool CasualtyLexicon::is_violence(std::string_view lemma) const {
  return violence_.contains(std::string(lemma)) || is_fight(lemma);
}

bool CasualtyLexicon::is_fight(std::string_view lemma) const { return fights_.contains(std::string(lemma)); }

const std::vector<HarmVerb>& CasualtyLexicon::verb(std::string_view lemma) const {
  static const std::vector<HarmVerb> kNone;
  const auto found = verbs_.find(std::string(lemma));
  return found == verbs_.end() ? kNone : found->second;
}

std::optional<Measure> CasualtyLexicon::state(std::string_view lower) const {
  const auto found = states_.find(std::string(lower));
  if (found == states_.end()) return std::nullopt;
  return found->second;
}

const std::vector<HarmNoun>& CasualtyLexicon::noun(HarmNounUse use, std::string_view lemma) const {
  static const std::vector<HarmNoun> kNone;
  const auto& table = use == HarmNounUse::kAct ? acts_ : casualties_;
  const auto found = table.find(std::string(lemma));
  return found == table.end() ? kNone : found->second;
}

std::optional<Measure> CasualtyLexicon::total(std::string_view lower) const {
  const auto found = totals_.find(std::string(lower));
  if (found == totals_.end()) return std::nullopt;
  return found->second;
}

bool CasualtyLexicon::may_part_state(std::string_view lower) const { return between_.contains(std::string(lower)); }
bool CasualtyLexicon::is_toll_link(std::string_view lower) const { return toll_links_.contains(std::string(lower)); }

std::optional<Measure> CasualtyLexicon::joint(Measure first, Measure second) const {
  for (const Joint& joint : joints_) {
    if ((joint.first == first && joint.second == second) || (joint.first == second && joint.second == first))
      return joint.measure;
  }
  return std::nullopt;
}

}  // namespace counterclaim::extract
