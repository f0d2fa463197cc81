#include "counterclaim/ground/passage_homes.h"

#include <algorithm>

#include "counterclaim/ground/party_words.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

// The only party of a short heading: "Peru", "Reactions in Peru"; unset for a heading of another kind.
std::optional<std::string> party_of_heading(const GroundedAnalysis& grounded, const GroundedBlock& here) {
  constexpr std::uint32_t kLongestHeading = 4;  // tokens
  if (here.parties.size() != 1 || here.analysis.size() > kLongestHeading) return std::nullopt;
  return side_of(grounded, here.parties.front());
}

// "Peru – The minister said …": a party before a dash or colon at the beginning.
std::optional<std::string> party_of_label(const GroundedAnalysis& grounded, const GroundedBlock& here) {
  constexpr std::uint32_t kFarthest = 5;  // tokens
  if (here.parties.empty() || here.parties.front().tokens.end > kFarthest) return std::nullopt;
  const std::uint32_t next = here.parties.front().tokens.end;
  if (next + 1 >= here.analysis.size()) return std::nullopt;
  const bool is_mark = is_one_of(here.analysis.text(here.analysis[next]), {"–", "—", ":"});
  return is_mark ? side_of(grounded, here.parties.front()) : std::nullopt;
}

// "In Peru, the ministry reported …"
std::optional<std::string> party_in_front(const GroundedAnalysis& grounded, const GroundedBlock& here,
                                          std::uint32_t token) {
  const std::uint32_t begin = sentence_of(here.analysis, token).begin;
  if (here.analysis.lower(here.analysis[begin]) != "in") return std::nullopt;
  for (std::uint32_t at = begin + 1; at < std::min(begin + 3, token); ++at) {
    if (const PartyReference* party = here.party_at(at)) return side_of(grounded, *party);
  }
  return std::nullopt;
}

}  // namespace

PassageHomes::PassageHomes(const GroundedAnalysis& grounded) : grounded_(grounded), passages_(grounded.blocks.size()) {
  std::optional<std::string> section;
  for (std::uint32_t block = 0; block < passages_.size(); ++block) {
    const GroundedBlock& here = grounded.blocks[block];
    // The first heading is the report's title: who acts there is not whom all the report is about.
    if (block > 0 && grounded.document->blocks[block].kind == record::BlockKind::kHeading)
      section = party_of_heading(grounded, here);
    auto label = party_of_label(grounded, here);
    passages_[block].is_labelled = label.has_value();
    passages_[block].home = label ? std::move(label) : section;
  }
}

std::optional<std::string> PassageHomes::home(std::uint32_t block, std::uint32_t token) const {
  if (auto fronted = party_in_front(grounded_, grounded_.blocks[block], token)) return fronted;
  return passages_[block].home;
}

}  // namespace counterclaim::ground
