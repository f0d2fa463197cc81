// What tables show of the items that a derivation points to: their ids and their words.
//
// Layer: publish. Pure. Memory: the words of every item.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/string_map.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

struct ItemText {
  std::string id;      // as in record/item_ids.h
  std::string quote;   // its evidence
  std::string source;  // the words that name who says so; "": the report
};

class ItemTexts {
 public:
  void add(const record::ReportRecord& record);

  // `ref` must be of a derivation of the reports that were added.
  [[nodiscard]] const ItemText& of(const record::Derivation& derivation, const record::ItemRef& ref) const;

  struct Found {
    std::string report;
    record::ItemKind kind = record::ItemKind::kFigure;
    std::uint32_t index = 0;
  };
  [[nodiscard]] std::optional<Found> find(std::string_view id) const;

 private:
  StringMap<std::array<std::vector<ItemText>, 3>> reports_;  // by kind of item
};

}  // namespace counterclaim::publish
