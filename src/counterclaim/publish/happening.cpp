#include "counterclaim/publish/happening.h"

#include <algorithm>
#include <map>

#include "counterclaim/publish/date_words.h"
#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/record/item_ids.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

std::string headline_of(const Happening& happening) {
  std::string text = event_words(happening.event.type);
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (happening.place) text += " at " + happening.place->name.value_or(happening.place->text);
  const auto party = [](const std::optional<std::string>& side) {
    return side == "both" ? std::string("both sides") : side.value_or("");
  };
  const std::string actor = party(happening.event.actor);
  const std::string target = party(happening.event.target);
  if (!actor.empty()) text += ": " + actor;
  if (!target.empty() && target != actor) text += (actor.empty() ? ": against " : " against ") + target;
  return text;
}

// Of which kind the mentions of each side are, persons aside: they speak or act for it.
class SideKinds {
 public:
  explicit SideKinds(const record::ReportRecord& record) {
    for (const record::PartyMention& party : record.parties) {
      if (party.side && party.kind && *party.kind != record::PartyKind::kPerson) ++counts_[*party.side][*party.kind];
    }
  }

  [[nodiscard]] std::optional<record::PartyKind> of(const std::optional<std::string>& side) const {
    const auto found = side ? counts_.find(*side) : counts_.end();
    if (found == counts_.end()) return std::nullopt;
    return std::max_element(found->second.begin(), found->second.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

 private:
  std::map<std::string, std::map<record::PartyKind, int>> counts_;
};

}  // namespace

std::string event_words(record::EventType type) {
  std::string words(record::name_of(type));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

bool Happening::is_told() const {
  switch (event.status) {
    case record::EventStatus::kReported: return true;
    case record::EventStatus::kAlleged:
    case record::EventStatus::kDenied: return event.source.has_value();
    case record::EventStatus::kPlanned:
    case record::EventStatus::kHypothetical: return false;
  }
  return false;
}

std::string Happening::teller() const {
  if (event.source) return event.source->name.value_or(event.source->text);
  return source.publisher.value_or(source.id);
}

std::vector<Happening> happenings_of(const record::ReportRecord& record) {
  const std::vector<std::string> ids = record::event_ids(record);
  const SentenceFinder sentences(record);
  const SideKinds kinds(record);
  std::vector<Happening> happenings;
  for (std::size_t n = 0; n < record.events.size(); ++n) {
    const record::Event& event = record.events[n];
    Happening happening;
    happening.id = ids[n];
    happening.event = event;
    happening.actor_kind = kinds.of(event.actor);
    happening.target_kind = kinds.of(event.target);
    if (event.when) happening.days = days_of(*event.when);
    if (event.place && *event.place < record.places.size()) happening.place = record.places[*event.place];
    happening.headline = headline_of(happening);
    happening.sentence = sentences.excerpt(event.span).text;
    const record::Document& document = record.document;
    happening.source.id = document.id;
    happening.source.title = document.title;
    happening.source.publisher = document.publisher;
    happening.source.published = document.published;
    happening.source.url = document.url;
    happening.source.sha256 = document.sha256;
    happening.sources.push_back(happening.source);
    happenings.push_back(std::move(happening));
  }
  for (const record::Figure& figure : record.figures) {
    if (!figure.event || *figure.event >= happenings.size()) continue;
    if (figure.polarity == record::Polarity::kAsserted && !figure.part_of && !figure.same_as)
      happenings[*figure.event].figures.push_back(figure);
  }
  return happenings;
}

}  // namespace counterclaim::publish
