// Any bytes, as JSON lines and as a plain text file: nothing crashes, and what comes out keeps its promises.

#include <cstdint>
#include <sstream>
#include <string>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/document.h"
#include "counterclaim/ingest/json_lines.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/plain_text.h"
#include "require.h"

namespace {

using namespace counterclaim;

constexpr std::size_t kLongestLineBytes = 4096;

using fuzz::require;

const ingest::LayoutWords& layout_words() {
  static const ingest::LayoutWords words = fuzz::must(ingest::LayoutWords::load(COUNTERCLAIM_RESOURCE_DIR));
  return words;
}

void check_map(const record::Block& block, const std::string& text, const CodePointIndex& index) {
  require(block.map.size() == count_code_points(block.clean_text), "the map is as long as the clean text");
  std::size_t at = 0;
  std::uint32_t next = block.span.begin;
  for (std::uint32_t n = 0; n < block.map.size(); ++n) {
    const DecodedCodePoint clean = decode_utf8(block.clean_text, at);
    const CodePointSpan report = block.map.to_report({n, n + 1});
    require(report.size() == 1 && report.begin >= next && report.end <= block.span.end,
            "the map goes forward in its block");
    const char32_t original = decode_utf8(text, index.byte_of(report.begin)).value;
    const bool replaced = (clean.value == U' ' && ingest::is_space(original)) || original == U'&';
    require(clean.value == original || replaced, "only spaces and entities are replaced");
    next = report.end;
    at += clean.bytes;
  }
}

void check(const record::Document& document) {
  require(!first_invalid_utf8(document.text), "the text is valid UTF-8");
  require(document.sha256.size() == 64, "there is a hash");
  const CodePointIndex index(document.text);
  std::uint32_t end = 0;
  for (const record::Block& block : document.blocks) {
    require(end <= block.span.begin && block.span.begin < block.span.end, "blocks are ordered and not empty");
    end = block.span.end;
    require(end <= index.size(), "blocks are within the text");
    require(!block.clean_text.empty() && !first_invalid_utf8(block.clean_text), "clean texts are valid and not empty");
    require(block.dateline.empty() || block.span.contains(block.dateline), "datelines are within their block");
    check_map(block, document.text, index);
  }
  for (const record::Diagnostic& diagnostic : document.diagnostics) {
    require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= index.size(),
            "diagnostics are in range");
  }
}

void read_as_lines(const std::string& bytes) {
  std::istringstream stream(bytes);
  ingest::JsonLinesReader reader(&stream, kLongestLineBytes);
  std::uint64_t line = 0;
  while (auto item = reader.next()) {
    require(reader.line_number() > line, "each line is told of once");
    line = reader.line_number();
    if (!item->has_value()) {
      require(item->error().line == line && !item->error().error.message.empty(), "rejections say where and why");
      continue;
    }
    require(!(*item)->id.empty(), "every report has an id");
    if (const auto document = ingest::make_document(**std::move(item), layout_words())) check(*document);
  }
}

void read_as_text(std::string bytes) {
  Result<ingest::RawReport> report = ingest::read_plain_text(std::move(bytes));
  if (!report) return;
  const auto document = ingest::make_document(*std::move(report), layout_words());
  if (document) check(*document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  read_as_lines(bytes);
  read_as_text(bytes);
  return 0;
}
