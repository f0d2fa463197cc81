#include "counterclaim/publish/incident_joiner.h"

#include <algorithm>
#include <tuple>

namespace counterclaim::publish {
namespace {

// How much a happening tells, for the choice of the one that stands.
int told_slots(const Happening& happening) {
  const record::Event& event = happening.event;
  const auto is_side = [](const std::optional<std::string>& side) { return side && *side != "both"; };
  return (is_side(event.actor) ? 1 : 0) + (is_side(event.target) ? 1 : 0) + (happening.days ? 1 : 0) +
         (happening.has_coordinates() ? 1 : 0) + (happening.place ? 1 : 0) +
         (event.status == record::EventStatus::kReported ? 1 : 0);
}

bool same_count(const record::Figure& a, const record::Figure& b) {
  const auto side = [](const record::Figure& figure) { return figure.source ? figure.source->side : std::nullopt; };
  return std::tie(a.measure, a.value, a.value_high, a.side, a.kind) ==
             std::tie(b.measure, b.value, b.value_high, b.side, b.kind) &&
         side(a) == side(b);
}

void add_figures(std::vector<record::Figure>& figures, const std::vector<record::Figure>& more) {
  for (const record::Figure& figure : more) {
    const bool known =
        std::any_of(figures.begin(), figures.end(), [&](const auto& each) { return same_count(each, figure); });
    if (!known) figures.push_back(figure);
  }
}

}  // namespace

IncidentJoiner::IncidentJoiner(const record::Derivation* derivation) : derivation_(derivation) {
  if (derivation == nullptr) return;
  for (std::uint32_t n = 0; n < derivation->reports.size(); ++n) reports_.emplace(derivation->reports[n], n);
  for (std::size_t n = 0; n < derivation->incidents.size(); ++n) {
    for (const record::ItemRef& member : derivation->incidents[n].members) {
      if (member.kind == record::ItemKind::kEvent) incident_of_event_[{member.report, member.index}] = n;
      if (member.kind == record::ItemKind::kFigure) incident_of_figure_[{member.report, member.index}] = n;
    }
  }
}

bool IncidentJoiner::complete(std::size_t incident) {
  return ++open_[incident].seen == derivation_->incidents[incident].members.size();
}

std::vector<Happening> IncidentJoiner::add(const record::ReportRecord& record) {
  const auto report = reports_.find(record.document.id);
  std::vector<Happening> happenings = happenings_of(record);
  if (report == reports_.end()) return happenings;
  std::vector<Happening> done;
  std::vector<std::size_t> completed;
  for (std::uint32_t n = 0; n < record.figures.size(); ++n) {
    const auto incident = incident_of_figure_.find({report->second, n});
    if (incident == incident_of_figure_.end()) continue;
    const record::Figure& figure = record.figures[n];
    if (!figure.event && figure.polarity == record::Polarity::kAsserted && !figure.part_of && !figure.same_as)
      open_[incident->second].figures.push_back(figure);
    if (complete(incident->second)) completed.push_back(incident->second);
  }
  for (std::uint32_t n = 0; n < happenings.size(); ++n) {
    const auto incident = incident_of_event_.find({report->second, n});
    if (incident == incident_of_event_.end()) {
      done.push_back(std::move(happenings[n]));
      continue;
    }
    open_[incident->second].members.push_back(std::move(happenings[n]));
    if (complete(incident->second)) completed.push_back(incident->second);
  }
  for (const std::size_t incident : completed) {
    auto open = open_.extract(incident);
    if (!open.mapped().members.empty()) done.push_back(joined(incident, std::move(open.mapped())));
  }
  return done;
}

std::vector<Happening> IncidentJoiner::rest() {
  std::vector<Happening> happenings;
  for (auto& [incident, open] : open_) {
    if (!open.members.empty()) happenings.push_back(joined(incident, std::move(open)));
  }
  open_.clear();
  return happenings;
}

Happening IncidentJoiner::joined(std::size_t incident, Open open) const {
  const auto fullest =
      std::max_element(open.members.begin(), open.members.end(),
                       [](const Happening& a, const Happening& b) { return told_slots(a) < told_slots(b); });
  Happening result = *fullest;
  result.id = derivation_->incidents[incident].id;
  result.independent_sources = derivation_->incidents[incident].independent_sources;
  result.figures.clear();
  result.sources.clear();
  for (Happening& member : open.members) {
    add_figures(result.figures, member.figures);
    const bool known = std::any_of(result.sources.begin(), result.sources.end(),
                                   [&](const record::Document& source) { return source.id == member.source.id; });
    if (!known) result.sources.push_back(member.source);
    if (!result.event.actor) result.event.actor = member.event.actor;
    if (!result.event.target) result.event.target = member.event.target;
    if (!result.event.acled) result.event.acled = member.event.acled;
    if (!result.event.plover) result.event.plover = member.event.plover;
    if (!result.days) result.days = member.days;
    if (!result.place) result.place = member.place;
    if (member.event.status == record::EventStatus::kReported) result.event.status = record::EventStatus::kReported;
  }
  add_figures(result.figures, open.figures);
  return result;
}

}  // namespace counterclaim::publish
