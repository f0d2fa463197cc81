#include "counterclaim/extract/counted_phrase.h"

#include <algorithm>

#include "counterclaim/base/ascii.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::has_dep;
using ground::NumberMention;
using language::Analysis;
using language::Pos;
using language::Token;

constexpr std::uint32_t kReach = 7;       // tokens between a number and its noun
constexpr std::uint32_t kTreeReach = 12;  // … where the tree joins them

class PhraseFinder {
 public:
  PhraseFinder(const BlockView& view, const NumberMention& number)
      : view_(view), analysis_(view.analysis()), number_(number) {}

  CountedPhrase find() const {
    CountedPhrase phrase;
    phrase.number = &number_;
    phrase.root = top_of_number();
    phrase.noun = linear_noun();
    const auto tree = tree_noun(phrase.root);
    if (tree && usable(*tree, phrase.noun) && !(phrase.noun && (is_state(*tree) || parted(*phrase.noun, *tree))))
      phrase.noun = tree;
    // "dozens of dead and injured": the state is what is told, not a noun that is counted.
    if (phrase.noun && is_state(*phrase.noun)) phrase.noun.reset();
    // "two of them": who they are stands elsewhere.
    if (phrase.noun && analysis_[*phrase.noun].pos == Pos::kPron) phrase.noun.reset();
    if (phrase.noun) phrase.noun_class = class_of(view_, *phrase.noun);
    phrase.root = root_of(phrase.root, phrase.noun);
    phrase.tokens = number_.tokens;
    if (phrase.noun) phrase.tokens.end = std::max(phrase.tokens.end, *phrase.noun + 1);
    return phrase;
  }

 private:
  // "eight persons - six policemen": a dash or bracket and another number part the noun from that of the tree.
  bool parted(std::uint32_t noun, std::uint32_t tree) const {
    for (std::uint32_t token = noun + 1; token < tree; ++token) {
      if (analysis_[token].pos == Pos::kNum) return true;
      // A hyphen within a name parts nothing.
      if (analysis_[token].pos == Pos::kPunct && analysis_[token - 1].space_after) return true;
    }
    return false;
  }

  bool is_state(std::uint32_t token) const {
    return view_.lexicon.state(analysis_.lower(analysis_[token])).has_value();
  }

  // The token of the number whose head lies outside of it.
  std::uint32_t top_of_number() const {
    for (std::uint32_t token = number_.digits.begin; token < number_.digits.end; ++token) {
      if (!number_.digits.contains(analysis_[token].head) || analysis_[token].is_root()) return token;
    }
    return number_.digits.begin;
  }

  // The noun that the number modifies, or the object of its "of".
  std::optional<std::uint32_t> tree_noun(std::uint32_t top) const {
    const Token& token = analysis_[top];
    if (has_dep(analysis_, token, {"nummod", "det", "amod", "quantmod", "compound", "predet", "poss"})) {
      std::uint32_t noun = token.head;
      while (has_dep(analysis_, analysis_[noun], {"compound", "nmod", "amod"}) && analysis_[noun].head > noun &&
             ground::is_noun(analysis_[analysis_[noun].head]))
        noun = analysis_[noun].head;
      return noun;
    }
    const auto of = ground::child_with_dep(analysis_, token, {"prep"});
    if (of && analysis_.lower(analysis_[*of]) == "of" && *of >= number_.digits.end && *of < number_.digits.end + 2)
      return ground::child_with_dep(analysis_, analysis_[*of], {"pobj"});
    return std::nullopt;
  }

  bool usable(std::uint32_t noun, std::optional<std::uint32_t> linear) const {
    const Token& token = analysis_[noun];
    if (noun < number_.digits.end || noun > number_.digits.end + kTreeReach) return false;
    if (!ground::same_sentence(token, analysis_[number_.digits.begin])) return false;
    if (!ground::is_noun(token) && token.pos != Pos::kAdj && token.pos != Pos::kPron) return false;
    // A demonym between the number and a noun in coordination is not what is counted.
    return !(linear && *linear > noun && view_.here().party_at(noun));
  }

  // Reads on from the number over modifiers to the end of the first run of nouns.
  std::optional<std::uint32_t> linear_noun() const {
    const TokenSpan sentence = ground::punctuated_sentence(analysis_, number_.digits.begin);
    const std::uint32_t begin = std::max(number_.digits.end, number_.tokens.end);
    std::optional<std::uint32_t> last;
    bool chained = false;  // the noun comes only behind the next number of a list
    for (std::uint32_t token = begin; token < std::min(sentence.end, begin + kReach); ++token) {
      const Token& there = analysis_[token];
      if (ground::is_noun(there) && !is_harm_state(token, last)) {
        last = token;
        chained = false;
        continue;
      }
      if (last && !chained && is_hyphen_within(token)) continue;
      const bool joint = token > begin && ends_with_demonym(token - 1, token);
      chained = chained || joint;
      if (last && !chained) break;
      if (!is_filler(token, begin) && !(joint && coordinated_number_behind(token))) break;
    }
    return last;
  }

  // "17 Syldavian and 6 Bordurian sailors": the noun comes after the second number.
  bool ends_with_demonym(std::uint32_t last, std::uint32_t token) const {
    const ground::PartyReference* party = view_.here().party_at(last);
    const bool adjective = party && party->form == ground::PartyForm::kDemonym &&
                           analysis_.tag(analysis_[last]) != "NNPS" && analysis_.tag(analysis_[last]) != "NNS";
    return adjective && (coordinated_number_behind(token) || is_number(token) || analysis_[token].pos == Pos::kAdj);
  }

  bool is_number(std::uint32_t token) const { return analysis_[token].pos == Pos::kNum; }

  // "Marxist-Leninist rebels": the noun goes on behind the hyphen.
  bool is_hyphen_within(std::uint32_t token) const {
    return analysis_.lower(analysis_[token]) == "-" && !analysis_[token].space_after &&
           !analysis_[token - 1].space_after && token + 1 < analysis_.size() && ground::is_noun(analysis_[token + 1]);
  }

  bool coordinated_number_behind(std::uint32_t token) const {
    if (token + 1 >= analysis_.size()) return false;
    const std::string_view joint = analysis_.lower(analysis_[token]);
    if (!ground::is_one_of(joint, {"and", ",", "or"})) return false;
    const Token& next = analysis_[token + 1];
    return next.pos == Pos::kNum || next.pos == Pos::kPropn || next.pos == Pos::kAdj ||
           ground::is_one_of(analysis_.lower(next), {"nearly", "about", "at", "over", "some"});
  }

  // "12 killed": a participle tagged as a noun is no counted noun.
  bool is_harm_state(std::uint32_t token, std::optional<std::uint32_t> last) const {
    return view_.lexicon.state(analysis_.lower(analysis_[token])) && (last || ends_phrase(token + 1));
  }

  bool ends_phrase(std::uint32_t token) const {
    return token >= analysis_.size() || !ground::is_noun(analysis_[token]);
  }

  bool is_filler(std::uint32_t token, std::uint32_t begin) const {
    const Token& there = analysis_[token];
    const std::string_view lower = analysis_.lower(there);
    if (view_.lexicon.state(lower)) return token + 1 < analysis_.size() && ground::is_noun(analysis_[token + 1]);
    if (there.pos == Pos::kAdj || there.pos == Pos::kNum || there.pos == Pos::kDet || there.pos == Pos::kPart)
      return true;
    if (there.pos == Pos::kPron) return ground::is_one_of(lower, {"its", "their", "our", "his", "her", "them", "us"});
    if (lower == "of") return token == begin || analysis_.lower(analysis_[token - 1]) == "more";
    if (lower == "-" && there.space_after) return false;  // a dash, no hyphen
    if (lower == "-" || lower == "\"" || lower == "“" || lower == "'" || lower == "‘") return true;
    if (ground::is_one_of(analysis_.tag(there), {"VBN", "VBG", "RB"}))
      return token + 1 < analysis_.size() &&
             (ground::is_noun(analysis_[token + 1]) || analysis_[token + 1].pos == Pos::kAdj);
    return false;
  }

  std::uint32_t root_of(std::uint32_t top, std::optional<std::uint32_t> noun) const {
    if (!noun) return top;
    const Token& token = analysis_[top];
    if (has_dep(analysis_, token, {"nummod", "det", "amod", "quantmod", "compound", "predet", "advmod", "poss"}) &&
        token.head == *noun)
      return *noun;
    // "dozens of people": the number carries the noun.
    if (analysis_.subtree(token).contains(*noun)) return top;
    return *noun;
  }

  const BlockView& view_;
  const Analysis& analysis_;
  const NumberMention& number_;
};

// "soldiers" where the lemmatiser kept the form, as it does with names.
std::string without_plural(std::string_view word) {
  if (word.size() > 4 && word.ends_with("men")) return std::string(word.substr(0, word.size() - 2)) + "an";
  if (word.size() > 4 && word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
  for (const std::string_view ending : {"ches", "shes", "sses", "xes"}) {
    if (word.size() > 5 && word.ends_with(ending)) return std::string(word.substr(0, word.size() - 2));
  }
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss"))
    return std::string(word.substr(0, word.size() - 1));
  return std::string(word);
}

}  // namespace

std::string noun_key(const Analysis& analysis, std::uint32_t token) {
  const std::string lemma = lower_ascii(analysis.lemma(analysis[token]));
  const bool plural_name = ground::is_one_of(analysis.tag(analysis[token]), {"NNPS", "NNP"});
  return plural_name ? without_plural(lemma) : lemma;
}

namespace {

// "two Maoists", "five Tamil Tigers" fight for their group; "nine Peruvians" are people.
NounClass people_of_party(const BlockView& view, std::uint32_t token) {
  const ground::PartyReference* reference = view.here().party_at(token);
  if (!reference || reference->tokens.end != token + 1) return {};
  const record::PartyKind kind = view.grounded.party(*reference).kind;
  NounClass people;
  if (kind == record::PartyKind::kArmedGroup) {
    people.type = NounType::kPerson;
    people.kind = record::PersonKind::kMilitary;
    people.insurgent = true;
  } else if (kind == record::PartyKind::kState && reference->form == ground::PartyForm::kDemonym) {
    people.type = NounType::kPerson;
  }
  return people;
}

}  // namespace

namespace {

// "T-72s", "BMP-2", "9K33": capitals and digits are a weapon's name.
bool is_model(std::string_view word) {
  bool capital = false, digit = false;
  for (const char letter : word) {
    capital = capital || (letter >= 'A' && letter <= 'Z');
    digit = digit || (letter >= '0' && letter <= '9');
  }
  return capital && digit;
}

}  // namespace

NounClass class_of(const BlockView& view, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  const NounClasses& nouns = view.lexicon.nouns();
  // "service members", "border guards": two words may mean what neither does.
  if (token > 0 && ground::is_noun(analysis[token])) {
    const std::string pair = std::string(analysis.lower(analysis[token - 1])) + " " + noun_key(analysis, token);
    if (const NounClass both = nouns.of(pair); both.type != NounType::kUnknown) return both;
  }
  if (is_model(analysis.text(analysis[token]))) {
    NounClass weapon;
    weapon.type = NounType::kThing;
    return weapon;
  }
  NounClass found = nouns.of(lower_ascii(analysis.lemma(analysis[token])));
  if (found.type == NounType::kUnknown) found = nouns.of(analysis.lower(analysis[token]));
  if (found.type == NounType::kUnknown) found = nouns.of(without_plural(analysis.lower(analysis[token])));
  if (found.type == NounType::kUnknown) found = people_of_party(view, token);
  return found;
}

CountedPhrase counted_phrase(const BlockView& view, const NumberMention& number) {
  return PhraseFinder(view, number).find();
}

}  // namespace counterclaim::extract
