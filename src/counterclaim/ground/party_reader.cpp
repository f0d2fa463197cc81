#include "counterclaim/ground/party_reader.h"

#include <algorithm>

#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/party_phrase.h"
#include "counterclaim/ground/references.h"

namespace counterclaim::ground {
namespace {

// A pronoun whose party is not known is no mention, nor is a noun like "country" that stands for none.
bool is_mention(const PartyDraft& draft) {
  if (draft.phrase.is_aside) return false;
  if (draft.phrase.noun && draft.phrase.noun->kind == record::PartyKind::kState && !draft.side) return false;
  if (draft.relation != SpeakerRelation::kNone) return true;
  if (draft.phrase.is_pronoun || draft.phrase.is_document) return draft.refers_to.has_value();
  return draft.kind.has_value();
}

GroundedParty mention_of(const GroundedAnalysis& grounded, PartyDraft& draft) {
  GroundedParty party;
  const PartyPhrase& phrase = draft.phrase;
  party.block = phrase.block;
  party.tokens = phrase.tokens;
  party.head = phrase.head;
  party.is_plural = phrase.is_plural;
  party.relation = draft.relation;
  party.speaks_as = draft.speaks_as;
  record::PartyMention& mention = party.mention;
  mention.span = grounded.report_span(phrase.block, phrase.tokens);
  mention.text = std::string(grounded.blocks[phrase.block].analysis.text(phrase.tokens));
  mention.kind = draft.kind;
  if (draft.side) {
    mention.side = std::move(draft.side);
    mention.rules.push_back({"side", draft.side_rule});
  }
  mention.name = std::move(draft.name);
  mention.office = std::move(draft.office);
  return party;
}

}  // namespace

Result<PartyReader> PartyReader::load(const std::filesystem::path& resources) {
  const std::filesystem::path folder = resources / "parties";
  return PartyNouns::load(folder).and_then([&](PartyNouns nouns) {
    return Leaders::load(folder).map(
        [&](Leaders leaders) { return PartyReader(std::move(nouns), std::move(leaders)); });
  });
}

std::vector<GroundedParty> PartyReader::read(const GroundedAnalysis& grounded) const {
  std::vector<PartyDraft> drafts;
  for (PartyPhrase& phrase : party_phrases(nouns_, leaders_, grounded)) drafts.emplace_back().phrase = phrase;
  resolve_parties(nouns_, leaders_, grounded, drafts);
  std::vector<GroundedParty> parties;
  std::vector<std::uint32_t> position(drafts.size());  // of a draft among the mentions; valid for mentions only
  for (std::uint32_t n = 0; n < drafts.size(); ++n) {
    if (!is_mention(drafts[n])) continue;
    position[n] = static_cast<std::uint32_t>(parties.size());
    parties.push_back(mention_of(grounded, drafts[n]));
  }
  for (std::uint32_t n = 0; n < drafts.size(); ++n) {
    const auto& antecedent = drafts[n].refers_to;
    if (!antecedent || !is_mention(drafts[n]) || !is_mention(drafts[*antecedent])) continue;
    record::PartyMention& mention = parties[position[n]].mention;
    mention.refers_to = position[*antecedent];
    mention.rules.push_back({"refers_to", drafts[n].reference_rule});
  }
  return parties;
}

}  // namespace counterclaim::ground
