#include "counterclaim/publish/scene_book.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/publish/conflict_name.h"
#include "counterclaim/publish/date_words.h"
#include "counterclaim/publish/evidence_quote.h"

namespace counterclaim::publish {
namespace {

constexpr std::size_t kMostPlacesTold = 12;  // in one line on ground taken

// The beginning of a report: its first paragraphs, up to the heading of a part.
CodePointSpan lead_of(const record::ReportRecord& record) {
  constexpr int kMostParagraphs = 3;
  CodePointSpan lead{0, 0};
  int paragraphs = 0;
  for (const record::Block& block : record.document.blocks) {
    if (block.kind == record::BlockKind::kHeading && paragraphs > 0) break;
    lead.end = block.span.end;
    if (block.kind == record::BlockKind::kParagraph && ++paragraphs == kMostParagraphs) break;
  }
  return lead;
}

int year_of(std::string_view date) { return std::atoi(std::string(date.substr(0, 4)).c_str()); }

template <class Map>
auto most_counted(const Map& counted) {
  auto best = counted.end();
  for (auto item = counted.begin(); item != counted.end(); ++item) {
    if (best == counted.end() || item->second.count > best->second.count) best = item;
  }
  return best;
}

bool happened(const record::Event& event) {
  return event.status == record::EventStatus::kReported || event.status == record::EventStatus::kAlleged;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t n = 0; n < parts.size(); ++n)
    text.append(n == 0 ? "" : n + 1 == parts.size() ? " and " : ", ").append(parts[n]);
  return text;
}

}  // namespace

void SceneBook::add(const record::ReportRecord& record, std::uint32_t report) {
  ++reports_;
  if (record.document.published) {
    first_year_ = std::min(first_year_, year_of(*record.document.published));
    last_year_ = std::max(last_year_, year_of(*record.document.published));
  }
  const CodePointSpan lead = lead_of(record);
  add_names(record, report, lead);
  add_days(record, report, lead);
  add_places(record, report);
  add_happenings(record, report);
}

void SceneBook::add_names(const record::ReportRecord& record, std::uint32_t report, CodePointSpan lead) {
  const CodePointIndex index(record.document.text);
  const std::string_view text = index.slice(lead.begin, lead.end);
  bool named = false;
  for (const ConflictName& name : conflict_names(text, *words_)) {
    const std::string words(text.substr(name.begin, name.end - name.begin));
    Names& names = name.within ? frames_ : names_;
    if (!name.within && std::exchange(named, true)) continue;  // the first is what the report is about
    Counted& counted = names[words];
    if (counted.count++ == 0) {
      const auto begin = static_cast<std::uint32_t>(name.begin);
      const auto end = static_cast<std::uint32_t>(name.end);
      counted.first = evidence_of(index, report, {index.code_point_of(begin), index.code_point_of(end)});
    }
  }
}

void SceneBook::add_days(const record::ReportRecord& record, std::uint32_t report, CodePointSpan lead) {
  const CodePointIndex index(record.document.text);
  for (const record::TimeMention& time : record.times) {
    const bool day = time.type == record::TimeType::kDate || time.type == record::TimeType::kTime;
    if (!day || !lead.contains(time.span) || !time.earliest || !time.latest) continue;
    const auto from = days_of(*time.earliest);
    const auto to = days_of(*time.latest);
    if (from && to) lead_days_.push_back({from->first, to->second, evidence_of(index, report, time.span)});
  }
  const auto told = [&](const std::optional<std::string>& when, CodePointSpan span) {
    const auto days = when ? days_of(*when) : std::nullopt;
    if (days) days_.push_back({days->first, days->second, evidence_of(index, report, span)});
  };
  for (const record::Event& event : record.events) {
    if (happened(event)) told(event.when, event.span);
  }
  for (const record::Figure& figure : record.figures) told(figure.when, figure.span);
}

void SceneBook::add_places(const record::ReportRecord& record, std::uint32_t report) {
  const CodePointIndex index(record.document.text);
  std::vector<std::string> names;
  for (const record::PlaceMention& mention : record.places) {
    const std::string name = mention.name.value_or(std::string());
    names.push_back(name);
    const bool wide = !mention.kind || mention.kind == record::PlaceKind::kCountry;
    if (name.empty() || wide) {
      names.back().clear();
      continue;
    }
    Place& place = places_[name];
    if (place.named++ == 0) {
      place.place.name.text = mention.within.empty() ? name : name + ", " + mention.within.back();
      place.place.name.evidence.push_back(evidence_of(index, report, mention.span));
      place.place.latitude = mention.latitude;
      place.place.longitude = mention.longitude;
    }
  }
  const auto told = [&](const std::optional<std::uint32_t>& at) {
    if (at && *at < names.size() && !names[*at].empty()) ++places_[names[*at]].told;
  };
  for (const record::Event& event : record.events) {
    if (happened(event)) told(event.place);
  }
  for (const record::Figure& figure : record.figures) told(figure.place);
}

void SceneBook::add_happenings(const record::ReportRecord& record, std::uint32_t report) {
  const CodePointIndex index(record.document.text);
  for (const record::Event& event : record.events) {
    const bool agreement = event.type == record::EventType::kAgreement &&
                           event.status == record::EventStatus::kReported &&
                           words_->any_word(InfoboxWords::kCeasefire, index.slice(event.span.begin, event.span.end));
    if (is_fighting(event.type) && happened(event) && event.when) {
      if (const auto days = days_of(*event.when)) last_fighting_ = std::max(last_fighting_, days->first);
    }
    const bool placed = event.place && *event.place < record.places.size() &&
                        record.places[*event.place].kind != record::PlaceKind::kCountry;
    const bool taken = event.type == record::EventType::kTerritoryTaken && placed && event.actor;
    const bool violation = event.type == record::EventType::kViolation;
    if (!happened(event) || !(agreement || taken || violation)) continue;
    Happening happening{event.type, event.actor,  std::nullopt,
                        event.when, std::nullopt, evidence_of(index, report, event.span)};
    if (event.place && *event.place < record.places.size()) {
      const record::PlaceMention& place = record.places[*event.place];
      happening.place = place.name.value_or(place.text);
    }
    if (event.source) happening.claimant = event.source->side ? event.source->side : event.source->name;
    happenings_.push_back(std::move(happening));
  }
}

// Where days are told, longer times are the background; of years alone, the one most often told stands.
std::vector<const SceneBook::Day*> SceneBook::days_of_conflict() const {
  const std::vector<Day>& told = reports_ == 1 && !lead_days_.empty() ? lead_days_ : days_;
  const auto same = [](std::size_t characters) {
    return
        [characters](const Day& day) { return day.earliest.substr(0, characters) == day.latest.substr(0, characters); };
  };
  const bool exact = std::any_of(told.begin(), told.end(), same(10)) || std::any_of(told.begin(), told.end(), same(7));
  std::map<std::string, int> years;
  for (const Day& day : told) ++years[day.latest.substr(0, 4)];
  std::vector<const Day*> days;
  for (const Day& day : told) {
    const bool in_time = reports_ == 1 || last_year_ == 0 ||
                         (year_of(day.earliest) >= first_year_ - 1 && year_of(day.latest) <= last_year_ + 1);
    const bool fits = exact ? same(7)(day) : std::none_of(years.begin(), years.end(), [&](const auto& year) {
      return year.second > years[day.latest.substr(0, 4)];
    });
    if (in_time && fits) days.push_back(&day);
  }
  return days;
}

void SceneBook::fill_date(Infobox& box) const {
  const std::vector<const Day*> days = days_of_conflict();
  if (days.empty()) return;
  const Day& first = **std::min_element(days.begin(), days.end(),
                                        [](const Day* a, const Day* b) { return a->earliest < b->earliest; });
  const Day& last =
      **std::max_element(days.begin(), days.end(), [](const Day* a, const Day* b) { return a->latest < b->latest; });
  InfoboxDate date{{date_words(first.earliest, last.latest), {first.evidence}}, first.earliest, last.latest};
  if (&last != &first) date.text.evidence.push_back(last.evidence);
  box.date = std::move(date);
}

void SceneBook::fill_place(Infobox& box) const {
  const Place* best = nullptr;
  for (const auto& [name, place] : places_) {
    if (best == nullptr || std::tie(place.told, place.named) > std::tie(best->told, best->named)) best = &place;
  }
  if (best != nullptr) box.place = best->place;
}

void SceneBook::fill_agreements(Infobox& box) const {
  const Happening* agreement = nullptr;
  std::uint32_t violations = 0;
  const Happening* violation = nullptr;
  for (const Happening& happening : happenings_) {
    if (happening.type == record::EventType::kAgreement &&
        (agreement == nullptr || happening.when.value_or("") >= agreement->when.value_or("")))
      agreement = &happening;
    if (happening.type == record::EventType::kViolation) {
      ++violations;
      violation = &happening;
    }
  }
  if (agreement == nullptr) return;
  const auto days = agreement->when ? days_of(*agreement->when) : std::nullopt;
  const std::string words = "Ceasefire" + (days ? " of " + date_words(days->first, days->second) : "");
  // What ended nothing is no result.
  const bool last = days && last_fighting_ <= days->second;
  InfoboxText status{last ? "" : words, {agreement->evidence}};
  if (last) box.result = InfoboxText{words, {agreement->evidence}};
  if (violation != nullptr) {
    const std::string_view told = violations == 1 ? "a violation of it is alleged" : "violations of it are alleged";
    status.text.append(last ? words : "").append(", ").append(told);
    status.evidence.push_back(violation->evidence);
  }
  if (!status.text.empty()) box.status = std::move(status);
}

void SceneBook::fill_territory(const Belligerents& sides, Infobox& box) const {
  struct Taken {
    std::vector<std::string> places;
    std::vector<InfoboxEvidence> evidence;
  };
  std::map<std::pair<std::string, std::string>, Taken> by_claimant;  // and by who took it
  for (const Happening& happening : happenings_) {
    if (happening.type != record::EventType::kTerritoryTaken || !happening.place || !sides.column_of(*happening.actor))
      continue;
    Taken& taken = by_claimant[{happening.claimant.value_or(""), *happening.actor}];
    const bool known = std::find(taken.places.begin(), taken.places.end(), *happening.place) != taken.places.end();
    if (known || taken.places.size() == kMostPlacesTold) continue;
    taken.places.push_back(*happening.place);
    taken.evidence.push_back(happening.evidence);
  }
  for (const auto& [key, taken] : by_claimant) {
    const std::string per = key.first.empty() ? "" : "Per " + key.first + ": ";
    box.territory.push_back({per + key.second + " took " + joined(taken.places), taken.evidence});
  }
}

void SceneBook::fill(const Belligerents& sides, Infobox& box) const {
  if (const auto name = most_counted(names_); name != names_.end())
    box.conflict = InfoboxText{name->first, {name->second.first}};
  if (const auto frame = most_counted(frames_);
      frame != frames_.end() && (!box.conflict || frame->first != box.conflict->text))
    box.part_of = InfoboxText{frame->first, {frame->second.first}};
  fill_date(box);
  fill_place(box);
  fill_agreements(box);
  fill_territory(sides, box);
}

}  // namespace counterclaim::publish
