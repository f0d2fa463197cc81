// Which mention before it a pronoun or a short form ("the ministry") stands for.
//
// Rules in the manner of Hobbs 1978, "Resolving pronoun references": an antecedent is looked for sentence by sentence
// backwards, subjects first, and must agree in number, gender and kind. How far back is bounded. Layer: ground,
// internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/party_draft.h"

namespace counterclaim::ground {

class Antecedents {
 public:
  // Both must outlive this object. `drafts`: in text order; those before the one that is asked for are resolved.
  Antecedents(const GroundedAnalysis& grounded, const std::vector<PartyDraft>& drafts);

  // All answers are positions of drafts before `n`; unset where the text does not decide. Cost: constant.

  // `word`: the pronoun in lower case.
  [[nodiscard]] std::optional<std::uint32_t> of_pronoun(std::uint32_t n, std::string_view word) const;
  // Of a phrase with a noun: "the ministry", "the group", "rebels".
  [[nodiscard]] std::optional<std::uint32_t> of_noun(std::uint32_t n) const;
  // "The Peruvian army said … An army spokesman added", "A spokesman added": the organ named before in the passage.
  [[nodiscard]] std::optional<std::uint32_t> organ_of_spokesman(std::uint32_t n) const;
  // The last subject of the passage, outside of quotations, that is of one of the report's two sides.
  [[nodiscard]] std::optional<std::uint32_t> last_actor(std::uint32_t n) const;

 private:
  [[nodiscard]] const GroundedBlock& block_of(const PartyDraft& draft) const {
    return grounded_.blocks[draft.phrase.block];
  }
  [[nodiscard]] const language::Analysis& analysis_of(const PartyDraft& draft) const {
    return block_of(draft).analysis;
  }
  [[nodiscard]] bool is_in_one_sentence(const PartyDraft& a, const PartyDraft& b) const;
  [[nodiscard]] bool is_running_text(std::uint32_t block) const;
  [[nodiscard]] bool has_office(const PartyDraft& draft, const PartyDraft& other) const;
  [[nodiscard]] bool names_noun(const PartyDraft& draft, const PartyDraft& other) const;
  [[nodiscard]] std::uint32_t state_that_acts(std::uint32_t found) const;
  [[nodiscard]] bool is_lost_pronoun(std::string_view word, const PartyDraft& other) const;
  [[nodiscard]] bool may_be_pronoun(const PartyDraft& pronoun, std::string_view word, const PartyDraft& other) const;
  [[nodiscard]] std::optional<std::uint32_t> of_noun(std::uint32_t n, int worst_rank) const;
  [[nodiscard]] bool may_take_up(const PartyDraft& draft, const PartyDraft& other) const;
  [[nodiscard]] bool is_named(const PartyDraft& draft) const;
  [[nodiscard]] bool has_same_noun(const PartyDraft& a, const PartyDraft& b) const;
  [[nodiscard]] std::string_view noun_key(const PartyDraft& draft) const;
  [[nodiscard]] bool modifiers_agree(const PartyDraft& draft, const PartyDraft& other) const;
  [[nodiscard]] bool has_word(const PartyDraft& draft, std::string_view word) const;
  [[nodiscard]] bool is_main_subject(const PartyDraft& draft) const;
  [[nodiscard]] int rank_of(const PartyDraft& draft) const;

  const GroundedAnalysis& grounded_;
  const std::vector<PartyDraft>& drafts_;
  std::vector<std::uint32_t> order_;  // of each block: the blocks of running text before it
};

}  // namespace counterclaim::ground
