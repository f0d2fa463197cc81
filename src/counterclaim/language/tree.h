// Dependency trees as arrays of heads: subtree edges, sentence starts, and the undoing of pseudo-projective labels
// (Nivre and Nilsson 2005, "Pseudo-projective dependency parsing").
//
//   std::vector<std::uint32_t> heads = {1, 1, 1}, left, right;     // "She left ."
//   subtree_edges(heads, left, right);                             // left {0, 0, 2}, right {0, 2, 2}
//
// heads[n] is the index of the head of token n, n itself for a root. There are no cycles.
//
// Layer: language (internal). Functions without shared state; buffers belong to the caller and keep their capacity.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "counterclaim/language/analysis.h"
#include "counterclaim/language/label_table.h"

namespace counterclaim::language {

// The first and the last token (inclusive) of each token's subtree, found as spaCy finds them: by rounds until no head
// is outside its sentence, twelve at most, so that the edges of a tree with very many crossing arcs may fall short.
// Cost: linear, one round for a projective tree.
void subtree_edges(std::span<const std::uint32_t> heads, std::vector<std::uint32_t>& left,
                   std::vector<std::uint32_t>& right);

// starts[n] is 1 where token n begins a sentence, that is, is the left edge of a root, else 0.
void sentence_starts(std::span<const std::uint32_t> heads, std::span<const std::uint32_t> left,
                     std::vector<std::uint8_t>& starts);

// The labels "X||Y" of a table: the arc is an X, and the true head is a Y somewhere below the present head.
class DecoratedLabels {
 public:
  // Adds to `labels` what is missing of the Xs and Ys. Labels that are added later are not decorated.
  explicit DecoratedLabels(LabelTable& labels);

  [[nodiscard]] bool contains(LabelId id) const { return id < parts_.size() && parts_[id].decorated; }
  [[nodiscard]] LabelId label(LabelId id) const { return parts_[id].label; }            // X; `id` decorated
  [[nodiscard]] LabelId head_label(LabelId id) const { return parts_[id].head_label; }  // Y; `id` decorated

 private:
  struct Parts {
    LabelId label = 0, head_label = 0;
    bool decorated = false;
  };
  std::vector<Parts> parts_;  // by LabelId
};

// Memory that deprojectivize() uses and its caller keeps.
struct DeprojectivizeBuffers {
  std::vector<std::uint32_t> left, right;                          // edges before any change
  std::vector<std::uint32_t> children, children_begin;             // grouped by head, before any change
  std::vector<std::uint32_t> first_moved, last_moved, next_moved;  // tokens moved to a head, linked in ascending order
  std::vector<std::uint32_t> queue;
};

// Gives every token with a decorated label its plain label and its true head: the first token with label Y that a
// breadth-first search below the present head meets, white space (is_space[n] != 0) and the token itself with all below
// them left out; the head stays if there is none. Tokens are treated in order, on the tree as it is by then, save that
// a token moved out of the edges its new head had at first is not met below it again (as in spaCy).
// Returns whether there was a decorated label. Cost: linear, and for each decorated label the size of a subtree; a scan
// of the labels if there is none.
bool deprojectivize(std::span<std::uint32_t> heads, std::span<LabelId> labels, std::span<const std::uint8_t> is_space,
                    const DecoratedLabels& decorated, DeprojectivizeBuffers& buffers);

}  // namespace counterclaim::language
