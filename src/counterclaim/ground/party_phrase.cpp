#include "counterclaim/ground/party_phrase.h"

#include <algorithm>

#include "counterclaim/ground/noun_phrase.h"
#include "counterclaim/ground/office_titles.h"
#include "counterclaim/ground/person_names.h"
#include "counterclaim/ground/phrase_owner.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using language::Token;

bool is_modifier(const Analysis& analysis, const Token& token) {
  if (!has_dep(analysis, token, {"compound", "amod", "nmod"}) || token.is_root() || token.head <= token.index ||
      !is_noun(analysis[token.head]))
    return false;
  // "the prosecutor's statement", whatever the parser calls it
  return token.pos != Pos::kNoun || analysis.tag(analysis[token.index + 1]) != "POS";
}

class PhraseFinder {
 public:
  PhraseFinder(const PartyNouns& nouns, const PersonNames& names, const GroundedAnalysis& grounded, std::uint32_t block)
      : nouns_(nouns),
        here_(grounded.blocks[block]),
        analysis_(here_.analysis),
        grounded_(grounded),
        block_(block),
        is_name_(names.tokens_of(here_)) {}

  void all(std::vector<PartyPhrase>& found) const {
    for (std::uint32_t token = 0; token < analysis_.size(); ++token) {
      if (!is_head(token)) continue;
      found.push_back(at(token));
      take_in_noun_before(found);
      if (const auto second = second_side(found.back())) found.push_back(joined(found.back(), *second));
    }
  }

 private:
  // "the rebel group Xanadu": the noun is no mention of its own.
  static void take_in_noun_before(std::vector<PartyPhrase>& found) {
    if (found.size() < 2 || !found.back().reference) return;
    const PartyPhrase& noun = found[found.size() - 2];
    if (noun.block != found.back().block || noun.reference || !noun.name.empty()) return;
    if (found.back().tokens.contains(noun.head) && noun.head + 1 == found.back().reference->tokens.begin)
      found.erase(found.end() - 2);
  }

  // "Peru and Chile", where these are the two sides: the head of the second.
  std::optional<std::uint32_t> second_side(const PartyPhrase& first) const {
    if (!first.reference || first.reference->form == PartyForm::kDemonym) return std::nullopt;
    if (!grounded_.cast.is_side(grounded_.party(*first.reference).name)) return std::nullopt;
    const auto second = child_with_dep(analysis_, analysis_[first.head], {"conj"});
    if (!second || *second != first.tokens.end + 1) return std::nullopt;
    const PartyReference* reference = here_.party_at(*second);
    if (!reference || reference->party == first.reference->party) return std::nullopt;
    return grounded_.cast.is_side(grounded_.party(*reference).name) ? second : std::nullopt;
  }

  static PartyPhrase joined(PartyPhrase first, std::uint32_t second) {
    first.tokens.end = second + 1;
    first.is_both = true;
    first.is_plural = true;
    return first;
  }

  PartyPhrase at(std::uint32_t head) const {
    PartyPhrase phrase;
    phrase.block = block_;
    phrase.head = head;
    phrase.tokens = tokens_of(analysis_[head]);
    phrase.is_pronoun = analysis_[head].pos == Pos::kPron;
    phrase.reference = here_.party_at(head);
    phrase.body = here_.body_at(head);
    phrase.is_document = is_utterance(analysis_[head]) && !phrase.reference && !phrase.body;
    if (phrase.is_document) {
      phrase.is_definite = is_definite(phrase.tokens);
    } else if (!phrase.is_pronoun) {
      describe(phrase);
      if (!take_title_apart(phrase)) find_owner(nouns_, is_name_, grounded_, phrase);
    }
    const std::string_view tag = analysis_.tag(analysis_[head]);
    phrase.is_plural = tag == "NNS" || tag == "NNPS" ||
                       is_one_of(analysis_.lower(analysis_[head]), {"they", "them", "their", "police"});
    phrase.is_aside = phrase.reference && is_aside(*phrase.reference, analysis_[head]);
    phrase.is_subject = has_dep(analysis_, analysis_[head], {"nsubj", "nsubjpass"});
    return phrase;
  }

  bool is_head(std::uint32_t index) const {
    const Token& token = analysis_[index];
    if (token.pos == Pos::kPron)
      return is_one_of(analysis_.lower(token),
                       {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "we", "our", "us"});
    if (const PartyReference* reference = here_.party_at(index)) return is_head_of_name(*reference, token);
    if (const BodyReference* body = here_.body_at(index))
      return (token.is_root() || !body->tokens.contains(token.head)) && !is_modifier(analysis_, token) &&
             !is_apposition_of_party(token);
    if (!is_noun(token)) return is_name_[index] && has_dep(analysis_, token, {"nsubj", "nsubjpass"});
    if (is_modifier(analysis_, token)) return is_maker(index);
    if (party_noun_at(nouns_, analysis_, index)) return !is_apposition_of_party(token);
    if (is_utterance(token)) return true;
    const bool named = is_name_[index] || is_head_of_organisation(token) || title_before(index);
    return named && !is_apposition_of_party(token);
  }

  // "a police statement", "an Interior Ministry report": whoever made the document behind.
  bool is_maker(std::uint32_t index) const {
    const Token& token = analysis_[index];
    if (token.head != index + 1 || !nouns_.is_document(analysis_.lemma(analysis_[token.head]))) return false;
    const PartyNoun* noun = party_noun_at(nouns_, analysis_, index);
    return noun && !noun->is_insurgent;  // "rebel figures" may be people
  }

  // "Foreign Affairs" of "the Ministry of Foreign Affairs" is none.
  bool is_head_of_organisation(const Token& token) const {
    if (analysis_.entity_label(token) != "ORG") return false;
    const Token& head = analysis_[token.head];
    return token.is_root() || token.entity != language::EntityPosition::kInside ||
           analysis_.entity_label(head) != "ORG" ||
           !has_dep(analysis_, token, {"pobj", "conj", "compound", "nmod", "amod", "poss"});
  }

  // Where the name begins that ends in capitals behind a title: "General Xyz Abc"; unset where there is no title.
  std::optional<std::uint32_t> title_before(std::uint32_t index) const {
    constexpr std::uint32_t kLongestPersonName = 4;
    std::uint32_t begin = index;
    while (begin > 0 && index - begin < kLongestPersonName && analysis_[begin].pos == Pos::kPropn &&
           !here_.party_at(begin)) {
      if (is_behind_title(nouns_, analysis_, begin)) return begin;
      --begin;
    }
    return std::nullopt;
  }

  // A name is a mention of its own where it is neither an adjective nor a part of another noun's phrase.
  bool is_head_of_name(const PartyReference& reference, const Token& token) const {
    if (!token.is_root() && reference.tokens.contains(token.head)) return false;
    const std::uint32_t next = reference.tokens.end;
    const bool before_hyphen = next < analysis_.size() && analysis_.text(analysis_[next]) == "-";
    if (before_hyphen) return reference.form != PartyForm::kDemonym;
    if (is_modifier(analysis_, token)) return !is_of_party(token);
    if (reference.form == PartyForm::kDemonym)
      return is_noun(token) || analysis_[reference.tokens.end - 1].pos == Pos::kPropn ||
             has_dep(analysis_, token, {"nsubj"});
    return true;
  }

  // Whether a modifier belongs to a noun that is a party: "Peruvian officials".
  bool is_of_party(const Token& token) const {
    const Token& top = top_of(token);
    return is_party(top.index) || (top.index > token.index + 1 && is_maker(top.index - 1));
  }

  const Token& top_of(const Token& token) const {
    const Token* top = &analysis_[token.head];
    for (int step = 0; step < 4 && is_modifier(analysis_, *top); ++step) top = &analysis_[top->head];
    return *top;
  }

  // "in Peru", "a Peruvian bombing". Names ("the Peru border") and owners of documents ("Peruvian claims") are
  // mentions.
  bool is_aside(const PartyReference& reference, const Token& token) const {
    if (reference.form != PartyForm::kDemonym) return is_locative(token);
    return is_modifier(analysis_, token) && !nouns_.is_document(analysis_.lemma(top_of(token)));
  }

  // "in Peru": a place.
  bool is_locative(const Token& token) const {
    if (!has_dep(analysis_, token, {"pobj"})) return false;
    return is_one_of(analysis_.lower(analysis_[token.head]),
                     {"in", "at", "near", "across", "throughout", "inside", "outside", "around", "into", "within"});
  }

  // "Ana Rojas, the minister": one phrase, unless both name parties of their own.
  bool is_apposition_of_party(const Token& token) const {
    if (!has_dep(analysis_, token, {"appos"}) || token.is_root()) return false;
    const Token& head = analysis_[token.head];
    if (head.index > token.index || token.index - head.index > kLongestRight) return false;
    return joins(head, token);
  }

  bool joins(const Token& head, const Token& apposition) const {
    const PartyReference* first = here_.party_at(head.index);
    const PartyReference* second = here_.party_at(apposition.index);
    if (first && second) return first->party == second->party;
    if (is_name_[head.index] && is_name_[apposition.index]) return false;
    if (is_name_[head.index] != is_name_[apposition.index] && (is_several(head) || is_several(apposition)))
      return false;
    return is_party(head.index) && (is_party(apposition.index) || apposition.pos == Pos::kNoun);
  }

  bool is_party(std::uint32_t token) const {
    return here_.party_at(token) || here_.body_at(token) || party_noun_at(nouns_, analysis_, token) ||
           is_name_[token] || analysis_.entity_label(analysis_[token]) == "ORG";
  }

  bool is_several(const Token& token) const { return is_one_of(analysis_.tag(token), {"NNS", "NNPS"}); }

  // "US government" of "a US government report", whose words all hang on the document.
  std::uint32_t begin_of_maker(const Token& maker) const {
    std::uint32_t begin = maker.index;
    const auto is_part = [&](const Token& token) { return is_noun(token) || here_.party_at(token.index); };
    while (begin > analysis_[maker.head].left_edge && maker.index - begin < kLongestLeft &&
           is_part(analysis_[begin - 1]))
      --begin;
    return begin;
  }

  TokenSpan tokens_of(const Token& head) const {
    TokenSpan span = noun_phrase(analysis_, head.index);
    if (is_modifier(analysis_, head) && is_maker(head.index)) span = {begin_of_maker(head), head.index + 1};
    for (const std::uint32_t child : analysis_.children(head)) {
      const Token& token = analysis_[child];
      if (child < head.index || child >= span.end) continue;
      const bool is_other = has_dep(analysis_, token, {"appos"}) && !joins(head, token);
      if (is_other || is_time(token)) span.end = end_before(span, token.left_edge);
    }
    cut_open_bracket(head, span);
    cut_other_party_in_front(head, span);
    // "the Peru-Chile border"
    if (here_.party_at(head.index) && is_modifier(analysis_, head)) span = here_.party_at(head.index)->tokens;
    if (const PartyReference* reference = here_.party_at(head.index)) {
      span.begin = std::min(span.begin, reference->tokens.begin);
      span.end = std::max(span.end, reference->tokens.end);
    }
    span.begin = std::min(span.begin, begin_of_noun_before(span.begin));
    if (const BodyReference* body = here_.body_at(head.index)) {
      span.begin = std::min(span.begin, body->tokens.begin);
      span.end = std::max(span.end, body->tokens.end);
    }
    return span;
  }

  // "the president on Friday"
  bool is_time(const Token& preposition) const {
    if (!has_dep(analysis_, preposition, {"prep"}) || preposition.index + 1 >= analysis_.size()) return false;
    return is_one_of(analysis_.entity_label(analysis_[preposition.index + 1]), {"DATE", "TIME"}) &&
           !is_one_of(analysis_.lower(preposition), {"of", "for", "from"});
  }

  // The end of a phrase that is cut at `end`, without marks.
  std::uint32_t end_before(TokenSpan span, std::uint32_t end) const {
    while (end > span.begin + 1 && analysis_[end - 1].pos == Pos::kPunct) --end;
    return end;
  }

  // "the Shining Path (SP": the bracket closes behind the phrase.
  void cut_open_bracket(const Token& head, TokenSpan& span) const {
    for (std::uint32_t token = span.end; token-- > head.index + 1;) {
      const std::string_view mark = analysis_.text(analysis_[token]);
      if (mark == ")" || mark == "-RRB-") return;
      if (mark == "(" || mark == "-LRB-") span.end = token;
    }
  }

  // "the Chileans, President Ana Rojas": another party that the parser hung in front.
  void cut_other_party_in_front(const Token& head, TokenSpan& span) const {
    for (std::uint32_t token = head.index; token-- > span.begin + 1;) {
      if (analysis_.text(analysis_[token]) == "," && is_party(token - 1)) span.begin = token + 1;
    }
  }

  // "Peru's ally Chile", where the parser hangs the name elsewhere: where the noun's phrase begins.
  std::uint32_t begin_of_noun_before(std::uint32_t begin) const {
    if (begin == 0 || !here_.party_at(begin)) return begin;
    const Token& noun = analysis_[begin - 1];
    const bool beside =
        noun.pos == Pos::kNoun && analysis_.tag(noun) == "NN" && noun.sentence == analysis_[begin].sentence;
    if (!beside || noun.right_edge > begin || here_.party_at(begin)->form == PartyForm::kDemonym) return begin;
    return noun.index - noun.left_edge < kLongestLeft ? noun.left_edge : begin;
  }

  bool is_utterance(const Token& token) const {
    return token.pos == Pos::kNoun && nouns_.is_utterance(analysis_.lemma(token));
  }

  bool is_definite(TokenSpan tokens) const {
    return is_one_of(analysis_.lower(analysis_[tokens.begin]), {"the", "this", "that", "these", "those"});
  }

  void describe(PartyPhrase& phrase) const {
    find_name(phrase);
    find_noun(phrase);
    phrase.is_definite = is_definite(phrase.tokens) && !is_long_name(phrase);
    if (phrase.noun && !phrase.reference && phrase.name.empty()) phrase.is_both = counts_both(phrase.tokens);
    phrase.is_state_run = is_state_run(phrase);
    if (!phrase.noun) return;
    phrase.serves_state = phrase.noun->serves_state;
    phrase.is_local = phrase.noun->is_local;
    for (std::uint32_t token = phrase.noun_token; token-- > phrase.tokens.begin && !phrase.name.contains(token);) {
      const std::string_view word = analysis_.lower(analysis_[token]);
      phrase.serves_state |= nouns_.is_of_service(word);
      phrase.is_foreign |= nouns_.is_foreign(word);
      phrase.is_local |= word == "local" && phrase.noun->is_person;
    }
  }

  // "state-run", "state television", "the official agency"
  bool is_state_run(const PartyPhrase& phrase) const {
    const bool medium = phrase.noun && phrase.noun->kind == record::PartyKind::kMedium;
    const bool name = phrase.body || (phrase.noun && !phrase.noun->is_person) ||
                      analysis_.entity_label(analysis_[phrase.head]) == "ORG";
    for (std::uint32_t token = phrase.tokens.begin; token < phrase.head && (medium || name); ++token) {
      const std::string_view word = analysis_.text(analysis_[token]);
      if (medium && is_one_of(word, {"official", "state"})) return true;
      if (is_one_of(word, {"state", "government"}) && analysis_.text(analysis_[token + 1]) == "-") return true;
    }
    return false;
  }

  // "The Associated Press"
  bool is_long_name(const PartyPhrase& phrase) const {
    const Token& head = analysis_[phrase.head];
    return head.pos == Pos::kPropn && analysis_.entity_label(head) == "ORG" && phrase.noun &&
           !phrase.noun->serves_state && phrase.tokens.size() > 2;
  }

  // "both sides", "each side", "all sides", "the two countries"
  bool counts_both(TokenSpan tokens) const {
    const std::string_view first = analysis_.lower(analysis_[tokens.begin]);
    if (is_one_of(first, {"both", "each"})) return true;
    if (first == "all" && tokens.size() > 1 && analysis_.lower(analysis_[tokens.begin + 1]) == "sides") return true;
    return first == "the" && tokens.size() > 2 && analysis_.lower(analysis_[tokens.begin + 1]) == "two";
  }

  // The name at the head, right behind it, or in apposition: "Ana Rojas, minister", "villager Pedro Lima".
  void find_name(PartyPhrase& phrase) const {
    if ((phrase.reference && phrase.reference->form != PartyForm::kDemonym) || phrase.body) return;
    if (take_name_at(phrase, phrase.head)) return;
    if (phrase.head + 1 < phrase.tokens.end && take_name_at(phrase, phrase.head + 1)) return;
    for (const std::uint32_t child : analysis_.children(analysis_[phrase.head])) {
      if (child >= phrase.tokens.end) break;
      if (child > phrase.head && has_dep(analysis_, analysis_[child], {"appos"}) && take_name_at(phrase, child)) return;
    }
    take_capitals_behind_title(phrase);
  }

  // The run of a name's words around `token`, without titles that the recogniser takes into it.
  bool take_name_at(PartyPhrase& phrase, std::uint32_t token) const {
    const auto belongs = [&](std::uint32_t at) {
      return is_name_[at] && !party_noun_at(nouns_, analysis_, at) && analysis_.tag(analysis_[at]) != "POS";
    };
    if (!belongs(token) || here_.party_at(token)) return false;
    TokenSpan name{token, token + 1};
    while (name.begin > phrase.tokens.begin && analysis_[name.begin].entity == language::EntityPosition::kInside &&
           belongs(name.begin - 1) && !here_.party_at(name.begin - 1))
      --name.begin;
    while (name.end < phrase.tokens.end && analysis_[name.end].entity == language::EntityPosition::kInside &&
           belongs(name.end))
      ++name.end;
    if (const auto begin = title_before(name.begin)) name.begin = *begin;
    phrase.name = name;
    return true;
  }

  // "ambassador to Peru Ana Rojas": the name is of whoever has the title in front.
  bool take_title_apart(PartyPhrase& phrase) const {
    if (!phrase.name.contains(phrase.head)) return false;
    const auto title = title_apart(nouns_, here_, phrase.tokens, phrase.name);
    if (!title) return false;
    phrase.tokens.begin = phrase.name.begin;
    phrase.noun = party_noun_at(nouns_, analysis_, *title);
    phrase.noun_token = *title;
    phrase.owner_word = title;
    return true;
  }

  // "Prime Minister Xyz Abc", where the recogniser sees no person.
  void take_capitals_behind_title(PartyPhrase& phrase) const {
    if (here_.party_at(phrase.head) || party_noun_at(nouns_, analysis_, phrase.head)) return;
    if (const auto begin = title_before(phrase.head)) phrase.name = {*begin, phrase.head + 1};
  }

  static bool is_organ(record::PartyKind kind) {
    return kind == record::PartyKind::kMinistry || kind == record::PartyKind::kMilitary ||
           kind == record::PartyKind::kPolice;
  }

  // The noun at the head, or the title in front of a name, or the one in apposition.
  void find_noun(PartyPhrase& phrase) const {
    const bool head_is_name = phrase.name.contains(phrase.head);
    const auto take = [&](std::uint32_t token) {
      phrase.noun = party_noun_at(nouns_, analysis_, token);
      // "King Nut Company", "Senate Bill 9": before a name of something else a title or an office is a part of it.
      const bool is_other = phrase.noun && token < phrase.head && !head_is_name && !is_organ(phrase.noun->kind);
      if (is_other) phrase.noun = nullptr;
      if (phrase.noun) phrase.noun_token = token;
      return phrase.noun != nullptr;
    };
    if ((phrase.reference && phrase.reference->form != PartyForm::kDemonym) || phrase.body) return;
    if (!head_is_name && take(phrase.head)) return;
    for (std::uint32_t token = head_is_name ? phrase.name.begin : phrase.head; token-- > phrase.tokens.begin;) {
      if (take(token)) return;
    }
    // "resident Ana Rojas", where the tagger sees an adjective.
    if (head_is_name && phrase.name.begin > phrase.tokens.begin) {
      phrase.noun = nouns_.find(analysis_.lower(analysis_[phrase.name.begin - 1]));
      phrase.noun_token = phrase.name.begin - 1;
      if (phrase.noun) return;
    }
    if (const auto apposition = child_with_dep(analysis_, analysis_[phrase.head], {"appos"})) {
      if (*apposition < phrase.tokens.end) take(*apposition);
    }
  }

  const PartyNouns& nouns_;
  const GroundedBlock& here_;
  const Analysis& analysis_;
  const GroundedAnalysis& grounded_;
  std::uint32_t block_;
  std::vector<bool> is_name_;  // of each token: whether it is part of a person's name
};

// "Ana King", "Mr. King"
bool is_end_of_name(const Analysis& analysis, const Token& token) {
  if (token.pos != Pos::kPropn || token.index == 0 || analysis.entity_label(token) != "PERSON") return false;
  const bool goes_on = token.index + 1 < analysis.size() &&
                       analysis[token.index + 1].entity == language::EntityPosition::kInside &&
                       analysis.tag(analysis[token.index + 1]) != "POS";
  if (goes_on) return false;
  return token.entity == language::EntityPosition::kInside ||
         is_one_of(analysis.lower(analysis[token.index - 1]), {"mr.", "mrs.", "ms.", "mr", "mrs", "ms"});
}

}  // namespace

const PartyNoun* party_noun_at(const PartyNouns& nouns, const Analysis& analysis, std::uint32_t token) {
  const Token& there = analysis[token];
  if (!is_noun(there) || is_end_of_name(analysis, there)) return nullptr;
  if (const PartyNoun* noun = nouns.find(analysis.lemma(there))) return noun;
  const std::string_view lower = analysis.lower(there);
  if (const PartyNoun* noun = nouns.find(lower)) return noun;
  if (lower.ends_with("s")) return nouns.find(lower.substr(0, lower.size() - 1));
  return nullptr;
}

std::vector<PartyPhrase> party_phrases(const PartyNouns& nouns, const Leaders& leaders,
                                       const GroundedAnalysis& grounded) {
  const PersonNames names(nouns, leaders, grounded);
  std::vector<PartyPhrase> found;
  for (std::uint32_t block = 0; block < grounded.blocks.size(); ++block)
    PhraseFinder(nouns, names, grounded, block).all(found);
  return found;
}

}  // namespace counterclaim::ground
