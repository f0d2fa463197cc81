#include "counterclaim/attribute/attribution_scopes.h"

#include <algorithm>
#include <numeric>

namespace counterclaim::attribute {

AttributionScopes::AttributionScopes(std::span<const std::uint32_t> block_sizes) : box_labels_(block_sizes.size()) {
  speaker_.reserve(block_sizes.size());
  for (const std::uint32_t size : block_sizes) speaker_.emplace_back(size, kNobody);
}

void AttributionScopes::seal() {
  std::vector<std::int32_t> order(scopes_.size());
  std::iota(order.begin(), order.end(), 0);
  const auto size_of = [&](std::int32_t scope) { return scopes_[static_cast<std::size_t>(scope)].content.size(); };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return size_of(a) > size_of(b); });
  for (const std::int32_t position : order) {
    Scope& scope = scopes_[static_cast<std::size_t>(position)];
    if (!scope.cue.empty()) {
      const std::int32_t above = speaker_[scope.cue_block][scope.cue.begin];
      if (above != kNobody && scopes_[static_cast<std::size_t>(above)].cue != scope.cue)
        set_parent(scope, static_cast<std::uint32_t>(above));
    }
    if (scope.is_second) continue;
    std::vector<std::int32_t>& tokens = speaker_[scope.block];
    std::fill(tokens.begin() + scope.content.begin, tokens.begin() + scope.content.end, position);
  }
}

void AttributionScopes::set_parent(Scope& scope, std::uint32_t parent) const {
  scope.parent = parent;
  const record::Source& medium = scopes_[parent].source;
  if (medium.kind == record::SourceKind::kMedium && scope.source.kind != medium.kind && !scope.source.via)
    scope.source.via = medium.name.value_or(medium.text);
}

const Scope* AttributionScopes::innermost(std::uint32_t block, std::uint32_t token) const {
  const std::int32_t position = speaker_[block][token];
  return position == kNobody ? nullptr : &scopes_[static_cast<std::size_t>(position)];
}

const Hedge* AttributionScopes::hedge(std::uint32_t block, std::uint32_t token) const {
  const auto in_order = [](const Hedge& hedge, std::uint32_t wanted) { return hedge.block < wanted; };
  for (auto at = std::lower_bound(hedges_.begin(), hedges_.end(), block, in_order);
       at != hedges_.end() && at->block == block; ++at) {
    if (at->content.contains(token)) return &*at;
  }
  return nullptr;
}

}  // namespace counterclaim::attribute
