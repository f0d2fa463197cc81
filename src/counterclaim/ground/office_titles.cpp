#include "counterclaim/ground/office_titles.h"

#include "counterclaim/ground/party_phrase.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Token;

// "ambassador to Peru" in front of the name: the title, where the words between are its place.
std::optional<std::uint32_t> title_with_place(const PartyNouns& nouns, const GroundedBlock& block, TokenSpan name) {
  const Analysis& analysis = block.analysis;
  if (name.begin < 3) return std::nullopt;
  const PartyReference* place = block.party_at(name.begin - 1);
  if (!place || place->form == PartyForm::kDemonym || place->tokens.begin < 2) return std::nullopt;
  const std::uint32_t preposition = place->tokens.begin - 1;
  if (!is_one_of(analysis.lower(analysis[preposition]), {"to", "in", "of", "for"})) return std::nullopt;
  const std::uint32_t title = preposition - 1;
  if (!is_title(nouns, analysis, title) || analysis[title].sentence != analysis[name.begin].sentence)
    return std::nullopt;
  return title;
}

// "a spokesman, Brig." in front of a name that begins a sentence: the noun that the title was hung on, or the title.
std::optional<std::uint32_t> title_before_dot(const PartyNouns& nouns, const Analysis& analysis, std::uint32_t name) {
  constexpr std::size_t kLongestAbbreviation = 5;
  if (name < 2 || analysis.text(analysis[name - 1]) != "." || !is_title(nouns, analysis, name - 2)) return std::nullopt;
  const Token& title = analysis[name - 2];
  const bool is_abbreviated = title.pos == language::Pos::kPropn && analysis.text(title).size() <= kLongestAbbreviation;
  if (title.sentence == analysis[name].sentence || !is_abbreviated) return std::nullopt;
  return has_dep(analysis, title, {"appos"}) ? title.head : title.index;
}

}  // namespace

bool is_title(const PartyNouns& nouns, const Analysis& analysis, std::uint32_t token) {
  const PartyNoun* noun = party_noun_at(nouns, analysis, token);
  return noun && noun->is_office;
}

bool is_behind_title(const PartyNouns& nouns, const Analysis& analysis, std::uint32_t token) {
  return token > 0 && (is_title(nouns, analysis, token - 1) || title_before_dot(nouns, analysis, token));
}

std::optional<std::uint32_t> title_apart(const PartyNouns& nouns, const GroundedBlock& block, TokenSpan phrase,
                                         TokenSpan name) {
  if (const auto title = title_with_place(nouns, block, name)) return title;
  return phrase.begin == name.begin ? title_before_dot(nouns, block.analysis, name.begin) : std::nullopt;
}

}  // namespace counterclaim::ground
