// ACLED, the 31 columns of its files in their order, with actor classes in words as since 2025 (ACLED Codebook): one
// row for each happening with a sub-event type, a date and a country. Fatalities are one number, the most conservative;
// where sources differ the notes say so. Alleged and denied events name in the notes who says it.
//
// Beside the file stands one with the evidence of each row by its id.
#include <cstdlib>

#include <fmt/format.h>

#include "counterclaim/base/iso_day.h"
#include "counterclaim/publish/coded_deaths.h"
#include "counterclaim/publish/coders_export.h"
#include "counterclaim/publish/export_kinds.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

struct SubEvent {
  std::string_view sub_event, event, disorder;
};

constexpr std::string_view kViolence = "Political violence";
constexpr std::string_view kDevelopments = "Strategic developments";
constexpr std::string_view kDemonstrations = "Demonstrations";

// The legal pairs.
constexpr SubEvent kSubEvents[] = {
    {"Armed clash", "Battles", kViolence},
    {"Government regains territory", "Battles", kViolence},
    {"Non-state actor overtakes territory", "Battles", kViolence},
    {"Chemical weapon", "Explosions/Remote violence", kViolence},
    {"Air/drone strike", "Explosions/Remote violence", kViolence},
    {"Suicide bomb", "Explosions/Remote violence", kViolence},
    {"Shelling/artillery/missile attack", "Explosions/Remote violence", kViolence},
    {"Remote explosive/landmine/IED", "Explosions/Remote violence", kViolence},
    {"Grenade", "Explosions/Remote violence", kViolence},
    {"Sexual violence", "Violence against civilians", kViolence},
    {"Attack", "Violence against civilians", kViolence},
    {"Abduction/forced disappearance", "Violence against civilians", kViolence},
    {"Peaceful protest", "Protests", kDemonstrations},
    {"Protest with intervention", "Protests", kDemonstrations},
    {"Excessive force against protesters", "Protests", "Political violence; Demonstrations"},
    {"Violent demonstration", "Riots", kDemonstrations},
    {"Mob violence", "Riots", kViolence},
    {"Agreement", kDevelopments, kDevelopments},
    {"Arrests", kDevelopments, kDevelopments},
    {"Change to group/activity", kDevelopments, kDevelopments},
    {"Disrupted weapons use", kDevelopments, kDevelopments},
    {"Headquarters or base established", kDevelopments, kDevelopments},
    {"Looting/property destruction", kDevelopments, kDevelopments},
    {"Non-violent transfer of territory", kDevelopments, kDevelopments},
    {"Other", kDevelopments, kDevelopments},
};

const SubEvent* sub_event_of(const std::optional<std::string>& name) {
  for (const SubEvent& each : kSubEvents) {
    if (name && each.sub_event == *name) return &each;
  }
  return nullptr;
}

struct Actor {
  std::string name, inter;
};

// A state's forces abroad are external forces.
Actor actor_of(const CountryCodes& codes, const std::optional<std::string>& side, std::optional<record::PartyKind> kind,
               const CountryCode* where) {
  if (!side) return {};
  if (*side == "both") return {};
  if (kind == record::PartyKind::kPopulation) return {fmt::format("Civilians ({})", *side), "Civilians"};
  if (const CountryCode* country = codes.by_name(*side); country != nullptr) {
    const bool at_home = where == nullptr || where->name == country->name;
    return {fmt::format("Military Forces of {}", country->name), at_home ? "State forces" : "External/Other forces"};
  }
  if (kind == record::PartyKind::kArmedGroup) return {*side, "Rebel group"};
  const bool outside = kind == record::PartyKind::kAlliance || kind == record::PartyKind::kOrganisation;
  return {*side, outside ? "External/Other forces" : ""};
}

std::string interaction_of(const std::string& inter1, const std::string& inter2) {
  if (inter1.empty()) return inter2.empty() ? "" : inter2 + " only";
  return inter2.empty() ? inter1 + " only" : inter1 + "-" + inter2;
}

// 1 the place itself, 2 a part of a region, 3 a region.
int place_precision(const record::PlaceMention& place) {
  if (place.kind == record::PlaceKind::kLocality || place.kind == record::PlaceKind::kFacility) return 1;
  return place.kind == record::PlaceKind::kArea ? 2 : 3;
}

// 1 the day, 2 the week, 3 the month.
std::optional<int> time_precision(const std::pair<std::string, std::string>& days) {
  if (days.first == days.second) return 1;
  if (days.first.substr(0, 7) != days.second.substr(0, 7)) return std::nullopt;
  const int length = std::atoi(days.second.substr(8).c_str()) - std::atoi(days.first.substr(8).c_str());
  return length < 7 ? 2 : 3;
}

std::string notes_of(const Happening& happening, const DeathEstimate& deaths) {
  std::string notes = happening.sentence;
  if (happening.event.status != record::EventStatus::kReported || happening.event.source)
    notes += fmt::format(" ({} by {})", record::name_of(happening.event.status), happening.teller());
  if (deaths.low != deaths.high) notes += fmt::format(" Sources differ: {} to {} deaths.", deaths.low, deaths.high);
  return notes;
}

std::string publishers_of(const Happening& happening) {
  std::string text;
  for (const record::Document& source : happening.sources)
    text.append(text.empty() ? "" : "; ").append(source.publisher.value_or(source.id));
  return text;
}

class AcledExport final : public CodersExport {
 public:
  AcledExport(const CodingTables& tables, const ExportOptions& options) : CodersExport(options), tables_(tables) {}

  void begin(const ExportSink& write) override {
    write("", rows_.head());
    evidence_.begin(write);
  }

 private:
  bool write_row(const Happening& happening, const ExportSink& write) override {
    const SubEvent* type = sub_event_of(happening.event.acled);
    const CountryCode* country =
        happening.place && happening.place->country ? tables_.countries.by_iso(*happening.place->country) : nullptr;
    const auto precision = happening.days ? time_precision(*happening.days) : std::nullopt;
    if (type == nullptr || country == nullptr || !precision) return false;
    const std::string id = fmt::format("{}{}", country->iso3, ++count_);
    write("", row(id, happening, *type, *country, *precision));
    evidence_.add(id, happening, write);
    return true;
  }

  [[nodiscard]] std::string row(const std::string& id, const Happening& happening, const SubEvent& type,
                                const CountryCode& country, int precision) const {
    Actor one = actor_of(tables_.countries, happening.event.actor, happening.actor_kind, &country);
    Actor two = actor_of(tables_.countries, happening.event.target, happening.target_kind, &country);
    const DeathEstimate deaths = coded_deaths(happening, tables_.count_words).total();
    const bool civilians = two.inter == "Civilians" || one.inter == "Civilians";
    const record::PlaceMention& place = *happening.place;
    const std::size_t areas = place.within.empty() ? 0 : place.within.size() - 1;
    const auto area = [&](std::size_t n) { return areas > n ? FieldValue(place.within[areas - 1 - n]) : FieldValue(); };
    const auto coordinate = [](const std::optional<double>& value) { return FieldValue(value); };
    return rows_.row({id,
                      happening.days->first,
                      std::int64_t{std::atoll(happening.days->first.substr(0, 4).c_str())},
                      std::int64_t{precision},
                      type.disorder,
                      type.event,
                      type.sub_event,
                      one.name,
                      "",
                      one.inter,
                      two.name,
                      "",
                      two.inter,
                      interaction_of(one.inter, two.inter),
                      civilians ? "Civilian targeting" : "",
                      country.iso_number ? FieldValue(std::int64_t{*country.iso_number}) : FieldValue(),
                      country.acled_region,
                      country.name,
                      area(0),
                      area(1),
                      area(2),
                      place.name.value_or(place.text),
                      coordinate(place.latitude),
                      coordinate(place.longitude),
                      std::int64_t{place_precision(place)},
                      publishers_of(happening),
                      "",  // how far the source reaches is not known
                      notes_of(happening, deaths),
                      deaths.low,
                      "",
                      timestamp(happening.source.published)});
  }

  // Seconds of Unix at the beginning of the day.
  [[nodiscard]] static FieldValue timestamp(const std::optional<std::string>& day) {
    if (!day) return {};
    const auto date = day_of(*day);
    return date ? FieldValue(std::int64_t{date->time_since_epoch().count()} * 86'400) : FieldValue();
  }

  const CodingTables& tables_;
  std::int64_t count_ = 0;
  EvidenceFile evidence_{"event_id_cnty"};
  CsvRows rows_{{"event_id_cnty", "event_date",     "year",     "time_precision", "disorder_type",
                 "event_type",    "sub_event_type", "actor1",   "assoc_actor_1",  "inter1",
                 "actor2",        "assoc_actor_2",  "inter2",   "interaction",    "civilian_targeting",
                 "iso",           "region",         "country",  "admin1",         "admin2",
                 "admin3",        "location",       "latitude", "longitude",      "geo_precision",
                 "source",        "source_scale",   "notes",    "fatalities",     "tags",
                 "timestamp"}};
};

}  // namespace

std::unique_ptr<Exporter> make_acled_export(const CodingTables& tables, const ExportOptions& options) {
  return std::make_unique<AcledExport>(tables, options);
}

}  // namespace counterclaim::publish
