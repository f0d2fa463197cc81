#include "counterclaim/ground/grounder.h"

#include <cassert>
#include <utility>

namespace counterclaim::ground {

Grounder::Grounder(NumberReader numbers, PartyLexicon parties, CastReader cast)
    : numbers_(std::move(numbers)),
      cast_(std::move(cast)),
      parties_(std::make_unique<const PartyLexicon>(std::move(parties))) {}

Result<Grounder> Grounder::load(const std::filesystem::path& resources) {
  auto numbers = NumberReader::load(resources / "numbers");
  if (!numbers) return tl::unexpected<Error>(std::move(numbers.error()));
  auto parties = PartyLexicon::load(resources / "parties");
  if (!parties) return tl::unexpected<Error>(std::move(parties.error()));
  auto cast = CastReader::load(resources / "parties");
  if (!cast) return tl::unexpected<Error>(std::move(cast.error()));
  return Grounder(std::move(*numbers), std::move(*parties), std::move(*cast));
}

GroundedAnalysis Grounder::ground(const record::Document& document, std::vector<language::Analysis> analyses) const {
  assert(analyses.size() == document.blocks.size());
  GroundedAnalysis grounded;
  grounded.document = &document;
  grounded.lexicon = parties_.get();
  grounded.blocks.reserve(analyses.size());
  for (language::Analysis& analysis : analyses) {
    GroundedBlock& block = grounded.blocks.emplace_back();
    block.numbers = numbers_.read(analysis);
    block.parties = parties_->find(analysis);
    block.analysis = std::move(analysis);
  }
  grounded.cast = cast_.read(grounded.blocks, parties_->parties());
  return grounded;
}

}  // namespace counterclaim::ground
