// One number where several claimants count, by the rules of published codebooks: resources/reconcile/coding_rules.tsv.
//
//   CodingRules rules = *CodingRules::load(resources / "reconcile");
//   rules.estimate(derivation.series, "ucdp")    // low, best and high of each side, measure and kind
//
// Of each claimant the latest count is weighed. Who claims is "own" (the side counts its own), "enemy" (a side that has
// a toll of its own here), "reports" (nobody is named) or "third" (anybody else).
//
// Layer: reconcile. Pure after load().
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/record/toll_estimate.h"

namespace counterclaim::reconcile {

enum class ClaimantClass { kOwn, kEnemy, kThird, kReports };

// How one of the three numbers is chosen.
enum class Choice {
  kNone,
  kLeast,             // the least of all
  kMostRelied,        // of the class relied on most, its least
  kGreatestReliable,  // the greatest of all but the enemy's, or of all where only the enemy counts
  kLatest,            // the latest of all; of one day the greatest
};

struct CodingRule {
  std::string name;
  std::vector<ClaimantClass> reliance;  // most relied on first; others are not weighed
  Choice low = Choice::kNone, best = Choice::kNone, high = Choice::kNone;
  std::map<std::string, double, std::less<>> words;  // "dozens" -> 12; other vague counts are not weighed
  bool each_claimant = false;                        // a row for each claimant instead of one for all
};

class CodingRules {
 public:
  // Errors: file_not_found, resource_malformed.
  [[nodiscard]] static Result<CodingRules> load(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<CodingRule>& rules() const { return rules_; }
  [[nodiscard]] const CodingRule* named(std::string_view name) const;

  // In the order of the series. Errors: usage, where no rule has the name.
  [[nodiscard]] Result<std::vector<record::TollEstimate>> estimate(std::span<const record::SeriesPoint> series,
                                                                   std::string_view rule) const;

 private:
  std::vector<CodingRule> rules_;
};

}  // namespace counterclaim::reconcile
