#include "counterclaim/reconcile/incident_groups.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace counterclaim::reconcile {

IncidentGroups::IncidentGroups(std::vector<std::uint32_t> reports_of)
    : reports_of_(std::move(reports_of)),
      group_of_(reports_of_.size()),
      members_(reports_of_.size()),
      weakest_(reports_of_.size(), -1),
      linked_(reports_of_.size()) {
  std::iota(group_of_.begin(), group_of_.end(), Node{0});
  for (Node n = 0; n < members_.size(); ++n) members_[n] = {n};
}

void IncidentGroups::join(std::span<const Link> links, std::int32_t joined) {
  for (const Link& link : links) {
    linked_[link.a][link.b] = link.weight;
    linked_[link.b][link.a] = link.weight;
  }
  std::vector<std::size_t> order(links.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    return std::tuple(-links[x].weight, links[x].a, links[x].b) < std::tuple(-links[y].weight, links[y].a, links[y].b);
  });
  for (const std::size_t at : order) {
    if (links[at].weight < joined) break;
    Node a = group_of_[links[at].a], b = group_of_[links[at].b];
    if (a == b || !may_join(a, b, joined)) continue;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (const Node node : members_[b]) group_of_[node] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    weakest_[a] = static_cast<std::int64_t>(at);  // links come from the strongest down
  }
}

bool IncidentGroups::may_join(Node a, Node b, std::int32_t joined) const {
  if (members_[a].size() > members_[b].size()) std::swap(a, b);
  std::int64_t sum = 0;
  for (const Node x : members_[a]) {
    for (const Node y : members_[b]) {
      if (reports_of_[x] == reports_of_[y]) return false;
    }
    for (const auto& [y, weight] : linked_[x]) {
      if (group_of_[y] == b) sum += weight;
    }
  }
  const auto pairs = static_cast<std::int64_t>(members_[a].size() * members_[b].size());
  return sum >= pairs * (joined / 2);
}

}  // namespace counterclaim::reconcile
