#include "counterclaim/attribute/saying_lexicon.h"

#include <utility>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::attribute {

Result<SayingLexicon> SayingLexicon::load(const std::filesystem::path& resources) {
  SayingLexicon lexicon;
  return lexicon.load_verbs(resources / "attribution" / "verbs.toml")
      .and_then([&] { return lexicon.load_phrases(resources / "attribution" / "prepositions.toml"); })
      .and_then([&] { return ground::PartyNouns::load(resources / "parties"); })
      .map([&](ground::PartyNouns nouns) {
        lexicon.nouns_ = std::move(nouns);
        return std::move(lexicon);
      });
}

Result<void> SayingLexicon::load_verbs(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"lemmas", "stance", "content", "object", "never_object"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    SayingVerb frame;
    const auto stance = record::value_named<record::Stance>(entry.text("stance"));
    if (!stance) return file->malformed(entry.line, "'stance' must be a stance of statements");
    frame.stance = *stance;
    for (const std::string& content : entry.list("content")) {
      if (content == "clause")
        frame.clause = true;
      else if (content == "object")
        frame.object = true;
      else if (content == "predicate")
        frame.predicate = true;
      else if (content == "complement")
        frame.complement = true;
      else
        return file->malformed(entry.line, "unknown 'content'");
    }
    frame.only_objects.insert(entry.list("object").begin(), entry.list("object").end());
    frame.never_objects.insert(entry.list("never_object").begin(), entry.list("never_object").end());
    for (const std::string& lemma : entry.list("lemmas")) verbs_.emplace(lemma, frames_.size());
    frames_.push_back(std::move(frame));
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
      else if (entry.section == "label")
        (entry.text("position") == "before" ? labels_before_ : labels_after_).add(words, 0);
      else
        return file->malformed(entry.line, "unknown section");
    }
  }
  return {};
}

const SayingVerb* SayingLexicon::verb(std::string_view lemma) const {
  const auto found = verbs_.find(std::string(lemma));
  return found == verbs_.end() ? nullptr : &frames_[found->second];
}

bool SayingLexicon::is_no_source(std::string_view lemma) const { return no_sources_.contains(std::string(lemma)); }
bool SayingLexicon::is_source_participle(std::string_view lower) const {
  return participles_.contains(std::string(lower));
}

}  // namespace counterclaim::attribute
