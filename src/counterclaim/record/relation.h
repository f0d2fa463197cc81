// How two passages stand to each other: the same, a copy, a later count, a contradiction.
//
// Layer: record. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"

namespace counterclaim::record {

enum class ItemKind { kFigure, kStatement, kEvent };

// One value of one report.
struct ItemRef {
  std::uint32_t report = 0;  // position in Derivation::reports
  ItemKind kind = ItemKind::kFigure;
  std::uint32_t index = 0;  // position in the report's list of that kind
  CodePointSpan span;       // of the report's text: the evidence
  friend bool operator==(const ItemRef&, const ItemRef&) = default;
};

enum class RelationType {
  kSame,          // they agree: the same figure, claim or happening
  kCopy,          // one wording, or one utterance of one speaker
  kUpdate,        // b is a later count of the same thing
  kConflict,      // both cannot be true
  kDenial,        // b denies a
  kConfirmation,  // b, of another side, bears a out
};

// One field's part in a decision.
struct Reason {
  std::string field;        // "prior", "side", "words", ...
  std::int32_t weight = 0;  // 1/1000 bit: log2 of the odds that it adds
  std::string text;         // in words, for people: "both of Peru"
  friend bool operator==(const Reason&, const Reason&) = default;
};

struct Relation {
  ItemRef a;
  ItemRef b;
  RelationType type = RelationType::kSame;
  std::int32_t weight = 0;  // 1/1000 bit: the sum of its reasons
  std::vector<Reason> reasons;
  friend bool operator==(const Relation&, const Relation&) = default;
};

}  // namespace counterclaim::record
