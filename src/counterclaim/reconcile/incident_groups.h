// Groups of events, joined by links from the strongest down.
//
// Layer: reconcile. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "counterclaim/reconcile/found_relation.h"

namespace counterclaim::reconcile {

class IncidentGroups {
 public:
  using Node = std::uint32_t;

  // `reports_of`: the report of each node; nodes of one report are never joined.
  explicit IncidentGroups(std::vector<std::uint32_t> reports_of);

  struct Link {
    Node a = 0, b = 0;
    std::int32_t weight = 0;
  };
  // Joins what `links` tie together on average with `joined` or more, a missing link counting as none.
  void join(std::span<const Link> links, std::int32_t joined);

  [[nodiscard]] Node group_of(Node node) const { return group_of_[node]; }
  [[nodiscard]] const std::vector<Node>& members(Node group) const { return members_[group]; }
  // Position in `links` of the weakest link by which a group was joined; unset for a group of one.
  [[nodiscard]] std::int64_t weakest_link(Node group) const { return weakest_[group]; }

 private:
  [[nodiscard]] bool may_join(Node a, Node b, std::int32_t joined) const;

  std::vector<std::uint32_t> reports_of_;
  std::vector<Node> group_of_;
  std::vector<std::vector<Node>> members_;
  std::vector<std::int64_t> weakest_;
  std::vector<std::unordered_map<Node, std::int32_t>> linked_;  // by node: the others, and the weight
};

}  // namespace counterclaim::reconcile
