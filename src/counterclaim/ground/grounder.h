// Ties the words of an analysed report to the world: times, numbers, places, parties.
//
//   Result<Grounder> grounder = Grounder::load("resources");
//   GroundedAnalysis grounded = grounder->ground(document, std::move(analyses));
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/group_names.h"

namespace counterclaim::ground {

class Grounder {
 public:
  // `resources`: the folder that holds times/, numbers/, places/ and parties/. `gazetteers`: see PlaceReader. Errors:
  // file_not_found, file_unreadable, resource_malformed.
  [[nodiscard]] static Result<Grounder> load(const std::filesystem::path& resources,
                                             std::shared_ptr<const Gazetteers> gazetteers = nullptr);

  // `analyses`: one for each of document.blocks, of its clean_text; a default one where the block is not analysed. The
  // document must outlive the result. Cost: linear in tokens.
  [[nodiscard]] GroundedAnalysis ground(const record::Document& document,
                                        std::vector<language::Analysis> analyses) const;

 private:
  Grounder(NumberReader numbers, PartyLexicon lexicon, GroupNames groups, TimeReader times, PlaceReader places,
           CastReader cast, PartyReader parties);

  NumberReader numbers_;
  GroupNames groups_;
  TimeReader times_;
  PlaceReader places_;
  CastReader cast_;
  PartyReader parties_;
  std::unique_ptr<const PartyLexicon> lexicon_;  // behind a pointer: results refer to it across moves of the grounder
};

}  // namespace counterclaim::ground
