#include "counterclaim/publish/belligerents.h"

#include <algorithm>
#include <tuple>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/publish/evidence_quote.h"

namespace counterclaim::publish {
namespace {

constexpr std::string_view kBoth = "both";
constexpr std::uint32_t kMostBetween = 50;  // code points between two parties that a word connects
constexpr std::size_t kMostCandidates = 8;  // the sides most often named, of which two are the belligerents
constexpr std::uint32_t kLeastConnections = 3;
constexpr std::uint32_t kLeastMentions = 2;

// Parties that can fight; organisations, media and people speak about it.
bool can_fight(const record::PartyMention& party) {
  if (!party.side || *party.side == kBoth || !party.kind) return false;
  switch (*party.kind) {
    case record::PartyKind::kState:
    case record::PartyKind::kGovernment:
    case record::PartyKind::kMinistry:
    case record::PartyKind::kMilitary:
    case record::PartyKind::kPolice:
    case record::PartyKind::kArmedGroup:
    case record::PartyKind::kAlliance:
    case record::PartyKind::kPopulation: return true;
    default: return false;
  }
}

// Only a hyphen or a dash: "the Peru–Chile war".
bool is_dash(std::string_view between) { return between == "-" || between == "–" || between == "—"; }

// The words behind two parties that a dash joins.
std::string_view behind(const CodePointIndex& index, std::uint32_t end) {
  constexpr std::uint32_t kMostBehind = 20;
  return index.slice(end, std::min(index.size(), end + kMostBehind));
}

template <class Counts, class Key>
std::uint32_t count_of(const Counts& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

std::pair<std::string, std::string> pair_of(const std::string& a, const std::string& b) {
  return a < b ? std::pair(a, b) : std::pair(b, a);
}

}  // namespace

bool is_fighting(record::EventType type) {
  switch (type) {
    case record::EventType::kArmedClash:
    case record::EventType::kShelling:
    case record::EventType::kAirStrike:
    case record::EventType::kDroneStrike:
    case record::EventType::kShooting:
    case record::EventType::kGroundAttack:
    case record::EventType::kTerritoryTaken:
    case record::EventType::kBombing:
    case record::EventType::kAttack:
    case record::EventType::kCapture: return true;
    default: return false;
  }
}

std::optional<std::size_t> Belligerents::column_of(std::string_view side) const {
  for (std::size_t column = 0; column < columns.size(); ++column) {
    for (const Combatant& combatant : columns[column]) {
      if (combatant.name.text == side) return column;
    }
  }
  return std::nullopt;
}

void SideLedger::add(const record::ReportRecord& record, std::uint32_t report) {
  add_mentions(record, report);
  add_neighbours(record);
  add_claims(record);
}

void SideLedger::add_mentions(const record::ReportRecord& record, std::uint32_t report) {
  const CodePointIndex index(record.document.text);
  for (const record::PartyMention& party : record.parties) {
    if (!can_fight(party)) continue;
    Side& side = sides_[*party.side];
    ++side.mentions;
    if (!side.first) side.first = evidence_of(index, report, party.span);
  }
}

// Two parties in a row, and the words between them.
void SideLedger::add_neighbours(const record::ReportRecord& record) {
  const CodePointIndex index(record.document.text);
  const record::PartyMention* before = nullptr;
  for (const record::PartyMention& party : record.parties) {
    if (!party.side || *party.side == kBoth) continue;
    const record::PartyMention* first = std::exchange(before, &party);
    if (first == nullptr || first->side == party.side || party.span.begin < first->span.end ||
        party.span.begin - first->span.end > kMostBetween) {
      continue;
    }
    const std::string_view between = index.slice(first->span.end, party.span.begin);
    if (between.find(". ") != std::string_view::npos || between.find('\n') != std::string_view::npos) continue;
    if (words_->any_stem(InfoboxWords::kHelps, between)) {
      ++helps_[pair_of(*first->side, *party.side)];
    } else if ((is_dash(between) && words_->any_word(InfoboxWords::kConflict, behind(index, party.span.end))) ||
               words_->any_stem(InfoboxWords::kOpposes, between)) {
      ++opposes_[pair_of(*first->side, *party.side)];
    }
  }
}

void SideLedger::add_claims(const record::ReportRecord& record) {
  const auto count = [](auto& counts, const std::optional<std::string>& a, const std::optional<std::string>& b) {
    if (a && b && *a != *b && *a != kBoth && *b != kBoth) ++counts[pair_of(*a, *b)];
  };
  for (const record::Statement& statement : record.statements) {
    switch (statement.stance) {
      case record::Stance::kAccuses:
      case record::Stance::kCondemns:
      case record::Stance::kThreatens: count(opposes_, statement.source.side, statement.target); break;
      case record::Stance::kSupports: count(helps_, statement.source.side, statement.target); break;
      default: break;
    }
  }
  for (const record::Event& event : record.events) {
    if (is_fighting(event.type) && event.status != record::EventStatus::kHypothetical)
      count(opposes_, event.actor, event.target);
  }
}

std::uint32_t SideLedger::opposed(const std::string& a, const std::string& b) const {
  return count_of(opposes_, pair_of(a, b));
}

std::uint32_t SideLedger::helped(const std::string& a, const std::string& b) const {
  return count_of(helps_, pair_of(a, b));
}

Combatant SideLedger::combatant(const std::string& side, bool supporter) const {
  Combatant combatant{{side, {}}, supporter};
  if (const auto found = sides_.find(side); found != sides_.end() && found->second.first)
    combatant.name.evidence.push_back(*found->second.first);
  return combatant;
}

Belligerents SideLedger::belligerents() const {
  std::vector<std::pair<std::string, std::uint32_t>> ranked;
  ranked.reserve(sides_.size());
  for (const auto& [name, side] : sides_) ranked.emplace_back(name, side.mentions);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });

  // The pair most told against each other, weighed by how often the less named of them is named.
  std::tuple<std::uint64_t, std::uint32_t> best{0, 0};
  std::optional<std::pair<std::string, std::string>> pair;
  const std::size_t candidates = std::min(ranked.size(), kMostCandidates);
  for (std::size_t a = 0; a < candidates; ++a) {
    for (std::size_t b = a + 1; b < candidates; ++b) {
      const std::uint64_t told = std::uint64_t{opposed(ranked[a].first, ranked[b].first)} * ranked[b].second;
      const std::tuple weight{told, ranked[a].second + ranked[b].second};
      if (told == 0 || weight <= best) continue;
      best = weight;
      pair = {ranked[a].first, ranked[b].first};
    }
  }
  Belligerents result;
  if (!pair) return result;
  result.columns = {{combatant(pair->first, false)}, {combatant(pair->second, false)}};
  const std::array<std::string, 2> sides = {pair->first, pair->second};
  for (const auto& [name, mentions] : ranked) {
    if (name == sides[0] || name == sides[1] || mentions < kLeastMentions) continue;
    const std::array<std::uint32_t, 2> against = {opposed(name, sides[0]), opposed(name, sides[1])};
    const std::array<std::uint32_t, 2> with = {helped(name, sides[0]), helped(name, sides[1])};
    const std::array<std::uint32_t, 2> weight = {against[1] + with[0], against[0] + with[1]};
    const std::size_t column = weight[0] > weight[1] ? 0 : 1;
    if (weight[column] < kLeastConnections || weight[column] < 2 * weight[1 - column]) continue;
    const bool fights = against[1 - column] >= kLeastConnections && against[1 - column] > with[column];
    result.columns[column].push_back(combatant(name, !fights));
  }
  return result;
}

}  // namespace counterclaim::publish
