#include "counterclaim/reconcile/incident_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/reconcile/claimants.h"
#include "counterclaim/reconcile/incident_groups.h"
#include "counterclaim/reconcile/relation_words.h"

namespace counterclaim::reconcile {
namespace {

using record::ItemKind;

constexpr std::size_t kMostNear = 5;

// The events of a case as nodes, in the order of reports and items.
class Work {
 public:
  Work(std::span<const ReportFacts> reports, const PairScorer& scorer, std::span<const record::ReportCopy> copies,
       const Findings& findings)
      : reports_(reports), scorer_(scorer), claimants_(reports, copies), findings_(findings) {
    std::vector<std::uint32_t> reports_of;
    for (std::uint32_t r = 0; r < reports.size(); ++r) {
      for (std::uint32_t i = 0; i < reports[r].items.size(); ++i) {
        if (reports[r].items[i].item_kind != ItemKind::kEvent) continue;
        nodes_.push_back({r, i});
        reports_of.push_back(r);
      }
    }
    for (const HappeningLink& link : findings.links) links_.push_back({node_of(link.a), node_of(link.b), link.weight});
    groups_ = IncidentGroups(std::move(reports_of));
    groups_.join(links_, scorer.weights().incident_joined);
  }

  std::vector<record::Incident> build() {
    attach_figures();
    std::vector<record::Incident> incidents;
    std::map<IncidentGroups::Node, std::uint32_t> position;  // group -> incident
    for (IncidentGroups::Node n = 0; n < nodes_.size(); ++n) {
      const IncidentGroups::Node group = groups_.group_of(n);
      if (!position.emplace(group, static_cast<std::uint32_t>(incidents.size())).second) continue;
      incidents.push_back(incident_of(group));
    }
    add_near(incidents, position);
    return incidents;
  }

 private:
  IncidentGroups::Node node_of(PassageRef ref) const {
    return static_cast<IncidentGroups::Node>(std::lower_bound(nodes_.begin(), nodes_.end(), ref) - nodes_.begin());
  }
  const ItemFacts& item(PassageRef ref) const { return reports_[ref.report].items[ref.item]; }

  // Figures belong to the incident of their event; one without an event to that of a figure that it equals.
  void attach_figures() {
    std::map<PassageRef, IncidentGroups::Node> group_of_figure;
    for (std::uint32_t r = 0; r < reports_.size(); ++r) {
      std::map<std::uint32_t, std::uint32_t> event_items;  // index of the event -> item
      for (std::uint32_t i = 0; i < reports_[r].items.size(); ++i) {
        if (item({r, i}).item_kind == ItemKind::kEvent) event_items.emplace(item({r, i}).index, i);
      }
      for (std::uint32_t i = 0; i < reports_[r].items.size(); ++i) {
        const ItemFacts& figure = item({r, i});
        if (figure.item_kind != ItemKind::kFigure || !figure.event_index) continue;
        const auto event = event_items.find(*figure.event_index);
        if (event == event_items.end()) continue;
        group_of_figure.emplace(PassageRef{r, i}, groups_.group_of(node_of({r, event->second})));
      }
    }
    std::map<PassageRef, IncidentGroups::Node> by_relation;
    for (const FoundRelation& r : findings_.relations) {
      if (item(r.a).item_kind != ItemKind::kFigure || r.type == record::RelationType::kConflict) continue;
      for (const auto& [from, to] : {std::pair(r.a, r.b), std::pair(r.b, r.a)}) {
        const auto known = group_of_figure.find(from);
        if (known != group_of_figure.end() && !group_of_figure.contains(to)) by_relation.emplace(to, known->second);
      }
    }
    group_of_figure.merge(by_relation);
    for (const auto& [figure, group] : group_of_figure) figures_of_[group].push_back(figure);
  }

  record::Incident incident_of(IncidentGroups::Node group) const {
    std::vector<PassageRef> members;
    for (const IncidentGroups::Node node : groups_.members(group)) members.push_back(nodes_[node]);
    std::sort(members.begin(), members.end());
    record::Incident incident;
    tell_happening(members, incident);
    const ReportFacts& first = reports_[members[0].report];
    incident.id = fmt::format(
        "{:016x}", hash_of(fmt::format("incident {} {} {}", first.sha256, first.id, item(members[0]).index)));
    if (const auto figures = figures_of_.find(group); figures != figures_of_.end())
      members.insert(members.end(), figures->second.begin(), figures->second.end());
    std::sort(members.begin(), members.end());
    std::set<std::string> claimants;
    for (const PassageRef member : members) {
      incident.members.push_back({member.report, item(member).item_kind, item(member).index, item(member).span});
      claimants.insert(claimants_.independent_of(member));
    }
    incident.independent_sources = static_cast<std::uint32_t>(claimants.size());
    if (const std::int64_t weakest = groups_.weakest_link(group); weakest >= 0) {
      const HappeningLink& link = findings_.links[static_cast<std::size_t>(weakest)];
      const std::int32_t reports = scorer_.reports(reports_[link.a.report], reports_[link.b.report]);
      const PairSheet sheet =
          scorer_.events({reports_[link.a.report], item(link.a)}, {reports_[link.b.report], item(link.b)}, reports);
      incident.reasons = reasons_in_words(reports_, {link.a, link.b, record::RelationType::kSame, sheet});
    }
    return incident;
  }

  // Type, place and parties that most events tell; the days within which all dated ones lie.
  void tell_happening(const std::vector<PassageRef>& events, record::Incident& incident) const {
    std::map<record::EventType, int> types;
    std::map<std::string, int> places;
    std::set<std::string> parties;
    std::optional<DayInterval> days;
    for (const PassageRef ref : events) {
      const ItemFacts& event = item(ref);
      const ReportFacts& report = reports_[ref.report];
      ++types[event.event];
      if (event.place != 0) places[report.name(event.place)] += event.has_point ? 2 : 1;
      for (const NameId party : {event.side, event.target}) {
        if (party != 0 && report.name(party) != "both") parties.insert(report.name(party));
      }
      if (!event.days) continue;
      // Of a month and a day inside it the day is the better word.
      if (!days || event.days->days() < days->days())
        days = event.days;
      else if (!days->overlaps(*event.days))
        days = DayInterval{std::min(days->first, event.days->first), std::max(days->last, event.days->last)};
    }
    const auto by_count = [](const auto& a, const auto& b) { return a.second < b.second; };
    incident.event = std::max_element(types.begin(), types.end(), by_count)->first;
    if (!places.empty()) incident.place = std::max_element(places.begin(), places.end(), by_count)->first;
    incident.parties.assign(parties.begin(), parties.end());
    if (days && days->first != DayInterval::kOpenBegin) incident.earliest = iso_day(days->first);
    if (days && days->last != DayInterval::kOpenEnd) incident.latest = iso_day(days->last);
  }

  void add_near(std::vector<record::Incident>& incidents,
                const std::map<IncidentGroups::Node, std::uint32_t>& position) const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int32_t> near;
    for (const IncidentGroups::Link& link : links_) {
      const std::uint32_t a = position.at(groups_.group_of(link.a)), b = position.at(groups_.group_of(link.b));
      if (a == b) continue;
      for (const auto& key : {std::pair(a, b), std::pair(b, a)}) {
        std::int32_t& best = near.emplace(key, link.weight).first->second;
        best = std::max(best, link.weight);
      }
    }
    for (const auto& [key, weight] : near) incidents[key.first].near.push_back({key.second, weight});
    for (record::Incident& incident : incidents) {
      std::stable_sort(incident.near.begin(), incident.near.end(),
                       [](const auto& a, const auto& b) { return a.weight > b.weight; });
      if (incident.near.size() > kMostNear) incident.near.resize(kMostNear);
    }
  }

  std::span<const ReportFacts> reports_;
  const PairScorer& scorer_;
  Claimants claimants_;
  const Findings& findings_;
  std::vector<PassageRef> nodes_;
  std::vector<IncidentGroups::Link> links_;
  IncidentGroups groups_{{}};
  std::map<IncidentGroups::Node, std::vector<PassageRef>> figures_of_;
};

}  // namespace

std::vector<record::Incident> IncidentBuilder::build(const Findings& findings) const {
  return Work(reports_, scorer_, copies_, findings).build();
}

}  // namespace counterclaim::reconcile
