#include "counterclaim/publish/coded_deaths.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace counterclaim::publish {
namespace {

enum class Reliability { kEnemy, kOthers, kOwn };

struct Claim {
  double low, high;
  Reliability reliability;
};

DeathEstimate estimate(const std::vector<Claim>& claims) {
  if (claims.empty()) return {};
  double low = claims[0].low;
  double high = claims[0].high;
  const Claim* best = claims.data();
  for (const Claim& claim : claims) {
    low = std::min(low, claim.low);
    high = std::max(high, claim.high);
    const bool better =
        claim.reliability > best->reliability || (claim.reliability == best->reliability && claim.low < best->low);
    if (better) best = &claim;
  }
  return {static_cast<std::int64_t>(low), static_cast<std::int64_t>(best->low), static_cast<std::int64_t>(high)};
}

}  // namespace

DeathEstimate CodedDeaths::total() const {
  DeathEstimate sum;
  for (const DeathEstimate& part : {side_a, side_b, civilians, unknown}) {
    sum.low += part.low;
    sum.best += part.best;
    sum.high += part.high;
  }
  return sum;
}

CodedDeaths coded_deaths(const Happening& happening, const CountWords& words) {
  std::vector<Claim> side_a, side_b, civilians, unknown;
  for (const record::Figure& figure : happening.figures) {
    if (figure.measure != record::Measure::kKilled) continue;
    const auto value = figure.value || !figure.word ? figure.value : words.value(*figure.word);
    if (!value || *value < 0) continue;
    const auto speaker = figure.source ? figure.source->side : std::nullopt;
    const Reliability reliability = speaker && speaker == figure.side ? Reliability::kOwn
                                    : speaker && (speaker == happening.event.actor || speaker == happening.event.target)
                                        ? Reliability::kEnemy
                                        : Reliability::kOthers;
    const Claim claim{*value, std::max(*value, figure.value_high.value_or(*value)), reliability};
    if (figure.kind == record::PersonKind::kCivilian) {
      civilians.push_back(claim);
    } else if (figure.side && figure.side == happening.event.actor) {
      side_a.push_back(claim);
    } else if (figure.side && figure.side == happening.event.target) {
      side_b.push_back(claim);
    } else {
      unknown.push_back(claim);
    }
  }
  return {estimate(side_a), estimate(side_b), estimate(civilians), estimate(unknown)};
}

}  // namespace counterclaim::publish
