#include "counterclaim/reconcile/relation_finder.h"

#include <algorithm>
#include <map>
#include <utility>

#include "counterclaim/reconcile/figure_relations.h"
#include "counterclaim/reconcile/statement_relations.h"

namespace counterclaim::reconcile {
namespace {

using record::ItemKind;
using record::RelationType;

constexpr std::uint32_t kDenialReach = 2;     // sentences back to what "these claims" are
constexpr std::uint32_t kWithinReport = 400;  // passages of one kind ahead that one report's are compared with
constexpr std::int32_t kOtherTimes = -1000;   // 1/1000 bit that days take from which on a denial is of other things
constexpr std::int32_t kDenialBits = 5;       // of words that a denial and a claim share
constexpr std::int32_t kDenialWords = 400;    // thousandths of the shorter one's words that a denial and a claim share
constexpr std::int32_t kFarFromBest = 4000;   // 1/1000 bit
constexpr std::int32_t kFewWords = 8;         // bits: a denial of so few words stands on what was told before

}  // namespace

struct RelationFinder::Task {
  std::uint32_t a = 0, b = 0;
  std::int32_t reports_weight = 0;
};

void RelationFinder::find(std::uint32_t a, std::uint32_t b, Findings& findings) const {
  const Task task{a, b, scorer_.reports(reports_[a], reports_[b])};
  const std::size_t from = findings.relations.size();
  const auto items_a = static_cast<std::uint32_t>(reports_[a].items.size());
  const auto items_b = static_cast<std::uint32_t>(reports_[b].items.size());
  for (std::uint32_t x = 0; x < items_a; ++x) {
    const std::uint32_t first = a == b ? x + 1 : 0;
    const std::uint32_t last = a == b ? std::min(items_b, x + kWithinReport) : items_b;
    for (std::uint32_t y = first; y < last; ++y) compare(task, x, y, findings);
  }
  keep_best(from, findings);
  heed_figures(from, findings);
  if (a == b) local_denials(a, findings);
}

void RelationFinder::compare(const Task& task, std::uint32_t item_a, std::uint32_t item_b, Findings& findings) const {
  const PassageRef a{task.a, item_a}, b{task.b, item_b};
  const ItemKind kind_a = passage(a).item.item_kind, kind_b = passage(b).item.item_kind;
  if (kind_a == ItemKind::kFigure && kind_b == ItemKind::kFigure) figures(task, a, b, findings);
  if (kind_a == ItemKind::kStatement && kind_b == ItemKind::kStatement) statements(task, a, b, findings);
  if (kind_a == ItemKind::kEvent && kind_b == ItemKind::kEvent) events(task, a, b, findings);
  if (kind_a == ItemKind::kEvent && kind_b == ItemKind::kStatement) denial(task, a, b, findings);
  if (kind_a == ItemKind::kStatement && kind_b == ItemKind::kEvent) denial(task, b, a, findings);
}

void RelationFinder::figures(const Task& task, PassageRef a, PassageRef b, Findings& findings) const {
  const Passage x = passage(a), y = passage(b);
  if (x.item.span.overlaps(y.item.span) && task.a == task.b) return;
  if (!can_count_one_thing(x, y)) return;
  const PairSheet sheet = scorer_.figures(x, y, task.reports_weight);
  const auto decision = relation_of_figures(x, y, sheet, scorer_.shared_words(x, y), scorer_.weights());
  if (!decision) return;
  findings.relations.push_back(decision->reversed ? FoundRelation{b, a, decision->type, sheet}
                                                  : FoundRelation{a, b, decision->type, sheet});
}

void RelationFinder::statements(const Task& task, PassageRef a, PassageRef b, Findings& findings) const {
  const Passage x = passage(a), y = passage(b);
  if (can_deny(x, y)) return denial(task, a, b, findings);
  if (can_deny(y, x)) return denial(task, b, a, findings);
  if (x.item.refers_back != y.item.refers_back && task.a == task.b) return;
  if (can_be_accused_back(x, y)) {
    PairSheet sheet = scorer_.subject(x, y, task.reports_weight);
    sheet.add(Field::kLink, scorer_.weights().accused_back +
                                (x.item.lays_fault && y.item.lays_fault ? scorer_.weights().fault_laid_back : 0));
    const bool told = !x.item.quoted_in_denial && !y.item.quoted_in_denial;
    if (told && sheet.sum() >= scorer_.weights().statements_conflict)
      findings.relations.push_back({a, b, RelationType::kConflict, sheet});
    return;
  }
  const PairSheet sheet = scorer_.statements(x, y, task.reports_weight);
  const auto decision = agreement_of_statements(x, y, sheet, scorer_.shared_words(x, y), scorer_.weights());
  // What one report says twice is no relation, nor is what only its denial tells.
  const bool hidden = task.a == task.b || x.item.quoted_in_denial || y.item.quoted_in_denial;
  if (decision) findings.relations.push_back({a, b, decision->type, sheet, hidden});
}

void RelationFinder::events(const Task& task, PassageRef a, PassageRef b, Findings& findings) const {
  if (task.a == task.b) return;
  const Passage x = passage(a), y = passage(b);
  const PairSheet sheet = scorer_.events(x, y, task.reports_weight);
  if (sheet.sum() >= scorer_.weights().incident_near && can_be_one_happening(sheet))
    findings.links.push_back({a, b, sheet.sum()});
  const auto decision = agreement_of_events(x, y, sheet, scorer_.shared_words(x, y), scorer_.weights());
  if (decision) findings.relations.push_back({a, b, decision->type, sheet});
}

void RelationFinder::denial(const Task& task, PassageRef a, PassageRef b, Findings& findings) const {
  const Passage x = passage(a), y = passage(b);
  if (!can_deny(x, y) || x.item.quoted_in_denial || y.item.refers_back) return;
  PairSheet sheet = scorer_.subject(x, y, task.reports_weight);
  const SharedWords words = scorer_.shared_words(x, y);
  if (words.shared < kDenialBits || words.thousandths_of_shorter() < kDenialWords) return;
  if (sheet.of(Field::kWords) < scorer_.weights().denial_words || sheet.of(Field::kDays) < kOtherTimes) return;
  if (x.item.item_kind == ItemKind::kEvent) sheet.add(Field::kLink, scorer_.weights().own_deed_denied);
  const std::int32_t enough =
      x.item.item_kind == ItemKind::kEvent ? scorer_.weights().events_denied : scorer_.weights().statements_denied;
  if (sheet.sum() >= enough) findings.relations.push_back({a, b, RelationType::kDenial, sheet});
}

// A statement denies what it quotes; "the charge" and "these claims" are the last thing that another side said.
void RelationFinder::local_denials(std::uint32_t report, Findings& findings) const {
  const ReportFacts& facts = reports_[report];
  const std::size_t known = findings.relations.size();
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    const PassageRef x{report, a}, y{report, b};
    const auto end = findings.relations.begin() + static_cast<std::ptrdiff_t>(known);
    if (std::any_of(findings.relations.begin(), end, [&](const FoundRelation& r) { return r.a == x && r.b == y; }))
      return;
    PairSheet sheet = scorer_.subject(passage(x), passage(y), scorer_.weights().one_report);
    sheet.add(Field::kLink, std::max(0, 2 * scorer_.weights().statements_denied - sheet.sum()));
    findings.relations.push_back({x, y, RelationType::kDenial, sheet});
  };
  for (std::uint32_t b = 0; b < facts.items.size(); ++b) {
    const ItemFacts& denial = facts.items[b];
    if (denial.item_kind != ItemKind::kStatement || denial.stance != record::Stance::kDenies) continue;
    bool quotes = false;
    for (std::uint32_t a = 0; a < facts.items.size(); ++a) {
      const ItemFacts& quoted = facts.items[a];
      if (quoted.item_kind != ItemKind::kStatement || quoted.parent != denial.index) continue;
      if (quoted.stance == record::Stance::kDenies) continue;
      add(a, b);
      quotes = true;
    }
    const bool stands_alone =
        !denial.refers_back && scorer_.shared_words({facts, denial}, {facts, denial}).shared >= kFewWords;
    if (quotes || stands_alone) continue;
    for (std::uint32_t a = b; a-- > 0;) {
      const ItemFacts& before = facts.items[a];
      if (before.item_kind != ItemKind::kStatement || before.sentence + kDenialReach < denial.sentence) break;
      if (!can_deny({facts, before}, {facts, denial})) continue;
      add(a, b);
      break;
    }
  }
}

// Statements agree on what they say of figures as the figures do: statements whose figures were updated are updated,
// and those that count one thing differently do not agree.
void RelationFinder::heed_figures(std::size_t from, Findings& findings) const {
  enum class Stand { kOne, kLater, kEarlier };
  std::map<std::pair<PassageRef, PassageRef>, Stand> stands;
  for (std::size_t n = from; n < findings.relations.size(); ++n) {
    const FoundRelation& figures = findings.relations[n];
    if (passage(figures.a).item.item_kind != ItemKind::kFigure || figures.a.report == figures.b.report) continue;
    const bool update = figures.type == RelationType::kUpdate;
    if (!update && figures.type != RelationType::kSame && figures.type != RelationType::kCopy) continue;
    for (const PassageRef x : statements_around(figures.a)) {
      for (const PassageRef y : statements_around(figures.b)) {
        stands.emplace(std::pair(x, y), update ? Stand::kLater : Stand::kOne);
        stands.emplace(std::pair(y, x), update ? Stand::kEarlier : Stand::kOne);
      }
    }
  }
  const auto disagrees = [&](FoundRelation& agreement) {
    if (agreement.type != RelationType::kSame && agreement.type != RelationType::kCopy) return false;
    if (passage(agreement.a).item.item_kind != ItemKind::kStatement || agreement.a.report == agreement.b.report)
      return false;
    const auto stand = stands.find({agreement.a, agreement.b});
    if (stand == stands.end()) return count_otherwise(agreement.a, agreement.b);
    if (stand->second != Stand::kOne) agreement.type = RelationType::kUpdate;
    if (stand->second == Stand::kEarlier) std::swap(agreement.a, agreement.b);
    return false;
  };
  findings.relations.erase(std::remove_if(findings.relations.begin() + static_cast<std::ptrdiff_t>(from),
                                          findings.relations.end(), disagrees),
                           findings.relations.end());
}

// Whether both statements hold figures of one measure, and no number in common.
bool RelationFinder::count_otherwise(PassageRef a, PassageRef b) const {
  bool one_measure = false;
  for (const PassageRef x : figures_in(a)) {
    for (const PassageRef y : figures_in(b)) {
      if (passage(x).item.measure != passage(y).item.measure) continue;
      if (passage(x).item.value == passage(y).item.value) return false;
      one_measure = true;
    }
  }
  return one_measure;
}

std::vector<PassageRef> RelationFinder::figures_in(PassageRef statement) const {
  const ReportFacts& report = reports_[statement.report];
  std::vector<PassageRef> figures;
  for (std::uint32_t n = 0; n < report.items.size() && report.items[n].item_kind == ItemKind::kFigure; ++n) {
    if (report.items[statement.item].span.contains(report.items[n].span)) figures.push_back({statement.report, n});
  }
  return figures;
}

std::vector<PassageRef> RelationFinder::statements_around(PassageRef figure) const {
  const ReportFacts& report = reports_[figure.report];
  std::vector<PassageRef> around;
  for (std::uint32_t n = 0; n < report.items.size(); ++n) {
    if (report.items[n].item_kind == ItemKind::kStatement &&
        report.items[n].span.contains(report.items[figure.item].span))
      around.push_back({figure.report, n});
  }
  return around;
}

// Agreement in words alone is loose: it is kept where it is the best of one of its passages in the other report, and
// not far from the best of the other passage.
void RelationFinder::keep_best(std::size_t from, Findings& findings) const {
  std::map<PassageRef, std::int32_t> best;
  const auto is_loose = [&](const FoundRelation& r) {
    return passage(r.a).item.item_kind != ItemKind::kFigure && r.type != RelationType::kDenial && !r.hidden;
  };
  const auto begin = findings.relations.begin() + static_cast<std::ptrdiff_t>(from);
  for (auto r = begin; r != findings.relations.end(); ++r) {
    if (!is_loose(*r)) continue;
    for (const PassageRef end : {r->a, r->b}) {
      const auto [at, added] = best.emplace(end, r->sheet.sum());
      if (!added) at->second = std::max(at->second, r->sheet.sum());
    }
  }
  const auto is_poor = [&](const FoundRelation& r) {
    if (!is_loose(r)) return false;
    const std::int32_t of_a = best.at(r.a), of_b = best.at(r.b);
    return r.sheet.sum() < std::min(of_a, of_b) || r.sheet.sum() + kFarFromBest < std::max(of_a, of_b);
  };
  findings.relations.erase(std::remove_if(begin, findings.relations.end(), is_poor), findings.relations.end());
}

}  // namespace counterclaim::reconcile
