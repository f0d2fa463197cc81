#include <algorithm>

#include "counterclaim/extract/slot_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using language::Analysis;
using language::Token;
using record::Measure;
using record::PersonKind;

using Kind = Slot<PersonKind>;

// A modifier decides over the noun: "military personnel", "civilian contractors", "police officers", "staff members".
std::optional<PersonKind> by_modifier(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const CountedPhrase& phrase = context.phrase;
  const std::uint32_t begin = phrase.number ? phrase.number->digits.end : phrase.tokens.begin;
  for (std::uint32_t token = *phrase.noun; token-- > begin;) {
    // "a local leader": as an adjective it says nothing of what he is.
    if (analysis[token].pos == language::Pos::kAdj && analysis.lower(analysis[token]) == "local") continue;
    const NounClass modifier = context.view.lexicon.nouns().of_modifier(analysis.lower(analysis[token]));
    if (modifier.type == NounType::kPerson) return modifier.kind;
    const NounClass noun = class_of(context.view, token);
    if (noun.type == NounType::kPerson && noun.kind != PersonKind::kUnspecified) return noun.kind;
  }
  return std::nullopt;
}

// What a person in apposition or a title is: "a civilian, Ana Rojas", "the soldier Ana Rojas".
std::optional<PersonKind> by_apposition(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const Token& root = analysis[context.phrase.root];
  const auto look = [&](std::uint32_t token) -> std::optional<PersonKind> {
    if (is_of_armed_group(context.view, token)) return PersonKind::kMilitary;
    const NounClass noun = class_of(context.view, token);
    if (noun.type == NounType::kPerson && noun.kind != PersonKind::kUnspecified) return noun.kind;
    return std::nullopt;
  };
  if (const auto other = ground::child_with_dep(analysis, root, {"appos"})) {
    if (const auto kind = look(*other)) return kind;
  }
  if (ground::has_dep(analysis, root, {"appos"})) {
    if (const auto kind = look(root.head)) return kind;
  }
  for (std::uint32_t token = root.left_edge; token < root.index; ++token) {
    if (const auto kind = look(token)) return kind;
  }
  return std::nullopt;
}

// "two of them nurses", "five of whom were children"
std::optional<std::uint32_t> person_of_them(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (phrase.noun || !phrase.number) return std::nullopt;
  std::uint32_t token = phrase.number->digits.end;
  if (token + 2 >= analysis.size() || analysis.lower(analysis[token]) != "of") return std::nullopt;
  if (!ground::is_one_of(analysis.lower(analysis[token + 1]), {"them", "whom", "these", "those", "which"}))
    return std::nullopt;
  token += 2;
  constexpr std::uint32_t kReach = 4;  // "were", an article, an adjective
  for (const std::uint32_t end = std::min(analysis.size(), token + kReach); token < end; ++token) {
    if (class_of(view, token).type == NounType::kPerson) return token;
    const language::Pos pos = analysis[token].pos;
    if (pos != language::Pos::kAux && pos != language::Pos::kAdj && pos != language::Pos::kAdv) break;
  }
  return std::nullopt;
}

// "another nine were young staff members"
std::optional<std::uint32_t> person_behind_be(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  const std::uint32_t verb = phrase.tokens.end;
  if (!phrase.number || verb >= analysis.size() || analysis.lemma(analysis[verb]) != "be") return std::nullopt;
  constexpr std::uint32_t kReach = 5;
  std::optional<std::uint32_t> last;
  for (std::uint32_t token = verb + 1; token < std::min(analysis.size(), verb + kReach); ++token) {
    if (ground::is_noun(analysis[token]))
      last = token;
    else if (last || analysis[token].pos != language::Pos::kAdj)
      break;
  }
  return last && class_of(view, *last).type == NounType::kPerson ? last : std::nullopt;
}

// "a member of the council", "the head of a village"
bool is_of_civil_body(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t noun = *context.phrase.noun;
  if (!context.view.lexicon.nouns().is_belonging(noun_key(analysis, noun))) return false;
  const auto of = ground::child_with_dep(analysis, analysis[noun], {"prep"});
  if (!of || analysis.lower(analysis[*of]) != "of") return false;
  const auto body = ground::child_with_dep(analysis, analysis[*of], {"pobj"});
  return body && context.view.lexicon.nouns().is_civil_body(noun_key(analysis, *body));
}

// "his 14-year-old son", "a girl, 12"
bool is_minor(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  constexpr double kOfAge = 16;
  for (const ground::NumberMention& number : context.view.here().numbers) {
    if (number.digits.begin < context.phrase.tokens.begin) continue;
    if (number.digits.begin >= context.phrase.tokens.end) break;
    const std::uint32_t next = number.digits.end;
    if (number.value && *number.value < kOfAge && next + 1 < analysis.size() && analysis.lower(analysis[next]) == "-" &&
        analysis.lower(analysis[next + 1]) == "year")
      return true;
  }
  return false;
}

// "hundreds of police, soldiers and civilians": people of two kinds under one number
bool is_mixed(const SlotContext& context, PersonKind kind) {
  const Analysis& analysis = context.view.analysis();
  if (!context.phrase.number) return false;
  std::optional<std::uint32_t> member = context.phrase.noun;
  constexpr int kMostMembers = 6;
  for (int n = 0; n < kMostMembers; ++n) {
    member = ground::child_with_dep(analysis, analysis[*member], {"conj"});
    if (!member || ground::child_with_dep(analysis, analysis[*member], {"nummod", "det"})) return false;
    const NounClass other = class_of(context.view, *member);
    if (other.type == NounType::kPerson && other.kind != PersonKind::kUnspecified && other.kind != kind) return true;
  }
  return false;
}

}  // namespace

std::optional<std::uint32_t> predicate_person(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (const auto noun = person_of_them(view, phrase)) return noun;
  if (phrase.noun) return std::nullopt;
  if (const auto noun = person_behind_be(view, phrase)) return noun;
  const Token& root = analysis[phrase.root];
  if (!ground::has_dep(analysis, root, {"nsubj"})) return std::nullopt;
  const Token& verb = analysis[root.head];
  const auto predicate = ground::child_with_dep(analysis, verb, {"attr"});
  if (analysis.lemma(verb) != "be" || !predicate) return std::nullopt;
  return class_of(view, *predicate).type == NounType::kPerson ? predicate : std::nullopt;
}

Slot<PersonKind> kind_of(const SlotContext& context) {
  if (counts_things(context.trigger.measure) || context.trigger.measure == Measure::kArea) return {};
  const CountedPhrase& phrase = context.phrase;
  if (fought_once(context)) return {PersonKind::kUnspecified, "no-longer"};
  if (phrase.noun) {
    const NounClass& noun = phrase.noun_class;
    if (is_of_armed_group(context.view, *phrase.noun)) return {PersonKind::kMilitary, "of-armed-group"};
    if (noun.type == NounType::kPerson && noun.kind != PersonKind::kUnspecified && !noun.weak) {
      if (is_mixed(context, noun.kind)) return {PersonKind::kUnspecified, "mixed"};
      return {noun.kind, "noun"};
    }
    if (const auto kind = by_modifier(context)) return {kind, "modifier"};
    if (noun.weak) return {noun.kind, "noun"};
    if (is_of_civil_body(context)) return {PersonKind::kCivilian, "of-civil-body"};
    if (is_minor(context)) return {PersonKind::kCivilian, "minor"};
    if (!phrase.number) {
      if (const auto kind = by_apposition(context)) return {kind, "apposition"};
    }
  }
  if (context.named && context.named->kind) return {context.named->kind, "count-before-name"};
  if (const auto predicate = predicate_person(context.view, phrase))
    return {class_of(context.view, *predicate).kind, "predicate"};
  const bool silent = !phrase.noun || is_elliptic(context);
  if (silent && context.before && context.before->kind) return {context.before->kind, "as-before"};
  return {PersonKind::kUnspecified, "default"};
}

}  // namespace counterclaim::extract
