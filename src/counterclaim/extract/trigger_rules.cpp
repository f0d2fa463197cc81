#include "counterclaim/extract/trigger.h"

#include <algorithm>
#include <array>

#include "counterclaim/base/ascii.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;
using record::Measure;

// Whether a word beside the verb is said of it or of those counted: not "dead" in "confirmed to have infected a dead
// duck".
bool belongs(const Analysis& analysis, std::uint32_t word, std::uint32_t verb, const CountedPhrase& phrase) {
  const std::uint32_t head = analysis[word].head;
  return word <= verb + 1 || head == verb || phrase.tokens.contains(head) || phrase.tokens.contains(word) ||
         word == phrase.tokens.end || !ground::is_noun(analysis[head]);
}

// Whether one of the words that this sense needs stands beside the verb or right behind those counted.
bool has_companion(const Analysis& analysis, const HarmVerb& sense, std::uint32_t verb, const CountedPhrase& phrase) {
  if (sense.with.empty()) return true;
  const std::uint32_t begin = verb > 0 ? verb - 1 : 0;
  const std::uint32_t end =
      std::min(analysis.size(), std::max(verb + 6, phrase.tokens.begin > verb ? phrase.tokens.end + 2 : 0U));
  constexpr std::uint32_t kLongest = 3;  // "in the leg"
  for (std::uint32_t token = begin; token < end; ++token) {
    std::string words;
    for (std::uint32_t last = token; last < std::min(end, token + kLongest); ++last) {
      if (last > token) words += ' ';
      words += analysis.lower(analysis[last]);
      if (sense.with.contains(words) && (last > token || belongs(analysis, token, verb, phrase))) return true;
    }
  }
  return false;
}

bool objects_fit(const BlockView& view, const HarmVerb& sense, std::uint32_t verb, const CountedPhrase& phrase,
                 bool as_object) {
  const Analysis& analysis = view.analysis();
  if (sense.objects.empty()) return true;
  if (as_object) return phrase.noun && sense.objects.contains(noun_key(analysis, *phrase.noun));
  const auto object = child_with_dep(analysis, analysis[verb], {"dobj"});
  return object && sense.objects.contains(noun_key(analysis, *object));
}

// Whether whoever lost those counted may have lost people: soldiers anybody, other people an army or a party. "The
// party lost 50 seats", "lost 5-3".
bool loses_people(const BlockView& view, std::uint32_t verb, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  const NounClass& lost = phrase.noun_class;
  if (phrase.noun && (lost.type != NounType::kPerson || lost.weak)) return false;
  if (phrase.noun && lost.kind == record::PersonKind::kMilitary) return true;
  if (!phrase.number) return false;
  // "lost 255 tanks (destroyed: 146)": a bare number must stand right behind the verb.
  const std::uint32_t begin = phrase.tokens.begin;
  if (!phrase.noun && (begin < verb || begin > verb + 3)) return false;
  const std::uint32_t next = phrase.tokens.end;
  if (next < analysis.size() && is_one_of(analysis.lower(analysis[next]), {"-", "–", ":", "to", "by"})) return false;
  const auto subject = ground::subject_of(analysis, verb);
  if (!subject || *subject == phrase.root) return false;
  const NounClass loser = class_of(view, *subject);
  if (loser.type == NounType::kPerson && loser.kind == record::PersonKind::kMilitary) return true;
  if (view.lexicon.nouns().of_modifier(analysis.lower(analysis[*subject])).service) return true;
  if (!phrase.number->value && !violence_near(view, verb)) return false;  // "we are losing so many great people"
  if (analysis[*subject].pos == language::Pos::kPron) {
    const attribute::Scope* scope = view.scopes.innermost(view.block, verb);
    return scope && scope->source.side;
  }
  return view.here().first_party_within({analysis[*subject].left_edge, *subject + 1}) &&
         (phrase.noun || violence_near(view, verb));
}

}  // namespace

bool counts_things(Measure measure) {
  using record::Measure;
  return measure == Measure::kDestroyed || measure == Measure::kDamaged || measure == Measure::kHit;
}

std::optional<Measure> verb_measure(const BlockView& view, std::uint32_t verb, const CountedPhrase& phrase,
                                    bool as_object) {
  const Analysis& analysis = view.analysis();
  const std::string lemma = lower_ascii(analysis.lemma(analysis[verb]));
  const std::vector<HarmVerb>* senses = &view.lexicon.verb(lemma);
  // In a headline "Kills" may be tagged as a name, which keeps its form.
  if (senses->empty() && lemma.ends_with('s')) senses = &view.lexicon.verb(lemma.substr(0, lemma.size() - 1));
  for (const HarmVerb& sense : *senses) {
    if (!(as_object ? sense.object_suffers : sense.subject_suffers)) continue;
    const bool by_object = !sense.objects.empty();
    if (!by_object && !sense.counted.includes(phrase.noun_class)) continue;
    if (sense.only_known && phrase.noun && phrase.noun_class.type == NounType::kUnknown) continue;
    if (sense.own_loss && !loses_people(view, verb, phrase)) continue;
    if (!as_object && !by_object && !sense.keeps_object && child_with_dep(analysis, analysis[verb], {"dobj"})) continue;
    if (!objects_fit(view, sense, verb, phrase, as_object)) continue;
    if (!has_companion(analysis, sense, verb, phrase)) continue;
    if (sense.violent && !violence_near(view, verb)) continue;
    return sense.measure;
  }
  return std::nullopt;
}

namespace {

// The sentence around a token, of a very long one only the part beside it.
TokenSpan surroundings(const Analysis& analysis, std::uint32_t token) {
  constexpr std::uint32_t kReach = 60;
  const TokenSpan sentence = ground::sentence_of(analysis, token);
  return {std::max(sentence.begin, token > kReach ? token - kReach : 0), std::min(sentence.end, token + kReach)};
}

}  // namespace

bool violence_near(const BlockView& view, std::uint32_t token) {
  const TokenSpan near = surroundings(view.analysis(), token);
  for (std::uint32_t at = near.begin; at < near.end; ++at) {
    if (view.lexicon.is_violence(noun_key(view.analysis(), at))) return true;
  }
  return false;
}

bool misfortune_near(const BlockView& view, std::uint32_t token) {
  const TokenSpan near = surroundings(view.analysis(), token);
  for (std::uint32_t at = near.begin; at < near.end; ++at) {
    if (view.lexicon.is_misfortune(noun_key(view.analysis(), at))) return true;
  }
  return false;
}

namespace {

// The verb whose auxiliaries hold of `verb`: "could retake the town and free the hostages" frees nobody yet.
const Token& bearer_of_auxiliaries(const Analysis& analysis, std::uint32_t verb) {
  constexpr int kMostConjuncts = 4;
  const Token* token = &analysis[verb];
  for (int step = 0; step < kMostConjuncts && has_dep(analysis, *token, {"conj"}); ++step) {
    if (child_with_dep(analysis, *token, {"aux", "auxpass", "nsubj", "nsubjpass"})) break;
    const Token& above = analysis[token->head];
    // Verbs of one form share them: "to free and shelter", not "to wait and killed".
    if (is_one_of(analysis.tag(*token), {"VBD", "VBZ"}) || analysis.tag(above) != "VB") break;
    token = &above;
  }
  return *token;
}

}  // namespace

bool is_unreal(const Analysis& analysis, std::uint32_t verb) {
  const Token& token = bearer_of_auxiliaries(analysis, verb);
  bool infinitive = false, perfect = false;
  for (const std::uint32_t child : analysis.children(token)) {
    const std::string_view lower = analysis.lower(analysis[child]);
    if (has_dep(analysis, analysis[child], {"neg"})) return true;
    if (has_dep(analysis, analysis[child], {"mark"}) && is_one_of(lower, {"if", "unless", "whether"})) return true;
    if (child + 1 == token.index && is_one_of(lower, {"nearly", "almost", "narrowly"})) return true;
    if (!has_dep(analysis, analysis[child], {"aux", "auxpass"})) continue;
    if (is_one_of(lower, {"could", "would", "might", "may", "should", "will", "can", "shall", "must", "'ll", "wo"}))
      return true;
    if (lower == "to") infinitive = true;
    if (analysis.lemma(analysis[child]) == "have") perfect = true;
  }
  if (!infinitive || perfect || token.is_root()) return false;
  // "is reported to be killed" and "had to flee" are told, "planned to kill" is not.
  const Token& governor = analysis[token.head];
  if (is_one_of(analysis.lemma(governor), {"have", "manage"}) && analysis.tag(governor) == "VBD") return false;
  return !child_with_dep(analysis, governor, {"auxpass"});
}

namespace {

// A state that comes before any verb of another kind: "nine soldiers, as well as a cook, were killed".
bool state_follows(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  const TokenSpan sentence = ground::punctuated_sentence(analysis, phrase.tokens.begin);
  for (std::uint32_t token = phrase.tokens.end; token < sentence.end; ++token) {
    if (view.lexicon.state(analysis.lower(analysis[token]))) return true;
    if (analysis[token].pos == language::Pos::kVerb) return false;
  }
  return false;
}

// "39 were killed (37 soldiers and two cooks)", "the list of 19 killed includes seven soldiers"
bool part_of_harmed(const BlockView& view, const CountedPhrase& phrase, std::uint32_t verb) {
  const Analysis& analysis = view.analysis();
  const auto has_state = [&](TokenSpan span) {
    for (std::uint32_t token = span.begin; token < span.end; ++token) {
      if (view.lexicon.state(analysis.lower(analysis[token]))) return true;
    }
    return false;
  };
  const std::uint32_t begin = phrase.tokens.begin;
  if (begin > 0 && analysis.lower(analysis[begin - 1]) == "(")
    return has_state({ground::punctuated_sentence(analysis, begin).begin, begin});
  const auto subject = ground::subject_of(analysis, verb);
  if (!subject || analysis.subtree(analysis[*subject]).contains(begin)) return false;
  return has_state(analysis.subtree(analysis[*subject]));
}

}  // namespace

bool is_suffering(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (state_follows(view, phrase) || part_of_harmed(view, phrase, phrase.root)) return true;
  const auto told = [&](std::uint32_t token) { return view.lexicon.is_suffering(noun_key(analysis, token)); };
  const auto told_below = [&](const Token& token) {
    const auto& children = analysis.children(token);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      return child != phrase.root && told(child) &&
             !has_dep(analysis, analysis[child], {"conj", "advcl", "ccomp", "parataxis"});
    });
  };
  if (told_below(analysis[phrase.root]) || (phrase.noun && told_below(analysis[*phrase.noun]))) return true;
  std::uint32_t node = phrase.root;
  for (int step = 0; step < 6 && !analysis[node].is_root(); ++step) {
    node = analysis[node].head;
    // Whoever does something does not suffer it: "45 deaths in an attack by dozens of gunmen".
    if (analysis.lower(analysis[node]) == "by") return false;
    if (told(node)) return true;
    if (ground::is_verbal(analysis[node])) return told_below(analysis[node]) || part_of_harmed(view, phrase, node);
  }
  return false;
}

bool is_only_thought(const BlockView& view, std::uint32_t trigger) {
  const Analysis& analysis = view.analysis();
  const auto thought = [&](std::uint32_t token) { return view.lexicon.is_unreal(analysis.lemma(analysis[token])); };
  const auto negated = [&](std::uint32_t verb) {
    return child_with_dep(analysis, analysis[verb], {"neg"}).has_value();
  };
  for (const std::uint32_t child : analysis.children(analysis[trigger])) {
    if (has_dep(analysis, analysis[child], {"amod"}) &&
        (thought(child) || view.lexicon.is_unreal(analysis.lower(analysis[child]))))
      return true;
  }
  constexpr int kMostSteps = 5;
  std::uint32_t node = trigger;
  for (int step = 0; step < kMostSteps; ++step) {
    const Token& token = analysis[node];
    if (token.is_root()) return false;
    const bool bound = has_dep(analysis, token, {"pobj", "pcomp", "dobj", "attr"}) ||
                       (has_dep(analysis, token, {"prep"}) && node > token.head) ||
                       (has_dep(analysis, token, {"conj"}) && step == 0) ||
                       (has_dep(analysis, token, {"xcomp", "acl"}) && analysis.tag(token) == "VB");
    if (has_dep(analysis, token, {"prep"}) &&
        is_one_of(analysis.lower(token), {"after", "before", "since", "following", "during", "amid", "despite", "by"}))
      return false;
    // What has a subject of its own is told, whatever it is the object of.
    if (!bound || child_with_dep(analysis, token, {"nsubj", "nsubjpass"})) return false;
    node = token.head;
    if (thought(node) && !has_dep(analysis, token, {"conj"}))
      return !negated(node) || !ground::is_verbal(analysis[node]);
    if (ground::is_verbal(analysis[node]) && negated(node) && step > 0) return true;
  }
  return false;
}

namespace {

// What the word at `token` tells of the phrase.
std::optional<Measure> measure_at(const BlockView& view, const CountedPhrase& phrase, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  if (const auto state = view.lexicon.state(analysis.lower(analysis[token]))) return state;
  if (!ground::is_verbal(analysis[token])) return std::nullopt;
  const auto suffered = verb_measure(view, token, phrase, true);
  return suffered ? suffered : verb_measure(view, token, phrase, false);
}

// The other of two states joined by "or", in front of the trigger or behind it: "killed or went missing".
std::optional<std::uint32_t> alternative(const BlockView& view, const CountedPhrase& phrase, std::uint32_t trigger) {
  constexpr std::uint32_t kLongest = 5;  // "or have since gone missing"
  const Analysis& analysis = view.analysis();
  const TokenSpan sentence = ground::sentence_of(analysis, trigger);
  const auto is_or = [&](std::uint32_t token) { return is_one_of(analysis.lower(analysis[token]), {"or", "/"}); };
  if (trigger >= sentence.begin + 2 && is_or(trigger - 1) && measure_at(view, phrase, trigger - 2)) return trigger - 2;
  if (trigger + 2 >= sentence.end || !is_or(trigger + 1)) return std::nullopt;
  const std::uint32_t end = std::min(sentence.end, trigger + 2 + kLongest);
  for (std::uint32_t token = trigger + 2; token < end; ++token) {
    if (measure_at(view, phrase, token)) return token;
    const language::Token& word = analysis[token];
    const bool passed = is_one_of(analysis.lemma(word), {"be", "have", "get"}) || word.pos == language::Pos::kAdv ||
                        view.lexicon.may_part_state(analysis.lower(word));
    if (!passed) return std::nullopt;
  }
  return std::nullopt;
}

// Two states of which each of those counted is in one are one count: "killed or went missing". Where no measure holds
// both ("killed or captured"), how many are in which is not known.
void tell_alternatives_as_one(const BlockView& view, const CountedPhrase& phrase, Triggers& found) {
  for (std::size_t n = 0; n < found.size(); ++n) {
    const bool is_joint = found[n].rule == "joint-state";
    const auto other = is_joint ? std::nullopt : alternative(view, phrase, found[n].token);
    if (!other) continue;
    const auto measure = measure_at(view, phrase, *other);
    if (!measure || *measure == found[n].measure) continue;
    const auto joint = view.lexicon.joint(found[n].measure, *measure);
    if (!joint && (counts_things(*measure) || counts_things(found[n].measure))) continue;
    const Trigger both{joint.value_or(Measure::kOther), std::max(*other, found[n].token), "joint-state"};
    std::erase_if(found, [&](const Trigger& trigger) { return trigger.token == *other; });
    n = std::min(n, found.size() - 1);
    found[n] = both;
  }
}

}  // namespace

Triggers find_triggers(const BlockView& view, const CountedPhrase& phrase) {
  using Rule = Triggers (*)(const BlockView&, const CountedPhrase&);
  static constexpr std::array<Rule, 11> kRules{linear_verb_before, linear_state_behind, verb_governor, toll,
                                               casualty_noun,      clause_behind,       act_noun,      among_harmed,
                                               included_in_harmed, linear_state_before, state_in_front};
  if (phrase.noun_class.type == NounType::kHappening) return {};
  for (const Rule rule : kRules) {
    Triggers found = rule(view, phrase);
    if (found.empty()) continue;
    const auto thought = [&](const Trigger& trigger) { return is_only_thought(view, trigger.token); };
    found.erase(std::remove_if(found.begin(), found.end(), thought), found.end());
    tell_alternatives_as_one(view, phrase, found);
    return found;
  }
  return {};
}

}  // namespace counterclaim::extract
