#include "counterclaim/record/item_ids.h"

#include <cstddef>
#include <string_view>

#include "counterclaim/base/sha256.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/record/names.h"

namespace counterclaim::record {
namespace {

constexpr std::size_t kDigits = 16;

// What tells an item apart: kind, span, and one of its names. Items that agree in these are numbered.
template <class Item, class NameOf>
std::vector<std::string> ids_of(std::string_view kind, const std::string& report, const std::vector<Item>& items,
                                NameOf name_of_item) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  StringMap<std::size_t> seen;
  for (const Item& item : items) {
    std::string content(kind);
    content.append("\n").append(report).append("\n").append(name_of_item(item));
    for (const std::uint32_t position : {item.span.begin, item.span.end}) {
      content.append("\n").append(std::to_string(position));
    }
    const std::size_t before = seen[content]++;
    if (before > 0) content.append("\n").append(std::to_string(before));
    ids.push_back(sha256_hex(content).substr(0, kDigits));
  }
  return ids;
}

}  // namespace

std::vector<std::string> figure_ids(const ReportRecord& record) {
  return ids_of("figure", record.document.id, record.figures, [](const Figure& item) { return name_of(item.measure); });
}

std::vector<std::string> statement_ids(const ReportRecord& record) {
  return ids_of("statement", record.document.id, record.statements,
                [](const Statement& item) { return name_of(item.stance); });
}

std::vector<std::string> event_ids(const ReportRecord& record) {
  return ids_of("event", record.document.id, record.events, [](const Event& item) { return name_of(item.type); });
}

}  // namespace counterclaim::record
