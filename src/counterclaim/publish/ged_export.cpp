// UCDP GED, the 49 columns of the published files (26.1) in their order and spelling (UCDP GED Codebook): one row for
// each incident with a death at least. What only UCDP can know (the numbers of conflict, dyad and sides) is empty;
// number_of_sources is -1 where it is not counted, as in the published files.
//
// Beside the file stands one with the evidence of each row by its id.
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "counterclaim/base/iso_day.h"
#include "counterclaim/publish/coded_deaths.h"
#include "counterclaim/publish/coders_export.h"
#include "counterclaim/publish/export_kinds.h"

namespace counterclaim::publish {
namespace {

std::string midnight(const std::string& day) { return day + " 00:00:00.000"; }

// 1 the exact day, 2 within 2 to 6 days, 3 a week, 4 within a month, 5 more.
int date_precision(const std::pair<std::string, std::string>& days) {
  const auto first = day_of(days.first);
  const auto last = day_of(days.second);
  if (!first || !last) return 5;
  const auto length = (*last - *first).count() + 1;
  if (length <= 1) return 1;
  if (length <= 6) return 2;
  if (length == 7) return 3;
  return length <= 31 ? 4 : 5;
}

// 1 exact, 3 second-order division, 4 first-order division, 5 linear or fuzzy feature, 6 country.
int where_precision(const std::optional<record::PlaceMention>& place) {
  if (!place || !place->kind) return 6;
  switch (*place->kind) {
    case record::PlaceKind::kLocality:
    case record::PlaceKind::kFacility: return 1;
    case record::PlaceKind::kArea: return place->within.size() > 1 ? 3 : 4;
    case record::PlaceKind::kRegion:
    case record::PlaceKind::kWater:
    case record::PlaceKind::kMountain:
    case record::PlaceKind::kOther: return 5;
    case record::PlaceKind::kCountry: return 6;
  }
  return 6;
}

// The cell of PRIO-GRID 2.0: half degrees, counted from 180 W, 90 S, row by row from 1.
std::int64_t prio_grid(double latitude, double longitude) {
  const auto row = std::min<std::int64_t>(static_cast<std::int64_t>(std::floor((latitude + 90) * 2)), 359);
  const auto column = std::min<std::int64_t>(static_cast<std::int64_t>(std::floor((longitude + 180) * 2)), 719);
  return row * 720 + column + 1;
}

// 1 state-based, 2 non-state, 3 one-sided; unset where the report does not tell who fought whom.
std::optional<int> type_of_violence(const Happening& happening, const CountryCode* a, const CountryCode* b,
                                    const CodedDeaths& deaths) {
  const bool only_civilians = deaths.civilians.high > 0 && deaths.side_a.high == 0 && deaths.side_b.high == 0;
  if (only_civilians && happening.event.actor && !happening.event.target) return 3;
  if (!happening.event.actor || !happening.event.target) return std::nullopt;
  return a != nullptr || b != nullptr ? 1 : 2;
}

std::string side_name(const CountryCode* country, const std::optional<std::string>& side) {
  return country != nullptr ? "Government of " + country->name : side.value_or("");
}

FieldValue told(const std::string& text) { return text.empty() ? FieldValue() : FieldValue(text); }

class GedExport final : public CodersExport {
 public:
  GedExport(const CodingTables& tables, const ExportOptions& options) : CodersExport(options), tables_(tables) {}

  void begin(const ExportSink& write) override {
    write("", rows_.head());
    evidence_.begin(write);
  }

 private:
  bool write_row(const Happening& happening, const ExportSink& write) override {
    const CodedDeaths deaths = coded_deaths(happening, tables_.count_words);
    if (!happening.days || deaths.total().high < 1) return false;
    ++id_;
    write("", row(happening, deaths));
    evidence_.add(id_, happening, write);
    return true;
  }

  [[nodiscard]] const CountryCode* country_of(const std::optional<std::string>& side) const {
    return side ? tables_.countries.by_name(*side) : nullptr;
  }

  void add_head(std::vector<FieldValue>& row, const Happening& happening, const CodedDeaths& deaths) const;
  void add_sources(std::vector<FieldValue>& row, const Happening& happening) const;
  void add_place(std::vector<FieldValue>& row, const Happening& happening) const;
  [[nodiscard]] std::string row(const Happening& happening, const CodedDeaths& deaths) const;

  const CodingTables& tables_;
  std::int64_t id_ = 0;
  EvidenceFile evidence_{"id"};
  CsvRows rows_{{"id",
                 "relid",
                 "year",
                 "active_year",
                 "code_status",
                 "type_of_violence",
                 "conflict_dset_id",
                 "conflict_new_id",
                 "conflict_name",
                 "dyad_dset_id",
                 "dyad_new_id",
                 "dyad_name",
                 "side_a_dset_id",
                 "side_a_new_id",
                 "side_a",
                 "side_b_dset_id",
                 "side_b_new_id",
                 "side_b",
                 "number_of_sources",
                 "source_article",
                 "source_office",
                 "source_date",
                 "source_headline",
                 "source_original",
                 "where_prec",
                 "where_coordinates",
                 "where_description",
                 "adm_1",
                 "adm_2",
                 "latitude",
                 "longitude",
                 "geom_wkt",
                 "priogrid_gid",
                 "country",
                 "country_id",
                 "region",
                 "event_clarity",
                 "date_prec",
                 "date_start",
                 "date_end",
                 "deaths_a",
                 "deaths_b",
                 "deaths_civilians",
                 "deaths_unknown",
                 "best",
                 "high",
                 "low",
                 "gwnoa",
                 "gwnob"}};
};

void GedExport::add_head(std::vector<FieldValue>& row, const Happening& happening, const CodedDeaths& deaths) const {
  const CountryCode* a = country_of(happening.event.actor);
  const CountryCode* b = country_of(happening.event.target);
  const std::optional<int> type = type_of_violence(happening, a, b, deaths);
  const std::string side_a = side_name(a, happening.event.actor);
  const std::string side_b = type == 3 ? "Civilians" : side_name(b, happening.event.target);
  const std::string dyad = side_a.empty() || side_b.empty() ? "" : side_a + " - " + side_b;
  const CountryCode* place =
      happening.place && happening.place->country ? tables_.countries.by_iso(*happening.place->country) : nullptr;
  const std::string year = happening.days->first.substr(0, 4);
  row.insert(row.end(),
             {id_,
              fmt::format("{}-{}-{}-0-{}", place != nullptr ? place->iso3 : "XXX", year, type.value_or(0), id_),
              std::int64_t{std::atoll(year.c_str())},
              true,
              "Clear",
              type ? FieldValue(std::int64_t{*type}) : FieldValue(),
              {},
              {},
              told(dyad),
              {},
              {},
              told(dyad),
              {},
              {},
              told(side_a),
              {},
              {},
              told(side_b)});
}

void GedExport::add_sources(std::vector<FieldValue>& row, const Happening& happening) const {
  std::vector<std::string> articles, offices, headlines;
  for (const record::Document& source : happening.sources) {
    const std::string office = source.publisher.value_or(source.id);
    articles.push_back(
        fmt::format("\"{},{},{}\"", office, source.published.value_or(""), source.title.value_or(source.id)));
    offices.push_back(office);
    if (source.title) headlines.push_back(*source.title);
  }
  const auto& published = happening.source.published;
  const auto& counted = happening.independent_sources;
  row.insert(row.end(), {counted ? FieldValue(*counted) : FieldValue(std::int64_t{-1}),
                         fmt::format("{}", fmt::join(articles, ";")), fmt::format("{}", fmt::join(offices, ";")),
                         published ? FieldValue(midnight(*published)) : FieldValue(),
                         told(fmt::format("{}", fmt::join(headlines, ";"))),
                         happening.event.source ? FieldValue(happening.teller()) : FieldValue()});
}

void GedExport::add_place(std::vector<FieldValue>& row, const Happening& happening) const {
  const auto& place = happening.place;
  const CountryCode* country = place && place->country ? tables_.countries.by_iso(*place->country) : nullptr;
  row.emplace_back(std::int64_t{where_precision(place)});
  row.push_back(place ? FieldValue(place->name.value_or(place->text)) : FieldValue());
  row.push_back(place ? FieldValue(place->text) : FieldValue());
  // The nearest area first, the country last.
  const std::size_t areas = place && !place->within.empty() ? place->within.size() - 1 : 0;
  row.push_back(areas > 0 ? FieldValue(place->within[areas - 1]) : FieldValue());
  row.push_back(areas > 1 ? FieldValue(place->within[areas - 2]) : FieldValue());
  if (happening.has_coordinates()) {
    const double latitude = *place->latitude;
    const double longitude = *place->longitude;
    row.insert(row.end(), {latitude, longitude, fmt::format("POINT ({} {})", longitude, latitude),
                           prio_grid(latitude, longitude)});
  } else {
    row.insert(row.end(), {{}, {}, {}, {}});
  }
  row.push_back(country != nullptr ? FieldValue(country->name) : FieldValue());
  row.push_back(country != nullptr && country->gleditsch_ward ? FieldValue(std::int64_t{*country->gleditsch_ward})
                                                              : FieldValue());
  row.push_back(country != nullptr ? told(country->ucdp_region) : FieldValue());
}

std::string GedExport::row(const Happening& happening, const CodedDeaths& deaths) const {
  std::vector<FieldValue> row;
  add_head(row, happening, deaths);
  add_sources(row, happening);
  add_place(row, happening);
  const bool one_day = happening.days->first == happening.days->second;
  const DeathEstimate total = deaths.total();
  row.insert(row.end(),
             {std::int64_t{one_day ? 1 : 2}, std::int64_t{date_precision(*happening.days)},
              midnight(happening.days->first), midnight(happening.days->second), deaths.side_a.best, deaths.side_b.best,
              deaths.civilians.best, deaths.unknown.best, total.best, total.high, total.low});
  for (const auto& side : {happening.event.actor, happening.event.target}) {
    const CountryCode* country = country_of(side);
    row.push_back(country != nullptr && country->gleditsch_ward ? FieldValue(std::int64_t{*country->gleditsch_ward})
                                                                : FieldValue());
  }
  return rows_.row(row);
}

}  // namespace

std::unique_ptr<Exporter> make_ged_export(const CodingTables& tables, const ExportOptions& options) {
  return std::make_unique<GedExport>(tables, options);
}

}  // namespace counterclaim::publish
