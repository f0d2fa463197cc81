#include "counterclaim/extract/figure_reader.h"

#include <utility>

#include "counterclaim/attribute/box_labels.h"
#include "counterclaim/extract/box_state.h"
#include "counterclaim/extract/figure_pass.h"
#include "counterclaim/extract/repeated_figures.h"

namespace counterclaim::extract {

Result<FigureReader> FigureReader::load(const std::filesystem::path& resources) {
  auto lexicon = CasualtyLexicon::load(resources / "casualties");
  if (!lexicon) return tl::unexpected<Error>(std::move(lexicon.error()));
  return FigureReader(std::move(*lexicon));
}

FiguresRead FigureReader::read(const ground::GroundedAnalysis& grounded,
                               const attribute::AttributionScopes& scopes) const {
  const auto sides = box_sides(scopes, grounded);
  FiguresRead read;
  for (std::uint32_t block = 0; block < grounded.blocks.size(); ++block) {
    if (grounded.blocks[block].analysis.size() == 0) continue;
    if (grounded.document->blocks[block].kind == record::BlockKind::kBoilerplate) continue;
    const BlockView view{lexicon_, grounded, scopes, block};
    read_block(view, sides[block], attribute::is_box_line(grounded, block), read);
  }
  mark_repeats(read);
  return read;
}

}  // namespace counterclaim::extract
