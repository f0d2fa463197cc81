#include "counterclaim/attribute/speaker_memory.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

std::string last_word(const std::string& name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string::npos ? name : name.substr(space + 1);
}

// How many speakers back a pronoun or "the ministry" may reach.
constexpr std::size_t kReach = 24;
// How many blocks back a pronoun may reach.
constexpr std::uint32_t kReachOfPronoun = 1;

bool may_stand_for(const SourcePhrase& pronoun, const SourcePhrase& other) {
  if (!other.pronoun.empty()) return false;
  const std::string& word = pronoun.pronoun;
  if (ground::is_one_of(word, {"he", "she"})) return !other.is_plural && !other.is_body;
  if (word == "it") return !other.is_plural && other.is_body;
  if (word == "they") return other.is_plural || other.is_body;
  return false;
}

void take_identity(const SourcePhrase& from, SourcePhrase& phrase) {
  if (phrase.source.side) return;
  phrase.source.side = from.source.side;
  phrase.source.name = from.source.name;
  phrase.source.kind = from.source.kind;
  phrase.source.role = from.source.role;
}

}  // namespace

const SourcePhrase* SpeakerMemory::antecedent(std::uint32_t block, const SourcePhrase& phrase) const {
  for (std::size_t back = 0; back < std::min(kReach, speakers_.size()); ++back) {
    const Speaker& speaker = speakers_[speakers_.size() - 1 - back];
    if (speaker.block + kReachOfPronoun < block) return nullptr;
    if (may_stand_for(phrase, speaker.phrase)) return &speaker.phrase;
  }
  return nullptr;
}

void SpeakerMemory::resolve(std::uint32_t block, SourcePhrase& phrase, const std::optional<std::string>& home) {
  if (!phrase.pronoun.empty()) {
    if (const SourcePhrase* speaker = antecedent(block, phrase)) take_identity(*speaker, phrase);
    return;
  }
  // The recogniser misses many surnames that stand alone.
  if (!phrase.source.name && by_surname_.contains(phrase.bare_name)) phrase.source.name = phrase.bare_name;
  if (phrase.source.name) take_from_surname(phrase);
  if (phrase.is_definite && !phrase.source.side) take_from_same_noun(block, phrase);
  if (!phrase.source.side && phrase.serves_state) phrase.source.side = home;
  remember(block, phrase);
}

void SpeakerMemory::take_from_surname(SourcePhrase& phrase) const {
  const auto found = by_surname_.find(last_word(*phrase.source.name));
  if (found == by_surname_.end()) return;
  const record::Source& known = speakers_[found->second].phrase.source;
  if (!phrase.source.side) phrase.source.side = known.side;
  if (!phrase.source.kind) phrase.source.kind = known.kind;
  if (!phrase.source.role) phrase.source.role = known.role;
  const bool surname_alone = phrase.source.name->find(' ') == std::string::npos;
  if (surname_alone && known.name) phrase.source.name = known.name;
}

void SpeakerMemory::take_from_same_noun(std::uint32_t, SourcePhrase& phrase) const {
  for (std::size_t back = 0; back < std::min(kReach, speakers_.size()); ++back) {
    const Speaker& speaker = speakers_[speakers_.size() - 1 - back];
    const record::Source& source = speaker.phrase.source;
    if (speaker.phrase.organ_lemma != phrase.organ_lemma || !source.side) continue;
    phrase.source.side = source.side;
    if (!phrase.source.kind) phrase.source.kind = source.kind;
    return;
  }
}

void SpeakerMemory::remember(std::uint32_t block, const SourcePhrase& phrase) {
  speakers_.push_back({block, phrase});
  if (phrase.source.name) by_surname_[last_word(*phrase.source.name)] = speakers_.size() - 1;
}

}  // namespace counterclaim::attribute
