#include "counterclaim/ingest/clean_text.h"

#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/citation_mark.h"
#include "counterclaim/ingest/dateline.h"
#include "counterclaim/ingest/list_marker.h"

namespace counterclaim::ingest {
namespace {

// Walks over a block and keeps, replaces or cuts its characters.
class Cleaner {
 public:
  Cleaner(std::string_view block, std::uint32_t report_begin) : block_(block), position_(report_begin) {}

  void cut(std::size_t bytes) {
    position_ += static_cast<std::uint32_t>(count_code_points(block_.substr(at_, bytes)));
    at_ += bytes;
  }

  void walk() {
    while (at_ < block_.size()) {
      if (block_[at_] == '[') {
        const std::size_t mark = citation_mark_bytes(block_, at_);
        if (mark > 0) {
          cut(mark);
          continue;
        }
      }
      take(decode_utf8(block_, at_));
    }
  }

  [[nodiscard]] std::uint32_t position() const { return position_; }
  CleanText finish() && { return std::move(clean_); }

 private:
  void take(DecodedCodePoint c) {
    const bool space = is_space(c.value);
    if (!is_invisible(c.value) && !(space && clean_.text.empty())) {
      if (space) {
        clean_.text.push_back(' ');
      } else {
        clean_.text.append(block_, at_, c.bytes);
      }
      clean_.map.append(position_, 1);
    }
    at_ += c.bytes;
    ++position_;
  }

  std::string_view block_;
  std::size_t at_ = 0;
  std::uint32_t position_;  // of the report
  CleanText clean_;
};

}  // namespace

CleanText clean_text(std::string_view block, std::uint32_t report_begin, record::BlockKind kind) {
  Cleaner cleaner(block, report_begin);
  if (kind == record::BlockKind::kListItem) cleaner.cut(list_marker_bytes(block));
  CodePointSpan dateline;
  if (kind == record::BlockKind::kParagraph) {
    const std::size_t bytes = dateline_bytes(block);
    cleaner.cut(bytes);
    if (bytes > 0) dateline = {report_begin, cleaner.position()};
  }
  cleaner.walk();
  CleanText clean = std::move(cleaner).finish();
  clean.dateline = dateline;
  return clean;
}

}  // namespace counterclaim::ingest
