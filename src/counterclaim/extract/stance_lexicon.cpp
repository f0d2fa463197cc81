#include "counterclaim/extract/stance_lexicon.h"

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::extract {

Result<StanceLexicon> StanceLexicon::load(const std::filesystem::path& folder) {
  const auto file = read_resource_file(folder / "stances.toml", {"words", "stance", "subject", "lemmas"});
  if (!file) return tl::unexpected<Error>(file.error());
  StanceLexicon lexicon;
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "violent" || entry.section == "peace") {
      StringSet& lemmas = entry.section == "violent" ? lexicon.violent_ : lexicon.peace_;
      lemmas.insert(entry.list("lemmas").begin(), entry.list("lemmas").end());
      continue;
    }
    if (entry.section != "phrase") return file->malformed(entry.line, "unknown section");
    const auto stance = record::value_named<record::Stance>(entry.text("stance"));
    if (!stance) return file->malformed(entry.line, "'stance' must be a stance of statements");
    StancePhrase phrase{*stance};
    const std::string_view subject = entry.text("subject");
    if (subject == "speaker")
      phrase.subject = StanceSubject::kSpeaker;
    else if (subject == "opponent")
      phrase.subject = StanceSubject::kOpponent;
    else if (subject == "named")
      phrase.subject = StanceSubject::kNamed;
    else if (subject == "behind")
      phrase.subject = StanceSubject::kBehind;
    else if (!subject.empty())
      return file->malformed(entry.line, "unknown 'subject'");
    for (const std::string& words : entry.list("words"))
      lexicon.table_.add(words, static_cast<std::uint32_t>(lexicon.phrases_.size()));
    lexicon.phrases_.push_back(phrase);
  }
  return lexicon;
}

std::optional<StanceLexicon::Match> StanceLexicon::at(const language::Analysis& analysis, std::uint32_t token) const {
  const auto match = table_.longest(analysis, token);
  if (!match) return std::nullopt;
  return Match{phrases_[match->value], match->end};
}

}  // namespace counterclaim::extract
