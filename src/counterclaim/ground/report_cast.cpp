#include "counterclaim/ground/report_cast.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;

using Mentions = std::map<std::uint32_t, int>;  // by party

// How often each party of a kind is named, of the mentions that `counts` takes.
template <class Counts>
Mentions mentions_of(const GroundedAnalysis& grounded, record::PartyKind kind, Counts counts) {
  Mentions found;
  for (const GroundedBlock& block : grounded.blocks) {
    for (const PartyReference& reference : block.parties) {
      if (grounded.party(reference).kind == kind && counts(block, reference)) ++found[reference.party];
    }
  }
  return found;
}

// "in Peru", "near Lima"
bool is_locative(const GroundedBlock& block, const PartyReference& reference) {
  const Analysis& analysis = block.analysis;
  const language::Token& last = analysis[reference.tokens.end - 1];
  return has_dep(analysis, last, {"pobj"}) &&
         is_one_of(analysis.lower(analysis[last.head]), {"in", "at", "near", "across", "throughout", "inside"});
}

// Adds the states that hold the towns and areas that the report names.
void add_places(const GroundedAnalysis& grounded, Mentions& counts) {
  std::map<std::string_view, int> countries;
  for (const GroundedBlock& block : grounded.blocks) {
    for (const GroundedPlace& place : block.places) {
      if (!place.mention.country || place.mention.kind == record::PlaceKind::kCountry) continue;
      if (place.tokens.empty() || !block.first_party_within(place.tokens)) ++countries[*place.mention.country];
    }
  }
  const std::vector<Party>& parties = grounded.lexicon->parties();
  for (std::uint32_t party = 0; party < parties.size(); ++party) {
    const auto found = countries.find(parties[party].country_code);
    if (found != countries.end()) counts[party] += found->second;
  }
}

// The party that is named at least `least` times and clearly more often than the next; unset when there is none.
std::optional<std::string> clear_leader(const GroundedAnalysis& grounded, const Mentions& counts, int least) {
  std::optional<std::uint32_t> leader;
  int most = 0, next = 0;
  for (const auto& [party, count] : counts) {
    if (count > most) {
      next = std::exchange(most, count);
      leader = party;
    } else {
      next = std::max(next, count);
    }
  }
  if (!leader || most < least || 2 * most < 3 * next) return std::nullopt;
  return grounded.party(*leader).name;
}

// Whether both are named where the report begins: in its title and first paragraphs.
bool is_in_lead(const GroundedAnalysis& grounded, const std::array<std::string, 2>& pair) {
  constexpr int kLead = 4;  // blocks
  std::array<bool, 2> found{};
  int blocks = 0;
  for (const GroundedBlock& block : grounded.blocks) {
    if (block.analysis.size() == 0) continue;
    if (++blocks > kLead) break;
    for (const PartyReference& reference : block.parties) {
      for (std::size_t n = 0; n < 2; ++n) found[n] |= grounded.party(reference).name == pair[n];
    }
  }
  return found[0] && found[1];
}

// In lower case; "" at the end of the block.
std::string word_behind(const GroundedBlock& block, const PartyReference& reference) {
  const std::uint32_t next = reference.tokens.end;
  return next < block.analysis.size() ? std::string(block.analysis.lower(block.analysis[next])) : std::string();
}

}  // namespace

Result<CastReader> CastReader::load(const std::filesystem::path& folder) {
  const auto file = read_resource_file(folder / "cast.toml", {"weight", "behind", "before", "words"});
  if (!file) return tl::unexpected<Error>(file.error());
  CastReader reader;
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "fighters") {
      reader.fighters_.insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    if (entry.section == "blame") {
      reader.blame_.insert(entry.list("words").begin(), entry.list("words").end());
      continue;
    }
    if (entry.section == "claim") {
      for (const std::string& words : entry.list("before")) reader.claims_.add(words, 1);
      for (const std::string& words : entry.list("behind")) reader.claims_.add(words, 0);
      continue;
    }
    if (entry.section != "dyad") return file->malformed(entry.line, "unknown section");
    const int weight = entry.text("weight") == "2" ? 2 : 1;
    for (const std::string& word : entry.list("behind")) reader.behind_.emplace(word, weight);
    for (const std::string& words : entry.list("before")) reader.before_.add(words, static_cast<std::uint32_t>(weight));
  }
  return reader;
}

// "Peru accused Chile", "Chilean officials blamed the Peruvian side"
bool CastReader::blames(const Analysis& analysis, const PartyReference& first, const PartyReference& second) const {
  constexpr std::uint32_t kNear = 6;
  if (second.tokens.begin > first.tokens.end + kNear) return false;
  for (std::uint32_t token = first.tokens.end; token < second.tokens.begin; ++token) {
    if (blame_.contains(std::string(analysis.lower(analysis[token])))) return true;
  }
  return false;
}

// Two parties joined by "and" or a dash, with a word of conflict in front of or behind them.
int CastReader::weight_of(const Analysis& analysis, const PartyReference& first, const PartyReference& second) const {
  if (second.tokens.begin != first.tokens.end + 1) return 0;
  const std::string_view joint = analysis.lower(analysis[first.tokens.end]);
  if (!is_one_of(joint, {"and", "-", "–", "—", "/"})) return 0;
  const std::uint32_t next = second.tokens.end;
  if (next < analysis.size()) {
    if (const auto found = behind_.find(std::string(analysis.lower(analysis[next]))); found != behind_.end())
      return found->second;
  }
  const auto before = before_.ending_before(analysis, first.tokens.begin);
  return before ? static_cast<int>(before->value) : 0;
}

std::optional<std::array<std::string, 2>> CastReader::dyad_of(const GroundedAnalysis& grounded) const {
  std::map<std::array<std::string, 2>, int> pairs;
  std::set<std::pair<std::uint32_t, std::uint32_t>> blaming;  // who blames whom counts once: one side may do it alone
  for (const GroundedBlock& block : grounded.blocks) {
    for (std::size_t n = 1; n < block.parties.size(); ++n) {
      const PartyReference& first = block.parties[n - 1];
      const PartyReference& second = block.parties[n];
      if (first.party == second.party) continue;
      int weight = weight_of(block.analysis, first, second);
      if (weight == 0 && blames(block.analysis, first, second))
        weight = blaming.emplace(first.party, second.party).second ? 1 : 0;
      if (weight == 0) continue;
      std::array<std::string, 2> pair{grounded.party(first).name, grounded.party(second).name};
      std::sort(pair.begin(), pair.end());
      pairs[pair] += weight;
    }
  }
  const auto most =
      std::max_element(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == pairs.end() || most->second < 2) return std::nullopt;
  // A pair that a report tells of once, behind its lead, is background.
  const bool is_shown_often = most->second >= 4;
  if (!is_shown_often && !is_in_lead(grounded, most->first)) return std::nullopt;
  return most->first;
}

// The group that leads clearly, else the one whose fighters are named: "Shining Path rebels".
std::optional<std::string> CastReader::group_of(const GroundedAnalysis& grounded) const {
  const auto any = [](const GroundedBlock&, const PartyReference&) { return true; };
  const auto kind = record::PartyKind::kArmedGroup;
  if (auto leader = clear_leader(grounded, mentions_of(grounded, kind, any), 1)) return leader;
  const auto with_fighters = [&](const GroundedBlock& block, const PartyReference& reference) {
    return fighters_.contains(word_behind(block, reference));
  };
  return clear_leader(grounded, mentions_of(grounded, kind, with_fighters), 1);
}

const PartyReference* CastReader::claiming_group(const GroundedAnalysis& grounded, const GroundedBlock& block,
                                                 TokenSpan claim, bool by_behind) const {
  const TokenSpan sentence = sentence_of(block.analysis, claim.begin);
  const TokenSpan where = by_behind ? TokenSpan{claim.end, sentence.end} : TokenSpan{sentence.begin, claim.begin};
  const PartyReference* found = nullptr;
  for (const PartyReference& reference : block.parties) {
    if (!where.contains(reference.tokens) || grounded.party(reference).kind != record::PartyKind::kArmedGroup) continue;
    // "The Shining Path, linked to the Tupamaros, claimed": the first is the subject.
    if (!found) found = &reference;
  }
  return found;
}

std::optional<std::string> CastReader::claimant_of(const GroundedAnalysis& grounded) const {
  std::optional<std::uint32_t> claimant;
  for (const GroundedBlock& block : grounded.blocks) {
    for (std::uint32_t token = 0; token < block.analysis.size(); ++token) {
      const auto match = claims_.longest(block.analysis, token);
      if (!match) continue;
      const PartyReference* group = claiming_group(grounded, block, {token, match->end}, match->value == 1);
      if (!group) continue;
      if (claimant && *claimant != group->party) return std::nullopt;
      claimant = group->party;
    }
  }
  return claimant ? std::optional(grounded.party(*claimant).name) : std::nullopt;
}

ReportCast CastReader::read(const GroundedAnalysis& grounded) const {
  ReportCast cast;
  cast.dyad = dyad_of(grounded);
  const auto any = [](const GroundedBlock&, const PartyReference&) { return true; };
  // Where two states have troops in the report, an unmarked army or ministry may be either's.
  const auto has_troops = [&](const GroundedBlock& block, const PartyReference& reference) {
    return behind_.contains(word_behind(block, reference));
  };
  cast.is_contested = mentions_of(grounded, record::PartyKind::kState, has_troops).size() > 1;
  if (!cast.dyad) {
    Mentions places = mentions_of(grounded, record::PartyKind::kState, is_locative);
    add_places(grounded, places);
    Mentions counts = mentions_of(grounded, record::PartyKind::kState, any);
    for (const auto& [party, count] : places) counts[party] += count;
    if (!cast.is_contested) cast.host = clear_leader(grounded, counts, 3);
    if (!cast.host) cast.host = clear_leader(grounded, places, cast.is_contested ? 3 : 2);
  }
  cast.group = group_of(grounded);
  cast.claimant = claimant_of(grounded);
  return cast;
}

}  // namespace counterclaim::ground
