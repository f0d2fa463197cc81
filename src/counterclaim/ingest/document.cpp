#include "counterclaim/ingest/document.h"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/sha256.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/blocks.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

void note_control_characters(record::Document& document) {
  std::uint32_t code_point = 0;
  std::uint32_t count = 0;
  CodePointSpan first;
  for (std::size_t at = 0; at < document.text.size(); ++code_point) {
    const DecodedCodePoint c = decode_utf8(document.text, at);
    if (is_control(c.value)) {
      if (count == 0) first = {code_point, code_point + 1};
      ++count;
    }
    at += c.bytes;
  }
  if (count == 0) return;
  document.diagnostics.push_back({first, record::DiagnosticCode::kControlCharacters, std::to_string(count)});
}

}  // namespace

Result<record::Document> make_document(RawReport report, const LayoutWords& words, std::size_t most_bytes) {
  if (report.text.size() > most_bytes) {
    return fail(ErrorCode::kTextTooLarge, fmt::format("the text has more than {} bytes", most_bytes));
  }
  record::Document document;
  document.id = std::move(report.id);
  document.title = std::move(report.title);
  document.publisher = std::move(report.publisher);
  document.published = std::move(report.published);
  document.url = std::move(report.url);
  document.text = std::move(report.text);
  document.text_unchanged = report.text_unchanged;
  document.sha256 = sha256_hex(document.text);
  document.diagnostics = std::move(report.diagnostics);
  note_control_characters(document);
  if (trimmed(document.text).empty()) {
    document.diagnostics.push_back({{}, record::DiagnosticCode::kEmptyText, "the report has no text"});
  }
  Result<Blocks> blocks = split_blocks(document.text, document.title, words);
  if (!blocks) return tl::unexpected<Error>(std::move(blocks).error());
  document.blocks = std::move(blocks->blocks);
  document.diagnostics.insert(document.diagnostics.end(), std::make_move_iterator(blocks->diagnostics.begin()),
                              std::make_move_iterator(blocks->diagnostics.end()));
  document.language = words.languages().find(document.blocks);
  if (document.language != kEnglish)
    document.diagnostics.push_back({{}, record::DiagnosticCode::kLanguageNotEnglish, *document.language});
  return document;
}

}  // namespace counterclaim::ingest
