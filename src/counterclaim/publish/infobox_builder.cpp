#include "counterclaim/publish/infobox_builder.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace counterclaim::publish {

void InfoboxBuilder::add(const record::ReportRecord& record) {
  const auto report = static_cast<std::uint32_t>(reports_.size());
  const record::Document& document = record.document;
  reports_.push_back({document.id, document.title, document.publisher, document.published, document.url});
  sides_.add(record, report);
  casualties_.add(record, report);
  forces_.add(record, report);
  scene_.add(record, report);
}

Infobox InfoboxBuilder::build() const {
  Infobox box;
  box.reports = reports_;
  const Belligerents sides = sides_.belligerents();
  for (const std::vector<Combatant>& combatants : sides.columns) box.columns.push_back({combatants, {}, {}, {}, {}});
  box.columns.emplace_back();  // civilians and third parties
  scene_.fill(sides, box);
  casualties_.fill(sides, box.columns);
  forces_.fill(sides, box.columns);
  if (box.columns.back().casualties.empty()) box.columns.pop_back();
  return box;
}

}  // namespace counterclaim::publish
