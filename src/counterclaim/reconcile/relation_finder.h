// Finds the relations between the passages of two reports, or of one.
//
// Layer: reconcile. Thread safety: const methods may run concurrently. Cost: the product of the two reports' passages,
// each kind with its own.
#pragma once

#include <span>
#include <vector>

#include "counterclaim/reconcile/found_relation.h"
#include "counterclaim/reconcile/pair_scorer.h"

namespace counterclaim::reconcile {

class RelationFinder {
 public:
  // Both must outlive the finder.
  RelationFinder(std::span<const ReportFacts> reports, const PairScorer& scorer) : reports_(reports), scorer_(scorer) {}

  // Appends the relations between reports `a` and `b`, which may be one; denials of what stands just before them, and
  // of what they quote, where they are one.
  void find(std::uint32_t a, std::uint32_t b, Findings& findings) const;

 private:
  struct Task;
  void compare(const Task& task, std::uint32_t item_a, std::uint32_t item_b, Findings& findings) const;
  void figures(const Task& task, PassageRef a, PassageRef b, Findings& findings) const;
  void statements(const Task& task, PassageRef a, PassageRef b, Findings& findings) const;
  void events(const Task& task, PassageRef a, PassageRef b, Findings& findings) const;
  void denial(const Task& task, PassageRef a, PassageRef b, Findings& findings) const;
  void local_denials(std::uint32_t report, Findings& findings) const;
  void heed_figures(std::size_t from, Findings& findings) const;
  [[nodiscard]] bool count_otherwise(PassageRef a, PassageRef b) const;
  [[nodiscard]] std::vector<PassageRef> figures_in(PassageRef statement) const;
  [[nodiscard]] std::vector<PassageRef> statements_around(PassageRef figure) const;
  void keep_best(std::size_t from, Findings& findings) const;
  [[nodiscard]] Passage passage(PassageRef ref) const {
    return {reports_[ref.report], reports_[ref.report].items[ref.item]};
  }

  std::span<const ReportFacts> reports_;
  const PairScorer& scorer_;
};

}  // namespace counterclaim::reconcile
