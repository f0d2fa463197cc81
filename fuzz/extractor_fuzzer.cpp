// Any bytes as a report, through the whole program: nothing crashes, and what comes out keeps its promises.

#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/engine/extractor.h"
#include "counterclaim/ingest/document.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/plain_text.h"
#include "require.h"

namespace {

using namespace counterclaim;
using fuzz::require;

const ingest::LayoutWords& layout_words() {
  static const ingest::LayoutWords words = fuzz::must(ingest::LayoutWords::load(COUNTERCLAIM_RESOURCE_DIR));
  return words;
}

const engine::Extractor& extractor() {
  static const engine::Extractor extractor = fuzz::must(
      engine::Extractor::load({COUNTERCLAIM_MODEL_DIR, COUNTERCLAIM_RESOURCE_DIR, {COUNTERCLAIM_GAZETTEER_FILE}}, ""));
  return extractor;
}

template <class Item>
void check_spans(const std::vector<Item>& items, std::uint32_t size) {
  for (const Item& item : items)
    require(item.span.begin < item.span.end && item.span.end <= size, "spans are within the text and not empty");
}

template <class Item>
void check_order(const std::vector<Item>& items) {
  std::uint32_t last = 0;
  for (const Item& item : items) {
    require(last <= item.span.begin, "items are in text order");
    last = item.span.begin;
  }
}

void check(const record::ReportRecord& record) {
  const CodePointIndex index(record.document.text);
  check_spans(record.times, index.size());
  check_spans(record.places, index.size());
  check_spans(record.parties, index.size());
  check_spans(record.figures, index.size());
  // Mentions of parties, of which one may hold another, are in the order of their heads.
  check_order(record.times);
  check_order(record.places);
  check_order(record.figures);
  for (const record::Statement& statement : record.statements) {
    require(statement.span.end <= index.size(), "statements are within the text");
    require(!statement.parent || *statement.parent < record.statements.size(), "parents are in the list");
  }
  for (const record::PartyMention& party : record.parties)
    require(!party.refers_to || *party.refers_to < record.parties.size(), "references point into the list");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Result<ingest::RawReport> report = ingest::read_plain_text({reinterpret_cast<const char*>(data), size});
  if (!report) return 0;
  report->published = "2022-09-14";
  auto document = ingest::make_document(*std::move(report), layout_words());
  if (!document) return 0;
  std::vector<record::Document> documents;
  documents.push_back(std::move(*document));
  for (const record::ReportRecord& record : extractor().extract(std::move(documents))) check(record);
  return 0;
}
