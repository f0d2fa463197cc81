#include <string>

#include <doctest/doctest.h>

#include "counterclaim/attribute/box_labels.h"
#include "support/examples.h"

using namespace counterclaim;
using attribute::BoxLabelKind;

namespace {

// The kind and party of the label that the second line of a box is; "none" when it is no label.
std::string label(std::string_view line) {
  const test::Stages& stages = test::Stages::get();
  const record::Document report =
      stages.document("Casualties and losses\n" + std::string(line) + "\n12 killed\n30 wounded\n9 missing\n");
  const ground::GroundedAnalysis grounded = stages.ground(report);
  const auto found = attribute::read_box_label(stages.attributor().lexicon(), grounded, 1);
  if (!found) return "none";
  const std::string party = found->party ? " " + grounded.party(*found->party).name : "";
  switch (found->kind) {
    case BoxLabelKind::kPer: return "per" + party;
    case BoxLabelKind::kClaim: return "claim" + party;
    case BoxLabelKind::kSide: return "side" + party;
    case BoxLabelKind::kOther: return "other";
  }
  return "";
}

}  // namespace

TEST_CASE("labels of boxes") {
  CHECK(label("Per Peru:") == "per Peru");
  CHECK(label("Per Andina News:") == "per");
  CHECK(label("Peruvian claim:") == "claim Peru");
  CHECK(label("Peru:") == "side Peru");
  CHECK(label("Peru") == "side Peru");
  CHECK(label("Civilians:") == "other");
  CHECK(label("14 soldiers killed") == "none");
}
