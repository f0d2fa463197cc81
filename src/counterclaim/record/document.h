// A report as read: its text, what is known about it, and its blocks.
//
// Layer: record. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/record/diagnostic.h"
#include "counterclaim/record/offset_map.h"

namespace counterclaim::record {

enum class BlockKind { kHeading, kParagraph, kListItem, kBoxLine, kCaption, kPost, kByline, kBoilerplate };

// A stretch of the report that is analysed as one text.
struct Block {
  CodePointSpan span;  // of Document::text, without the line break at its end
  BlockKind kind = BlockKind::kParagraph;
  std::string clean_text;  // UTF-8, never empty; what the language layer reads: no citation marks, bullets, datelines
  OffsetMap map;           // code points of clean_text -> of Document::text
  CodePointSpan dateline;  // "BAKU, Sept 13 (Reuters) - ": cut from the beginning of clean_text; empty: there is none
};

struct Document {
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> published;  // ISO 8601 date
  std::optional<std::string> url;
  std::optional<std::string> language;  // ISO 639-1, "und" for one that is not known; unset: nobody looked
  std::string text;                     // valid UTF-8; all positions of a record count its code points
  bool text_unchanged = true;           // the code points of `text` are those of the input
  std::string sha256;                   // of `text`, 64 hexadecimal digits
  std::vector<Block> blocks;            // in text order, not overlapping; white space between them belongs to none
  std::vector<Diagnostic> diagnostics;
};

}  // namespace counterclaim::record
