#include "counterclaim/publish/value_cards.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/publish/figure_words.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using record::ReportRecord;

std::string words_of(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}

// Takes the slots of one card; what is unset makes none.
class CardWriter {
 public:
  CardWriter(CardKind kind, std::size_t position, CodePointSpan span, std::string title) {
    card_.kind = kind;
    card_.position = static_cast<std::uint32_t>(position);
    card_.span = span;
    card_.title = std::move(title);
  }

  CardWriter& slot(std::string_view name, std::string value, std::string address = {}) {
    if (!value.empty()) card_.slots.push_back({name, std::move(value), std::move(address)});
    return *this;
  }
  CardWriter& slot(std::string_view name, const std::optional<std::string>& value) {
    return slot(name, value.value_or(std::string()));
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  CardWriter& slot(std::string_view name, const std::optional<Enum>& value) {
    return slot(name, value ? words_of(record::name_of(*value)) : std::string());
  }
  // The other value that stands at `position` of its list.
  CardWriter& other(std::string_view name, CardKind kind, std::optional<std::uint32_t> position) {
    if (!position) return *this;
    return slot(name, fmt::format("{} {}", name_of(kind), *position + 1), address_of(kind, *position));
  }
  CardWriter& source(const std::optional<record::Source>& source);
  CardWriter& more(CodePointSpan span) {
    if (!span.empty()) card_.more.push_back(span);
    return *this;
  }
  [[nodiscard]] ValueCard done(std::vector<record::RuleTrace> rules) {
    card_.rules = std::move(rules);
    return std::move(card_);
  }

 private:
  ValueCard card_;
};

CardWriter& CardWriter::source(const std::optional<record::Source>& source) {
  if (!source) return slot("who says", std::string("the report itself"));
  slot("who says", source->name.value_or(source->text));
  if (source->name && *source->name != source->text) slot("in the words", source->text);
  slot("of the side", source->side).slot("office", source->role).slot("kind of source", source->kind);
  return slot("via", source->via);
}

std::optional<record::PersonKind> told_people(const record::Figure& figure) {
  return figure.kind == record::PersonKind::kUnspecified ? std::nullopt : figure.kind;
}

std::optional<std::string> place_name(const ReportRecord& record, std::optional<std::uint32_t> place) {
  if (!place || *place >= record.places.size()) return std::nullopt;
  const record::PlaceMention& mention = record.places[*place];
  return mention.name.value_or(mention.text);
}

ValueCard card_of(const ReportRecord& record, std::size_t position, const record::Figure& figure) {
  CardWriter card(CardKind::kFigure, position, figure.span, how_many(figure) + " " + what_happened(figure));
  card.source(figure.source).slot("side", figure.side).slot("people", told_people(figure)).slot("when", figure.when);
  if (const auto place = place_name(record, figure.place))
    card.slot("where", *place, address_of(CardKind::kPlace, *figure.place));
  card.slot("counts", figure.counts).slot("hearsay", figure.hedge);
  card.slot("who", figure.who ? figure.who->name : std::string());
  card.other("part of", CardKind::kFigure, figure.part_of).other("same as", CardKind::kFigure, figure.same_as);
  return card.other("event", CardKind::kEvent, figure.event).done(figure.rules);
}

ValueCard card_of(const ReportRecord&, std::size_t position, const record::Statement& statement) {
  const record::Source& source = statement.source;
  CardWriter card(CardKind::kStatement, position, statement.span,
                  source.name.value_or(source.text) + " " + words_of(record::name_of(statement.stance)));
  card.source(statement.source).slot("in the word", statement.cue).slot("against", statement.target);
  card.slot("when", statement.when).slot("PLOVER", statement.plover);
  card.other("quoted by", CardKind::kStatement, statement.parent);
  for (const std::uint32_t figure : statement.figures) card.other("figure", CardKind::kFigure, figure);
  for (const std::uint32_t event : statement.events) card.other("event", CardKind::kEvent, event);
  if (statement.cue_span) card.more(*statement.cue_span);
  return card.done(statement.rules);
}

ValueCard card_of(const ReportRecord& record, std::size_t position, const record::Event& event) {
  CardWriter card(CardKind::kEvent, position, event.span, words_of(record::name_of(event.type)));
  card.slot("by", event.actor ? event.actor : event.actor_text);
  card.slot("against", event.target ? event.target : event.target_text);
  card.slot("with", joined(event.instruments, ", ")).slot("when", event.when);
  if (const auto place = place_name(record, event.place))
    card.slot("where", *place, address_of(CardKind::kPlace, *event.place));
  card.slot("status", std::optional(event.status)).source(event.source).slot("hearsay", event.hedge);
  for (const record::EventLink& link : event.links)
    card.other(record::name_of(link.relation), CardKind::kEvent, link.event);
  card.slot("PLOVER", event.plover).slot("ACLED", event.acled);
  for (const CodePointSpan mention : event.mentions) {
    if (mention != event.span) card.more(mention);
  }
  return card.done(event.rules);
}

ValueCard card_of(const ReportRecord&, std::size_t position, const record::TimeMention& time) {
  CardWriter card(CardKind::kTime, position, time.span, time.text);
  card.slot("value", time.value).slot("from", time.earliest).slot("to", time.latest);
  return card.slot("modifier", time.mod).done(time.rules);
}

ValueCard card_of(const ReportRecord&, std::size_t position, const record::PlaceMention& place) {
  CardWriter card(CardKind::kPlace, position, place.span, place.text);
  if (place.name != place.text) card.slot("name", place.name);
  card.slot("kind", place.kind).slot("in", joined(place.within, ", ")).slot("country", place.country);
  if (place.latitude && place.longitude)
    card.slot("coordinates", fmt::format("{:.4f}, {:.4f}", *place.latitude, *place.longitude));
  return card.slot("claimed by", joined(place.claimed_by, ", ")).slot("id", place.id).done(place.rules);
}

ValueCard card_of(const ReportRecord&, std::size_t position, const record::PartyMention& party) {
  CardWriter card(CardKind::kParty, position, party.span, party.text);
  if (party.name != party.text) card.slot("name", party.name);
  card.slot("kind", party.kind).slot("side", party.side).slot("office", party.office);
  return card.other("refers to", CardKind::kParty, party.refers_to).done(party.rules);
}

}  // namespace

std::string_view name_of(CardKind kind) {
  static constexpr std::array<std::string_view, kCardKinds> kNames = {"figure", "statement", "event",
                                                                      "time",   "place",     "party"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string address_of(CardKind kind, std::uint32_t position) { return fmt::format("{}-{}", name_of(kind), position); }

std::vector<ValueCard> cards_of(const ReportRecord& record) {
  std::vector<ValueCard> cards;
  const auto add = [&](const auto& items) {
    for (std::size_t n = 0; n < items.size(); ++n) cards.push_back(card_of(record, n, items[n]));
  };
  add(record.figures);
  add(record.statements);
  add(record.events);
  add(record.times);
  add(record.places);
  add(record.parties);
  return cards;
}

record::Figure as_figure(const record::Toll& toll, const ReportRecord& record) {
  record::Figure figure;
  if (!toll.figures.empty() && toll.figures[0] < record.figures.size())
    figure.span = record.figures[toll.figures[0]].span;
  figure.measure = toll.measure;
  figure.side = toll.side;
  figure.kind = toll.kind;
  figure.value = toll.value;
  figure.value_high = toll.value_high;
  figure.bound = toll.bound;
  figure.word = toll.word;
  figure.unit = toll.unit;
  figure.when = toll.when;
  if (toll.source && *toll.source < record.figures.size()) figure.source = record.figures[*toll.source].source;
  return figure;
}

}  // namespace counterclaim::publish
