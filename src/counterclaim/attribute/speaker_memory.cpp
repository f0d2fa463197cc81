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

}  // namespace

void SpeakerMemory::resolve(std::uint32_t block, SourcePhrase& phrase, const std::optional<std::string>& home) {
  if (phrase.is_pronoun) {
    take_from_last(block, phrase);
    return;  // a pronoun adds nothing to remember but its own place in the order
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
  const record::Source& known = speakers_[found->second].source;
  if (!phrase.source.side) phrase.source.side = known.side;
  if (!phrase.source.kind) phrase.source.kind = known.kind;
  if (!phrase.source.role) phrase.source.role = known.role;
  const bool surname_alone = phrase.source.name->find(' ') == std::string::npos;
  if (surname_alone && known.name) phrase.source.name = known.name;
}

void SpeakerMemory::take_from_same_noun(std::uint32_t, SourcePhrase& phrase) const {
  for (std::size_t back = 0; back < std::min(kReach, speakers_.size()); ++back) {
    const Speaker& speaker = speakers_[speakers_.size() - 1 - back];
    if (speaker.head_lemma != phrase.head_lemma || !speaker.source.side) continue;
    phrase.source.side = speaker.source.side;
    if (!phrase.source.kind) phrase.source.kind = speaker.source.kind;
    return;
  }
}

void SpeakerMemory::take_from_last(std::uint32_t block, SourcePhrase& phrase) const {
  if (speakers_.empty() || phrase.source.side) return;
  const Speaker& last = speakers_.back();
  if (last.block + 2 < block) return;
  phrase.source.side = last.source.side;
  phrase.source.name = last.source.name;
  phrase.source.kind = last.source.kind;
  phrase.source.role = last.source.role;
}

void SpeakerMemory::remember(std::uint32_t block, const SourcePhrase& phrase) {
  speakers_.push_back({block, phrase.head_lemma, phrase.source});
  if (phrase.source.name) by_surname_[last_word(*phrase.source.name)] = speakers_.size() - 1;
}

}  // namespace counterclaim::attribute
