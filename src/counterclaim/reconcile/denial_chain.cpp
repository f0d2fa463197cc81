#include "counterclaim/reconcile/denial_chain.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "counterclaim/reconcile/pair_scorer.h"
#include "counterclaim/reconcile/statement_relations.h"

namespace counterclaim::reconcile {
namespace {

using record::ItemKind;
using record::RelationType;

// What agreement must reach for a denial to be carried along it, in 1/1000 bit: in all, and by its words.
constexpr std::int32_t kCarries = 5000;
constexpr std::int32_t kCarriesWords = 3000;
constexpr std::int64_t kWeek = 10;  // with the days that reports lag behind

class DenialChain {
 public:
  DenialChain(std::span<const ReportFacts> reports, std::vector<FoundRelation>& found)
      : reports_(reports), found_(found) {
    for (std::size_t n = 0; n < found.size(); ++n) {
      const FoundRelation& r = found[n];
      if (r.type == RelationType::kDenial) known_.emplace(r.a, r.b);
      if (r.type != RelationType::kSame && r.type != RelationType::kCopy) continue;
      agreeing_.emplace(r.a, n);
      agreeing_.emplace(r.b, n);
    }
  }

  void carry() {
    const std::size_t count = found_.size();
    for (std::size_t n = 0; n < count; ++n) {
      const FoundRelation denial = found_[n];
      if (denial.type != RelationType::kDenial || passage(denial.a).item.item_kind == ItemKind::kFigure) continue;
      for_each_agreeing(denial.a, [&](PassageRef like, const FoundRelation& by) { add(like, denial.b, denial, by); });
      for_each_agreeing(denial.b, [&](PassageRef like, const FoundRelation& by) {
        if (by.type == RelationType::kCopy) add(denial.a, like, denial, by);
      });
    }
  }

 private:
  Passage passage(PassageRef ref) const { return {reports_[ref.report], reports_[ref.report].items[ref.item]}; }

  template <class Use>
  void for_each_agreeing(PassageRef ref, Use use) {
    const auto [first, last] = agreeing_.equal_range(ref);
    for (auto at = first; at != last; ++at) {
      const FoundRelation by = found_[at->second];
      use(by.a == ref ? by.b : by.a, by);
    }
  }

  void add(PassageRef a, PassageRef b, const FoundRelation& denial, const FoundRelation& by) {
    const Passage claim = passage(a);
    if (a == b || claim.item.quoted_in_denial || !can_deny(claim, passage(b))) return;
    if (claim.item.told && passage(b).item.told && claim.item.told->gap_to(*passage(b).item.told) > kWeek) return;
    if (by.sheet.sum() < kCarries || by.sheet.of(Field::kWords) < kCarriesWords) return;
    if (!known_.emplace(a, b).second) return;
    const FoundRelation& weaker = denial.sheet.sum() < by.sheet.sum() ? denial : by;
    PairSheet sheet;
    sheet.add(Field::kLink, weaker.sheet.sum());
    found_.push_back({a, b, RelationType::kDenial, sheet});
  }

  std::span<const ReportFacts> reports_;
  std::vector<FoundRelation>& found_;
  std::multimap<PassageRef, std::size_t> agreeing_;  // positions in found_
  std::set<std::pair<PassageRef, PassageRef>> known_;
};

}  // namespace

void carry_denials(std::span<const ReportFacts> reports, std::vector<FoundRelation>& found) {
  DenialChain(reports, found).carry();
}

}  // namespace counterclaim::reconcile
