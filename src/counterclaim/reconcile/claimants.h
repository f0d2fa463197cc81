// Who says so, counted once: a side whoever speaks for it, else a source by name, else the report itself; reports that
// copy one another are one.
//
// Layer: reconcile. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "counterclaim/reconcile/found_relation.h"
#include "counterclaim/reconcile/report_facts.h"
#include "counterclaim/reconcile/report_neighbours.h"
#include "counterclaim/record/derivation.h"

namespace counterclaim::reconcile {

// The claimant of an item as people name it: "Peru", "the Red Cross"; "" is the report's own voice.
[[nodiscard]] std::string claimant_of(const ReportFacts& report, const ItemFacts& item);

class Claimants {
 public:
  Claimants(std::span<const ReportFacts> reports, std::span<const record::ReportCopy> copies);

  // A name that two passages share where they are no independent witnesses of one thing.
  [[nodiscard]] std::string independent_of(PassageRef passage) const;

 private:
  std::span<const ReportFacts> reports_;
  std::vector<std::uint32_t> originals_;  // of each report
};

// Reports that are near copies of earlier ones, among the pairs that are compared.
[[nodiscard]] std::vector<record::ReportCopy> report_copies(std::span<const ReportFacts> reports,
                                                            std::span<const ReportPair> pairs);

}  // namespace counterclaim::reconcile
