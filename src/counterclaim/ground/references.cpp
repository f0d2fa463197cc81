#include "counterclaim/ground/references.h"

#include <algorithm>
#include <utility>

#include "counterclaim/ground/antecedents.h"
#include "counterclaim/ground/document_makers.h"
#include "counterclaim/ground/party_words.h"
#include "counterclaim/ground/passage_homes.h"
#include "counterclaim/ground/person_memory.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Token;
using record::PartyKind;

constexpr int kDeepestOwner = 4;  // "the spokesman of the chief of the army of the country"

class Resolver {
 public:
  Resolver(const PartyNouns& nouns, const Leaders& leaders, const GroundedAnalysis& grounded,
           std::vector<PartyDraft>& drafts)
      : nouns_(nouns),
        leaders_(leaders),
        grounded_(grounded),
        drafts_(drafts),
        antecedents_(grounded, drafts),
        makers_(grounded, drafts),
        homes_(grounded),
        state_(drafts.size(), State::kOpen) {}

  // In two passes: what words tell of a person late in the report serves the first mention too.
  void run() {
    for (std::uint32_t n = 0; n < drafts_.size(); ++n) {
      PartyDraft& draft = drafts_[n];
      read_own_words(nouns_, grounded_, draft);
      if (!draft.phrase.name.empty()) people_.learn(*draft.name, n, draft.side, draft.office);
    }
    for (std::uint32_t n = 0; n < drafts_.size(); ++n) resolve(n, 0);
  }

 private:
  enum class State : std::uint8_t { kOpen, kBusy, kDone };

  const Analysis& analysis_of(const PartyDraft& draft) const { return grounded_.blocks[draft.phrase.block].analysis; }

  void resolve(std::uint32_t n, int depth) {
    if (state_[n] != State::kOpen) return;
    state_[n] = State::kBusy;
    PartyDraft& draft = drafts_[n];
    const PartyPhrase& phrase = draft.phrase;
    if (!draft.side && !phrase.second_owner) {
      if (phrase.is_document)
        resolve_document(n);
      else if (phrase.is_pronoun)
        resolve_pronoun(n);
      else
        resolve_noun(n, depth);
    }
    if (!phrase.name.empty()) resolve_person(n);
    state_[n] = State::kDone;
  }

  // Whose somebody is by what the report says elsewhere, or by the list of leaders.
  std::optional<std::string> side_of_person(std::string_view name, std::uint32_t n, bool in_office) const {
    const Person* person = people_.find(name, n);
    if (person && person->side) return person->side;
    if (auto side = person ? leaders_.side_of(person->full_name, in_office) : std::nullopt) return side;
    return leaders_.side_of(name, in_office);
  }

  void resolve_person(std::uint32_t n) {
    PartyDraft& draft = drafts_[n];
    const Person* person = people_.find(*draft.name, n);
    if (!person) return;
    if (!draft.side) draft.set_side(drafts_[person->mention].side, "person-met");
    if (!draft.office) draft.office = person->office;
    if (!draft.speaks_as) draft.speaks_as = drafts_[person->mention].speaks_as;
    draft.name = person->full_name;
    if (person->mention < n) {
      draft.refers_to = person->mention;
      draft.reference_rule = "same-name";
    }
  }

  void resolve_noun(std::uint32_t n, int depth) {
    PartyDraft& draft = drafts_[n];
    const PartyPhrase& phrase = draft.phrase;
    const bool is_opponent = phrase.noun && phrase.noun->is_opponent;
    if (phrase.owner_word && !phrase.owner && !is_opponent) {
      take_from_owner(n, depth);
      if (draft.side || draft.relation != SpeakerRelation::kNone) return;
    }
    if (is_opponent) {
      if (!phrase.owner_word) draft.relation = SpeakerRelation::kOpponent;
      return;
    }
    if (phrase.is_state_run) return draft.set_side(home_of(n), "state-run");
    if (!phrase.name.empty()) {
      draft.set_side(side_of_person(*draft.name, n, phrase.noun && phrase.noun->is_highest), "person-known");
      if (draft.side) return;
    }
    if (!phrase.noun) return;
    if (!phrase.name.empty() && drafts_[people_.find(*draft.name, n)->mention].side) return;
    const bool by_noun = phrase.name.empty() || phrase.noun_token < phrase.name.begin;
    const bool are_rebels = phrase.noun->is_insurgent && phrase.is_plural && !phrase.is_foreign;
    if (by_noun && (phrase.is_definite || are_rebels)) {
      if (const auto antecedent = antecedents_.of_noun(n)) return stand_for(n, *antecedent, "same-noun");
    }
    if (phrase.serves_state && !draft.side) take_from_whole(n);
    if (draft.side) return;
    const bool in_office = phrase.serves_state || phrase.noun->speaks_as == record::SourceKind::kOfficial;
    if (in_office && homes_.is_labelled(phrase.block)) return draft.set_side(home_of(n), "labelled-passage");
    if (phrase.owner_word) return;
    if (phrase.noun->is_insurgent && (phrase.is_definite || are_rebels))
      return draft.set_side(grounded_.cast.group, "armed-group");
    if (const auto organ = antecedents_.organ_of_spokesman(n))
      return draft.set_side(drafts_[*organ].side, "organ-before");
    if (phrase.is_local) return resolve_local(n);
    const bool may_be_foreign = grounded_.cast.is_contested && *draft.kind == PartyKind::kMilitary;
    if (phrase.serves_state && !is_of_others(draft) && !may_be_foreign) draft.set_side(home_of(n), "home");
  }

  // "the prosecutor's office of Peru"
  void take_from_whole(std::uint32_t n) {
    const Analysis& analysis = analysis_of(drafts_[n]);
    const Token& head = analysis[drafts_[n].phrase.head];
    if (!has_dep(analysis, head, {"poss"})) return;
    const auto whole = draft_at(drafts_, drafts_[n].phrase.block, head.head);
    if (whole && drafts_[*whole].phrase.owner) drafts_[n].set_side(drafts_[*whole].side, "whole");
  }

  // "foreign governments", but "the foreign minister" is one of the state's own.
  static bool is_of_others(const PartyDraft& draft) {
    return draft.phrase.is_foreign && draft.phrase.is_plural && draft.kind != PartyKind::kMinistry;
  }

  // "Residents fled Klow": of the state that holds the place of the sentence, else of the host.
  void resolve_local(std::uint32_t n) {
    PartyDraft& draft = drafts_[n];
    const TokenSpan sentence = sentence_of(analysis_of(draft), draft.phrase.head);
    draft.set_side(state_of_first_place(grounded_, draft.phrase.block, sentence), "place-of-sentence");
    if (!draft.side) draft.set_side(home_of(n), "home");
  }

  // "its ministry", "the country's army", "the Trump administration", "a spokesman for the ministry"
  void take_from_owner(std::uint32_t n, int depth) {
    PartyDraft& draft = drafts_[n];
    const std::uint32_t word = *draft.phrase.owner_word;
    const Analysis& analysis = analysis_of(draft);
    if (is_one_of(analysis.lower(analysis[word]), {"our", "my"})) {
      draft.relation = SpeakerRelation::kOwn;
      return;
    }
    const auto owner = draft_at(drafts_, draft.phrase.block, word);
    if (!owner) {
      if (analysis[word].pos == language::Pos::kPropn)
        draft.set_side(side_of_person(analysis.text(analysis[word]), n, false), "owner");
      return;
    }
    if (depth < kDeepestOwner) resolve(*owner, depth + 1);
    draft.set_side(drafts_[*owner].side, "owner");
  }

  void stand_for(std::uint32_t n, std::uint32_t antecedent, std::string_view rule) {
    PartyDraft& draft = drafts_[n];
    const PartyDraft& other = drafts_[antecedent];
    draft.refers_to = antecedent;
    draft.reference_rule = rule;
    draft.set_side(other.side, rule);
    if (!draft.kind || *draft.kind == PartyKind::kOther) draft.kind = other.kind;
    if (!draft.name) draft.name = other.name;
    if (!draft.office) draft.office = other.office;
    if (!draft.speaks_as) draft.speaks_as = other.speaks_as;
  }

  // "The statement added": whoever made it speaks. A document with its maker beside it is no mention.
  void resolve_document(std::uint32_t n) {
    const auto maker = makers_.of_draft(n);
    if (maker && !makers_.is_told(n)) stand_for(n, *maker, "document");
  }

  void resolve_pronoun(std::uint32_t n) {
    PartyDraft& draft = drafts_[n];
    const Analysis& analysis = analysis_of(draft);
    const std::string_view word = analysis.lower(analysis[draft.phrase.head]);
    if (is_one_of(word, {"we", "our", "us"})) {
      draft.relation = SpeakerRelation::kOwn;
      return;
    }
    if (word == "it" && !acts(analysis, analysis[draft.phrase.head])) return;
    if (const auto antecedent = antecedents_.of_pronoun(n, word)) stand_for(n, *antecedent, "pronoun");
  }

  // "it was reported", "it is late", "it rained" name nobody.
  bool acts(const Analysis& analysis, const Token& pronoun) const {
    if (!has_dep(analysis, pronoun, {"nsubj"}) || pronoun.is_root()) return false;
    return !nouns_.is_verb(PartyVerb::kImpersonal, analysis.lemma(analysis[pronoun.head]));
  }

  // "the ministry", "the foreign minister", "army spokesman": between two states, those who act in the passage have
  // one. Officers, mayors and villagers may be anybody's.
  static bool is_known_organ(const PartyDraft& draft) {
    switch (*draft.kind) {
      case PartyKind::kGovernment:
      case PartyKind::kMinistry:
      case PartyKind::kMilitary:
      case PartyKind::kPolice: return draft.phrase.is_definite || !draft.phrase.is_plural;
      case PartyKind::kPerson: return draft.phrase.noun && draft.phrase.noun->is_highest;
      default: return draft.phrase.is_state_run;
    }
  }

  // The state that an unmarked organ serves: by its passage, the actor of its passage, or the report's host.
  std::optional<std::string> home_of(std::uint32_t n) const {
    const PartyDraft& draft = drafts_[n];
    const ReportCast& cast = grounded_.cast;
    if (auto home = homes_.home(draft.phrase.block, draft.phrase.head)) return home;
    // "officials", "a source": where several states act in a report, of any of them.
    const bool is_vague =
        draft.phrase.name.empty() && (draft.kind == PartyKind::kPerson || draft.kind == PartyKind::kOther);
    if (!cast.dyad) return cast.is_contested && is_vague ? std::nullopt : cast.host;
    if (!is_known_organ(draft)) return std::nullopt;
    if (const auto actor = antecedents_.last_actor(n)) return drafts_[*actor].side;
    return std::nullopt;
  }

  const PartyNouns& nouns_;
  const Leaders& leaders_;
  const GroundedAnalysis& grounded_;
  std::vector<PartyDraft>& drafts_;
  Antecedents antecedents_;
  DocumentMakers makers_;
  PassageHomes homes_;
  PersonMemory people_;
  std::vector<State> state_;
};

}  // namespace

void resolve_parties(const PartyNouns& nouns, const Leaders& leaders, const GroundedAnalysis& grounded,
                     std::vector<PartyDraft>& drafts) {
  Resolver(nouns, leaders, grounded, drafts).run();
}

}  // namespace counterclaim::ground
