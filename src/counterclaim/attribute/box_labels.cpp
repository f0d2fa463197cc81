#include "counterclaim/attribute/box_labels.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using language::Analysis;
using record::BlockKind;

constexpr std::uint32_t kLongestLine = 16;  // tokens

bool has_count(const ground::GroundedBlock& block) {
  return std::any_of(block.numbers.begin(), block.numbers.end(), [](const ground::NumberMention& number) {
    return number.not_count == ground::NotCount::kNone && number.value;
  });
}

}  // namespace

bool is_box_line(const ground::GroundedAnalysis& grounded, std::uint32_t block) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  if (analysis.size() == 0) return false;
  switch (grounded.document->blocks[block].kind) {
    case BlockKind::kBoxLine: return true;
    case BlockKind::kHeading:
    case BlockKind::kListItem:
    case BlockKind::kParagraph: break;
    default: return false;
  }
  const std::string_view last = analysis.text(analysis[analysis.size() - 1]);
  return analysis.size() <= kLongestLine && !ground::is_one_of(last, {".", "!", "?", "\"", "”", "’", "…"});
}

std::optional<BoxLabel> read_box_label(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                                       std::uint32_t block) {
  const ground::GroundedBlock& line = grounded.blocks[block];
  if (!is_box_line(grounded, block) || has_count(line)) return std::nullopt;
  const Analysis& analysis = line.analysis;
  TokenSpan words{0, analysis.size()};
  const bool colon = analysis.text(analysis[words.end - 1]) == ":";
  if (colon) --words.end;
  if (words.empty()) return std::nullopt;
  BoxLabel label;
  if (const auto before = lexicon.labels(LabelPosition::kBefore).longest(analysis, 0);
      before && before->end < words.end) {
    label.kind = BoxLabelKind::kPer;
    label.name = {before->end, words.end};
  } else if (const auto after = lexicon.labels(LabelPosition::kAfter).ending_before(analysis, words.end);
             after && words.end - 1 > 0 && colon) {
    label.kind = BoxLabelKind::kClaim;
    label.name = {0, words.end - 1};
  } else {
    label.name = words;
    label.party = line.first_party_within(words);
    // A line that names a party and nothing else heads that party's part of the box.
    const bool whole = label.party && label.party->tokens.size() + 1 >= words.size();
    label.kind = whole ? BoxLabelKind::kSide : BoxLabelKind::kOther;
    return label;
  }
  label.party = line.first_party_within(label.name);
  return label;
}

}  // namespace counterclaim::attribute
