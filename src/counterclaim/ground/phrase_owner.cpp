#include "counterclaim/ground/phrase_owner.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using language::Token;

constexpr std::uint32_t kLongestPhrase = 16;  // tokens behind a preposition
constexpr int kLongestPath = 8;               // arcs from a party's name up to the phrase's head

class OwnerFinder {
 public:
  OwnerFinder(const PartyNouns& nouns, const std::vector<bool>& is_name, const GroundedAnalysis& grounded,
              PartyPhrase& phrase)
      : nouns_(nouns),
        is_name_(is_name),
        grounded_(grounded),
        here_(grounded.blocks[phrase.block]),
        analysis_(here_.analysis),
        phrase_(phrase) {}

  void run() {
    if ((phrase_.reference && phrase_.reference->form != PartyForm::kDemonym) || phrase_.body) return;
    in_front(phrase_.head);
    const auto possessor = phrase_.owner_word;
    // "The Prosecutor's Office of Peru": a party that is named comes before an owner that is not.
    if (possessor && analysis_[*possessor].pos != Pos::kPron) phrase_.owner_word.reset();
    if (found()) return;
    behind(phrase_.head);
    // "Prime Minister of Peru Ana Rojas"
    if (!found() && phrase_.noun && phrase_.noun_token < phrase_.head) behind(phrase_.noun_token);
    if (possessor && !phrase_.owner) phrase_.owner_word = possessor;
    if (found()) return;
    for (const std::uint32_t child : analysis_.children(analysis_[phrase_.head])) {
      if (child >= phrase_.tokens.end || found()) break;
      if (child < phrase_.head || !has_dep(analysis_, analysis_[child], {"appos"})) continue;
      in_apposition(child);
    }
    if (!found() && !phrase_.name.empty()) in_clause_of_office();
  }

 private:
  [[nodiscard]] bool found() const { return phrase_.owner || phrase_.owner_word; }

  void take(const PartyReference& reference, std::string_view rule) {
    phrase_.owner = &reference;
    phrase_.owner_rule = rule;
  }

  bool is_group(const PartyReference& reference) const {
    return grounded_.party(reference).kind != record::PartyKind::kState;
  }

  // "Qatar-based", "Peru-led"
  bool is_part_of_compound(const PartyReference& reference) const {
    return reference.tokens.end < analysis_.size() && analysis_.text(analysis_[reference.tokens.end]) == "-";
  }

  // "a Houthi-run ministry", "the Rojas-led government": who is in charge in front of such an organ.
  bool is_in_charge(std::uint32_t hyphen) const {
    return hyphen + 1 < phrase_.head && phrase_.noun && may_be_run(phrase_.noun->kind) &&
           analysis_.text(analysis_[hyphen]) == "-" && nouns_.is_in_charge(analysis_.lower(analysis_[hyphen + 1]));
  }

  // Not a "Peru-led force" of many, nor a "Lima-run charity".
  static bool may_be_run(record::PartyKind kind) {
    return kind != record::PartyKind::kMilitary && kind != record::PartyKind::kAlliance &&
           kind != record::PartyKind::kOrganisation;
  }

  // "a Mali expert" knows Mali; "a Malian expert" is from there.
  bool is_topic(const PartyReference& reference) const {
    return phrase_.noun && phrase_.noun->speaks_as == record::SourceKind::kExpert && reference.form == PartyForm::kName;
  }

  // Adjectives, names and possessors in front of `head`.
  void in_front(std::uint32_t head) {
    const std::uint32_t begin = head == phrase_.head
                                    ? phrase_.tokens.begin
                                    : std::max(analysis_[head].left_edge, head - std::min(head, kLongestPhrase));
    TokenSpan rest{begin, head};
    const PartyReference* first = nullptr;
    while (const PartyReference* reference = here_.first_party_within(rest)) {
      rest.begin = reference->tokens.end;
      if (is_in_charge(reference->tokens.end)) return take(*reference, "in-charge");
      if (is_part_of_compound(*reference) || is_topic(*reference) || is_place(*reference)) continue;
      if (head == phrase_.head && is_part_of_name(*reference)) continue;
      if (first && are_joined(*first, *reference)) {
        phrase_.second_owner = reference;
        take(*first, "two-modifiers");
        return;
      }
      // "Afghan Taliban spokesman": the adjective says where the group is from.
      if (!first || (!is_group(*first) && is_group(*reference) && first->form == PartyForm::kDemonym))
        first = reference;
    }
    if (first) {
      phrase_.second_owner = joined_before(*first);
      take(*first, phrase_.second_owner ? "two-modifiers" : "modifier");
      return;
    }
    if (const auto owner = child_with_dep(analysis_, analysis_[head], {"poss"})) {
      if (!is_inside_name(*owner)) phrase_.owner_word = owner;
      return;
    }
    // "a Trump administration official": a person's name in front of a noun.
    if (!party_noun_at(nouns_, analysis_, head)) return;
    for (std::uint32_t token = begin; token < head; ++token) {
      if (!is_name_[token] || phrase_.name.contains(token)) continue;
      if (has_dep(analysis_, analysis_[token], {"compound", "nmod"}) || is_in_charge(token + 1))
        phrase_.owner_word = token;
    }
  }

  // "the Peruvian and Chilean leaders", where the parser lets the first stand alone.
  const PartyReference* joined_before(const PartyReference& reference) const {
    const std::uint32_t begin = reference.tokens.begin;
    if (reference.form != PartyForm::kDemonym || begin < 2) return nullptr;
    const PartyReference* before = here_.party_at(begin - 2);
    return before && before->form == PartyForm::kDemonym && are_joined(*before, reference) ? before : nullptr;
  }

  static bool is_private(record::PartyKind kind) {
    return kind == record::PartyKind::kOrganisation || kind == record::PartyKind::kMedium ||
           kind == record::PartyKind::kOther;
  }

  // "Peruvian Airlines", "the Peruvian Miners Union": a private body's name, not whose it is.
  bool is_part_of_name(const PartyReference& reference) const {
    if (reference.form == PartyForm::kBody) return false;
    const Token& head = analysis_[phrase_.head];
    const bool is_organ = phrase_.noun && phrase_.noun_token == phrase_.head && !is_private(phrase_.noun->kind);
    if (is_organ || !phrase_.name.empty() || analysis_.entity_label(head) != "ORG") return false;
    const std::uint32_t next = reference.tokens.end;
    return head.pos == Pos::kPropn && analysis_.tag(analysis_[next]) != "POS";
  }

  // "the Miners' Union": a possessor that is a part of a private body's name.
  bool is_inside_name(std::uint32_t possessor) const {
    const Token& head = analysis_[phrase_.head];
    const bool is_organ = phrase_.noun && !is_private(phrase_.noun->kind);
    return !is_organ && head.pos == Pos::kPropn && head.entity == language::EntityPosition::kInside &&
           analysis_.entity_label(head) == "ORG" && analysis_.entity_label(analysis_[possessor]) == "ORG";
  }

  // A place after a preposition inside what stands in front: "the Doha-born, in Lima raised".
  bool is_place(const PartyReference& reference) const {
    const Token& last = analysis_[reference.tokens.end - 1];
    return has_dep(analysis_, last, {"pobj"}) &&
           is_one_of(analysis_.lower(analysis_[last.head]), {"in", "at", "near", "on"});
  }

  bool are_joined(const PartyReference& first, const PartyReference& second) const {
    if (second.tokens.begin != first.tokens.end + 1 || first.party == second.party) return false;
    return is_one_of(analysis_.lower(analysis_[first.tokens.end]), {"and", "-", "–", "/", ","});
  }

  // "of Peru", "for the Peruvian army", "in Lima"
  void behind(std::uint32_t head) {
    for (const std::uint32_t child : analysis_.children(analysis_[head])) {
      if (child < head || child >= phrase_.tokens.end) continue;
      const Token& preposition = analysis_[child];
      if (!has_dep(analysis_, preposition, {"prep"})) continue;
      const std::string_view word = analysis_.lower(preposition);
      if (is_one_of(word, {"of", "for", "from", "at", "with", "on"}))
        belonging(preposition);
      else if (is_one_of(word, {"in", "inside"}) && is_of_its_place())
        place(preposition);
      if (found()) return;
    }
  }

  // Whether people of this kind belong to the party that holds the place where they are.
  bool is_of_its_place() const { return (phrase_.serves_state || phrase_.is_local) && phrase_.name.empty(); }

  void belonging(const Token& preposition) {
    TokenSpan rest{preposition.index + 1,
                   std::min({preposition.right_edge + 1, preposition.index + kLongestPhrase, phrase_.tokens.end})};
    while (const PartyReference* reference = rest.empty() ? nullptr : here_.first_party_within(rest)) {
      rest.begin = reference->tokens.end;
      if (is_part_of_compound(*reference) || is_in_private_name(*reference) || !leads_up(*reference)) continue;
      take(*reference, "belonging");
      return;
    }
    if (is_one_of(analysis_.lower(preposition), {"with", "on"})) return;
    const auto object = child_with_dep(analysis_, preposition, {"pobj"});
    if (!object) return;
    // "Ministry of Foreign Affairs" is one name.
    const bool other_name = analysis_.entity_label(analysis_[*object]) == "ORG" &&
                            analysis_[*object].entity != language::EntityPosition::kInside;
    if (other_name || party_noun_at(nouns_, analysis_, *object)) phrase_.owner_word = object;
  }

  // "director at the Peruvian Institute of Mines"
  bool is_in_private_name(const PartyReference& reference) const {
    const Token& last = analysis_[reference.tokens.end - 1];
    if (reference.form != PartyForm::kDemonym || analysis_.entity_label(last) != "ORG") return false;
    const PartyNoun* noun = party_noun_at(nouns_, analysis_, last.head);
    return !noun || is_private(noun->kind);
  }

  // Whether only words of belonging lie between a name and the phrase's head: not "head of a committee on Peru".
  bool leads_up(const PartyReference& reference) const {
    std::uint32_t token = reference.tokens.end - 1;
    for (int step = 0; step < kLongestPath; ++step) {
      const Token& there = analysis_[token];
      if (there.index == phrase_.head || there.index == phrase_.noun_token || there.is_root()) return true;
      if (has_dep(analysis_, there, {"prep"}) && there.head != phrase_.head &&
          !is_one_of(analysis_.lower(there), {"of", "for", "from"}))
        return false;
      token = there.head;
      if (has_dep(analysis_, there, {"appos"}) && token == phrase_.head) return true;
    }
    return false;
  }

  void place(const Token& preposition) {
    const TokenSpan span{preposition.index + 1,
                         std::min(preposition.right_edge + 1, preposition.index + kLongestPhrase)};
    const PartyReference* reference = span.empty() ? nullptr : here_.first_party_within(span);
    if (reference && reference->form != PartyForm::kDemonym) take(*reference, "place-of-service");
  }

  // "Ana Rojas, the head of Peru's army"
  void in_apposition(std::uint32_t apposition) {
    if (const PartyReference* reference = here_.party_at(apposition)) {
      take(*reference, "apposition");
      return;
    }
    in_front(apposition);
    if (phrase_.owner) phrase_.owner_rule = "apposition";
    if (!found()) behind(apposition);
  }

  // "Ana Rojas, who heads the country's council"
  void in_clause_of_office() {
    const auto clause = child_with_dep(analysis_, analysis_[phrase_.head], {"relcl"});
    if (!clause || !nouns_.is_verb(PartyVerb::kLeads, analysis_.lemma(analysis_[*clause]))) return;
    if (const auto object = child_with_dep(analysis_, analysis_[*clause], {"dobj"})) in_apposition(*object);
  }

  const PartyNouns& nouns_;
  const std::vector<bool>& is_name_;
  const GroundedAnalysis& grounded_;
  const GroundedBlock& here_;
  const Analysis& analysis_;
  PartyPhrase& phrase_;
};

}  // namespace

void find_owner(const PartyNouns& nouns, const std::vector<bool>& is_name, const GroundedAnalysis& grounded,
                PartyPhrase& phrase) {
  OwnerFinder(nouns, is_name, grounded, phrase).run();
}

}  // namespace counterclaim::ground
