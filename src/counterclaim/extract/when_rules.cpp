#include "counterclaim/extract/when_rules.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::GroundedTime;
using ground::has_dep;
using language::Analysis;
using language::Token;

constexpr double kFarthest = 6;          // steps in the tree from a happening to its time
constexpr double kLeavesRelative = 2.5;  // what leaving a relative clause costs
constexpr double kInsideClause = 1.5;    // what a time inside another clause costs
constexpr int kMostSteps = 12;
constexpr std::ptrdiff_t kMostTimes = 64;  // on each side of the happening: rows of times stay linear

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2022", "2022-09", "2022-09-13"
bool is_calendar_date(std::string_view value) {
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return false;
  if (!is_digits(value.substr(0, 4))) return false;
  if (value.size() > 4 && (value[4] != '-' || !is_digits(value.substr(5, 2)))) return false;
  return value.size() < 10 || (value[7] == '-' && is_digits(value.substr(8, 2)));
}

class TimeSearch {
 public:
  TimeSearch(const Analysis& analysis, std::uint32_t token) : analysis_(analysis), token_(token) {}

  // How far the time is from the happening; unset where it dates something else.
  std::optional<double> cost(const GroundedTime& time) const {
    const std::uint32_t head = head_of(time.tokens);
    if (dates_a_noun(head) && !holds(analysis_[head].head)) return std::nullopt;
    std::uint32_t at = token_;
    double up = 0;
    for (int step = 0; step < kMostSteps; ++step) {
      if (const auto down = cost_down(at, head)) return up + *down;
      const Token& node = analysis_[at];
      if (node.is_root()) break;
      up += 1 + (has_dep(analysis_, node, {"relcl"}) ? kLeavesRelative : 0);
      at = node.head;
    }
    return std::nullopt;
  }

 private:
  std::uint32_t head_of(TokenSpan tokens) const {
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      if (!tokens.contains(analysis_[token].head) || analysis_[token].is_root()) return token;
    }
    return tokens.begin;
  }

  // "the 2020 war": the year dates that noun alone.
  bool dates_a_noun(std::uint32_t time) const {
    return has_dep(analysis_, analysis_[time], {"nummod", "compound", "amod", "nmod", "poss"}) &&
           ground::is_noun(analysis_[analysis_[time].head]);
  }

  // Whether the noun is the happening or what it is told of.
  bool holds(std::uint32_t noun) const {
    return noun == token_ || analysis_[token_].head == noun || analysis_[noun].head == token_ ||
           (!analysis_[noun].is_root() && analysis_[analysis_[noun].head].head == token_);
  }

  // From `top` down to the time.
  std::optional<double> cost_down(std::uint32_t top, std::uint32_t time) const {
    double cost = 0;
    std::uint32_t at = time;
    for (int step = 0; step < kMostSteps; ++step) {
      if (at == top) return cost;
      const Token& node = analysis_[at];
      if (node.is_root()) break;
      cost += 1;
      if (at != time && has_dep(analysis_, node, {"relcl", "acl", "advcl", "ccomp", "conj", "parataxis"}))
        cost += kInsideClause;
      at = node.head;
    }
    return std::nullopt;
  }

  const Analysis& analysis_;
  std::uint32_t token_;
};

bool is_day(const std::string& when) { return when.size() == 10; }

// The times on both sides of the token.
std::span<const GroundedTime> times_near(const std::vector<GroundedTime>& times, std::uint32_t token) {
  const auto after = std::partition_point(times.begin(), times.end(),
                                          [&](const GroundedTime& time) { return time.tokens.begin < token; });
  const auto begin = after - std::min(kMostTimes, after - times.begin());
  return {begin, after + std::min(kMostTimes, times.end() - after)};
}

}  // namespace

std::optional<std::string> edtf_of(const record::TimeMention& time) {
  if (time.type != record::TimeType::kDate && time.type != record::TimeType::kTime) return std::nullopt;
  if (!time.value) return std::nullopt;
  const std::string value = time.value->substr(0, time.value->find('T'));
  if (is_calendar_date(value)) return time.mod == "APPROX" ? value + "~" : value;
  if (time.earliest && time.latest)
    return time.earliest->substr(0, time.earliest->find('T')) + "/" + time.latest->substr(0, time.latest->find('T'));
  return std::nullopt;
}

std::optional<When> when_of(const ground::GroundedAnalysis& grounded, std::uint32_t block, std::uint32_t token) {
  const ground::GroundedBlock& here = grounded.blocks[block];
  const TokenSpan sentence = ground::punctuated_sentence(here.analysis, token);
  const TimeSearch search(here.analysis, token);
  std::optional<When> nearest, last_day;
  double least = kFarthest;
  for (const GroundedTime& time : times_near(here.times, token)) {
    if (time.tokens.empty()) continue;
    if (time.tokens.begin >= sentence.end) break;
    auto value = edtf_of(time.mention);
    if (!value) continue;
    if (!sentence.contains(time.tokens.begin)) {
      if (is_day(*value)) last_day = When{std::move(*value), "day-before"};
      continue;
    }
    const auto cost = search.cost(time);
    if (cost && *cost < least) {
      least = *cost;
      nearest = When{std::move(*value), "own-clause"};
    }
  }
  return nearest ? nearest : last_day;
}

}  // namespace counterclaim::extract
