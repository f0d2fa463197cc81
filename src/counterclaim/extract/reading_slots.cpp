#include "counterclaim/extract/reading_slots.h"

#include <algorithm>
#include <utility>

#include "counterclaim/extract/figure_details.h"
#include "counterclaim/extract/figure_scopes.h"
#include "counterclaim/extract/reading_hints.h"
#include "counterclaim/extract/slot_rules.h"
#include "counterclaim/extract/when_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::is_one_of;
using language::Analysis;
using record::Bound;
using record::Figure;
using record::Measure;

constexpr std::size_t kReach = 16;  // readings that one is compared with

class SlotPass {
 public:
  SlotPass(const BlockView& view, const std::optional<std::string>& box_side, std::vector<Reading>& readings)
      : view_(view), analysis_(view.analysis()), box_side_(box_side), readings_(readings) {}

  void run() {
    for (std::size_t n = 0; n < readings_.size(); ++n) fill(n);
  }

 private:
  void fill(std::size_t n) {
    Reading& reading = readings_[n];
    Figure& figure = reading.figure;
    figure.rules.push_back({"measure", reading.trigger.rule});
    set_amount(reading.phrase, figure);
    const Reading* before = before_of(n);
    if (before && is_as_many(reading.phrase)) take_amount(before->figure, figure);
    spread_bound(reading, before);
    bound_of_total(reading);
    set_whole(n, before);
    set_source(reading, before);
    set_side_and_kind(n);
    set_hedge(reading);
    set_who(reading);
    if (reading.whole) take_from_whole(readings_[*reading.whole].figure, figure);
    set_times(reading);
    const TokenSpan evidence{std::min(reading.phrase.tokens.begin, reading.trigger.token),
                             std::max(reading.phrase.tokens.end, reading.trigger.token + 1)};
    figure.span = view_.grounded.report_span(view_.block, evidence);
    if (counts_things(figure.measure) && reading.phrase.noun)
      figure.unit = std::string(analysis_.text(analysis_[*reading.phrase.noun]));
    fill_hint(view_, reading);
    if (reading.whole) reading.hint.is_part = true;
  }

  // The reading before in the sentence; of one phrase that suffers two things the readings do not count as before.
  const Reading* before_of(std::size_t n) const {
    const std::uint32_t begin = readings_[n].phrase.tokens.begin;
    for (std::size_t m = n; m-- > 0 && n - m < kReach;) {
      const Reading& earlier = readings_[m];
      if (earlier.phrase.tokens.begin == begin) continue;
      const bool same = ground::same_sentence(analysis_[earlier.phrase.tokens.begin], analysis_[begin]);
      return same ? &earlier : nullptr;
    }
    return nullptr;
  }

  // The last reading before in the sentence that tells of victims, as the reading does; those who did it are none.
  const Reading* victims_before(std::size_t n) const {
    const Reading& reading = readings_[n];
    for (std::size_t m = n; m-- > 0 && n - m < kReach;) {
      const Reading& earlier = readings_[m];
      if (!ground::same_sentence(analysis_[earlier.phrase.tokens.begin], analysis_[reading.phrase.tokens.begin])) break;
      if (earlier.phrase.tokens.begin == reading.phrase.tokens.begin) continue;
      const bool fits = (earlier.figure.measure == Measure::kForces) == (reading.figure.measure == Measure::kForces);
      if (!fits || counts_things(earlier.figure.measure)) continue;
      // "two people, among them a guard, were killed and four wounded": like the two, not like the guard
      return earlier.whole && !reading.whole ? &readings_[*earlier.whole] : &earlier;
    }
    return nullptr;
  }

  // "killing one Peruvian and two Chilean guards and wounding 14 others": whether those before are of two sides.
  bool two_sides_before(const Reading& last) const {
    const std::size_t position = static_cast<std::size_t>(&last - readings_.data());
    for (std::size_t m = position; m-- > 0 && position - m < kReach;) {
      const Reading& earlier = readings_[m];
      if (earlier.trigger.token != last.trigger.token) return false;
      if (earlier.figure.side && last.figure.side && earlier.figure.side != last.figure.side) return true;
    }
    return false;
  }

  // The count of several that a victim named later in the block is one of.
  const Figure* count_before_name(std::size_t n) const {
    const Reading& reading = readings_[n];
    if (reading.phrase.number || analysis_.entity_label(analysis_[reading.phrase.root]) != "PERSON") return nullptr;
    for (std::size_t m = n; m-- > 0 && n - m < kReach;) {
      const Reading& earlier = readings_[m];
      if (earlier.phrase.number && earlier.figure.measure == reading.figure.measure && earlier.figure.side)
        return &earlier.figure;
    }
    return nullptr;
  }

  // "30 people, five of them children", "ten sailors, including four cadets and a cook"
  void set_whole(std::size_t n, const Reading* before) {
    Reading& reading = readings_[n];
    const auto whole = whole_of(n, before);
    if (!whole || readings_[*whole].figure.measure != reading.figure.measure) return;
    reading.whole = whole;
    reading.figure.rules.push_back({"part_of", "part-of-before"});
  }

  std::optional<std::size_t> whole_of(std::size_t n, const Reading* before) const {
    const Reading& reading = readings_[n];
    const bool among = is_one_of(reading.trigger.rule, {"among-harmed", "included-in-harmed"});
    if (among || is_of_them(view_, reading.phrase)) return larger_before(n);
    if (!before || before->figure.measure != reading.figure.measure) return std::nullopt;
    const std::size_t position = static_cast<std::size_t>(before - readings_.data());
    if (reading.trigger.rule == "part-of-before") return before->whole.value_or(position);
    const std::uint32_t begin = reading.phrase.tokens.begin;
    if (begin > 0 && opens_list_of_parts(view_, *before, begin - 1)) return position;
    if (const auto named = included_before(n)) return named;
    if (before->whole && only_list_between(view_, before->phrase, reading.phrase)) return before->whole;
    return apposed_to(n);
  }

  // "two rebels - a commander and his wife": the count that the people stand in apposition to, all of them together.
  std::optional<std::size_t> apposed_to(std::size_t n) const {
    const std::uint32_t first = ground::first_conjunct(analysis_, readings_[n].phrase.root);
    if (!ground::has_dep(analysis_, analysis_[first], {"appos"})) return std::nullopt;
    const auto in_list = [&](const Reading& reading) {
      return reading.figure.measure == readings_[n].figure.measure &&
             ground::first_conjunct(analysis_, reading.phrase.root) == first;
    };
    double sum = 0;
    for (std::size_t m = n > kReach ? n - kReach : 0; m < std::min(readings_.size(), n + kReach); ++m) {
      if (in_list(readings_[m])) sum += amount_of(readings_[m].phrase);
    }
    for (std::size_t m = n; m-- > 0 && n - m < kReach;) {
      const Reading& earlier = readings_[m];
      if (earlier.phrase.tokens.contains(analysis_[first].head))
        return amount_of(earlier.phrase) == sum ? std::optional(m) : std::nullopt;
    }
    return std::nullopt;
  }

  static double amount_of(const CountedPhrase& phrase) {
    return phrase.number ? phrase.number->value.value_or(0) : phrase.persons;
  }

  // "two of them": the last count of the same that is larger.
  std::optional<std::size_t> larger_before(std::size_t n) const {
    const Figure& figure = readings_[n].figure;
    for (std::size_t m = n; m-- > 0 && n - m < kReach;) {
      const Figure& earlier = readings_[m].figure;
      if (earlier.measure != figure.measure || readings_[m].whole) continue;
      if (!earlier.value || !figure.value || *earlier.value > *figure.value) return m;
    }
    return std::nullopt;
  }

  // The count that stands before the "including" of the list that the reading is in.
  std::optional<std::size_t> included_before(std::size_t n) const {
    constexpr std::uint32_t kLongest = 40;  // tokens of such a list
    const std::uint32_t begin = readings_[n].phrase.tokens.begin;
    std::uint32_t token = begin;
    while (token > 0 && begin - token < kLongest) {
      --token;
      if (is_one_of(analysis_.lower(analysis_[token]), {"including", "namely"})) break;
      if (ground::is_verbal(analysis_[token]) && analysis_.tag(analysis_[token]) != "VBN") return std::nullopt;
    }
    if (!is_one_of(analysis_.lower(analysis_[token]), {"including", "namely"})) return std::nullopt;
    for (std::size_t m = n; m-- > 0 && n - m < kReach;) {
      const Reading& earlier = readings_[m];
      if (earlier.phrase.tokens.begin >= token) continue;
      const bool same = earlier.figure.measure == readings_[n].figure.measure &&
                        ground::same_sentence(analysis_[earlier.phrase.tokens.begin], analysis_[begin]);
      return same ? std::optional(earlier.whole.value_or(m)) : std::nullopt;
    }
    return std::nullopt;
  }

  // "nine rebels, including four women": what the part does not tell itself holds of it as of the whole.
  static void take_from_whole(const Figure& whole, Figure& part) {
    if (!part.side && whole.side) {
      part.side = whole.side;
      part.rules.push_back({"side", "whole"});
    }
    if (part.kind == record::PersonKind::kUnspecified && whole.kind && *whole.kind != *part.kind) {
      part.kind = whole.kind;
      std::erase_if(part.rules, [](const record::RuleTrace& trace) { return trace.slot == "kind"; });
      part.rules.push_back({"kind", "whole"});
    }
  }

  static void set_amount(const CountedPhrase& phrase, Figure& figure) {
    if (!phrase.number) {
      figure.value = phrase.persons;
      return;
    }
    figure.value = phrase.number->value;
    figure.value_high = phrase.number->value_high;
    figure.bound = phrase.number->bound;
    if (figure.bound == Bound::kVague) figure.word = phrase.number->word;
  }

  bool is_as_many(const CountedPhrase& phrase) const {
    if (!phrase.number || phrase.number->word != "many" || phrase.noun) return false;
    const std::uint32_t many = phrase.number->digits.begin;
    const std::uint32_t next = phrase.number->digits.end;
    return many > 0 && analysis_.lower(analysis_[many - 1]) == "as" &&
           (next >= analysis_.size() || analysis_.lower(analysis_[next]) != "as");
  }

  // "killed three guards and wounded as many"
  static void take_amount(const Figure& before, Figure& figure) {
    figure.value = before.value;
    figure.value_high = before.value_high;
    figure.bound = before.bound;
    figure.word = before.word;
    figure.rules.push_back({"bound", "as-many"});
  }

  // "at least 5 soldiers and 3 civilians": the bound goes on to all members of the list.
  void spread_bound(Reading& reading, const Reading* before) const {
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

  // "the toll passed 90"
  void bound_of_total(Reading& reading) const {
    const std::uint32_t begin = reading.phrase.tokens.begin;
    if (reading.trigger.rule != "toll" || begin == 0 || reading.figure.bound != Bound::kExact) return;
    if (!view_.lexicon.is_exceeding(analysis_.lower(analysis_[begin - 1]))) return;
    reading.figure.bound = Bound::kMoreThan;
    reading.figure.rules.push_back({"bound", "exceeding"});
  }

  void set_source(Reading& reading, const Reading* before) const {
    Figure& figure = reading.figure;
    const attribute::Scope* scope = scope_of(view_, reading.phrase, reading.trigger);
    if (before && goes_on_within(*before, reading, scope)) {
      figure.source = before->figure.source;
      figure.rules.push_back({"source", "coordinated"});
    } else if (scope) {
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

  // "Andina adds that officials counted 29 dead, with 70 injured": the inner one says the second number too.
  bool goes_on_within(const Reading& before, const Reading& reading, const attribute::Scope* scope) const {
    constexpr std::uint32_t kNear = 3;  // ", with"
    const std::uint32_t end = std::max(before.phrase.tokens.end, before.trigger.token + 1);
    if (!scope || reading.phrase.tokens.begin < end || reading.phrase.tokens.begin > end + kNear) return false;
    const attribute::Scope* inner = scope_of(view_, before.phrase, before.trigger);
    return inner && inner != scope && inner->parent && &view_.scopes.scopes()[*inner->parent] == scope;
  }

  void set_side_and_kind(std::size_t n) {
    Reading& reading = readings_[n];
    Figure& figure = reading.figure;
    const Reading* victims = victims_before(n);
    SlotContext context{view_, reading.phrase, reading.trigger};
    context.source = figure.source ? &*figure.source : nullptr;
    context.source_is_label = reading.from_label;
    context.box = &box_side_;
    context.before = victims ? &victims->figure : nullptr;
    context.two_sides_before = victims && two_sides_before(*victims);
    context.named = count_before_name(n);
    if (auto side = side_of(context); side.value) {
      figure.side = std::move(side.value);
      figure.rules.push_back({"side", side.rule});
    }
    if (const auto kind = kind_of(context); kind.value) {
      figure.kind = kind.value;
      figure.rules.push_back({"kind", kind.rule});
    }
  }

  void set_hedge(Reading& reading) const {
    const attribute::Hedge* hedge = view_.scopes.hedge(view_.block, reading.phrase.root);
    if (!hedge) hedge = view_.scopes.hedge(view_.block, reading.trigger.token);
    const auto doubt = hedge ? hedge->words : doubt_of(view_, reading.phrase, reading.trigger);
    if (!doubt) return;
    reading.figure.hedge = std::string(analysis_.text(*doubt));
    reading.figure.rules.push_back({"hedge", hedge ? "hearsay" : "doubt"});
  }

  void set_who(Reading& reading) const {
    const auto who = reading.figure.who ? std::nullopt : who_of(view_, reading.phrase);
    if (who) reading.figure.who = {view_.grounded.report_span(view_.block, *who), std::string(analysis_.text(*who))};
  }

  void set_times(Reading& reading) const {
    Figure& figure = reading.figure;
    if (auto when = when_of(view_.grounded, view_.block, reading.trigger.token)) {
      figure.when = std::move(when->value);
      figure.rules.push_back({"when", when->rule});
    }
    if (const auto counts = counting_of(view_, reading.phrase, reading.trigger, figure.when.has_value())) {
      figure.counts = counts->counting;
      figure.rules.push_back({"counts", counts->rule});
    }
  }

  const BlockView& view_;
  const Analysis& analysis_;
  const std::optional<std::string>& box_side_;
  std::vector<Reading>& readings_;
};

}  // namespace

bool only_list_between(const BlockView& view, const CountedPhrase& first, const CountedPhrase& second) {
  const Analysis& analysis = view.analysis();
  const bool things = second.noun_class.type == NounType::kThing;  // "two tanks and other armoured vehicles; one gun"
  const std::uint32_t longest = things ? 9 : 4;
  const std::uint32_t begin = first.tokens.end, end = second.tokens.begin;
  if (end <= begin || end > begin + longest) return false;
  for (std::uint32_t token = begin; token < end; ++token) {
    if (is_one_of(analysis.lower(analysis[token]), {",", "and", "as", "well", "plus", "&", "also"})) continue;
    const language::Token& there = analysis[token];
    const bool part = ground::is_noun(there) || there.pos == language::Pos::kAdj || analysis.lower(there) == ";";
    if (!things || !part) return false;
  }
  return true;
}

bool opens_list_of_parts(const BlockView& view, const Reading& whole, std::uint32_t mark) {
  const Analysis& analysis = view.analysis();
  const bool is_mark = is_one_of(analysis.lower(analysis[mark]), {"-", "–", "—", "--", "(", ":"});
  return is_mark && !whole.whole && (whole.phrase.tokens.end == mark || whole.trigger.token + 1 == mark);
}

void fill_slots(const BlockView& view, const std::optional<std::string>& box_side, std::vector<Reading>& readings) {
  SlotPass(view, box_side, readings).run();
}

}  // namespace counterclaim::extract
