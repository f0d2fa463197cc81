#include "counterclaim/ground/report_cast.h"

#include <algorithm>
#include <map>
#include <utility>

#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/resource_file.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;

// The party of a kind that is named at least `least` times and twice as often as the next; unset when there is none.
std::optional<std::string> clear_leader(const std::vector<GroundedBlock>& blocks, const std::vector<Party>& parties,
                                        record::PartyKind kind, int least) {
  std::map<std::uint32_t, int> counts;
  for (const GroundedBlock& block : blocks) {
    for (const PartyReference& reference : block.parties) {
      if (parties[reference.party].kind == kind) ++counts[reference.party];
    }
  }
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
  if (!leader || most < least || most < 2 * next) return std::nullopt;
  return parties[*leader].name;
}

}  // namespace

Result<CastReader> CastReader::load(const std::filesystem::path& folder) {
  const auto file = read_resource_file(folder / "cast.toml", {"weight", "behind", "before"});
  if (!file) return tl::unexpected<Error>(file.error());
  CastReader reader;
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section != "dyad") return file->malformed(entry.line, "unknown section");
    const int weight = entry.text("weight") == "2" ? 2 : 1;
    for (const std::string& word : entry.list("behind")) reader.behind_.emplace(word, weight);
    for (const std::string& words : entry.list("before")) reader.before_.add(words, static_cast<std::uint32_t>(weight));
  }
  return reader;
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

std::optional<std::array<std::string, 2>> CastReader::dyad_of(const std::vector<GroundedBlock>& blocks,
                                                              const std::vector<Party>& parties) const {
  std::map<std::array<std::string, 2>, int> pairs;
  for (const GroundedBlock& block : blocks) {
    for (std::size_t n = 1; n < block.parties.size(); ++n) {
      const PartyReference& first = block.parties[n - 1];
      const PartyReference& second = block.parties[n];
      const int weight = first.party == second.party ? 0 : weight_of(block.analysis, first, second);
      if (weight == 0) continue;
      std::array<std::string, 2> pair{parties[first.party].name, parties[second.party].name};
      std::sort(pair.begin(), pair.end());
      pairs[pair] += weight;
    }
  }
  const auto most =
      std::max_element(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == pairs.end() || most->second < 2) return std::nullopt;
  return most->first;
}

ReportCast CastReader::read(const std::vector<GroundedBlock>& blocks, const std::vector<Party>& parties) const {
  ReportCast cast;
  cast.dyad = dyad_of(blocks, parties);
  if (!cast.dyad) cast.host = clear_leader(blocks, parties, record::PartyKind::kState, 3);
  cast.group = clear_leader(blocks, parties, record::PartyKind::kArmedGroup, 1);
  return cast;
}

}  // namespace counterclaim::ground
