// Who a report is about, found in the report itself before any mention is resolved: the two sides of its conflict, its
// host state, its armed group.
//
//   "the Peru-Chile border", "clashes between Peru and Chile"  -> dyad {"Chile", "Peru"}
//   a report that names Bolivia ten times and Peru twice        -> host "Bolivia"
//   "… Shining Path …", and no other armed group                -> group "Shining Path"
//   "The Shining Path claimed responsibility"                   -> claimant "Shining Path"
//
// Sides are never taken from how often a party is named. A host is, where one state leads clearly and no two sides are
// shown: places that the report tells of count for the state that holds them, and alone where two states have forces in
// the report.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ground/party_lexicon.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

struct GroundedAnalysis;
struct GroundedBlock;

struct ReportCast {
  std::optional<std::array<std::string, 2>> dyad;  // in alphabetical order
  std::optional<std::string> host;      // the state whose police, officials and soldiers are meant where none is named
  bool is_contested = false;            // two states have forces in the report: unmarked soldiers may be of either
  std::optional<std::string> group;     // the armed group whose rebels and fighters are meant
  std::optional<std::string> claimant;  // the only group that claims the deed: unnamed gunmen and attackers are its own

  [[nodiscard]] bool is_side(std::string_view party) const {
    return dyad && ((*dyad)[0] == party || (*dyad)[1] == party);
  }
};

class CastReader {
 public:
  // `folder`: resources/parties. Errors: those of read_resource_file.
  [[nodiscard]] static Result<CastReader> load(const std::filesystem::path& folder);

  // Cost: linear in tokens.
  [[nodiscard]] ReportCast read(const GroundedAnalysis& grounded) const;

 private:
  // How strongly two mentions show the sides; 0: not at all.
  [[nodiscard]] int weight_of(const language::Analysis& analysis, const PartyReference& first,
                              const PartyReference& second) const;
  [[nodiscard]] bool blames(const language::Analysis& analysis, const PartyReference& first,
                            const PartyReference& second) const;
  [[nodiscard]] std::optional<std::array<std::string, 2>> dyad_of(const GroundedAnalysis& grounded) const;

  [[nodiscard]] std::optional<std::string> group_of(const GroundedAnalysis& grounded) const;
  [[nodiscard]] std::optional<std::string> claimant_of(const GroundedAnalysis& grounded) const;
  // The armed group that a claim of responsibility at `begin` to `end` names; null where it names none or two.
  [[nodiscard]] const PartyReference* claiming_group(const GroundedAnalysis& grounded, const GroundedBlock& block,
                                                     TokenSpan claim, bool by_behind) const;

  std::unordered_map<std::string, int> behind_;
  std::unordered_set<std::string> fighters_, blame_;
  PhraseTable claims_;  // 1: whoever claims stands behind it
  PhraseTable before_;
};

}  // namespace counterclaim::ground
