#include "counterclaim/extract/toll_reader.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace counterclaim::extract {
namespace {

using record::Bound;
using record::Figure;
using record::Measure;
using record::PersonKind;
using record::Toll;

constexpr std::size_t kReach = 64;  // counts that a figure is compared with
constexpr int kNewsDays = 60;
constexpr std::uint32_t kNear = 400;  // characters between a victim and the name that is told later

// People or things that figures tell of, told once or several times.
struct Count {
  std::vector<std::uint32_t> figures;
  std::optional<std::string> side;
  std::optional<PersonKind> kind;
  std::optional<std::size_t> whole;  // the count that it is part of
  std::string_view rule = "told-once";
  std::string_view kind_rule;  // empty: of its figures
  double died = 0;             // how many of the wounded are among the dead now
  std::uint32_t named = 0;     // how many of its people have been named since
  bool replaced = false;

  [[nodiscard]] std::uint32_t lead() const { return figures.front(); }
};

bool is_counted(Measure measure) {
  return measure != Measure::kForces && measure != Measure::kOther && measure != Measure::kDistance &&
         measure != Measure::kArea;
}

template <class Value>
bool agree(const std::optional<Value>& a, const std::optional<Value>& b) {
  return !a || !b || *a == *b;
}

bool kinds_agree(std::optional<PersonKind> a, std::optional<PersonKind> b) {
  const auto open = [](std::optional<PersonKind> kind) { return !kind || *kind == PersonKind::kUnspecified; };
  return open(a) || open(b) || *a == *b;
}

bool sides_agree(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return agree(a, b) || *a == "both" || *b == "both";
}

// The day kNewsDays before an ISO date: what a news report tells of earlier times is background. Unset for no full
// date.
std::optional<std::string> oldest_news(const std::string& published) {
  using namespace std::chrono;
  int y = 0;
  unsigned m = 0, d = 0;
  if (std::sscanf(published.c_str(), "%d-%u-%u", &y, &m, &d) != 3) return std::nullopt;
  const year_month_day day(sys_days(year(y) / month(m) / std::chrono::day(d)) - days(kNewsDays));
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

// The end of an interval, the date itself otherwise.
std::string_view last_part(std::string_view when) {
  const std::size_t slash = when.find('/');
  return slash == std::string_view::npos ? when : when.substr(slash + 1);
}

// Whether two names have a word in common that is no initial or particle: "Jamil Soren", "Soren".
bool share_name(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortest = 4;
  const auto next_word = [](std::string_view& rest) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, space);
    rest.remove_prefix(std::min(rest.size(), space + 1));
    return word;
  };
  while (!a.empty()) {
    const std::string_view word = next_word(a);
    for (std::string_view rest = b; word.size() >= kShortest && !rest.empty();) {
      if (next_word(rest) == word) return true;
    }
  }
  return a == b;
}

// The measure's rule of a figure.
std::string_view rule_of(const Figure& figure) {
  for (const record::RuleTrace& trace : figure.rules) {
    if (trace.slot == "measure") return trace.rule;
  }
  return {};
}

class TollPass {
 public:
  TollPass(const FiguresRead& read, const std::optional<std::string>& published)
      : figures_(read.figures), hints_(read.hints), count_of_(figures_.size()) {
    if (published) oldest_news_ = oldest_news(*published);
  }

  std::vector<Toll> run() {
    for (std::uint32_t n = 0; n < figures_.size(); ++n) {
      if (is_counted(figures_[n].measure) && figures_[n].polarity == record::Polarity::kAsserted) place(n);
    }
    find_wholes();
    for (Count& count : counts_) take_kind_of_attacked(count);
    for (Count& count : counts_) {
      if (!count.whole || count.kind != PersonKind::kUnspecified) continue;
      const Count& whole = counts_[*count.whole];
      if (whole.kind_rule.empty()) continue;
      count.kind = whole.kind;
      count.kind_rule = whole.kind_rule;
    }
    // A history tells of nothing newer: its own subject is no background.
    const bool has_news = std::any_of(counts_.begin(), counts_.end(), [&](const Count& count) {
      return std::any_of(count.figures.begin(), count.figures.end(), [&](std::uint32_t n) { return !is_old(n); });
    });
    if (!has_news) oldest_news_.reset();
    return rows();
  }

 private:
  const Figure& lead(const Count& count) const { return figures_[count.lead()]; }

  void place(std::uint32_t n) {
    const Figure& figure = figures_[n];
    if (figure.measure == Measure::kKilled) take_from_wounded(n);
    if (const auto repeated = repeated_count(n)) {
      join(counts_[*repeated], n);
      count_of_[n] = repeated;
      return;
    }
    if (const auto several = count_with_name(n)) {
      counts_[*several].figures.push_back(n);
      ++counts_[*several].named;
      count_of_[n] = several;
      return;
    }
    Count count;
    count.figures.push_back(n);
    count.side = figure.side;
    count.kind = figure.kind;
    if (figure.part_of && count_of_[*figure.part_of]) {
      count.whole = count_of_[*figure.part_of];
      count.rule = "part-told";
    } else if (const auto whole = whole_of_part(n)) {
      count.whole = whole;
      count.rule = "part-of-before";
    } else if (const auto older = corrected_count(n)) {
      counts_[*older].replaced = true;
      count.rule = "newer-total";
    }
    count_of_[n] = counts_.size();
    counts_.push_back(std::move(count));
  }

  // The latest count that the figure tells again: the same measure and number, nothing against it.
  std::optional<std::size_t> repeated_count(std::uint32_t position) const {
    if (hints_[position].is_other) return std::nullopt;
    const Figure& figure = figures_[position];
    const std::size_t first = counts_.size() > kReach ? counts_.size() - kReach : 0;
    for (std::size_t n = counts_.size(); n-- > first;) {
      const Count& count = counts_[n];
      const Figure& earlier = lead(count);
      if (earlier.measure != figure.measure || earlier.value != figure.value) continue;
      if (!figure.value && earlier.word != figure.word) continue;
      if (!sides_agree(count.side, figure.side) || !kinds_agree(count.kind, figure.kind)) continue;
      if (!agree(earlier.when, figure.when) || figure.part_of != earlier.part_of) continue;
      if (is_single(figure) && !may_repeat_single(position, count)) continue;
      return n;
    }
    return std::nullopt;
  }

  static bool is_single(const Figure& figure) { return figure.value && *figure.value == 1; }

  // Single victims are many. The same person is told again by a pronoun, by a name that is alike, or by a name told
  // soon after somebody without one; never by the same verb.
  bool may_repeat_single(std::uint32_t position, const Count& count) const {
    const Figure& figure = figures_[position];
    const FigureHint& hint = hints_[position];
    const auto same_verb = [&](std::uint32_t n) {
      return hints_[n].block == hint.block && hints_[n].trigger == hint.trigger;
    };
    if (std::any_of(count.figures.begin(), count.figures.end(), same_verb)) return false;
    if (hint.takes_up) return true;
    const auto named = std::find_if(count.figures.begin(), count.figures.end(),
                                    [&](std::uint32_t n) { return figures_[n].who.has_value(); });
    if (named != count.figures.end()) return figure.who && share_name(figure.who->name, figures_[*named].who->name);
    const FigureHint& first = hints_[count.lead()];
    const bool same_sentence = first.block == hint.block && first.sentence == hint.sentence;
    return hint.is_named && !same_sentence && figure.span.begin < lead(count).span.end + kNear;
  }

  // "Two guards were killed … Ana Rojas died": a name of one of those counted before.
  std::optional<std::size_t> count_with_name(std::uint32_t position) const {
    const Figure& figure = figures_[position];
    if (!hints_[position].is_named || !is_single(figure) || figure.part_of) return std::nullopt;
    const std::size_t first = counts_.size() > kReach ? counts_.size() - kReach : 0;
    for (std::size_t n = counts_.size(); n-- > first;) {
      const Count& count = counts_[n];
      const Figure& several = lead(count);
      if (several.measure != figure.measure || !several.value || *several.value < 2 || count.replaced) continue;
      if (count.named < *several.value && sides_agree(count.side, figure.side) &&
          kinds_agree(count.kind, figure.kind) && agree(several.when, figure.when))
        return n;
    }
    return std::nullopt;
  }

  void join(Count& count, std::uint32_t n) {
    const Figure& figure = figures_[n];
    if (!count.side || *count.side == "both") count.side = figure.side ? figure.side : count.side;
    if (!count.kind || *count.kind == PersonKind::kUnspecified) count.kind = figure.kind ? figure.kind : count.kind;
    count.figures.push_back(n);
    count.rule = "told-again";
  }

  // "Rojas was wounded and later died", "one of the six wounded died": no more among the wounded.
  void take_from_wounded(std::uint32_t position) {
    const Figure& dead = figures_[position];
    const FigureHint& hint = hints_[position];
    if (!dead.value) return;
    const std::size_t first = counts_.size() > kReach ? counts_.size() - kReach : 0;
    for (std::size_t n = counts_.size(); n-- > first;) {
      Count& count = counts_[n];
      if (lead(count).measure != Measure::kWounded || !lead(count).value) continue;
      const FigureHint& hurt = hints_[count.lead()];
      const bool same_words = hurt.block == hint.block && hurt.phrase == hint.phrase && lead(count).value == dead.value;
      const bool among = hint.of_wounded && *lead(count).value > *dead.value;
      if (!same_words && !among) continue;
      if (same_words)
        count.replaced = true;
      else
        count.died += *dead.value;
      return;
    }
  }

  // "Among the dead were two brothers": of the last count of the same that is larger.
  std::optional<std::size_t> whole_of_part(std::uint32_t position) const {
    if (!hints_[position].is_part) return std::nullopt;
    const Figure& figure = figures_[position];
    const std::size_t first = counts_.size() > kReach ? counts_.size() - kReach : 0;
    for (std::size_t n = counts_.size(); n-- > first;) {
      const Figure& whole = lead(counts_[n]);
      const bool larger = whole.value && figure.value && *whole.value > *figure.value;
      if (whole.measure == figure.measure && larger && !counts_[n].whole && !counts_[n].replaced) return n;
    }
    return std::nullopt;
  }

  // "rose from 31 to 45": the total right before.
  std::optional<std::size_t> corrected_count(std::uint32_t n) const {
    if (n == 0 || !count_of_[n - 1] || rule_of(figures_[n]) != "toll" || rule_of(figures_[n - 1]) != "toll")
      return std::nullopt;
    const Figure& earlier = figures_[n - 1];
    return earlier.measure == figures_[n].measure ? count_of_[n - 1] : std::nullopt;
  }

  // Counts beside a larger one that add up to it are its parts: "Eight killed: six soldiers and two nurses died", "Six
  // soldiers and two nurses were killed. The eight …".
  void find_wholes() {
    for (std::size_t w = 0; w < counts_.size(); ++w) {
      if (counts_[w].replaced || counts_[w].whole || !lead(counts_[w]).value) continue;
      if (!add_up(w, w + 1, std::min(counts_.size(), w + kReach))) add_up(w, w > kReach ? w - kReach : 0, w);
    }
  }

  // Whether counts of that range add up to the whole; then they are its parts.
  bool add_up(std::size_t whole, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> parts;
    double sum = 0;
    for (std::size_t n = begin; n < end; ++n) {
      if (!may_be_part(counts_[n], counts_[whole])) continue;
      parts.push_back(n);
      sum += *lead(counts_[n]).value;
      if (sum == *lead(counts_[whole]).value && parts.size() > 1) break;
    }
    if (sum != *lead(counts_[whole]).value || parts.size() < 2) return false;
    for (const std::size_t n : parts) {
      counts_[n].whole = whole;
      counts_[n].rule = "parts-add-up";
    }
    return true;
  }

  // Whom an armed side harms outside of a fight, and whom no word makes a fighter, is a civilian: "The rebels killed
  // three people", "The army killed three people". One-sided violence, as UCDP defines it.
  void take_kind_of_attacked(Count& count) const {
    const Measure measure = lead(count).measure;
    if (measure != Measure::kKilled && measure != Measure::kWounded && measure != Measure::kKilledOrWounded) return;
    if (count.kind != PersonKind::kUnspecified || count.side == "both") return;
    const bool attacked =
        std::any_of(count.figures.begin(), count.figures.end(), [&](std::uint32_t n) { return hints_[n].is_attack; });
    if (!attacked) return;
    count.kind = PersonKind::kCivilian;
    count.kind_rule = "attacked";
  }

  bool may_be_part(const Count& part, const Count& whole) const {
    const Figure& figure = lead(part);
    if (part.replaced || part.whole || figure.measure != lead(whole).measure || !figure.value) return false;
    return sides_agree(part.side, whole.side) && kinds_agree(part.kind, whole.kind) &&
           agree(figure.when, lead(whole).when) && *figure.value < *lead(whole).value;
  }

  std::vector<Toll> rows() const {
    std::vector<double> rest(counts_.size(), 0);
    for (std::size_t n = 0; n < counts_.size(); ++n) rest[n] = lead(counts_[n]).value.value_or(0) - counts_[n].died;
    for (const Count& count : counts_) {
      if (count.whole && !count.replaced) rest[*count.whole] -= lead(count).value.value_or(0);
    }
    std::vector<Toll> tolls;
    for (std::size_t n = 0; n < counts_.size(); ++n) {
      if (!counts_[n].replaced) add_row(counts_[n], rest[n], tolls);
    }
    return tolls;
  }

  void add_row(const Count& count, double rest, std::vector<Toll>& tolls) const {
    const Figure& figure = lead(count);
    if (figure.value && rest <= 0 && *figure.value != 0) return;
    for (Toll& toll : tolls) {
      if (!same_row(toll, count)) continue;
      // A vague word adds nothing to a number.
      if (!figure.value) return;
      toll.value = toll.value.value_or(0) + rest;
      if (toll.when != figure.when) toll.when.reset();
      if (toll.bound == Bound::kVague) toll.bound = figure.bound;
      toll.figures.insert(toll.figures.end(), count.figures.begin(), count.figures.end());
      return;
    }
    Toll toll;
    toll.measure = figure.measure;
    toll.side = count.side;
    toll.kind = count.kind;
    if (figure.value) toll.value = rest;
    toll.value_high = figure.value_high;
    toll.bound = figure.bound;
    toll.word = figure.word;
    toll.unit = figure.unit;
    toll.when = figure.when;
    toll.event = figure.event;
    if (figure.source) toll.source = count.lead();
    toll.figures = count.figures;
    toll.background = is_background(count);
    toll.rules.push_back({"figures", count.rule});
    if (!count.kind_rule.empty()) toll.rules.push_back({"kind", count.kind_rule});
    tolls.push_back(std::move(toll));
  }

  // An interval counts by its end, which is its last part.
  bool is_old(std::uint32_t n) const {
    const auto& when = figures_[n].when;
    if (!oldest_news_ || !when) return false;
    const std::string_view last = last_part(*when);
    return last < std::string_view(*oldest_news_).substr(0, last.size());
  }

  bool is_background(const Count& count) const {
    return std::all_of(count.figures.begin(), count.figures.end(),
                       [&](std::uint32_t n) { return hints_[n].is_background || is_old(n); });
  }

  // Whether the count goes into the row: the same measure, side and kind, by a claimant who does not rival the row's.
  bool same_row(const Toll& toll, const Count& count) const {
    const Figure& figure = lead(count);
    if (toll.background != is_background(count) || toll.measure != figure.measure || toll.side != count.side ||
        toll.kind != count.kind || toll.unit != figure.unit || toll.event != figure.event)
      return false;
    if (!toll.source || !figure.source) return true;
    const auto& first = figures_[*toll.source].source;
    return agree(first->side, figure.source->side);
  }

  const std::vector<Figure>& figures_;
  const std::vector<FigureHint>& hints_;
  std::optional<std::string> oldest_news_;  // what happened before that day is background
  std::vector<Count> counts_;
  std::vector<std::optional<std::size_t>> count_of_;  // of each figure
};

}  // namespace

std::vector<Toll> tolls_of(const FiguresRead& read, const std::optional<std::string>& published) {
  return TollPass(read, published).run();
}

}  // namespace counterclaim::extract
