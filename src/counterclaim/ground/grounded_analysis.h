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
  std::vector<PartyReference> parties;  // names of sides; GroundedAnalysis::parties has whole phrases
  std::vector<BodyReference> bodies;    // names of bodies, also of those on no side
  std::vector<TokenSpan> quotations;    // see quotations.h
  std::vector<GroundedTime> times;
  std::vector<GroundedPlace> places;

  // The first mention that lies within the tokens, or that holds one token; null when there is none. Cost: logarithmic
  // in mentions.
  [[nodiscard]] const PartyReference* first_party_within(TokenSpan tokens) const;
  [[nodiscard]] const PartyReference* party_at(std::uint32_t token) const;
  [[nodiscard]] const BodyReference* body_at(std::uint32_t token) const;
  // Whether the token stands between quotation marks. Cost: logarithmic in quotations.
  [[nodiscard]] bool is_quoted(std::uint32_t token) const;
};

struct GroundedAnalysis {
  const record::Document* document = nullptr;
  const PartyLexicon* lexicon = nullptr;
  std::vector<GroundedBlock> blocks;  // one for each of document->blocks
  std::vector<Party> own_parties;     // groups that the report itself introduces, see group_names.h
  ReportCast cast;
  std::vector<GroundedParty> parties;  // in text order of their heads
  std::vector<record::Diagnostic> diagnostics;

  // `position`: of the lexicon's parties, then of the report's own.
  [[nodiscard]] const Party& party(std::uint32_t position) const {
    const std::size_t known = lexicon->parties().size();
    return position < known ? lexicon->parties()[position] : own_parties[position - known];
  }
  [[nodiscard]] const Party& party(const PartyReference& reference) const { return party(reference.party); }
  // The mention of a party or person whose head is that token; of two the longer one ("Peru and Chile"); null when
  // there is none. Cost: logarithmic in mentions.
  [[nodiscard]] const GroundedParty* mention_at(std::uint32_t block, std::uint32_t head) const;
  // The report's characters for tokens of a block; tokens not empty.
  [[nodiscard]] CodePointSpan report_span(std::uint32_t block, TokenSpan tokens) const {
    return document->blocks[block].map.to_report(blocks[block].analysis.code_points(tokens));
  }
};

}  // namespace counterclaim::ground
