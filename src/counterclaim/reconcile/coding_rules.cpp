#include "counterclaim/reconcile/coding_rules.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/tab_table.h"

namespace counterclaim::reconcile {
namespace {

using record::SeriesPoint;
using record::TollEstimate;

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr Named<ClaimantClass> kClasses[] = {{"own", ClaimantClass::kOwn},
                                             {"enemy", ClaimantClass::kEnemy},
                                             {"third", ClaimantClass::kThird},
                                             {"reports", ClaimantClass::kReports}};
constexpr Named<Choice> kChoices[] = {{"none", Choice::kNone},
                                      {"least", Choice::kLeast},
                                      {"most_relied", Choice::kMostRelied},
                                      {"greatest_reliable", Choice::kGreatestReliable},
                                      {"latest", Choice::kLatest}};

template <class Value, std::size_t N>
const Named<Value>* find_named(const Named<Value> (&table)[N], std::string_view name) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const auto& n) { return n.name == name; });
  return found == std::end(table) ? nullptr : found;
}

std::string_view class_name(ClaimantClass value) {
  return std::find_if(std::begin(kClasses), std::end(kClasses), [&](const auto& n) { return n.value == value; })->name;
}

Result<CodingRule> rule_of(const TabTable& table, const TabRow& row) {
  CodingRule rule;
  rule.name = row.columns[0];
  for (const std::string& name : list_of(row.columns[1])) {
    const auto* found = find_named(kClasses, name);
    if (found == nullptr) return table.malformed(row.line, "unknown class of claimants");
    rule.reliance.push_back(found->value);
  }
  Choice* const choices[] = {&rule.low, &rule.best, &rule.high};
  for (std::size_t n = 0; n < 3; ++n) {
    const auto* found = find_named(kChoices, row.columns[2 + n]);
    if (found == nullptr) return table.malformed(row.line, "unknown choice");
    *choices[n] = found->value;
  }
  for (const std::string& entry : list_of(row.columns[5])) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string::npos) {
      if (entry == "-") continue;
      return table.malformed(row.line, "'word=number' is expected");
    }
    double value = 0;
    const char* end = entry.data() + entry.size();
    if (std::from_chars(entry.data() + equals + 1, end, value).ptr != end)
      return table.malformed(row.line, "'word=number' is expected");
    rule.words.emplace(entry.substr(0, equals), value);
  }
  rule.each_claimant = row.columns[6] == "yes";
  return rule;
}

// A claimant's latest count.
struct Count {
  const SeriesPoint* point = nullptr;
  ClaimantClass claimant = ClaimantClass::kThird;
  double low = 0, high = 0;
};

auto toll_of(const SeriesPoint& p) { return std::tuple(p.side, p.measure, p.kind, p.unit); }

std::string number(double value) { return fmt::format("{}", value); }

class Estimator {
 public:
  Estimator(std::span<const SeriesPoint> series, const CodingRule& rule) : series_(series), rule_(rule) {
    for (const SeriesPoint& point : series) sides_.insert(point.side.value_or(""));
  }

  std::vector<TollEstimate> all() const {
    std::vector<TollEstimate> estimates;
    for (std::size_t begin = 0; begin < series_.size();) {
      std::size_t end = begin + 1;
      const auto is_same = [&](const SeriesPoint& p) {
        return toll_of(p) == toll_of(series_[begin]) && (!rule_.each_claimant || p.claimant == series_[begin].claimant);
      };
      while (end < series_.size() && is_same(series_[end])) ++end;
      if (auto estimate = one(series_.subspan(begin, end - begin))) estimates.push_back(std::move(*estimate));
      begin = end;
    }
    return estimates;
  }

 private:
  ClaimantClass class_of(const SeriesPoint& point) const {
    if (point.claimant.empty()) return ClaimantClass::kReports;
    if (point.own_count) return ClaimantClass::kOwn;
    return sides_.contains(point.claimant) ? ClaimantClass::kEnemy : ClaimantClass::kThird;
  }

  std::optional<Count> count_of(const SeriesPoint& point) const {
    Count count{&point, class_of(point), 0, 0};
    if (std::find(rule_.reliance.begin(), rule_.reliance.end(), count.claimant) == rule_.reliance.end())
      return std::nullopt;
    if (point.value) {
      count.low = *point.value;
      count.high = point.value_high.value_or(*point.value);
      return count;
    }
    const auto word = rule_.words.find(lower_ascii(point.word.value_or("")));
    if (word == rule_.words.end()) return std::nullopt;
    count.low = count.high = word->second;
    return count;
  }

  // Of each claimant the latest, and of one day the greatest; a rule for the reports' own voice takes them as one.
  std::vector<Count> latest(std::span<const SeriesPoint> points) const {
    std::map<std::string, Count> by_claimant;
    for (const SeriesPoint& point : points) {
      const auto count = count_of(point);
      if (!count) continue;
      const auto [at, added] = by_claimant.emplace(point.claimant, *count);
      if (!added && std::tuple(at->second.point->as_of, at->second.low) < std::tuple(point.as_of, count->low))
        at->second = *count;
    }
    std::vector<Count> counts;
    counts.reserve(by_claimant.size());
    for (const auto& [claimant, count] : by_claimant) counts.push_back(count);
    return counts;
  }

  std::optional<double> choose(Choice choice, const std::vector<Count>& counts) const {
    const auto least = [](const std::vector<Count>& of) {
      return std::min_element(of.begin(), of.end(), [](auto& a, auto& b) { return a.low < b.low; })->low;
    };
    switch (choice) {
      case Choice::kNone: return std::nullopt;
      case Choice::kLeast: return least(counts);
      case Choice::kMostRelied:
        for (const ClaimantClass relied : rule_.reliance) {
          std::vector<Count> of_class;
          std::copy_if(counts.begin(), counts.end(), std::back_inserter(of_class),
                       [&](const Count& c) { return c.claimant == relied; });
          if (!of_class.empty()) return least(of_class);
        }
        return std::nullopt;
      case Choice::kGreatestReliable: {
        const bool only_enemy = std::all_of(counts.begin(), counts.end(),
                                            [](const Count& c) { return c.claimant == ClaimantClass::kEnemy; });
        double greatest = 0;
        for (const Count& count : counts) {
          if (only_enemy || count.claimant != ClaimantClass::kEnemy) greatest = std::max(greatest, count.high);
        }
        return greatest;
      }
      case Choice::kLatest:
        return std::max_element(counts.begin(), counts.end(),
                                [](const Count& a, const Count& b) {
                                  return std::tuple(a.point->as_of, a.low) < std::tuple(b.point->as_of, b.low);
                                })
            ->low;
    }
    return std::nullopt;
  }

  std::optional<TollEstimate> one(std::span<const SeriesPoint> points) const {
    const std::vector<Count> counts = latest(points);
    if (counts.empty()) return std::nullopt;
    TollEstimate estimate;
    estimate.rule = rule_.name;
    estimate.side = points[0].side.value_or("");
    estimate.measure = points[0].measure;
    estimate.kind = points[0].kind;
    estimate.unit = points[0].unit;
    estimate.low = choose(rule_.low, counts);
    estimate.best = choose(rule_.best, counts);
    estimate.high = choose(rule_.high, counts);
    // Where the greatest reliable count is under the one taken, or the least over it, the three keep their order.
    if (estimate.best && estimate.low) estimate.low = std::min(*estimate.low, *estimate.best);
    if (estimate.best && estimate.high) estimate.high = std::max(*estimate.high, *estimate.best);
    for (const Count& count : counts) {
      const SeriesPoint& point = *count.point;
      const std::string amount =
          count.low == count.high ? number(count.low) : number(count.low) + " to " + number(count.high);
      estimate.working.push_back(
          fmt::format("{} ({}{}{}): {}{}", point.claimant.empty() ? "the reports" : point.claimant,
                      class_name(count.claimant), point.as_of ? ", " : "", point.as_of.value_or(""), amount,
                      point.value ? "" : " for \"" + point.word.value_or("") + "\""));
      estimate.figures.push_back(point.figure);
    }
    return estimate;
  }

  std::span<const SeriesPoint> series_;
  const CodingRule& rule_;
  std::set<std::string> sides_;
};

}  // namespace

Result<CodingRules> CodingRules::load(const std::filesystem::path& folder) {
  const auto table = read_tab_table(folder / "coding_rules.tsv", 8);
  if (!table) return tl::unexpected<Error>(table.error());
  CodingRules rules;
  for (const TabRow& row : table->rows) {
    auto rule = rule_of(*table, row);
    if (!rule) return tl::unexpected<Error>(rule.error());
    rules.rules_.push_back(std::move(*rule));
  }
  return rules;
}

const CodingRule* CodingRules::named(std::string_view name) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const CodingRule& r) { return r.name == name; });
  return found == rules_.end() ? nullptr : &*found;
}

Result<std::vector<TollEstimate>> CodingRules::estimate(std::span<const SeriesPoint> series,
                                                        std::string_view rule) const {
  const CodingRule* found = named(rule);
  if (found == nullptr) {
    std::string names;
    for (const CodingRule& known : rules_) names += (names.empty() ? "" : ", ") + known.name;
    return fail(ErrorCode::kUsage, fmt::format("no rule is called '{}'; there are {}", rule, names));
  }
  return Estimator(series, *found).all();
}

}  // namespace counterclaim::reconcile
