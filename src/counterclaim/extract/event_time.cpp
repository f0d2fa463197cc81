#include <algorithm>

#include "counterclaim/extract/event_distance.h"
#include "counterclaim/extract/event_slots.h"
#include "counterclaim/extract/when_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::GroundedTime;
using ground::has_dep;
using language::Analysis;
using language::Token;

constexpr double kFarthest = 6;  // steps in the tree from a happening to its time
constexpr ClauseCosts kCosts = {.leaves_relative = 2.5, .leaves_content = 0, .leaves_clause = 0, .enters_clause = 1.5};
constexpr std::size_t kDay = 10;  // characters of an ISO date

class TimeRules {
 public:
  TimeRules(const EventContext& context, const EventTrigger& trigger)
      : context_(context), analysis_(context.analysis()), trigger_(trigger) {}

  std::optional<When> find() const {
    const TokenSpan sentence = near_in_sentence(analysis_, trigger_.token);
    const auto& times = context_.here().times;
    const auto first = std::partition_point(
        times.begin(), times.end(), [&](const GroundedTime& time) { return time.tokens.begin < sentence.begin; });
    std::optional<When> nearest;
    double least = kFarthest;
    for (auto time = first; time != times.end() && time->tokens.begin < sentence.end; ++time) {
      if (time->tokens.empty()) continue;
      const auto cost = cost_of(*time);
      if (!cost || *cost >= least) continue;
      auto value = value_of(*time);
      if (value && time + 1 != times.end()) value = joined(*time, *(time + 1), std::move(*value));
      if (value) {
        least = *cost;
        nearest = When{std::move(*value), "own-clause"};
      }
    }
    return nearest ? nearest : day_before(first);
  }

 private:
  std::uint32_t head_of(TokenSpan tokens) const {
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      if (!tokens.contains(analysis_[token].head) || analysis_[token].is_root()) return token;
    }
    return tokens.begin;
  }

  std::optional<double> cost_of(const GroundedTime& time) const {
    const std::uint32_t head = head_of(time.tokens);
    const Token& word = analysis_[head];
    // "the 2020 war": the year dates that noun alone.
    if (has_dep(analysis_, word, {"nummod", "compound", "amod", "nmod", "poss"}) &&
        ground::is_noun(analysis_[word.head]) && !holds(word.head))
      return std::nullopt;
    return tree_distance(analysis_, trigger_.token, head, kCosts);
  }

  // Whether the noun is the happening or what it is told of.
  bool holds(std::uint32_t noun) const {
    const std::uint32_t token = trigger_.token;
    return noun == token || analysis_[token].head == noun || analysis_[noun].head == token ||
           (!analysis_[noun].is_root() && analysis_[analysis_[noun].head].head == token);
  }

  // "in 2004 and 2005", "from 7 to 20 July"
  std::string joined(const GroundedTime& time, const GroundedTime& next, std::string value) const {
    if (next.tokens.begin != time.tokens.end + 1 || value.find('/') != std::string::npos) return value;
    if (!ground::is_one_of(analysis_.lower(analysis_[time.tokens.end]), {"and", "to", "until", "through"}))
      return value;
    const auto last = edtf_of(next.mention);
    return last && last->find('/') == std::string::npos && value <= *last ? value + "/" + *last : value;
  }

  // "since May" lasts up to the report's day.
  std::optional<std::string> value_of(const GroundedTime& time) const {
    auto value = edtf_of(time.mention);
    if (!value || time.tokens.begin == 0 || value->find('/') != std::string::npos) return value;
    if (analysis_.lower(analysis_[time.tokens.begin - 1]) != "since") return value;
    return *value + "/" + context_.grounded.document->published.value_or("..");
  }

  // The last day named before in the block.
  std::optional<When> day_before(std::vector<GroundedTime>::const_iterator first) const {
    constexpr int kReach = 16;
    const auto& times = context_.here().times;
    for (int step = 0; step < kReach && first != times.begin(); ++step) {
      --first;
      if (first->tokens.empty()) continue;
      if (auto value = edtf_of(first->mention); value && value->size() == kDay)
        return When{std::move(*value), "day-before"};
    }
    return std::nullopt;
  }

  const EventContext& context_;
  const Analysis& analysis_;
  const EventTrigger& trigger_;
};

// Whether a time stands in the noun's own phrase: "the 2020 war", "the raid of May 3".
bool is_dated(const EventContext& context, const EventTrigger& trigger) {
  const language::Token& noun = context.analysis()[trigger.token];
  const auto& times = context.here().times;
  const auto first = std::partition_point(times.begin(), times.end(),
                                          [&](const GroundedTime& time) { return time.tokens.begin < noun.left_edge; });
  return trigger.is_noun && first != times.end() && !first->tokens.empty() && first->tokens.end <= trigger.token + 3 &&
         first->tokens.begin <= noun.right_edge;
}

}  // namespace

void set_time(const EventContext& context, EventDraft& draft) {
  draft.is_dated = is_dated(context, draft.trigger);
  auto when = TimeRules(context, draft.trigger).find();
  if (!when) return;
  draft.when_told = when->rule == "own-clause";
  draft.event.rules.push_back({"when", when->rule});
  draft.event.when = std::move(when->value);
}

}  // namespace counterclaim::extract
