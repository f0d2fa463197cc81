#include "counterclaim/attribute/saying_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::attribute {

namespace {

constexpr std::array<std::pair<std::string_view, bool SayingFrame::*>, 7> kSlots{
    {{"clause", &SayingFrame::clause},
     {"quotation", &SayingFrame::quotation},
     {"infinitive", &SayingFrame::infinitive},
     {"gerund", &SayingFrame::gerund},
     {"object", &SayingFrame::object},
     {"predicate", &SayingFrame::predicate},
     {"complement", &SayingFrame::complement}}};

// Reads all but the stance; the reason when something is wrong.
std::string_view read_slots(const ResourceEntry& entry, SayingFrame& frame) {
  for (const std::string& content : entry.list("content")) {
    const auto* slot =
        std::find_if(kSlots.begin(), kSlots.end(), [&](const auto& known) { return known.first == content; });
    if (slot == kSlots.end()) return "unknown 'content'";
    frame.*(slot->second) = true;
  }
  for (const std::string& target : entry.list("target")) {
    if (target != "object" && target != "owner") return "unknown 'target'";
    (target == "object" ? frame.target_object : frame.target_owner) = true;
  }
  frame.with = entry.list("with");
  frame.target_behind = entry.list("target_behind");
  frame.only_objects.insert(entry.list("object").begin(), entry.list("object").end());
  frame.never_objects.insert(entry.list("never_object").begin(), entry.list("never_object").end());
  frame.is_plain = entry.flag("plain");
  frame.is_attitude = entry.flag("attitude");
  frame.needs_speaker = entry.flag("speaker");
  frame.declines_speech = entry.flag("declines_speech");
  return {};
}

// Frames that ask for more are tried first.
int specificity(const SayingFrame& frame) {
  return (frame.with.empty() ? 0 : 1) + (frame.only_objects.empty() ? 0 : 2);
}

}  // namespace

Result<SayingLexicon> SayingLexicon::load(const std::filesystem::path& resources) {
  SayingLexicon lexicon;
  return lexicon.load_frames(resources / "attribution" / "verbs.toml")
      .and_then([&] { return lexicon.load_frames(resources / "attribution" / "nouns.toml"); })
      .and_then([&] { return lexicon.load_frames(resources / "attribution" / "adjectives.toml"); })
      .and_then([&] { return lexicon.load_contexts(resources / "attribution" / "contexts.toml"); })
      .and_then([&] { return lexicon.load_phrases(resources / "attribution" / "prepositions.toml"); })
      .and_then([&] { return lexicon.load_sources(resources / "attribution" / "sources.toml"); })
      .and_then([&] { return ground::PartyNouns::load(resources / "parties"); })
      .map([&](ground::PartyNouns nouns) {
        lexicon.nouns_ = std::move(nouns);
        return std::move(lexicon);
      });
}

Result<void> SayingLexicon::load_frames(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"lemmas", "stance", "content", "with", "object", "never_object", "target",
                                              "target_behind", "plain", "attitude", "speaker", "declines_speech"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    const auto stance = record::value_named<record::Stance>(entry.text("stance"));
    if (!stance) return file->malformed(entry.line, "'stance' must be a stance of statements");
    SayingFrame frame;
    frame.stance = *stance;
    if (const std::string_view wrong = read_slots(entry, frame); !wrong.empty())
      return file->malformed(entry.line, wrong);
    Frames* frames = entry.section == "verb"        ? &verbs_
                     : entry.section == "noun"      ? &nouns_of_saying_
                     : entry.section == "adjective" ? &adjectives_
                                                    : nullptr;
    if (!frames) return file->malformed(entry.line, "unknown section");
    for (const std::string& lemma : entry.list("lemmas")) {
      std::vector<SayingFrame>& list = (*frames)[lemma];
      const auto behind = std::find_if(
          list.begin(), list.end(), [&](const SayingFrame& other) { return specificity(other) < specificity(frame); });
      list.insert(behind, frame);
    }
  }
  return {};
}

Result<void> SayingLexicon::load_contexts(const std::filesystem::path& path) {
  constexpr std::array<std::pair<std::string_view, ContextWord>, 7> kSections{
      {{"negative", ContextWord::kNegative},
       {"undoes", ContextWord::kUndoes},
       {"wants", ContextWord::kWants},
       {"conditional", ContextWord::kConditional},
       {"connective", ContextWord::kConnective},
       {"light", ContextWord::kLight},
       {"draws", ContextWord::kDraws}}};
  const auto file = read_resource_file(path, {"words"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    const auto* section = std::find_if(kSections.begin(), kSections.end(),
                                       [&](const auto& known) { return known.first == entry.section; });
    if (section == kSections.end()) return file->malformed(entry.line, "unknown section");
    for (const std::string& word : entry.list("words")) contexts_[word].push_back(section->second);
  }
  return {};
}

Result<void> SayingLexicon::load_phrases(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"words", "never", "position"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    no_sources_.insert(entry.list("never").begin(), entry.list("never").end());
    for (const std::string& words : entry.list("words")) {
      if (entry.section == "source_phrase")
        source_phrases_.add(words, 0);
      else if (entry.section == "source_participle")
        participles_.insert(words);
      else if (entry.section == "hearsay")
        hearsay_adverbs_.insert(words);
      else if (entry.section == "label")
        (entry.text("position") == "before" ? labels_before_ : labels_after_).add(words, 0);
      else
        return file->malformed(entry.line, "unknown section");
    }
  }
  return {};
}

Result<void> SayingLexicon::load_sources(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"lemmas", "words", "endings"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    StringSet* set = entry.section == "speaker"    ? &speakers_
                     : entry.section == "document" ? &documents_
                     : entry.section == "count"    ? &counts_
                     : entry.section == "no_turn"  ? &no_turns_
                                                   : nullptr;
    if (!set) return file->malformed(entry.line, "unknown section");
    set->insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
    set->insert(entry.list("words").begin(), entry.list("words").end());
    for (const std::string& ending : entry.list("endings")) speaker_endings_.push_back(ending);
  }
  return {};
}

bool SayingLexicon::is_source(std::string_view lemma) const {
  if (nouns_.find(lemma) || speakers_.contains(lemma)) return true;
  constexpr std::size_t kShortest = 3;  // characters in front of an ending: no "list", no "Asian"
  return std::any_of(speaker_endings_.begin(), speaker_endings_.end(), [&](const std::string& ending) {
    return lemma.size() >= ending.size() + kShortest && lemma.ends_with(ending);
  });
}

std::span<const SayingFrame> SayingLexicon::frames_of(const Frames& frames, std::string_view lemma) {
  const auto found = frames.find(lemma);
  if (found == frames.end()) return {};
  return found->second;
}

bool SayingLexicon::is_context(ContextWord context, std::string_view word) const {
  const auto found = contexts_.find(word);
  return found != contexts_.end() &&
         std::find(found->second.begin(), found->second.end(), context) != found->second.end();
}

bool SayingLexicon::is_no_source(std::string_view lemma) const { return no_sources_.contains(lemma); }
bool SayingLexicon::is_source_participle(std::string_view lower) const { return participles_.contains(lower); }

}  // namespace counterclaim::attribute
