#include "counterclaim/ground/party_words.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using record::PartyKind;

std::optional<record::SourceKind> source_kind_of(PartyKind kind) {
  switch (kind) {
    case PartyKind::kGovernment:
    case PartyKind::kMinistry:
    case PartyKind::kPolice: return record::SourceKind::kOfficial;
    case PartyKind::kMilitary:
    case PartyKind::kArmedGroup: return record::SourceKind::kMilitary;
    case PartyKind::kOrganisation:
    case PartyKind::kAlliance: return record::SourceKind::kOrganisation;
    case PartyKind::kMedium: return record::SourceKind::kMedium;
    default: return std::nullopt;
  }
}

class WordReader {
 public:
  WordReader(const PartyNouns& nouns, const GroundedAnalysis& grounded, PartyDraft& draft)
      : nouns_(nouns),
        grounded_(grounded),
        draft_(draft),
        phrase_(draft.phrase),
        here_(grounded.blocks[draft.phrase.block]),
        analysis_(here_.analysis) {}

  void run() {
    if (phrase_.is_document) return;
    if (phrase_.noun) {
      draft_.kind = phrase_.noun->kind;
      draft_.speaks_as = phrase_.noun->speaks_as;
    }
    if (!phrase_.name.empty()) {
      draft_.kind = PartyKind::kPerson;
      draft_.name = std::string(analysis_.text(phrase_.name));
      draft_.office = office();
    }
    if (phrase_.is_both) {
      if (phrase_.reference) draft_.kind = PartyKind::kState;
      return draft_.set_side(std::string(kBoth), "both");
    }
    if (phrase_.body) take_body();
    if (phrase_.reference) return take_reference();
    if (!draft_.kind && analysis_.entity_label(analysis_[phrase_.head]) == "ORG")
      draft_.kind = PartyKind::kOrganisation;
    if (phrase_.second_owner) return take_two_owners();
    if (phrase_.owner) return draft_.set_side(side_of(grounded_, *phrase_.owner), phrase_.owner_rule);
    if (phrase_.serves_state) draft_.set_side(state_of_affiliation(), "affiliation");
    if (!draft_.side && phrase_.is_person()) draft_.set_side(state_of_place(), "place");
    if (!draft_.side && !phrase_.owner_word && serves_at_place())
      draft_.set_side(state_of_place_in_front(), "place-in-front");
  }

 private:
  void take_body() {
    const Body& body = grounded_.lexicon->bodies()[phrase_.body->body];
    draft_.kind = body.kind;
    draft_.speaks_as = source_kind_of(body.kind);
    draft_.name = body.name;
  }

  void take_reference() {
    const Party& party = grounded_.party(*phrase_.reference);
    const bool people = phrase_.reference->form == PartyForm::kDemonym;
    if (!phrase_.body) {
      const bool of_state = party.kind == PartyKind::kState || party.kind == PartyKind::kPopulation;
      draft_.kind = people && of_state && !phrase_.is_aside ? PartyKind::kPopulation : party.kind;
      if (phrase_.reference->form == PartyForm::kSeat) draft_.kind = PartyKind::kGovernment;
      if (!people) draft_.name = party.name;
    }
    draft_.set_side(side_of(grounded_, *phrase_.reference), people ? "demonym" : "name");
  }

  // "Peruvian and Chilean leaders" are of both sides where these are the two; else of none.
  void take_two_owners() {
    const ReportCast& cast = grounded_.cast;
    if (cast.is_side(grounded_.party(*phrase_.owner).name) && cast.is_side(grounded_.party(*phrase_.second_owner).name))
      draft_.set_side(std::string(kBoth), phrase_.owner_rule);
  }

  // "a Republican senator", "Senator Ana Rojas, R-Texas"
  std::optional<std::string> state_of_affiliation() const {
    for (std::uint32_t token = phrase_.tokens.begin; token < phrase_.noun_token; ++token) {
      if (const std::string* state = nouns_.state_of_affiliation(analysis_.text(analysis_[token]))) return *state;
    }
    const std::uint32_t mark = phrase_.name.end + 1;
    if (phrase_.name.empty() || mark + 1 >= analysis_.size() || analysis_.text(analysis_[mark + 1]) != "-")
      return std::nullopt;
    const std::string* state = nouns_.state_of_affiliation(analysis_.text(analysis_[mark]));
    return state ? std::optional(*state) : std::nullopt;
  }

  bool serves_at_place() const {
    return phrase_.serves_state && phrase_.noun &&
           (phrase_.noun->kind == PartyKind::kPolice || (phrase_.noun->is_person && phrase_.noun->is_office));
  }

  // "Klow mayor Ana Rojas", "Klow police": the state that holds the place.
  std::optional<std::string> state_of_place_in_front() const {
    if (phrase_.noun_token <= phrase_.tokens.begin) return std::nullopt;
    return state_of_first_place(grounded_, phrase_.block, {phrase_.tokens.begin, phrase_.noun_token});
  }

  // "a journalist from the Klow region", "villagers of Klow", "officials in Klow": the state that holds the place.
  std::optional<std::string> state_of_place() const {
    for (const std::uint32_t child : analysis_.children(analysis_[phrase_.head])) {
      if (child < phrase_.head || child >= phrase_.tokens.end || !has_dep(analysis_, analysis_[child], {"prep"}))
        continue;
      const std::string_view word = analysis_.lower(analysis_[child]);
      const bool belongs = is_one_of(word, {"of", "from"});
      const bool serves =
          phrase_.name.empty() && is_one_of(word, {"in", "at", "near"}) && (phrase_.serves_state || phrase_.is_local);
      if (belongs || serves)
        return state_of_first_place(grounded_, phrase_.block, {child + 1, end_before_preposition(child + 1)});
    }
    return state_of_residence();
  }

  // "an officer of the council in Klow" is the council's.
  std::uint32_t end_before_preposition(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end < phrase_.tokens.end && (analysis_[end].pos != Pos::kAdp || analysis_.lower(analysis_[end]) == "of"))
      ++end;
    return end;
  }

  // "Ana Rojas, who lives in Klow"
  std::optional<std::string> state_of_residence() const {
    const auto clause = child_with_dep(analysis_, analysis_[phrase_.head], {"relcl"});
    if (!clause || !nouns_.is_verb(PartyVerb::kResides, analysis_.lemma(analysis_[*clause]))) return std::nullopt;
    constexpr std::uint32_t kNear = 6;
    const TokenSpan behind{*clause + 1, std::min(*clause + kNear, analysis_.size())};
    if (const PartyReference* party = here_.first_party_within(behind)) return side_of(grounded_, *party);
    return state_of_first_place(grounded_, phrase_.block, behind);
  }

  // "Prime Minister": from behind the party's name up to the noun, or to the person's name.
  std::optional<std::string> office() const {
    if (!phrase_.noun || !phrase_.noun->is_office) return std::nullopt;
    std::uint32_t begin = phrase_.noun_token;
    while (begin > 0 && !here_.party_at(begin - 1) && !phrase_.name.contains(begin - 1) &&
           (is_noun(analysis_[begin - 1]) || analysis_[begin - 1].pos == Pos::kAdj))
      --begin;
    TokenSpan words{begin, phrase_.noun_token + 1};
    if (phrase_.noun_token < phrase_.name.begin) {
      words.end = phrase_.name.begin;
      while (words.end > words.begin + 1 && analysis_[words.end - 1].pos == Pos::kPunct) --words.end;
    }
    return std::string(analysis_.text(words));
  }

  const PartyNouns& nouns_;
  const GroundedAnalysis& grounded_;
  PartyDraft& draft_;
  const PartyPhrase& phrase_;
  const GroundedBlock& here_;
  const Analysis& analysis_;
};

}  // namespace

void read_own_words(const PartyNouns& nouns, const GroundedAnalysis& grounded, PartyDraft& draft) {
  WordReader(nouns, grounded, draft).run();
}

std::optional<std::string> side_of(const GroundedAnalysis& grounded, const PartyReference& reference) {
  const Party& party = grounded.party(reference);
  if (party.kind == PartyKind::kMedium) return std::nullopt;
  return party.name;
}

std::optional<std::string> state_of_first_place(const GroundedAnalysis& grounded, std::uint32_t block,
                                                TokenSpan tokens) {
  const std::vector<GroundedPlace>& places = grounded.blocks[block].places;
  const auto found =
      std::lower_bound(places.begin(), places.end(), tokens.begin,
                       [](const GroundedPlace& place, std::uint32_t begin) { return place.tokens.begin < begin; });
  if (found == places.end() || found->tokens.end > tokens.end) return std::nullopt;
  // "the Lima-based council"
  const language::Analysis& analysis = grounded.blocks[block].analysis;
  if (found->tokens.end < analysis.size() && analysis.text(analysis[found->tokens.end]) == "-") return std::nullopt;
  const record::PlaceMention& place = found->mention;
  if (!place.country || !place.claimed_by.empty() || place.kind == record::PlaceKind::kCountry) return std::nullopt;
  for (const Party& party : grounded.lexicon->parties()) {
    if (party.country_code == *place.country) return party.name;
  }
  return std::nullopt;
}

}  // namespace counterclaim::ground
