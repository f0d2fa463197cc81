// A report with everything that its words tell by themselves: the analysis of each block and the mentions tied to the
// world. What depends on who is speaking is left to the attribute layer.
//
// Layer: ground. Plain values; views and pointers live as long as the document and the Grounder that made them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "counterclaim/ground/number_reader.h"
#include "counterclaim/ground/party_lexicon.h"
#include "counterclaim/ground/party_reader.h"
#include "counterclaim/ground/place_reader.h"
#include "counterclaim/ground/report_cast.h"
#include "counterclaim/ground/time_reader.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ground {

struct GroundedBlock {
  language::Analysis analysis;  // of the block's clean text; no tokens where nothing was to be analysed
  std::vector<NumberMention> numbers;
  std::vector<PartyReference> parties;  // names that the lexicon knows; GroundedAnalysis::parties has whole phrases
  std::vector<TokenSpan> quotations;    // see quotations.h
  std::vector<GroundedTime> times;
  std::vector<GroundedPlace> places;

  // The first mention that lies within the tokens, or that holds one token; null when there is none. Cost: logarithmic
  // in mentions.
  [[nodiscard]] const PartyReference* first_party_within(TokenSpan tokens) const;
  [[nodiscard]] const PartyReference* party_at(std::uint32_t token) const;
  // Whether the token stands between quotation marks. Cost: logarithmic in quotations.
  [[nodiscard]] bool is_quoted(std::uint32_t token) const;
};

struct GroundedAnalysis {
  const record::Document* document = nullptr;
  const PartyLexicon* lexicon = nullptr;
  std::vector<GroundedBlock> blocks;  // one for each of document->blocks
  ReportCast cast;
  std::vector<GroundedParty> parties;  // in text order
  std::vector<record::Diagnostic> diagnostics;

  [[nodiscard]] const Party& party(const PartyReference& reference) const {
    return lexicon->parties()[reference.party];
  }
  // The report's characters for tokens of a block; tokens not empty.
  [[nodiscard]] CodePointSpan report_span(std::uint32_t block, TokenSpan tokens) const {
    return document->blocks[block].map.to_report(blocks[block].analysis.code_points(tokens));
  }
};

}  // namespace counterclaim::ground
