#include "counterclaim/publish/item_texts.h"

#include <cstddef>

#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/record/item_ids.h"

namespace counterclaim::publish {
namespace {

template <class Item>
std::vector<ItemText> texts_of(const std::vector<Item>& items, std::vector<std::string> ids,
                               const SentenceFinder& sentences) {
  std::vector<ItemText> texts;
  texts.reserve(items.size());
  for (std::size_t n = 0; n < items.size(); ++n) {
    ItemText text{std::move(ids[n]), std::string(sentences.text(items[n].span)), {}};
    if constexpr (std::is_same_v<Item, record::Statement>) {
      text.source = items[n].source.text;
    } else if (items[n].source) {
      text.source = items[n].source->text;
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

void ItemTexts::add(const record::ReportRecord& record) {
  const SentenceFinder sentences(record);
  reports_[record.document.id] = {texts_of(record.figures, record::figure_ids(record), sentences),
                                  texts_of(record.statements, record::statement_ids(record), sentences),
                                  texts_of(record.events, record::event_ids(record), sentences)};
}

const ItemText& ItemTexts::of(const record::Derivation& derivation, const record::ItemRef& ref) const {
  return reports_.at(derivation.reports[ref.report])[static_cast<std::size_t>(ref.kind)][ref.index];
}

std::optional<ItemTexts::Found> ItemTexts::find(std::string_view id) const {
  for (const auto& [report, kinds] : reports_) {
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
      for (std::size_t n = 0; n < kinds[kind].size(); ++n) {
        if (kinds[kind][n].id == id)
          return Found{report, static_cast<record::ItemKind>(kind), static_cast<std::uint32_t>(n)};
      }
    }
  }
  return std::nullopt;
}

}  // namespace counterclaim::publish
