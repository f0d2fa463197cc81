#include "counterclaim/ground/grounder.h"

#include <cassert>
#include <utility>

#include "counterclaim/ground/quotations.h"

namespace counterclaim::ground {

Grounder::Grounder(NumberReader numbers, PartyLexicon lexicon, GroupNames groups, TimeReader times, PlaceReader places,
                   CastReader cast, PartyReader parties)
    : numbers_(std::move(numbers)),
      groups_(std::move(groups)),
      times_(std::move(times)),
      places_(std::move(places)),
      cast_(std::move(cast)),
      parties_(std::move(parties)),
      lexicon_(std::make_unique<const PartyLexicon>(std::move(lexicon))) {}

Result<Grounder> Grounder::load(const std::filesystem::path& resources, std::shared_ptr<const Gazetteers> gazetteers) {
  auto numbers = NumberReader::load(resources / "numbers");
  if (!numbers) return tl::unexpected<Error>(std::move(numbers.error()));
  auto lexicon = PartyLexicon::load(resources / "parties");
  if (!lexicon) return tl::unexpected<Error>(std::move(lexicon.error()));
  auto groups = GroupNames::load(resources / "parties");
  if (!groups) return tl::unexpected<Error>(std::move(groups.error()));
  auto times = TimeReader::load(resources / "times");
  if (!times) return tl::unexpected<Error>(std::move(times.error()));
  auto places = PlaceReader::load(resources / "places", std::move(gazetteers));
  if (!places) return tl::unexpected<Error>(std::move(places.error()));
  auto cast = CastReader::load(resources / "parties");
  if (!cast) return tl::unexpected<Error>(std::move(cast.error()));
  auto parties = PartyReader::load(resources);
  if (!parties) return tl::unexpected<Error>(std::move(parties.error()));
  return Grounder(std::move(*numbers), std::move(*lexicon), std::move(*groups), std::move(*times), std::move(*places),
                  std::move(*cast), std::move(*parties));
}

GroundedAnalysis Grounder::ground(const record::Document& document, std::vector<language::Analysis> analyses) const {
  assert(analyses.size() == document.blocks.size());
  GroundedAnalysis grounded;
  grounded.document = &document;
  grounded.lexicon = lexicon_.get();
  grounded.blocks.reserve(analyses.size());
  for (language::Analysis& analysis : analyses) {
    GroundedBlock& block = grounded.blocks.emplace_back();
    block.numbers = numbers_.read(analysis);
    block.parties = lexicon_->find(analysis);
    block.bodies = lexicon_->find_bodies(analysis);
    block.quotations = quotations(analysis);
    block.analysis = std::move(analysis);
  }
  groups_.find(grounded);
  auto times = times_.read(grounded);
  PlacesFound places = places_.read(grounded);
  for (std::size_t n = 0; n < grounded.blocks.size(); ++n) {
    grounded.blocks[n].times = std::move(times[n]);
    grounded.blocks[n].places = std::move(places.blocks[n]);
  }
  grounded.diagnostics = std::move(places.diagnostics);
  grounded.cast = cast_.read(grounded);
  grounded.parties = parties_.read(grounded);
  return grounded;
}

}  // namespace counterclaim::ground
