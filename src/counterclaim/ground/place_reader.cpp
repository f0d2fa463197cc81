#include "counterclaim/ground/place_reader.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/place_resolver.h"
#include "counterclaim/ground/place_uses.h"

namespace counterclaim::ground {

using record::PlaceMention;

namespace {

// Countries by code that the report names by their people or their adjectives.
std::map<std::string, double, std::less<>> countries_of_demonyms(const GroundedAnalysis& grounded,
                                                                 PlaceCandidates& candidates) {
  std::unordered_map<std::uint32_t, double> mentions;
  for (const GroundedBlock& block : grounded.blocks) {
    for (const PartyReference& party : block.parties) {
      if (party.form != PartyForm::kName) mentions[party.party] += 1;
    }
  }
  std::map<std::string, double, std::less<>> countries;
  for (const auto& [party, count] : mentions) {
    const std::string& name = grounded.lexicon->parties()[party].name;
    const auto& places = candidates[candidates.add(name, name)].places;
    if (!places.empty() && places.front().kind == record::PlaceKind::kCountry) {
      countries[std::string(places.front().country)] += count;
    }
  }
  return countries;
}

// What the gazetteer tells of a place.
PlaceMention told_place(const Gazetteers& gazetteers, PlaceId id) {
  const GazetteerPlace place = gazetteers.place(id);
  PlaceMention mention;
  mention.name = std::string(place.name);
  mention.kind = place.kind;
  mention.latitude = place.latitude;
  mention.longitude = place.longitude;
  if (!place.country.empty()) mention.country = std::string(place.country);
  if (!place.reference.empty()) mention.id = std::string(place.reference);
  for (const PlaceId area : place.within) mention.within.emplace_back(gazetteers.facts(area).name);
  mention.claimed_by.assign(place.claimed_by.begin(), place.claimed_by.end());
  // Where several claim a place, none of its names goes before another.
  if (!place.claimed_by.empty()) {
    mention.names.assign(place.names.begin(), place.names.end());
  } else {
    mention.names.emplace_back(place.name);
  }
  return mention;
}

}  // namespace

PlaceReader::PlaceReader(PlaceCues cues, Metonymy metonymy, std::shared_ptr<const Gazetteers> gazetteers)
    : cues_(std::move(cues)), metonymy_(std::move(metonymy)), gazetteers_(std::move(gazetteers)) {}

Result<PlaceReader> PlaceReader::load(const std::filesystem::path& folder,
                                      std::shared_ptr<const Gazetteers> gazetteers) {
  auto cues = PlaceCues::load(folder);
  if (!cues) return tl::unexpected<Error>(std::move(cues.error()));
  auto metonymy = Metonymy::load(folder);
  if (!metonymy) return tl::unexpected<Error>(std::move(metonymy.error()));
  return PlaceReader(std::move(*cues), std::move(*metonymy), std::move(gazetteers));
}

PlacesFound PlaceReader::read(const GroundedAnalysis& grounded) const {
  PlacesFound result;
  result.blocks.resize(grounded.blocks.size());
  PlaceCandidates candidates(gazetteers_.get());
  const std::vector<FoundPlace> found = find_places(grounded, cues_, metonymy_, candidates);
  if (found.empty()) return result;
  std::vector<PlaceUse> uses;
  uses.reserve(found.size());
  for (const FoundPlace& place : found) uses.push_back(place.use);
  const auto countries = countries_of_demonyms(grounded, candidates);
  const std::vector<PlaceReading> readings = resolve_places(candidates, uses, countries);

  const CodePointIndex text(grounded.document->text);
  std::map<std::pair<std::uint32_t, std::uint32_t>, PlaceMention> told;  // by name and candidate
  for (std::size_t n = 0; n < found.size(); ++n) {
    const FoundPlace& place = found[n];
    const PlaceReading& reading = readings[n];
    PlaceMention mention;
    if (reading.candidate) {
      const auto [known, is_new] = told.try_emplace({place.use.name, *reading.candidate});
      if (is_new) known->second = told_place(*gazetteers_, candidates[place.use.name].places[*reading.candidate].id);
      mention = known->second;
      mention.margin = reading.margin;
    } else {
      mention.kind = place.use.kind;
    }
    mention.span = place.report_span;
    mention.text = std::string(text.slice(mention.span.begin, mention.span.end));
    mention.rules = {{"text", place.rule}, {"name", reading.rule}};
    if (!reading.candidate) {
      result.diagnostics.push_back({mention.span, record::DiagnosticCode::kPlaceUnresolved, mention.text});
    }
    result.blocks[place.block].push_back({place.tokens, std::move(mention)});
  }
  return result;
}

}  // namespace counterclaim::ground
