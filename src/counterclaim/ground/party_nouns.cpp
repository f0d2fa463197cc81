#include "counterclaim/ground/party_nouns.h"

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::ground {

Result<PartyNouns> PartyNouns::load(const std::filesystem::path& folder) {
  const auto file =
      read_resource_file(folder / "nouns.toml", {"lemmas", "kind", "speaks_as", "serves_state", "person", "insurgent",
                                                 "local", "office", "opponent", "group", "words", "state", "highest"});
  if (!file) return tl::unexpected<Error>(file.error());
  PartyNouns nouns;
  for (const ResourceEntry& entry : file->entries) {
    if (Set* words = nouns.plain_set(entry.section)) {
      words->insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
      words->insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    if (entry.section == "affiliation") {
      for (const std::string& word : entry.list("words")) nouns.affiliations_.emplace(word, entry.text("state"));
      continue;
    }
    if (entry.section != "noun") return file->malformed(entry.line, "unknown section");
    const auto kind = record::value_named<record::PartyKind>(entry.text("kind"));
    if (!kind) return file->malformed(entry.line, "'kind' must be a kind of parties");
    PartyNoun noun;
    noun.kind = *kind;
    noun.speaks_as = record::value_named<record::SourceKind>(entry.text("speaks_as"));
    noun.serves_state = entry.flag("serves_state");
    noun.is_person = entry.flag("person");
    noun.is_insurgent = entry.flag("insurgent");
    noun.is_local = entry.flag("local");
    noun.is_highest = entry.flag("highest");
    noun.is_opponent = entry.flag("opponent");
    noun.is_office = entry.flag("office");
    noun.is_group = entry.flag("group");
    for (const std::string& lemma : entry.list("lemmas")) nouns.nouns_.emplace(lemma, noun);
  }
  return nouns;
}

PartyNouns::Set* PartyNouns::plain_set(std::string_view section) {
  if (section == "document") return &documents_;
  if (section == "utterance") return &utterances_;
  if (section == "service") return &services_;
  if (section == "foreign") return &foreign_;
  if (section == "in_charge") return &in_charge_;
  if (section == "leading_verb") return &leads_;
  if (section == "residing_verb") return &resides_;
  if (section == "impersonal_verb") return &impersonal_;
  return nullptr;
}

const PartyNouns::Set& PartyNouns::verb_set(PartyVerb verb) const {
  switch (verb) {
    case PartyVerb::kLeads: return leads_;
    case PartyVerb::kResides: return resides_;
    case PartyVerb::kImpersonal: break;
  }
  return impersonal_;
}

const PartyNoun* PartyNouns::find(std::string_view lemma) const {
  const auto found = nouns_.find(lemma);
  return found == nouns_.end() ? nullptr : &found->second;
}

const std::string* PartyNouns::state_of_affiliation(std::string_view word) const {
  const auto found = affiliations_.find(word);
  return found == affiliations_.end() ? nullptr : &found->second;
}

bool PartyNouns::is_of_service(std::string_view lower) const { return services_.contains(lower); }

bool PartyNouns::is_document(std::string_view lemma) const { return documents_.contains(lemma); }

}  // namespace counterclaim::ground
