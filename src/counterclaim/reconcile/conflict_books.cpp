#include "counterclaim/reconcile/conflict_books.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "counterclaim/reconcile/claimants.h"

namespace counterclaim::reconcile {
namespace {

using record::ItemKind;

std::optional<std::string> told(const ReportFacts& report, NameId name) {
  return name == 0 ? std::nullopt : std::optional(report.name(name));
}

std::optional<std::int32_t> first_day(const ItemFacts& item) {
  if (!item.told || item.told->first == DayInterval::kOpenBegin) return std::nullopt;
  return item.told->first;
}

std::optional<std::string> day_in_words(const ItemFacts& item) {
  const auto day = first_day(item);
  return day ? std::optional(iso_day(*day)) : std::nullopt;
}

class Truces {
 public:
  Truces(std::span<const ReportFacts> reports, const std::vector<record::Incident>& incidents) : reports_(reports) {
    for (std::uint32_t n = 0; n < incidents.size(); ++n) add(n, incidents[n]);
  }

  std::vector<record::Ceasefire> build(std::span<const FoundRelation> relations) {
    for (std::uint32_t r = 0; r < reports_.size(); ++r) {
      for (std::uint32_t i = 0; i < reports_[r].items.size(); ++i) {
        const ItemFacts& item = reports_[r].items[i];
        if (item.item_kind == ItemKind::kEvent && item.event == record::EventType::kViolation) add_violation({r, i});
      }
    }
    for (const FoundRelation& relation : relations) add_denial(relation);
    std::vector<record::Ceasefire> ceasefires;
    ceasefires.reserve(truces_.size());
    for (Truce& truce : truces_) ceasefires.push_back(std::move(truce.ceasefire));
    std::stable_sort(ceasefires.begin(), ceasefires.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return ceasefires;
  }

 private:
  struct Truce {
    record::Ceasefire ceasefire;
    std::optional<std::int32_t> day;
  };

  void add(std::uint32_t incident, const record::Incident& told_of) {
    if (told_of.event != record::EventType::kAgreement) return;
    Truce truce;
    truce.ceasefire.incident = incident;
    bool is_truce = false;
    std::set<std::string> actors, announced;
    for (const record::ItemRef& member : told_of.members) {
      const ReportFacts& report = reports_[member.report];
      for (const ItemFacts& item : report.items) {
        if (item.item_kind != member.kind || item.index != member.index || item.item_kind != ItemKind::kEvent) continue;
        is_truce = is_truce || item.is_truce;
        if (item.side != 0 && report.name(item.side) != "both") actors.insert(report.name(item.side));
        if (item.target != 0 && report.name(item.target) == "both") brokered_.insert(incident);
        if (const std::string claimant = claimant_of(report, item); !claimant.empty()) announced.insert(claimant);
        if (const auto day = first_day(item); item.days && day && (!truce.day || *day < *truce.day)) truce.day = day;
      }
    }
    if (!is_truce) return;
    // A third party brokers between "both"; else the doers are the parties.
    auto& doers = brokered_.contains(incident) ? truce.ceasefire.brokers : truce.ceasefire.parties;
    doers.assign(actors.begin(), actors.end());
    truce.ceasefire.announced_by.assign(announced.begin(), announced.end());
    if (truce.day) truce.ceasefire.day = iso_day(*truce.day);
    for (const record::ItemRef& member : told_of.members) {
      if (member.kind == ItemKind::kEvent) truce_of_.emplace(std::pair(member.report, member.index), truces_.size());
    }
    truces_.push_back(std::move(truce));
  }

  std::optional<std::size_t> truce_broken_by(PassageRef ref) const {
    const ItemFacts& violation = reports_[ref.report].items[ref.item];
    if (violation.violates) {
      const auto linked = truce_of_.find({ref.report, *violation.violates});
      if (linked != truce_of_.end()) return linked->second;
    }
    const auto day = first_day(violation);
    std::optional<std::size_t> latest;
    for (std::size_t n = 0; n < truces_.size(); ++n) {
      if (!day || !truces_[n].day || *truces_[n].day > *day) continue;
      if (!latest || *truces_[*latest].day < *truces_[n].day) latest = n;
    }
    return latest;
  }

  void add_violation(PassageRef ref) {
    const auto truce = truce_broken_by(ref);
    if (!truce) return;
    const ReportFacts& report = reports_[ref.report];
    const ItemFacts& item = report.items[ref.item];
    const std::string claimant = claimant_of(report, item);
    truces_[*truce].ceasefire.violations.push_back({{ref.report, item.item_kind, item.index, item.span},
                                                    told(report, item.side),
                                                    claimant.empty() ? std::nullopt : std::optional(claimant),
                                                    day_in_words(item)});
    violated_.emplace(ref, *truce);
  }

  void add_denial(const FoundRelation& relation) {
    if (relation.type != record::RelationType::kDenial) return;
    const ItemFacts& denied = reports_[relation.a.report].items[relation.a.item];
    if (denied.item_kind != ItemKind::kEvent) return;
    std::optional<std::size_t> truce;
    if (const auto known = violated_.find(relation.a); known != violated_.end()) truce = known->second;
    const auto own = truce_of_.find({relation.a.report, denied.index});
    if (own != truce_of_.end()) truce = own->second;
    if (!truce) return;
    const ReportFacts& report = reports_[relation.b.report];
    const std::string denier = claimant_of(report, report.items[relation.b.item]);
    auto& deniers = truces_[*truce].ceasefire.denied_by;
    if (!denier.empty() && std::find(deniers.begin(), deniers.end(), denier) == deniers.end())
      deniers.push_back(denier);
    std::sort(deniers.begin(), deniers.end());
  }

  std::span<const ReportFacts> reports_;
  std::vector<Truce> truces_;
  std::set<std::uint32_t> brokered_;                                         // incidents
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> truce_of_;  // report and index of an event
  std::map<PassageRef, std::size_t> violated_;
};

bool is_reaction(const ItemFacts& item) {
  using enum record::Stance;
  return item.item_kind == ItemKind::kStatement &&
         (item.stance == kCondemns || item.stance == kDemands || item.stance == kSupports ||
          item.stance == kThreatens || item.stance == kPledges);
}

}  // namespace

std::vector<record::Ceasefire> ceasefires_of(std::span<const ReportFacts> reports,
                                             const std::vector<record::Incident>& incidents,
                                             std::span<const FoundRelation> relations) {
  return Truces(reports, incidents).build(relations);
}

std::vector<record::Reaction> reactions_of(std::span<const ReportFacts> reports,
                                           std::span<const FoundRelation> relations) {
  // The first telling of each utterance stands for its copies.
  std::map<PassageRef, PassageRef> first;
  const auto first_of = [&](PassageRef ref) {
    for (auto at = first.find(ref); at != first.end(); at = first.find(ref)) ref = at->second;
    return ref;
  };
  for (const FoundRelation& relation : relations) {
    if (relation.type != record::RelationType::kCopy || relation.hidden) continue;
    const PassageRef a = first_of(relation.a), b = first_of(relation.b);
    if (a != b) first.emplace(std::max(a, b), std::min(a, b));
  }
  std::map<PassageRef, record::Reaction> reactions;
  for (std::uint32_t r = 0; r < reports.size(); ++r) {
    for (std::uint32_t i = 0; i < reports[r].items.size(); ++i) {
      const ItemFacts& item = reports[r].items[i];
      const std::string who = claimant_of(reports[r], item);
      if (!is_reaction(item) || who.empty()) continue;
      const auto [at, added] = reactions.try_emplace(first_of({r, i}));
      if (!added) {
        ++at->second.reports;
        continue;
      }
      at->second = {who,
                    item.stance,
                    told(reports[r], item.target),
                    day_in_words(item),
                    {r, item.item_kind, item.index, item.span},
                    1};
    }
  }
  std::vector<record::Reaction> sorted;
  sorted.reserve(reactions.size());
  for (auto& [ref, reaction] : reactions) sorted.push_back(std::move(reaction));
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return std::tie(a.day, a.who, a.stance) < std::tie(b.day, b.who, b.stance);
  });
  return sorted;
}

}  // namespace counterclaim::reconcile
