// The armed groups and alliances that a report names and no list has, by the shape of their names.
//
//   "Chilean rebels", "pro-Chilean fighters", "a Chilean-led coalition"   named by these words, since no state is meant
//   "the Klow Liberation Front (KLF)", later "the KLF"                    group "Klow Liberation Front"
//   "the rebel group Xanadu", "Xanadu militants"                          group "Xanadu"
//
// Words of such names are data: resources/parties/group_names.toml. Layer: ground. No I/O after loading. Thread safety:
// const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/base/error.h"

namespace counterclaim::ground {

struct GroundedAnalysis;

// The vocabulary of names, in the case in which it must stand in a text.
struct GroupWords {
  std::unordered_map<std::string, std::string> fighters;       // in lower case -> the plural
  std::unordered_set<std::string> backing, backed, alliances;  // in lower case
  std::unordered_set<std::string> alone, body, cause;
  std::unordered_set<std::string> described_kinds, described_nouns, vague;  // in lower case
};

class GroupNames {
 public:
  // `folder`: resources/parties. Errors: those of read_resource_file.
  [[nodiscard]] static Result<GroupNames> load(const std::filesystem::path& folder);

  // Adds the groups to grounded.own_parties, and their mentions to the blocks' parties, in the place of shorter ones.
  // Cost: linear in tokens.
  void find(GroundedAnalysis& grounded) const;

 private:
  explicit GroupNames(GroupWords words) : words_(std::move(words)) {}

  GroupWords words_;
};

}  // namespace counterclaim::ground
