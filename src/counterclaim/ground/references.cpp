#include "counterclaim/ground/references.h"

#include <algorithm>
#include <unordered_set>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using language::Token;
using record::PartyKind;

constexpr const char* kBoth = "both";
constexpr std::uint32_t kReach = 48;           // mentions that a reference may reach back
constexpr std::uint32_t kBlocksOfPronoun = 2;  // blocks back
constexpr int kLongestPath = 12;

bool is_body(PartyKind kind) {
  switch (kind) {
    case PartyKind::kPerson:
    case PartyKind::kPopulation:
    case PartyKind::kOther: return false;
    default: return true;
  }
}

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

class Resolver {
 public:
  Resolver(const GroundedAnalysis& grounded, const Leaders& leaders, std::vector<PartyDraft>& drafts)
      : grounded_(grounded), leaders_(leaders), drafts_(drafts), state_(drafts.size(), State::kOpen) {}

  void run() {
    find_homes();
    for (PartyDraft& draft : drafts_) read_own_words(draft);
    learn_people();
    for (std::uint32_t n = 0; n < drafts_.size(); ++n) resolve(n, 0);
  }

 private:
  enum class State : std::uint8_t { kOpen, kBusy, kDone };

  const GroundedBlock& block_of(const PartyDraft& draft) const { return grounded_.blocks[draft.phrase.block]; }
  const Analysis& analysis_of(const PartyDraft& draft) const { return block_of(draft).analysis; }

  std::string text(const PartyDraft& draft, TokenSpan tokens) const {
    return std::string(analysis_of(draft).text(tokens));
  }

  // A private medium or organisation speaks for nobody but itself.
  std::optional<std::string> side_of(const PartyReference& reference) const {
    const Party& party = grounded_.party(reference);
    if (party.kind == PartyKind::kMedium) return std::nullopt;
    return party.name;
  }

  static void set_side(PartyDraft& draft, std::optional<std::string> side, std::string_view rule) {
    if (!side) return;
    draft.side = std::move(side);
    draft.side_rule = rule;
  }

  // --- the party that a passage is about

  void find_homes() {
    homes_.resize(grounded_.blocks.size());
    std::optional<std::string> section;
    for (std::uint32_t block = 0; block < grounded_.blocks.size(); ++block) {
      if (const auto heading = party_of_heading(block)) section = *heading;
      homes_[block] = section;
      if (auto label = party_of_label(block)) {
        homes_[block] = std::move(label);
        labelled_.insert(block);
      }
    }
  }

  // The only party of a short heading: "Peru", "Reactions in Peru"; "" for a heading of another kind; unset for text.
  std::optional<std::optional<std::string>> party_of_heading(std::uint32_t block) const {
    const GroundedBlock& here = grounded_.blocks[block];
    const bool heading = grounded_.document->blocks[block].kind == record::BlockKind::kHeading;
    if (!heading || block == 0) return std::nullopt;
    constexpr std::uint32_t kLongestHeading = 4;
    if (here.parties.size() != 1 || here.analysis.size() > kLongestHeading) return std::optional<std::string>();
    return side_of(here.parties.front());
  }

  // "Peru – The minister said …": a party before a dash or colon at the beginning.
  std::optional<std::string> party_of_label(std::uint32_t block) const {
    const GroundedBlock& here = grounded_.blocks[block];
    constexpr std::uint32_t kFarthest = 5;
    if (here.parties.empty() || here.parties.front().tokens.end > kFarthest) return std::nullopt;
    const std::uint32_t next = here.parties.front().tokens.end;
    if (next + 1 >= here.analysis.size()) return std::nullopt;
    const bool mark = is_one_of(here.analysis.text(here.analysis[next]), {"–", "—", ":"});
    return mark ? side_of(here.parties.front()) : std::nullopt;
  }

  // --- what the phrase itself tells

  void read_own_words(PartyDraft& draft) const {
    const PartyPhrase& phrase = draft.phrase;
    if (phrase.noun) {
      draft.kind = phrase.noun->kind;
      draft.speaks_as = phrase.noun->speaks_as;
    }
    if (!phrase.name.empty()) {
      draft.kind = PartyKind::kPerson;
      draft.name = text(draft, phrase.name);
      draft.office = office_of(draft);
    }
    if (phrase.is_both) {
      if (phrase.reference) draft.kind = PartyKind::kState;
      return set_side(draft, kBoth, "both");
    }
    if (phrase.body) {
      const Body& body = grounded_.lexicon->bodies()[phrase.body->body];
      draft.kind = body.kind;
      draft.speaks_as = source_kind_of(body.kind);
      draft.name = body.name;
    }
    if (phrase.reference) {
      const Party& party = grounded_.party(*phrase.reference);
      const bool people = phrase.reference->form == PartyForm::kDemonym;
      if (!phrase.body) {
        const bool of_state = party.kind == PartyKind::kState || party.kind == PartyKind::kPopulation;
        draft.kind = people && of_state && !phrase.is_aside ? PartyKind::kPopulation : party.kind;
        if (phrase.reference->form == PartyForm::kSeat) draft.kind = PartyKind::kGovernment;
        if (!people) draft.name = party.name;
      }
      return set_side(draft, side_of(*phrase.reference), people ? "demonym" : "name");
    }
    if (!draft.kind && analysis_of(draft).entity_label(analysis_of(draft)[phrase.head]) == "ORG")
      draft.kind = PartyKind::kOrganisation;
    if (phrase.second_owner) {
      const ReportCast& cast = grounded_.cast;
      const bool sides =
          cast.is_side(grounded_.party(*phrase.owner).name) && cast.is_side(grounded_.party(*phrase.second_owner).name);
      return set_side(draft, sides ? std::optional<std::string>(kBoth) : std::nullopt, phrase.owner_rule);
    }
    if (phrase.owner) return set_side(draft, side_of(*phrase.owner), phrase.owner_rule);
    if (phrase.is_person()) set_side(draft, state_of_place(draft), "place");
  }

  // "a journalist from the Klow region", "villagers of Klow", "officials in Klow": the state that holds the place.
  std::optional<std::string> state_of_place(const PartyDraft& draft) const {
    const PartyPhrase& phrase = draft.phrase;
    const Analysis& analysis = analysis_of(draft);
    for (const std::uint32_t child : analysis.children(analysis[phrase.head])) {
      if (child < phrase.head || child >= phrase.tokens.end || !has_dep(analysis, analysis[child], {"prep"})) continue;
      const std::string_view word = analysis.lower(analysis[child]);
      const bool belongs = is_one_of(word, {"of", "from"});
      const bool serves =
          phrase.name.empty() && is_one_of(word, {"in", "at", "near"}) && (phrase.serves_state || phrase.is_local);
      if (belongs || serves) return state_of(first_place_within(draft, {child + 1, phrase.tokens.end}));
    }
    return state_of_residence(draft);
  }

  // "Ana Rojas, who lives in Klow"
  std::optional<std::string> state_of_residence(const PartyDraft& draft) const {
    const Analysis& analysis = analysis_of(draft);
    const auto clause = child_with_dep(analysis, analysis[draft.phrase.head], {"relcl"});
    if (!clause || !is_one_of(analysis.lemma(analysis[*clause]), {"live", "reside"})) return std::nullopt;
    constexpr std::uint32_t kNear = 6;
    const TokenSpan behind{*clause + 1, std::min(*clause + kNear, analysis.size())};
    if (const PartyReference* party = block_of(draft).first_party_within(behind)) return side_of(*party);
    return state_of(first_place_within(draft, behind));
  }

  const GroundedPlace* first_place_within(const PartyDraft& draft, TokenSpan tokens) const {
    const std::vector<GroundedPlace>& places = block_of(draft).places;
    const auto found =
        std::lower_bound(places.begin(), places.end(), tokens.begin,
                         [](const GroundedPlace& place, std::uint32_t begin) { return place.tokens.begin < begin; });
    return found != places.end() && found->tokens.end <= tokens.end ? &*found : nullptr;
  }

  std::optional<std::string> state_of(const GroundedPlace* place) const {
    if (!place || !place->mention.country || !place->mention.claimed_by.empty()) return std::nullopt;
    for (const Party& party : grounded_.lexicon->parties()) {
      if (party.country_code == *place->mention.country) return party.name;
    }
    return std::nullopt;
  }

  // "Prime Minister": from behind the party's name up to the noun, or to the person's name.
  std::optional<std::string> office_of(const PartyDraft& draft) const {
    const PartyPhrase& phrase = draft.phrase;
    if (!phrase.noun || !phrase.noun->is_office) return std::nullopt;
    const Analysis& analysis = analysis_of(draft);
    std::uint32_t begin = phrase.noun_token;
    while (begin > 0 && !block_of(draft).party_at(begin - 1) && !phrase.name.contains(begin - 1) &&
           (is_noun(analysis[begin - 1]) || analysis[begin - 1].pos == Pos::kAdj))
      --begin;
    TokenSpan office{begin, phrase.noun_token + 1};
    if (phrase.noun_token < phrase.name.begin) {
      office.end = phrase.name.begin;
      while (office.end > office.begin + 1 && analysis[office.end - 1].pos == Pos::kPunct) --office.end;
    }
    return text(draft, office);
  }

  void learn_people() {
    for (std::uint32_t n = 0; n < drafts_.size(); ++n) {
      const PartyDraft& draft = drafts_[n];
      if (!draft.phrase.name.empty()) people_.learn(*draft.name, n, draft.side, draft.office);
    }
  }

  // --- whom it stands for

  void resolve(std::uint32_t n, int depth) {
    if (state_[n] != State::kOpen) return;
    state_[n] = State::kBusy;
    PartyDraft& draft = drafts_[n];
    const PartyPhrase& phrase = draft.phrase;
    if (!draft.side && !phrase.second_owner) {
      if (phrase.is_pronoun)
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
    if (!draft.side) set_side(draft, drafts_[person->mention].side, "person-met");
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
    if (phrase.owner_word && !phrase.owner) {
      take_from_owner(n, depth);
      if (draft.side || draft.relation != SpeakerRelation::kNone) return;
    }
    if (phrase.noun && phrase.noun->is_opponent) {
      draft.relation = SpeakerRelation::kOpponent;
      return;
    }
    if (phrase.is_state_run) return set_side(draft, home_of(n), "state-run");
    if (!phrase.name.empty()) {
      set_side(draft, side_of_person(*draft.name, n, phrase.noun && phrase.noun->serves_state), "person-known");
      if (draft.side) return;
    }
    if (!phrase.noun) return;
    if (!phrase.name.empty() && drafts_[people_.find(*draft.name, n)->mention].side) return;
    const bool by_noun = phrase.name.empty() || phrase.noun_token < phrase.name.begin;
    if (by_noun && (phrase.is_definite || (phrase.noun->is_insurgent && phrase.is_plural))) {
      if (const auto antecedent = antecedent_of_noun(n)) return stand_for(n, *antecedent, "same-noun");
    }
    const bool in_office = phrase.serves_state || phrase.noun->speaks_as == record::SourceKind::kOfficial;
    if (in_office && labelled_.contains(phrase.block)) return set_side(draft, home_of(n), "labelled-passage");
    if (phrase.owner_word) return;
    if (phrase.noun->is_insurgent && (phrase.is_definite || phrase.is_plural))
      return set_side(draft, grounded_.cast.group, "armed-group");
    if (const auto organ = organ_of(n)) return set_side(draft, drafts_[*organ].side, "organ-before");
    if (phrase.is_local) return resolve_local(n);
    const bool may_be_foreign = grounded_.cast.is_contested && *draft.kind == PartyKind::kMilitary;
    if (phrase.serves_state && !may_be_foreign) set_side(draft, home_of(n), "home");
  }

  // "Residents fled Klow": of the state that holds the place of the sentence, else of the host.
  void resolve_local(std::uint32_t n) {
    PartyDraft& draft = drafts_[n];
    const Analysis& analysis = analysis_of(draft);
    const GroundedPlace* place = first_place_within(draft, sentence_of(analysis, draft.phrase.head));
    const bool is_part = place && place->mention.kind != record::PlaceKind::kCountry;
    if (is_part) set_side(draft, state_of(place), "place-of-sentence");
    if (!draft.side) set_side(draft, home_of(n), "home");
  }

  // "The Peruvian army said … An army spokesman added", "A spokesman added": the organ named before in the passage.
  std::optional<std::uint32_t> organ_of(std::uint32_t n) const {
    const PartyDraft& draft = drafts_[n];
    const Analysis& analysis = analysis_of(draft);
    const bool speaks_for = analysis.lemma(analysis[draft.phrase.noun_token]).starts_with("spokes");
    const std::uint32_t word = draft.phrase.noun_token;
    const bool modified = word > draft.phrase.tokens.begin && is_noun(analysis[word - 1]);
    if (!speaks_for) return std::nullopt;
    for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
      const PartyDraft& other = drafts_[back];
      if (other.phrase.block != draft.phrase.block) break;
      if (!other.side || other.side == kBoth || block_of(other).is_quoted(other.phrase.head)) continue;
      if (modified
              ? has_word(other, analysis.lower(analysis[word - 1])) && is_body(other.kind.value_or(PartyKind::kOther))
              : rank_of(other) == 0 && is_body(other.kind.value_or(PartyKind::kOther)))
        return back;
    }
    return std::nullopt;
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
    const auto owner = draft_at(draft.phrase.block, word);
    if (!owner) {
      if (analysis.entity_label(analysis[word]) == "PERSON")
        set_side(draft, side_of_person(analysis.text(analysis[word]), n, false), "owner");
      return;
    }
    if (depth < 4) resolve(*owner, depth + 1);
    set_side(draft, drafts_[*owner].side, "owner");
  }

  std::optional<std::uint32_t> draft_at(std::uint32_t block, std::uint32_t head) const {
    const auto found = std::lower_bound(drafts_.begin(), drafts_.end(), std::pair(block, head),
                                        [](const PartyDraft& draft, const std::pair<std::uint32_t, std::uint32_t>& at) {
                                          return std::pair(draft.phrase.block, draft.phrase.head) < at;
                                        });
    if (found == drafts_.end() || found->phrase.block != block || found->phrase.head != head) return std::nullopt;
    return static_cast<std::uint32_t>(found - drafts_.begin());
  }

  void stand_for(std::uint32_t n, std::uint32_t antecedent, std::string_view rule) {
    PartyDraft& draft = drafts_[n];
    const PartyDraft& other = drafts_[antecedent];
    draft.refers_to = antecedent;
    draft.reference_rule = rule;
    set_side(draft, other.side, rule);
    if (!draft.kind || *draft.kind == PartyKind::kOther) draft.kind = other.kind;
    if (!draft.name) draft.name = other.name;
    if (!draft.office) draft.office = other.office;
    if (!draft.speaks_as) draft.speaks_as = other.speaks_as;
  }

  // --- pronouns

  void resolve_pronoun(std::uint32_t n) {
    PartyDraft& draft = drafts_[n];
    const Analysis& analysis = analysis_of(draft);
    const std::string_view word = analysis.lower(analysis[draft.phrase.head]);
    if (is_one_of(word, {"we", "our", "us"})) {
      draft.relation = SpeakerRelation::kOwn;
      return;
    }
    if (word == "it" && !acts(analysis, analysis[draft.phrase.head])) return;
    if (const auto antecedent = antecedent_of_pronoun(n, word)) stand_for(n, *antecedent, "pronoun");
  }

  // "it was reported", "it is late", "it rained" name nobody.
  static bool acts(const Analysis& analysis, const Token& pronoun) {
    if (!has_dep(analysis, pronoun, {"nsubj"}) || pronoun.is_root()) return false;
    return !is_one_of(analysis.lemma(analysis[pronoun.head]),
                      {"be", "seem", "appear", "become", "happen", "turn", "take", "rain", "snow", "remain", "emerge"});
  }

  bool pronoun_agrees(std::string_view word, const PartyDraft& other) const {
    const PartyPhrase& phrase = other.phrase;
    if (phrase.is_pronoun && !other.refers_to) return false;
    if (is_one_of(word, {"he", "she", "him", "her", "his"}))
      return !phrase.is_plural && other.kind == PartyKind::kPerson && other.side != kBoth;
    if (!other.kind) return false;
    if (is_one_of(word, {"it", "its"})) return !phrase.is_plural && is_body(*other.kind) && other.side != kBoth;
    return phrase.is_plural || other.side == kBoth || (is_body(*other.kind) && other.kind != PartyKind::kMedium);
  }

  std::optional<std::uint32_t> antecedent_of_pronoun(std::uint32_t n, std::string_view word) const {
    const PartyDraft& draft = drafts_[n];
    const Analysis& analysis = analysis_of(draft);
    const Token& pronoun = analysis[draft.phrase.head];
    const bool quoted = block_of(draft).is_quoted(draft.phrase.head);
    std::optional<std::uint32_t> best;
    int best_rank = 0;
    for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
      const PartyDraft& other = drafts_[back];
      if (other.phrase.block + kBlocksOfPronoun < draft.phrase.block) break;
      // A sentence that has one decides; within it the subject of the highest clause, then the first.
      if (best && !in_one_sentence(drafts_[*best], other)) break;
      if (other.phrase.is_aside) continue;
      // Whom the same pronoun stood for before could not be told.
      if (!best && is_lost_pronoun(word, other) && !in_one_sentence(draft, other)) return std::nullopt;
      if (!pronoun_agrees(word, other)) continue;
      if (!quoted && block_of(other).is_quoted(other.phrase.head)) continue;
      if (other.phrase.block == draft.phrase.block && is_said_by(analysis, pronoun, other.phrase.head)) continue;
      const int rank = rank_of(other);
      if (other.phrase.block != draft.phrase.block && (rank > 0 || !is_running_text(other.phrase.block))) continue;
      if (!best || rank <= best_rank) {
        best = back;
        best_rank = rank;
      }
    }
    return best;
  }

  bool is_running_text(std::uint32_t block) const {
    const record::BlockKind kind = grounded_.document->blocks[block].kind;
    return kind == record::BlockKind::kParagraph || kind == record::BlockKind::kListItem;
  }

  bool is_lost_pronoun(std::string_view word, const PartyDraft& other) const {
    const Analysis& analysis = analysis_of(other);
    return other.phrase.is_pronoun && !other.refers_to && rank_of(other) == 0 &&
           analysis.lower(analysis[other.phrase.head]) == word;
  }

  bool in_one_sentence(const PartyDraft& a, const PartyDraft& b) const {
    if (a.phrase.block != b.phrase.block) return false;
    const Analysis& analysis = analysis_of(a);
    return same_sentence(analysis[a.phrase.head], analysis[b.phrase.head]);
  }

  // Whether `other` stands in what the pronoun's verb says: `"Rojas left," she said`.
  static bool is_said_by(const Analysis& analysis, const Token& pronoun, std::uint32_t other) {
    if (!has_dep(analysis, pronoun, {"nsubj"})) return false;
    std::uint32_t token = other;
    for (int step = 0; step < kLongestPath && !analysis[token].is_root(); ++step) {
      if (analysis[token].head == pronoun.head) return has_dep(analysis, analysis[token], {"ccomp"});
      token = analysis[token].head;
    }
    return false;
  }

  // 0: subject of the sentence; 1: other subject; 2: anything else.
  int rank_of(const PartyDraft& draft) const {
    if (!draft.phrase.is_subject) return 2;
    const Analysis& analysis = analysis_of(draft);
    return analysis[first_conjunct(analysis, analysis[draft.phrase.head].head)].is_root() ? 0 : 1;
  }

  // --- short forms

  // The last mention that a noun with "the" may take up. Between two sides the one who acts in the passage counts more
  // than an organ named before.
  std::optional<std::uint32_t> antecedent_of_noun(std::uint32_t n) const {
    const PartyDraft& draft = drafts_[n];
    // Of several of one kind the one who acts is more likely meant.
    if (!draft.phrase.is_plural) {
      if (const auto actor = antecedent_of_noun(n, 1)) return actor;
    }
    return antecedent_of_noun(n, 2);
  }

  std::optional<std::uint32_t> antecedent_of_noun(std::uint32_t n, int worst_rank) const {
    const PartyDraft& draft = drafts_[n];
    for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
      const PartyDraft& other = drafts_[back];
      if (other.phrase.is_pronoun || rank_of(other) > worst_rank || !may_take_up(draft, other)) continue;
      if (grounded_.cast.dyad && draft.phrase.serves_state) {
        const auto actor = last_actor(n);
        if (actor && *actor > back && drafts_[*actor].side != other.side) return std::nullopt;
      }
      return back;
    }
    return std::nullopt;
  }

  bool may_take_up(const PartyDraft& draft, const PartyDraft& other) const {
    const Analysis& analysis = analysis_of(draft);
    const std::string_view lemma = analysis.lemma(analysis[draft.phrase.noun_token]);
    if (other.side == kBoth || !other.kind) return false;
    if (is_one_of(lemma, {"country", "nation", "republic", "state"})) return other.kind == PartyKind::kState;
    if (!other.side && other.kind != PartyKind::kOrganisation && other.kind != PartyKind::kMedium) return false;
    if (is_one_of(lemma, {"group", "movement", "faction", "organisation", "organization", "network"}))
      return is_named(other) && (!other.phrase.is_plural || other.kind == PartyKind::kArmedGroup) &&
             (other.kind == PartyKind::kArmedGroup || other.kind == PartyKind::kOrganisation);
    if (other.phrase.is_aside) return false;
    if (is_one_of(lemma, {"coalition", "alliance", "bloc"})) return other.kind == PartyKind::kAlliance;
    if (draft.phrase.noun->is_insurgent && other.kind == PartyKind::kArmedGroup)
      return same_noun(draft, other) || other.side == grounded_.cast.group || !grounded_.cast.group;
    if (draft.phrase.noun->kind == PartyKind::kMedium)
      return other.kind == PartyKind::kMedium && !other.phrase.is_plural && modifiers_agree(draft, other);
    return same_noun(draft, other) && draft.phrase.is_plural == other.phrase.is_plural && modifiers_agree(draft, other);
  }

  bool is_named(const PartyDraft& draft) const {
    const Analysis& analysis = analysis_of(draft);
    return draft.phrase.reference || analysis.entity_label(analysis[draft.phrase.head]) == "ORG";
  }

  bool same_noun(const PartyDraft& a, const PartyDraft& b) const {
    return b.phrase.noun && a.phrase.noun == b.phrase.noun && noun_key(a) == noun_key(b);
  }

  std::string_view noun_key(const PartyDraft& draft) const {
    const Analysis& analysis = analysis_of(draft);
    const Token& noun = analysis[draft.phrase.noun_token];
    return noun.pos == Pos::kPropn ? analysis.lower(noun) : analysis.lemma(noun);
  }

  // "the foreign ministry" takes up "Peru's Foreign Ministry" and "the Ministry of Foreign Affairs", not another.
  bool modifiers_agree(const PartyDraft& draft, const PartyDraft& other) const {
    const Analysis& analysis = analysis_of(draft);
    for (std::uint32_t token = draft.phrase.tokens.begin; token < draft.phrase.tokens.end; ++token) {
      if (analysis[token].pos == Pos::kPunct || draft.phrase.name.contains(token)) break;
      if (token == draft.phrase.noun_token || !is_content(analysis[token])) continue;
      if (!has_word(other, analysis.lower(analysis[token]))) return false;
    }
    return true;
  }

  static bool is_content(const Token& token) { return is_noun(token) || token.pos == Pos::kAdj; }

  bool has_word(const PartyDraft& draft, std::string_view word) const {
    const Analysis& analysis = analysis_of(draft);
    for (std::uint32_t token = draft.phrase.tokens.begin; token < draft.phrase.tokens.end; ++token) {
      const std::string_view there = analysis.lower(analysis[token]);
      // "defence" and "defense"
      if (there == word || (there.size() == word.size() && there.starts_with("defen") && word.starts_with("defen")))
        return true;
    }
    return false;
  }

  // --- the state that an unmarked organ serves

  // "In Peru, the ministry reported …"
  std::optional<std::string> fronted_state(const PartyDraft& draft) const {
    const GroundedBlock& here = block_of(draft);
    const std::uint32_t begin = sentence_of(here.analysis, draft.phrase.head).begin;
    if (here.analysis.lower(here.analysis[begin]) != "in") return std::nullopt;
    for (std::uint32_t token = begin + 1; token < std::min(begin + 3, draft.phrase.head); ++token) {
      if (const PartyReference* party = here.party_at(token)) return side_of(*party);
    }
    return std::nullopt;
  }

  std::optional<std::string> home_of(std::uint32_t n) const {
    const PartyDraft& draft = drafts_[n];
    const ReportCast& cast = grounded_.cast;
    if (auto fronted = fronted_state(draft)) return fronted;
    if (homes_[draft.phrase.block]) return homes_[draft.phrase.block];
    // "officials", "a source": where several states act in a report, of any of them.
    const bool is_vague = draft.phrase.name.empty() && (draft.kind == PartyKind::kPerson || draft.kind == PartyKind::kOther);
    if (!cast.dyad) return cast.is_contested && is_vague ? std::nullopt : cast.host;
    if (const auto actor = last_actor(n)) return drafts_[*actor].side;
    if (is_vague) return std::nullopt;
    for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
      const PartyDraft& other = drafts_[back];
      if (other.phrase.block + 2 < draft.phrase.block) break;
      if (other.side && cast.is_side(*other.side)) return other.side;
    }
    return std::nullopt;
  }

  // The last subject of the passage, outside of quotations, that is of one of the two sides.
  std::optional<std::uint32_t> last_actor(std::uint32_t n) const {
    const PartyDraft& draft = drafts_[n];
    for (std::uint32_t back = n; back-- > 0 && n - back <= kReach;) {
      const PartyDraft& other = drafts_[back];
      if (other.phrase.block != draft.phrase.block) break;
      if (!other.side || !grounded_.cast.is_side(*other.side) || rank_of(other) > 0) continue;
      if (!block_of(other).is_quoted(other.phrase.head)) return back;
    }
    return std::nullopt;
  }

  const GroundedAnalysis& grounded_;
  const Leaders& leaders_;
  std::vector<PartyDraft>& drafts_;
  std::vector<State> state_;
  PersonMemory people_;
  std::vector<std::optional<std::string>> homes_;  // of each block
  std::unordered_set<std::uint32_t> labelled_;     // blocks that begin with their party
};

}  // namespace

void resolve_parties(const GroundedAnalysis& grounded, const Leaders& leaders, std::vector<PartyDraft>& drafts) {
  Resolver(grounded, leaders, drafts).run();
}

}  // namespace counterclaim::ground
