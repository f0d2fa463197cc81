#include "counterclaim/extract/box_state.h"

#include <set>

#include "counterclaim/attribute/box_labels.h"

namespace counterclaim::extract {
namespace {

using attribute::BoxLabelKind;
using ground::GroundedAnalysis;

// The only two parties that count in the boxes of a report, when there are two.
std::optional<std::string> other_counter(const std::set<std::string>& counters, const std::string& party) {
  if (counters.size() != 2 || !counters.contains(party)) return std::nullopt;
  return *counters.begin() == party ? *counters.rbegin() : *counters.begin();
}

}  // namespace

std::vector<std::optional<std::string>> box_sides(const attribute::AttributionScopes& scopes,
                                                  const GroundedAnalysis& grounded) {
  const auto count = static_cast<std::uint32_t>(grounded.blocks.size());
  std::set<std::string> counters;
  for (std::uint32_t block = 0; block < count; ++block) {
    const auto& label = scopes.box_label(block);
    if (label && label->party && (label->kind == BoxLabelKind::kPer || label->kind == BoxLabelKind::kClaim))
      counters.insert(grounded.party(*label->party).name);
  }
  std::vector<std::optional<std::string>> sides(count);
  std::optional<std::string> heading, counted;
  bool items = false;  // the lines under the label are list items: the first line that is none ends them
  for (std::uint32_t block = 0; block < count; ++block) {
    if (const auto& label = scopes.box_label(block)) {
      const auto party = label->party ? std::optional(grounded.party(*label->party).name) : std::nullopt;
      counted.reset();
      items = false;
      if (label->kind == BoxLabelKind::kSide) heading = party;
      if (label->kind == BoxLabelKind::kOther) heading.reset();
      if (label->kind == BoxLabelKind::kPer) counted = party;
      if (label->kind == BoxLabelKind::kClaim && party) counted = other_counter(counters, *party);
    } else if (attribute::is_box_line(grounded, block)) {
      const bool item = grounded.document->blocks[block].kind == record::BlockKind::kListItem;
      if (items && !item) counted.reset();
      items = item;
      sides[block] = heading ? heading : counted;
    } else {
      heading.reset();
      counted.reset();
    }
  }
  return sides;
}

}  // namespace counterclaim::extract
