// Who speaks over which characters of a report: the tree of attribution, read by figures, statements and events alike.
//
//   const Scope* scope = scopes.innermost(block, token);
//   scope->source.text      // "the Peruvian ministry"; a null scope is the report's own voice
//
// Layer: attribute. Plain values after seal(). Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "counterclaim/attribute/box_labels.h"
#include "counterclaim/attribute/saying_frame.h"
#include "counterclaim/base/span.h"
#include "counterclaim/record/source.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::attribute {

struct Scope {
  std::uint32_t block = 0;
  TokenSpan content;            // the tokens of the block that are said; may hold the cue and the words for the source
  std::uint32_t cue_block = 0;  // the block, or for a quotation that the block before announces, that one
  TokenSpan cue;                // the words of saying; empty for a line under a box label or a quotation without a verb
  std::uint32_t word = 0;       // the verb or noun of saying, where there is a frame
  const SayingFrame* frame = nullptr;  // of the lexicon; null for phrases, labels, headlines
  record::Stance stance = record::Stance::kAsserts;
  std::optional<std::uint32_t>
      target;                // of the cue's block: head of the words for whom it is aimed at, or for his deed
  bool is_statement = true;  // false: nobody says it: "did not say that", "if he says that"
  bool is_second = false;    // one more of several who say the same; innermost() gives the first
  std::optional<std::uint32_t> parent;  // position in scopes() of the one that quotes this one
  record::Source source;
  std::string_view rule;  // the name of the rule that found it; static storage
};

// Words of hearsay without a speaker, and what they cover.
struct Hedge {
  std::uint32_t block = 0;
  TokenSpan words;  // "reportedly"
  TokenSpan content;
};

class AttributionScopes {
 public:
  // `block_sizes`: tokens of each block.
  explicit AttributionScopes(std::span<const std::uint32_t> block_sizes);

  void add(Scope scope) { scopes_.push_back(std::move(scope)); }
  void add_hedge(Hedge hedge) { hedges_.push_back(hedge); }
  void add_box_label(std::uint32_t block, BoxLabel label) { box_labels_[block] = label; }
  // Makes innermost() answer for all that was added, and finds the parents. A smaller scope is inside a larger one; of
  // equal ones the later. Cost: linear in tokens times depth.
  void seal();

  // The innermost scope whose content holds the token; null where nobody is cited. Valid as long as this object.
  [[nodiscard]] const Scope* innermost(std::uint32_t block, std::uint32_t token) const;
  [[nodiscard]] std::span<const Scope> scopes() const { return scopes_; }
  // The first words of hearsay that cover the token; null where there are none. Cost: logarithmic in hedges, and linear
  // in those of the block.
  [[nodiscard]] const Hedge* hedge(std::uint32_t block, std::uint32_t token) const;
  // The label of a box that the block is, if it is one. Refers to the parties of the grounded report.
  [[nodiscard]] const std::optional<BoxLabel>& box_label(std::uint32_t block) const { return box_labels_[block]; }

 private:
  static constexpr std::int32_t kNobody = -1;

  // "Andina quoted the mayor": what the mayor says comes through Andina.
  void set_parent(Scope& scope, std::uint32_t parent) const;

  std::vector<Scope> scopes_;
  std::vector<Hedge> hedges_;                        // by block
  std::vector<std::optional<BoxLabel>> box_labels_;  // of each block
  std::vector<std::vector<std::int32_t>> speaker_;   // of each block and token: position in scopes_
};

}  // namespace counterclaim::attribute
