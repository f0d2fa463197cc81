#include "counterclaim/ingest/clean_text.h"

#include <algorithm>
#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/citation_mark.h"
#include "counterclaim/ingest/dateline.h"
#include "counterclaim/ingest/list_marker.h"
#include "counterclaim/ingest/markup.h"

namespace counterclaim::ingest {
namespace {

// Walks over a block and keeps, replaces or cuts its characters.
class Cleaner {
 public:
  Cleaner(std::string_view block, std::uint32_t report_begin, const LayoutWords& words)
      : block_(block), position_(report_begin), words_(words) {}

  // Up to byte `end` or the end of the block; nothing where that is behind.
  void cut_to(std::size_t end) {
    end = std::min(end, block_.size());
    if (end <= at_) return;
    position_ += static_cast<std::uint32_t>(count_code_points(block_.substr(at_, end - at_)));
    at_ = end;
  }

  void walk_to(std::size_t end) {
    while (at_ < end) {
      if (block_[at_] == '[') {
        const std::size_t mark = citation_mark_bytes(block_, at_, words_);
        if (mark > 0) {
          cut_to(at_ + mark);
          continue;
        }
      }
      if (const std::size_t run = plain_run(end); run > 0) {
        clean_.text.append(block_, at_, run);
        clean_.map.append(position_, static_cast<std::uint32_t>(run));
        at_ += run;
        position_ += static_cast<std::uint32_t>(run);
        continue;
      }
      const DecodedCodePoint c = decode_utf8(block_, at_);
      take(c.value);
      at_ += c.bytes;
      ++position_;
    }
  }

  // One character of the text for all of the report's up to byte `end`.
  void replace_to(std::size_t end, char32_t c) {
    if (end <= at_) return;
    take(c);
    cut_to(end);
  }

  [[nodiscard]] std::uint32_t position() const { return position_; }
  CleanText finish() && { return std::move(clean_); }

 private:
  // Bytes up to `end` that are kept as they are, one a character.
  [[nodiscard]] std::size_t plain_run(std::size_t end) const {
    std::size_t at = at_;
    while (at < end && (block_[at] > ' ' || (block_[at] == ' ' && !clean_.text.empty())) && block_[at] < '\x7F' &&
           block_[at] != '[')
      ++at;
    return at - at_;
  }

  void take(char32_t c) {
    const bool space = is_space(c);
    if (is_invisible(c) || (space && clean_.text.empty())) return;
    append_utf8(clean_.text, space ? U' ' : c);
    clean_.map.append(position_, 1);
  }

  std::string_view block_;
  std::size_t at_ = 0;
  std::uint32_t position_;  // of the report
  const LayoutWords& words_;
  CleanText clean_;
};

void walk_around_markup(std::string_view block, const LayoutWords& words, Cleaner& cleaner) {
  for (const MarkupCut& cut : find_markup(block, words).cuts) {
    cleaner.walk_to(cut.begin);
    if (cut.instead == 0)
      cleaner.cut_to(cut.end);
    else
      cleaner.replace_to(cut.end, cut.instead);
  }
}

}  // namespace

CleanText clean_text(std::string_view block, std::uint32_t report_begin, const Passage& passage,
                     const LayoutWords& words) {
  using record::BlockKind;
  const bool whole = block.size() == passage.bytes.size();
  const std::size_t end = block.size() - (whole ? passage.tail : 0);
  Cleaner cleaner(block.substr(0, end), report_begin, words);
  if (whole) cleaner.cut_to(passage.label);
  if (passage.kind == BlockKind::kListItem || passage.kind == BlockKind::kPost || passage.kind == BlockKind::kByline)
    cleaner.cut_to(list_marker_bytes(block));
  CodePointSpan dateline;
  if (passage.kind == BlockKind::kParagraph) {
    const std::size_t bytes = dateline_bytes(block, words);
    cleaner.cut_to(bytes);
    if (bytes > 0) dateline = {report_begin, cleaner.position()};
  }
  if (passage.markup && passage.kind != BlockKind::kBoilerplate)
    walk_around_markup(block.substr(0, end), words, cleaner);
  cleaner.walk_to(end);
  CleanText clean = std::move(cleaner).finish();
  clean.dateline = dateline;
  return clean;
}

}  // namespace counterclaim::ingest
