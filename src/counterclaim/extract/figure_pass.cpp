#include "counterclaim/extract/figure_pass.h"

#include <algorithm>
#include <set>

#include "counterclaim/extract/area_figures.h"
#include "counterclaim/extract/reading_slots.h"
#include "counterclaim/extract/single_victims.h"
#include "counterclaim/extract/slot_rules.h"
#include "counterclaim/extract/trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::is_one_of;
using ground::NumberMention;
using language::Analysis;
using record::Measure;

class BlockPass {
 public:
  BlockPass(const BlockView& view, const std::optional<std::string>& box_side, bool is_box)
      : view_(view),
        analysis_(view.analysis()),
        box_side_(box_side),
        is_box_(is_box),
        is_table_row_(view.analysis().text().find(" | ") != std::string::npos),
        counted_(analysis_.size(), false) {}

  void run(FiguresRead& read) {
    for (const NumberMention& number : view_.here().numbers) {
      // "how many were killed" tells no number
      if (number.tokens.begin > 0 && analysis_.lower(analysis_[number.tokens.begin - 1]) == "how") continue;
      if (number.not_count == ground::NotCount::kNone)
        phrases_.push_back(counted_phrase(view_, number));
      else if (auto area = area_phrase(view_, number))
        areas_.push_back(std::move(*area));
    }
    for (const CountedPhrase& phrase : phrases_) triggers_.push_back(find_triggers(view_, phrase));
    for (std::size_t n = phrases_.size(); n-- > 1;) share_with_list_before(n);
    for (std::size_t n = 0; n < phrases_.size(); ++n) read_number(n);
    std::set<Measure> told;
    for (const Reading& reading : readings_) told.insert(reading.figure.measure);
    for (const SingleVictim& single : single_victims(view_, counted_, told)) {
      add(single.phrase, single.trigger);
      readings_.back().hint.takes_up = single.takes_up;
      set_name(single.name);
    }
    for (const AreaPhrase& area : areas_) {
      add(area.phrase, area.trigger);
      readings_.back().figure.unit = area.unit;
    }
    std::stable_sort(readings_.begin(), readings_.end(),
                     [](const Reading& a, const Reading& b) { return a.phrase.tokens.begin < b.phrase.tokens.begin; });
    fill_slots(view_, box_side_, readings_);
    hand_over(read);
  }

 private:
  void hand_over(FiguresRead& read) {
    const auto first = static_cast<std::uint32_t>(read.figures.size());
    for (Reading& reading : readings_) {
      if (reading.whole) reading.figure.part_of = first + static_cast<std::uint32_t>(*reading.whole);
      read.figures.push_back(std::move(reading.figure));
      read.hints.push_back(reading.hint);
    }
  }

  void read_number(std::size_t n) {
    const CountedPhrase& phrase = phrases_[n];
    Triggers triggers = std::move(triggers_[n]);
    if (triggers.empty()) triggers = part_of_before(phrase);
    if (triggers.empty()) triggers = shared_by_list_before(n);
    if (triggers.empty()) triggers = count_of_before(phrase);
    if (triggers.empty()) triggers = gapped(n);
    if (triggers.empty()) triggers = forces(phrase);
    if (triggers.empty()) return;
    // "no evidence", "no reports" count nobody
    if (phrase.noun && phrase.number->value == 0 && view_.lexicon.is_proof(noun_key(analysis_, *phrase.noun))) return;
    if (misfortune_near(view_, triggers.front().token) && !violence_near(view_, triggers.front().token)) return;
    for (std::uint32_t token = phrase.tokens.begin; token < phrase.tokens.end; ++token) counted_[token] = true;
    for (const Trigger& trigger : triggers) {
      add(phrase, trigger);
      if (phrase.number->value == 1 && phrase.noun) set_name(name_of_person(view_, *phrase.noun));
    }
  }

  // Who the person last added is.
  void set_name(TokenSpan name) {
    if (name.empty()) return;
    readings_.back().figure.who = {view_.grounded.report_span(view_.block, name), std::string(analysis_.text(name))};
    readings_.back().hint.is_named = true;
  }

  // "30 people were killed, five of them children"
  Triggers part_of_before(const CountedPhrase& phrase) const {
    const std::uint32_t next = phrase.number->digits.end;
    const Reading* before = reading_before(phrase);
    if (!before || before->figure.measure == Measure::kForces) return {};
    const bool of_them = next + 1 < analysis_.size() && analysis_.lower(analysis_[next]) == "of" &&
                         is_one_of(analysis_.lower(analysis_[next + 1]), {"them", "whom", "which", "those", "these"});
    const std::uint32_t begin = phrase.tokens.begin;
    const bool included =
        begin > 0 && phrase.noun_class.type == NounType::kPerson &&
        (analysis_.lower(analysis_[begin - 1]) == "including" || opens_list_of_parts(view_, *before, begin - 1));
    if (!of_them && !included && !predicate_person(view_, phrase)) return {};
    return {{before->figure.measure, phrase.number->digits.begin, "part-of-before"}};
  }

  bool may_share(const CountedPhrase& phrase) const {
    return phrase.noun && (phrase.noun_class.type == NounType::kPerson || phrase.noun_class.type == NounType::kThing);
  }

  // Whether both count people, or both things.
  static bool same_sort(const CountedPhrase& first, const CountedPhrase& second) {
    return first.noun_class.type == second.noun_class.type || second.noun_class.type == NounType::kUnknown;
  }

  // "12 guards and three cooks were killed": what the last member of a list suffers, the one before it suffers too.
  void share_with_list_before(std::size_t n) {
    const Triggers& behind = triggers_[n];
    if (behind.empty() || !triggers_[n - 1].empty() || !may_share(phrases_[n - 1])) return;
    if (!same_sort(phrases_[n - 1], phrases_[n]) || behind.front().measure == Measure::kForces) return;
    if (behind.front().token < phrases_[n].tokens.end || !only_list_between(view_, phrases_[n - 1], phrases_[n]))
      return;
    triggers_[n - 1] = {{behind.front().measure, behind.front().token, "list-behind"}};
  }

  // "killed 12 guards, three cooks"
  Triggers shared_by_list_before(std::size_t n) const {
    if (n == 0 || readings_.empty() || !may_share(phrases_[n]) ||
        !only_list_between(view_, phrases_[n - 1], phrases_[n]))
      return {};
    const Reading& last = readings_.back();
    if (last.phrase.number != phrases_[n - 1].number ||
        (last.trigger.token >= last.phrase.tokens.end && last.trigger.token < phrases_[n].tokens.end))
      return {};
    if (last.figure.measure == Measure::kForces || !same_sort(last.phrase, phrases_[n])) return {};
    return {{last.figure.measure, last.trigger.token, "list-before"}};
  }

  // "12 were killed in Tacna and nine in Arica": what is left out stands before.
  Triggers gapped(std::size_t n) const {
    const CountedPhrase& phrase = phrases_[n];
    const Reading* before = reading_before(phrase);
    const std::uint32_t begin = phrase.tokens.begin, end = phrase.tokens.end;
    if (!before || phrase.noun || begin == 0 || end + 1 >= analysis_.size()) return {};
    if (before->figure.measure == Measure::kForces || before->figure.measure == Measure::kArea) return {};
    if (!is_one_of(analysis_.lower(analysis_[begin - 1]), {"and", ","}) ||
        !is_one_of(analysis_.lower(analysis_[end]), {"in", "at", "near"}))
      return {};
    if (analysis_[end + 1].pos != language::Pos::kPropn) return {};
    constexpr std::uint32_t kReach = 16;
    const std::uint32_t told = std::max(before->phrase.tokens.end, before->trigger.token + 1);
    if (told >= begin || begin > told + kReach) return {};
    for (std::uint32_t token = told; token < begin; ++token) {
      if (ground::is_verbal(analysis_[token])) return {};
    }
    return {{before->figure.measure, phrase.number->digits.begin, "gapped"}};
  }

  // "71 soldiers died; its own count stands at 80"
  Triggers count_of_before(const CountedPhrase& phrase) const {
    if (readings_.empty() || !is_bare_count(view_, phrase)) return {};
    const Measure measure = readings_.back().figure.measure;
    if (counts_things(measure) || measure == Measure::kForces) return {};
    return {{measure, phrase.number->digits.begin, "count-of-before"}};
  }

  // Soldiers that nothing happens to take part in something.
  Triggers forces(const CountedPhrase& phrase) const {
    const NounClass& noun = phrase.noun_class;
    const bool soldiers = noun.type == NounType::kPerson && noun.kind == record::PersonKind::kMilitary && !noun.weak;
    if ((!soldiers && !has_military_modifier(phrase)) || is_box_ || is_table_row_ || !phrase.noun ||
        (phrase.number->value && *phrase.number->value < 2))
      return {};
    if (phrase.number->word == "most" || phrase.number->word == "many") return {};
    if (!is_one_of(analysis_.tag(analysis_[*phrase.noun]), {"NNS", "NNPS"})) return {};
    if (is_suffering(view_, phrase)) return {};
    return {{Measure::kForces, *phrase.noun, "military-noun"}};
  }

  // "20 armed men", "33 security personnel"
  bool has_military_modifier(const CountedPhrase& phrase) const {
    if (!phrase.noun || phrase.noun_class.type != NounType::kPerson || *phrase.noun == 0) return false;
    const NounClass modifier = view_.lexicon.nouns().of_modifier(analysis_.lower(analysis_[*phrase.noun - 1]));
    return modifier.kind == record::PersonKind::kMilitary && *phrase.noun > phrase.number->digits.end;
  }

  const Reading* reading_before(const CountedPhrase& phrase) const {
    if (readings_.empty()) return nullptr;
    const Reading& last = readings_.back();
    const bool same = ground::same_sentence(analysis_[last.phrase.tokens.begin], analysis_[phrase.tokens.begin]);
    return same && last.phrase.tokens.begin < phrase.tokens.begin ? &last : nullptr;
  }

  void add(const CountedPhrase& phrase, const Trigger& trigger) {
    Reading reading;
    reading.phrase = phrase;
    reading.trigger = trigger;
    reading.figure.measure = trigger.measure;
    readings_.push_back(std::move(reading));
  }

  const BlockView& view_;
  const Analysis& analysis_;
  const std::optional<std::string>& box_side_;
  bool is_box_;
  bool is_table_row_;
  std::vector<bool> counted_;  // tokens of phrases with a number
  std::vector<CountedPhrase> phrases_;
  std::vector<Triggers> triggers_;  // of each phrase
  std::vector<AreaPhrase> areas_;
  std::vector<Reading> readings_;
};

}  // namespace

void read_block(const BlockView& view, const std::optional<std::string>& box_side, bool is_box, FiguresRead& read) {
  BlockPass(view, box_side, is_box).run(read);
}

}  // namespace counterclaim::extract
