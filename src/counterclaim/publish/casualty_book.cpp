#include "counterclaim/publish/casualty_book.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>
#include <utility>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/publish/evidence_quote.h"

namespace counterclaim::publish {
namespace {

using record::Measure;

constexpr std::string_view kBoth = "both";

bool belongs_into_box(const record::Figure& figure) {
  if (figure.polarity == record::Polarity::kDenied || figure.part_of || !(figure.value || figure.word)) return false;
  switch (figure.measure) {
    case Measure::kKilled:
    case Measure::kWounded:
    case Measure::kCaptured:
    case Measure::kMissing:
    case Measure::kKilledOrMissing:
    case Measure::kKilledOrWounded:
    case Measure::kDisplaced:
    case Measure::kSurrendered:
    case Measure::kDestroyed:
    case Measure::kForces: return true;
    default: return false;
  }
}

double size_of(const record::Figure& figure) {
  return std::max(figure.value.value_or(0), figure.value_high.value_or(0));
}

bool same_amount(const record::Figure& a, const record::Figure& b) {
  return a.value == b.value && a.value_high == b.value_high && a.word == b.word;
}

// Whether a later count of the same claimant stands for the whole, as the one before does.
bool continues(const record::Figure& later, const record::Figure& before) {
  if (later.counts == record::Counting::kNew && before.counts != record::Counting::kNew) return false;
  return 2 * size_of(later) >= size_of(before);
}

// Counts of the same measure and people, whoever makes them.
using Subject = std::tuple<std::size_t, bool, Measure, std::optional<std::string>, std::string>;

}  // namespace

void CasualtyBook::add(const record::ReportRecord& record, std::uint32_t report) {
  const CodePointIndex index(record.document.text);
  for (const record::Figure& figure : record.figures) {
    if (!belongs_into_box(figure)) continue;
    Entry entry{figure, evidence_of(index, report, figure.span), record.document.published.value_or(""),
                record.document.id};
    entry.figure.rules.clear();
    entries_.push_back(std::move(entry));
  }
}

std::optional<std::string> CasualtyBook::claimant_of(const record::Figure& figure) const {
  if (!figure.source) return std::nullopt;
  const record::Source& source = *figure.source;
  if (source.side && *source.side != kBoth) return source.side;
  if (figure.side && words_->any_word(InfoboxWords::kEachItsOwn, source.text)) return figure.side;
  return source.name.value_or(source.text);
}

std::optional<CasualtyBook::Key> CasualtyBook::key_of(const record::Figure& figure, const Belligerents& sides) const {
  const std::size_t others = sides.columns.size();
  Key key{others, figure.kind, figure.measure, figure.side, claimant_of(figure), {}};
  const auto own = figure.side ? sides.column_of(*figure.side) : std::nullopt;
  if (figure.measure == Measure::kDestroyed || figure.unit != "persons") {
    key.unit = figure.unit;
    const auto speaker = key.claimant ? sides.column_of(*key.claimant) : std::nullopt;
    if (own) {
      key.column = *own;
    } else if (speaker && !figure.side && words_->any_word(InfoboxWords::kEquipment, figure.unit)) {
      key.column = 1 - *speaker;
    } else {
      return std::nullopt;
    }
    return key;
  }
  if (own && !key.civilian() && figure.measure != Measure::kDisplaced) key.column = *own;
  if (figure.measure == Measure::kForces && !own) return std::nullopt;
  return key;
}

Casualty CasualtyBook::casualty_of(const Group& group) {
  const Entry* standing = nullptr;
  std::vector<const Entry*> before;
  for (std::size_t first = 0; first < group.entries.size();) {
    std::size_t end = first;
    double largest = 0;
    for (; end < group.entries.size() && group.entries[end]->report_id == group.entries[first]->report_id; ++end)
      largest = std::max(largest, size_of(group.entries[end]->figure));
    // What a report says first is what it leads with; less than half of the largest is a part of it.
    const auto lead = std::find_if(group.entries.begin() + static_cast<std::ptrdiff_t>(first), group.entries.end(),
                                   [&](const Entry* entry) { return 2 * size_of(entry->figure) >= largest; });
    if (standing == nullptr || continues((*lead)->figure, standing->figure)) {
      if (standing != nullptr) before.push_back(standing);
      standing = *lead;
    }
    first = end;
  }
  Casualty casualty{group.key.claimant, group.key.side, standing->figure, {}, {}};
  for (const Entry* entry : group.entries) {
    if (same_amount(entry->figure, standing->figure)) casualty.evidence.push_back(entry->evidence);
  }
  for (const Entry* entry : std::views::reverse(before)) {
    const record::Figure& later = casualty.earlier.empty() ? standing->figure : casualty.earlier.back();
    if (!same_amount(entry->figure, later)) casualty.earlier.push_back(entry->figure);
  }
  return casualty;
}

std::vector<CasualtyBook::Group> CasualtyBook::groups_of(const Belligerents& sides) const {
  std::vector<const Entry*> ordered;
  ordered.reserve(entries_.size());
  for (const Entry& entry : entries_) ordered.push_back(&entry);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Entry* a, const Entry* b) {
    return std::tie(a->published, a->report_id, a->evidence.span.begin) <
           std::tie(b->published, b->report_id, b->evidence.span.begin);
  });
  std::map<Key, std::size_t> known;
  std::vector<Group> groups;  // in the order of their first figure
  for (const Entry* entry : ordered) {
    const auto key = key_of(entry->figure, sides);
    if (!key) continue;
    const bool one_person = !key->claimant && entry->figure.value == 1 && entry->figure.unit == "persons";
    if (one_person && key->column < sides.columns.size()) continue;
    const auto [place, made] = known.emplace(*key, groups.size());
    if (made) groups.push_back({*key, {}});
    groups[place->second].entries.push_back(entry);
  }
  return groups;
}

void CasualtyBook::fill(const Belligerents& sides, std::vector<InfoboxColumn>& columns) const {
  const std::vector<Group> groups = groups_of(sides);
  std::vector<std::pair<Key, Casualty>> chosen;
  std::map<Subject, double> claimed;                        // the largest count that somebody owns
  std::map<std::pair<bool, Measure>, double> of_some_side;  // the largest of a belligerent
  for (const Group& group : groups) {
    const Key& key = group.key;
    chosen.emplace_back(key, casualty_of(group));
    const double size = size_of(chosen.back().second.figure);
    double& claim = claimed[{key.column, key.civilian(), key.measure, key.side, key.unit}];
    if (key.claimant) claim = std::max(claim, size);
    if (key.side && sides.column_of(*key.side)) {
      double& sided = of_some_side[{key.civilian(), key.measure}];
      sided = std::max(sided, size);
    }
  }
  for (auto& [key, casualty] : chosen) {
    const double size = size_of(casualty.figure);
    const bool nobodys = !key.claimant && (!key.side || *key.side == kBoth);
    if (!key.claimant && 2 * size < claimed[{key.column, key.civilian(), key.measure, key.side, key.unit}]) continue;
    if (nobodys && key.measure != Measure::kDestroyed && size < of_some_side[{key.civilian(), key.measure}]) continue;
    InfoboxColumn& column = columns[key.column];
    (key.measure == Measure::kForces ? column.strength : column.casualties).push_back(std::move(casualty));
  }
}

}  // namespace counterclaim::publish
