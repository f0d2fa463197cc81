#include "counterclaim/reconcile/statement_relations.h"

#include <algorithm>

namespace counterclaim::reconcile {
namespace {

using record::RelationType;
using record::Stance;

constexpr std::int32_t kOneSubject = 250;  // thousandths of the shorter one's words that statements of one thing share
constexpr std::int32_t kOneWording = 600;  // thousandths of words that one sentence in two reports shares

bool is_denial(const Passage& passage) {
  return passage.item.item_kind == record::ItemKind::kStatement && passage.item.stance == Stance::kDenies;
}

bool is_one_wording(const SharedWords& words) {
  constexpr std::int32_t kSentence = 16;  // bits: fewer words are shared by chance
  return words.shared >= kSentence && words.thousandths() >= kOneWording;
}

// Speakers without a name are as many as there are reports.
bool is_nobody(const ItemFacts& statement) {
  return statement.source_kind == record::SourceKind::kWitness ||
         statement.source_kind == record::SourceKind::kAnonymous;
}

// Whether the two can be one utterance: one speaker, or one side's, and not told at two times.
bool is_one_utterance(const Passage& a, const Passage& b) {
  if (a.name(a.item.source_side) == "both" || is_nobody(a.item) || is_nobody(b.item)) return false;
  if (same_name(a, a.item.source_name, b, b.item.source_name)) return true;
  if (!same_name(a, a.item.source_side, b, b.item.source_side)) return false;
  const auto names = [](const Passage& p) { return p.report.source_words_of(p.item).size() >= 2; };
  if (names(a) && names(b) && !speakers_are_alike(a, b)) return false;
  if (a.item.days && b.item.days) return *a.item.days == *b.item.days;
  return !a.report.published || !b.report.published || *a.report.published == *b.report.published;
}

bool mentions(const Passage& passage, const std::string& side) {
  const auto words = passage.words();
  return std::binary_search(words.begin(), words.end(), word_id("@" + side));
}

}  // namespace

std::optional<RelationDecision> agreement_of_statements(const Passage& a, const Passage& b, const PairSheet& sheet,
                                                        const SharedWords& words, const Weights& weights) {
  if (sheet.sum() < weights.statements_related) return std::nullopt;
  if (is_denial(a) != is_denial(b)) return std::nullopt;
  const bool reacts = !claims(a.item.stance) && !is_denial(a) && is_one_utterance(a, b);
  if (sheet.of(Field::kWords) < (reacts ? weights.reaction_words : weights.statements_words)) return std::nullopt;
  if (!reacts && words.thousandths_of_shorter() < kOneSubject) return std::nullopt;
  if (a.item.stance != b.item.stance && !(claims(a.item.stance) && claims(b.item.stance))) return std::nullopt;
  if (a.item.lays_fault && b.item.lays_fault && other_name(a, a.item.source_side, b, b.item.source_side) &&
      !same_name(a, a.item.target, b, b.item.target))
    return std::nullopt;
  const bool one_report = &a.report == &b.report;
  const bool uttered = !a.item.refers_back && !b.item.refers_back &&
                       words.thousandths_of_shorter() >= weights.statements_copy_words && is_one_utterance(a, b);
  const bool copied = !one_report && (is_one_wording(words) || uttered);
  return RelationDecision{copied ? RelationType::kCopy : RelationType::kSame};
}

bool can_be_accused_back(const Passage& a, const Passage& b) {
  if (!claims(a.item.stance) || !claims(b.item.stance)) return false;
  if (!other_name(a, a.item.source_side, b, b.item.source_side)) return false;
  const std::string& speaker_a = a.name(a.item.source_side);
  const std::string& speaker_b = b.name(b.item.source_side);
  if (speaker_a == "both" || speaker_b == "both") return false;
  const bool accused = a.name(a.item.target) == speaker_b || b.name(b.item.target) == speaker_a ||
                       (a.item.lays_fault && b.item.lays_fault);
  return accused && mentions(a, speaker_b) && mentions(b, speaker_a);
}

bool can_deny(const Passage& a, const Passage& b) {
  if (!is_denial(b) || is_denial(a)) return false;
  if (a.item.item_kind == record::ItemKind::kStatement && !claims(a.item.stance)) return false;
  if (a.item.item_kind == record::ItemKind::kEvent) return same_name(a, a.item.side, b, b.item.source_side);
  if (same_name(a, a.item.source_side, b, b.item.source_side)) return false;
  const std::string& denier = b.name(b.item.source_side);
  return denier.empty() || denier == "both" || a.name(a.item.target) == denier || mentions(a, denier);
}

bool can_be_one_happening(const PairSheet& sheet) {
  constexpr std::int32_t kFarApart = -1500;  // what days far apart take
  return sheet.of(Field::kType) >= 0 && sheet.of(Field::kSide) >= 0 && sheet.of(Field::kDays) > kFarApart &&
         sheet.of(Field::kPlace) >= 0;
}

std::optional<RelationDecision> agreement_of_events(const Passage& a, const Passage& b, const PairSheet& sheet,
                                                    const SharedWords& words, const Weights& weights) {
  if (sheet.sum() < weights.events_related || !can_be_one_happening(sheet)) return std::nullopt;
  // Type and parties alone are those of many happenings.
  const bool located = sheet.of(Field::kDays) >= weights.day_equal || sheet.of(Field::kPlace) > 0;
  if (sheet.of(Field::kWords) < (located ? weights.located_events_words : weights.events_words)) return std::nullopt;
  const bool copied = &a.report != &b.report && is_one_wording(words);
  return RelationDecision{copied ? RelationType::kCopy : RelationType::kSame};
}

}  // namespace counterclaim::reconcile
