#include "counterclaim/record/names.h"

#include <array>
#include <cstddef>

namespace counterclaim::record {
namespace {

// One table per type, in the order of its enumerators.
template <class Enum>
struct Names;

template <>
struct Names<BlockKind> {
  static constexpr std::array kTable = {"heading", "paragraph", "list_item", "box_line",
                                        "caption", "post",      "byline",    "boilerplate"};
};
template <>
struct Names<SourceKind> {
  static constexpr std::array kTable = {"official", "military", "health",    "organisation", "medium",
                                        "witness",  "expert",   "anonymous", "other"};
};
template <>
struct Names<Measure> {
  static constexpr std::array kTable = {"killed",
                                        "wounded",
                                        "captured",
                                        "missing",
                                        "killed_or_missing",
                                        "killed_or_wounded",
                                        "displaced",
                                        "detained",
                                        "surrendered",
                                        "released",
                                        "destroyed",
                                        "damaged",
                                        "hit",
                                        "area",
                                        "distance",
                                        "forces",
                                        "other"};
};
template <>
struct Names<Bound> {
  static constexpr std::array kTable = {"exact",     "at_least", "more_than", "at_most",
                                        "less_than", "about",    "range",     "vague"};
};
template <>
struct Names<PersonKind> {
  static constexpr std::array kTable = {"military", "civilian", "unspecified"};
};
template <>
struct Names<Polarity> {
  static constexpr std::array kTable = {"asserted", "denied"};
};
template <>
struct Names<Counting> {
  static constexpr std::array kTable = {"new", "cumulative"};
};
template <>
struct Names<Stance> {
  static constexpr std::array kTable = {"asserts",  "accuses", "denies",    "refuses", "confirms",
                                        "condemns", "demands", "threatens", "pledges", "supports"};
};
template <>
struct Names<EventType> {
  static constexpr std::array kTable = {
      "armed_clash", "shelling",  "air_strike", "drone_strike", "shooting", "ground_attack", "territory_taken",
      "withdrawal",  "mine",      "bombing",    "attack",       "capture",  "surrender",     "release",
      "agreement",   "violation", "talks",      "deployment",   "blockade", "displacement",  "destruction",
      "aid",         "sanction",  "protest",    "other"};
};
template <>
struct Names<EventStatus> {
  static constexpr std::array kTable = {"reported", "alleged", "denied", "planned", "hypothetical"};
};
template <>
struct Names<LinkRelation> {
  static constexpr std::array kTable = {"violates", "releases", "answers"};
};
template <>
struct Names<ItemKind> {
  static constexpr std::array kTable = {"figure", "statement", "event"};
};
template <>
struct Names<RelationType> {
  static constexpr std::array kTable = {"same", "copy", "update", "conflict", "denial", "confirmation"};
};
template <>
struct Names<TimeType> {
  static constexpr std::array kTable = {"DATE", "TIME", "DURATION", "SET"};
};
template <>
struct Names<PlaceKind> {
  static constexpr std::array kTable = {"locality", "area",     "country",  "region",
                                        "water",    "mountain", "facility", "other"};
};
template <>
struct Names<PartyKind> {
  static constexpr std::array kTable = {"state",    "government",   "ministry", "military", "police",     "armed_group",
                                        "alliance", "organisation", "medium",   "person",   "population", "other"};
};

template <class Enum>
std::string_view lookup(Enum value) {
  return Names<Enum>::kTable.at(static_cast<std::size_t>(value));
}

template <class Enum>
std::optional<Enum> reverse_lookup(std::string_view name) {
  const auto& table = Names<Enum>::kTable;
  for (std::size_t n = 0; n < table.size(); ++n) {
    if (name == table[n]) return static_cast<Enum>(n);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(BlockKind value) { return lookup(value); }
std::string_view name_of(SourceKind value) { return lookup(value); }
std::string_view name_of(Measure value) { return lookup(value); }
std::string_view name_of(Bound value) { return lookup(value); }
std::string_view name_of(PersonKind value) { return lookup(value); }
std::string_view name_of(Polarity value) { return lookup(value); }
std::string_view name_of(Counting value) { return lookup(value); }
std::string_view name_of(Stance value) { return lookup(value); }
std::string_view name_of(EventType value) { return lookup(value); }
std::string_view name_of(EventStatus value) { return lookup(value); }
std::string_view name_of(LinkRelation value) { return lookup(value); }
std::string_view name_of(ItemKind value) { return lookup(value); }
std::string_view name_of(RelationType value) { return lookup(value); }
std::string_view name_of(TimeType value) { return lookup(value); }
std::string_view name_of(PlaceKind value) { return lookup(value); }
std::string_view name_of(PartyKind value) { return lookup(value); }

template <>
std::optional<Measure> value_named<Measure>(std::string_view name) {
  return reverse_lookup<Measure>(name);
}
template <>
std::optional<Bound> value_named<Bound>(std::string_view name) {
  return reverse_lookup<Bound>(name);
}
template <>
std::optional<PersonKind> value_named<PersonKind>(std::string_view name) {
  return reverse_lookup<PersonKind>(name);
}
template <>
std::optional<Stance> value_named<Stance>(std::string_view name) {
  return reverse_lookup<Stance>(name);
}
template <>
std::optional<SourceKind> value_named<SourceKind>(std::string_view name) {
  return reverse_lookup<SourceKind>(name);
}
template <>
std::optional<PlaceKind> value_named<PlaceKind>(std::string_view name) {
  return reverse_lookup<PlaceKind>(name);
}
template <>
std::optional<PartyKind> value_named<PartyKind>(std::string_view name) {
  return reverse_lookup<PartyKind>(name);
}
template <>
std::optional<EventType> value_named<EventType>(std::string_view name) {
  return reverse_lookup<EventType>(name);
}
template <>
std::optional<BlockKind> value_named<BlockKind>(std::string_view name) {
  return reverse_lookup<BlockKind>(name);
}
template <>
std::optional<Polarity> value_named<Polarity>(std::string_view name) {
  return reverse_lookup<Polarity>(name);
}
template <>
std::optional<Counting> value_named<Counting>(std::string_view name) {
  return reverse_lookup<Counting>(name);
}
template <>
std::optional<EventStatus> value_named<EventStatus>(std::string_view name) {
  return reverse_lookup<EventStatus>(name);
}
template <>
std::optional<LinkRelation> value_named<LinkRelation>(std::string_view name) {
  return reverse_lookup<LinkRelation>(name);
}
template <>
std::optional<TimeType> value_named<TimeType>(std::string_view name) {
  return reverse_lookup<TimeType>(name);
}
template <>
std::optional<ItemKind> value_named<ItemKind>(std::string_view name) {
  return reverse_lookup<ItemKind>(name);
}
template <>
std::optional<RelationType> value_named<RelationType>(std::string_view name) {
  return reverse_lookup<RelationType>(name);
}

}  // namespace counterclaim::record
