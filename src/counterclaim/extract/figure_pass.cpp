#include "counterclaim/extract/figure_pass.h"

#include <algorithm>
#include <set>

#include "counterclaim/extract/area_figures.h"
#include "counterclaim/extract/figure_details.h"
#include "counterclaim/extract/figure_scopes.h"
#include "counterclaim/extract/single_victims.h"
#include "counterclaim/extract/slot_rules.h"
#include "counterclaim/extract/trigger.h"
#include "counterclaim/extract/when_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::is_one_of;
using ground::NumberMention;
using language::Analysis;
using record::Bound;
using record::Figure;
using record::Measure;

struct Reading {
  CountedPhrase phrase;
  Trigger trigger;
  Figure figure;
  bool from_label = false;           // the source is the label of a box
  std::optional<std::size_t> whole;  // of "five of them": the reading that they are part of, as it was made
  bool takes_up = false;             // a pronoun for somebody told of before
  std::size_t made = 0;              // position among the readings in the order of making
};

bool counts_things(Measure measure) {
  return measure == Measure::kDestroyed || measure == Measure::kDamaged || measure == Measure::kHit;
}

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
    numbers_read_ = readings_.size();
    std::set<Measure> told;
    for (const Reading& reading : readings_) told.insert(reading.figure.measure);
    for (const SingleVictim& single : single_victims(view_, counted_, told)) {
      add(single.phrase, single.trigger);
      readings_.back().takes_up = single.takes_up;
      if (single.name.empty()) continue;
      set_who(readings_.back().figure, single.name);
    }
    for (const AreaPhrase& area : areas_) {
      add(area.phrase, area.trigger);
      readings_.back().figure.unit = area.unit;
    }
    std::stable_sort(readings_.begin(), readings_.end(),
                     [](const Reading& a, const Reading& b) { return a.phrase.tokens.begin < b.phrase.tokens.begin; });
    hand_over(read);
  }

 private:
  void hand_over(FiguresRead& read) {
    std::vector<std::uint32_t> position(readings_.size());
    const auto first = static_cast<std::uint32_t>(read.figures.size());
    for (std::uint32_t n = 0; n < readings_.size(); ++n) position[readings_[n].made] = first + n;
    for (Reading& reading : readings_) {
      if (reading.whole) reading.figure.part_of = position[*reading.whole];
      read.figures.push_back(std::move(reading.figure));
      read.is_background.push_back(is_background(reading.trigger.token));
      read.takes_up.push_back(reading.takes_up);
      read.is_addition.push_back(is_addition(view_, reading.phrase));
    }
  }

  // "involved in the killing of two guards"
  bool is_background(std::uint32_t trigger) const {
    constexpr int kMostSteps = 8;
    std::uint32_t node = trigger;
    for (int step = 0; step < kMostSteps && !analysis_[node].is_root(); ++step) {
      const std::uint32_t below = node;
      node = analysis_[node].head;
      if (ground::has_dep(analysis_, analysis_[below], {"prep", "pcomp", "relcl"}) &&
          view_.lexicon.is_background(analysis_.lemma(analysis_[node])))
        return true;
    }
    return false;
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
    for (const Trigger& trigger : triggers) add(phrase, trigger);
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
        (analysis_.lower(analysis_[begin - 1]) == "including" || opens_list_of_parts(*before, begin - 1));
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
    if (behind.front().token < phrases_[n].tokens.end || !only_list_between(phrases_[n - 1], phrases_[n])) return;
    triggers_[n - 1] = {{behind.front().measure, behind.front().token, "list-behind"}};
  }

  // "killed 12 guards, three cooks"
  Triggers shared_by_list_before(std::size_t n) const {
    if (n == 0 || readings_.empty() || !may_share(phrases_[n]) || !only_list_between(phrases_[n - 1], phrases_[n]))
      return {};
    const Reading& last = readings_.back();
    if (last.phrase.number != phrases_[n - 1].number || last.trigger.token >= last.phrase.tokens.end) return {};
    if (last.figure.measure == Measure::kForces || !same_sort(last.phrase, phrases_[n])) return {};
    return {{last.figure.measure, last.trigger.token, "list-before"}};
  }

  // Nothing but commas and "and" parts two phrases.
  bool only_list_between(const CountedPhrase& first, const CountedPhrase& second) const {
    const bool things = second.noun_class.type == NounType::kThing;  // "two tanks and other armoured vehicles; one gun"
    const std::uint32_t longest = things ? 9 : 4;
    const std::uint32_t begin = first.tokens.end, end = second.tokens.begin;
    if (end <= begin || end > begin + longest) return false;
    for (std::uint32_t token = begin; token < end; ++token) {
      if (is_one_of(analysis_.lower(analysis_[token]), {",", "and", "as", "well", "plus", "&", "also"})) continue;
      const language::Token& there = analysis_[token];
      const bool part = ground::is_noun(there) || there.pos == language::Pos::kAdj || analysis_.lower(there) == ";";
      if (!things || !part) return false;
    }
    return true;
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

  // The reading before the phrase in its sentence. Readings of numbers stand first, then those of single victims, both
  // in text order.
  const Reading* reading_before(const CountedPhrase& phrase) const {
    const Reading* last = nullptr;
    const auto consider = [&](std::size_t first, std::size_t end) {
      const auto begin_of = [](const Reading& reading, std::uint32_t token) {
        return reading.phrase.tokens.begin < token;
      };
      const auto from = readings_.begin() + static_cast<std::ptrdiff_t>(first);
      const auto found =
          std::lower_bound(from, readings_.begin() + static_cast<std::ptrdiff_t>(end), phrase.tokens.begin, begin_of);
      if (found == from) return;
      const Reading& before = *std::prev(found);
      if (!last || last->phrase.tokens.begin < before.phrase.tokens.begin) last = &before;
    };
    const std::size_t numbers = numbers_read_.value_or(readings_.size());
    consider(0, numbers);
    consider(numbers, readings_.size());
    if (!last) return nullptr;
    const bool same = ground::same_sentence(analysis_[last->phrase.tokens.begin], analysis_[phrase.tokens.begin]);
    return same ? last : nullptr;
  }

  // The count of several that a victim named later in the block is one of.
  const Figure* count_before_name(const Reading& reading) const {
    if (reading.phrase.number || analysis_.entity_label(analysis_[reading.phrase.root]) != "PERSON") return nullptr;
    constexpr std::size_t kReach = 16;
    const Figure* last = nullptr;
    for (std::size_t n = readings_.size() > kReach ? readings_.size() - kReach : 0; n < readings_.size(); ++n) {
      const Reading& earlier = readings_[n];
      if (earlier.phrase.tokens.begin >= reading.phrase.tokens.begin || !earlier.phrase.number) continue;
      if (earlier.figure.measure == reading.figure.measure && earlier.figure.side) last = &earlier.figure;
    }
    return last;
  }

  void add(const CountedPhrase& phrase, const Trigger& trigger) {
    Reading reading;
    reading.phrase = phrase;
    reading.trigger = trigger;
    Figure& figure = reading.figure;
    figure.measure = trigger.measure;
    figure.rules.push_back({"measure", trigger.rule});
    set_amount(phrase, figure);
    spread_bound(reading);
    const Reading* before = reading_before(phrase);
    set_whole(reading, before);
    if (!reading.whole) set_whole_told_before(reading);
    set_source(reading, before);
    fill_slots(reading, before);
    const attribute::Hedge* hedge = view_.scopes.hedge(view_.block, phrase.root);
    if (!hedge) hedge = view_.scopes.hedge(view_.block, trigger.token);
    const auto doubt = hedge ? hedge->words : doubt_of(view_, phrase, trigger);
    if (doubt) {
      figure.hedge = std::string(analysis_.text(*doubt));
      figure.rules.push_back({"hedge", hedge ? "hearsay" : "doubt"});
    }
    if (const auto who = who_of(view_, phrase)) set_who(figure, *who);
    if (reading.whole) take_from_whole(readings_[*reading.whole].figure, figure);  // positions until they are sorted
    if (auto when = when_of(view_.grounded, view_.block, trigger.token)) {
      figure.when = std::move(when->value);
      figure.rules.push_back({"when", when->rule});
    }
    if (const auto counts = counting_of(view_, phrase, trigger, figure.when.has_value())) {
      figure.counts = counts->counting;
      figure.rules.push_back({"counts", counts->rule});
    }
    const TokenSpan evidence{std::min(phrase.tokens.begin, trigger.token),
                             std::max(phrase.tokens.end, trigger.token + 1)};
    figure.span = view_.grounded.report_span(view_.block, evidence);
    if (counts_things(figure.measure) && phrase.noun)
      figure.unit = std::string(analysis_.text(analysis_[*phrase.noun]));
    reading.made = readings_.size();
    readings_.push_back(std::move(reading));
  }

  void set_who(Figure& figure, TokenSpan words) const {
    figure.who = {view_.grounded.report_span(view_.block, words), std::string(analysis_.text(words))};
  }

  // "30 people, five of them children", "ten sailors, including four cadets and a cook"
  void set_whole(Reading& reading, const Reading* before) const {
    if (!before || before->figure.measure != reading.figure.measure) return;
    const std::uint32_t begin = reading.phrase.tokens.begin;
    if (reading.trigger.rule == "part-of-before") {
      reading.whole = before->whole.value_or(before->made);
    } else if (begin > 0 && (is_one_of(analysis_.lower(analysis_[begin - 1]), {"including", "namely"}) ||
                             opens_list_of_parts(*before, begin - 1))) {
      reading.whole = before->made;
    } else if (before->whole && only_list_between(before->phrase, reading.phrase)) {
      reading.whole = before->whole;
    } else {
      return;
    }
    reading.figure.rules.push_back({"part_of", "part-of-before"});
  }

  // "Eight people died. Among the dead were two cooks": part of the last count of the block that is larger.
  void set_whole_told_before(Reading& reading) const {
    if (!is_one_of(reading.trigger.rule, {"among-harmed", "included-in-harmed"})) return;
    constexpr std::size_t kReach = 16;
    const double value = reading.phrase.number ? reading.phrase.number->value.value_or(0) : 1;
    for (std::size_t back = 1; back <= std::min(readings_.size(), kReach); ++back) {
      const Reading& earlier = readings_[readings_.size() - back];
      if (earlier.figure.measure != reading.figure.measure ||
          earlier.phrase.tokens.begin >= reading.phrase.tokens.begin)
        continue;
      if (!earlier.figure.value || *earlier.figure.value <= value || earlier.whole) continue;
      reading.whole = earlier.made;
      reading.figure.rules.push_back({"part_of", "among-those-told"});
      return;
    }
  }

  // "eight people - six guards and two cooks", "39 dead (37 soldiers …)"
  bool opens_list_of_parts(const Reading& whole, std::uint32_t mark) const {
    const bool is_mark = is_one_of(analysis_.lower(analysis_[mark]), {"-", "–", "—", "--", "(", ":"});
    return is_mark && !whole.whole && (whole.phrase.tokens.end == mark || whole.trigger.token + 1 == mark);
  }

  // "nine rebels, including four women": what the part does not tell itself holds of it as of the whole.
  static void take_from_whole(const Figure& whole, Figure& part) {
    if (!part.side && whole.side) {
      part.side = whole.side;
      part.rules.push_back({"side", "whole"});
    }
    if (part.kind == record::PersonKind::kUnspecified && whole.kind && *whole.kind != *part.kind) {
      part.kind = whole.kind;
      part.rules.push_back({"kind", "whole"});
    }
  }

  static void set_amount(const CountedPhrase& phrase, Figure& figure) {
    if (!phrase.number) {
      figure.value = 1;
      return;
    }
    figure.value = phrase.number->value;
    figure.value_high = phrase.number->value_high;
    figure.bound = phrase.number->bound;
    if (figure.bound == Bound::kVague) figure.word = phrase.number->word;
  }

  // "at least 5 soldiers and 3 civilians": the bound goes on to all members of the list.
  void spread_bound(Reading& reading) const {
    const Reading* before = reading_before(reading.phrase);
    if (!before || !reading.phrase.number || reading.figure.bound != Bound::kExact) return;
    if (before->trigger.token != reading.trigger.token || before->figure.bound == Bound::kVague ||
        before->figure.bound == Bound::kRange || before->figure.bound == Bound::kExact)
      return;
    for (std::uint32_t token = before->phrase.tokens.end; token < reading.phrase.tokens.begin; ++token) {
      if (ground::is_verbal(analysis_[token])) return;
    }
    reading.figure.bound = before->figure.bound;
    reading.figure.rules.push_back({"bound", "list"});
  }

  void set_source(Reading& reading, const Reading* before) const {
    Figure& figure = reading.figure;
    const attribute::Scope* scope = scope_of(view_, reading.phrase, reading.trigger);
    if (scope) {
      figure.source = scope->source;
      reading.from_label = scope->rule == "box-label";
      figure.rules.push_back({"source", scope->rule});
    } else if (before && before->figure.source && before->phrase.tokens.end + 8 > reading.phrase.tokens.begin) {
      // A coordinated clause that the parser put outside of what is said.
      figure.source = before->figure.source;
      figure.rules.push_back({"source", "coordinated"});
    }
    const bool denied = scope && is_denied(view_, *scope);
    if (!denied && !is_said_untrue(view_, reading.trigger)) return;
    figure.polarity = record::Polarity::kDenied;
    figure.rules.push_back({"polarity", denied ? "denying-verb" : "said-untrue"});
  }

  void fill_slots(Reading& reading, const Reading* before) const {
    Figure& figure = reading.figure;
    SlotContext context{view_, reading.phrase, reading.trigger};
    context.source = figure.source ? &*figure.source : nullptr;
    context.source_is_label = reading.from_label;
    context.box = &box_side_;
    context.before = before ? &before->figure : nullptr;
    context.named = count_before_name(reading);
    if (auto side = side_of(context); side.value) {
      figure.side = std::move(side.value);
      figure.rules.push_back({"side", side.rule});
    }
    if (const auto kind = kind_of(context); kind.value) {
      figure.kind = kind.value;
      figure.rules.push_back({"kind", kind.rule});
    }
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
  std::optional<std::size_t> numbers_read_;  // those of numbers, once all are
};

}  // namespace

void read_block(const BlockView& view, const std::optional<std::string>& box_side, bool is_box, FiguresRead& read) {
  BlockPass(view, box_side, is_box).run(read);
}

}  // namespace counterclaim::extract
