#include "counterclaim/publish/force_book.h"

#include <algorithm>
#include <set>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/publish/evidence_quote.h"

namespace counterclaim::publish {
namespace {

constexpr std::size_t kMostNames = 12;  // in one list of a column

}  // namespace

void ForceBook::add(const record::ReportRecord& record, std::uint32_t report) {
  const CodePointIndex index(record.document.text);
  std::set<std::string> places;  // a name that is also a place's is no person's
  for (const record::PlaceMention& place : record.places) places.insert(place.name.value_or(place.text));
  for (const record::PartyMention& party : record.parties) {
    if (!party.name || !party.side || party.refers_to || places.contains(*party.name)) continue;
    const bool leads = party.kind == record::PartyKind::kPerson && party.office &&
                       words_->any_word(InfoboxWords::kCommander, *party.office) &&
                       !words_->any_word(InfoboxWords::kNoCommander, *party.office);
    const bool unit = party.kind == record::PartyKind::kMilitary && words_->any_word(InfoboxWords::kUnit, *party.name);
    if (!leads && !unit) continue;
    Known& known = (leads ? commanders_ : units_)[*party.name];
    if (known.mentions++ == 0) known.first = evidence_of(index, report, party.span);
    ++known.sides[*party.side];
  }
}

void ForceBook::fill_list(const ByName& known, const Belligerents& sides, std::vector<InfoboxColumn>& columns,
                          std::vector<InfoboxText> InfoboxColumn::* list) {
  std::vector<ByName::const_iterator> ranked;
  for (auto item = known.begin(); item != known.end(); ++item) ranked.push_back(item);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a->second.mentions > b->second.mentions; });
  for (const auto& item : ranked) {
    const auto side = std::max_element(item->second.sides.begin(), item->second.sides.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto column = sides.column_of(side->first);
    if (!column) continue;
    std::vector<InfoboxText>& names = columns[*column].*list;
    // "Quispe" beside "Ana Quispe" is the same person.
    const bool named = std::any_of(names.begin(), names.end(), [&](const InfoboxText& other) {
      return other.text.ends_with(" " + item->first) || item->first.ends_with(" " + other.text);
    });
    if (!named && names.size() < kMostNames) names.push_back({item->first, {item->second.first}});
  }
}

void ForceBook::fill(const Belligerents& sides, std::vector<InfoboxColumn>& columns) const {
  fill_list(commanders_, sides, columns, &InfoboxColumn::commanders);
  fill_list(units_, sides, columns, &InfoboxColumn::units);
}

}  // namespace counterclaim::publish
