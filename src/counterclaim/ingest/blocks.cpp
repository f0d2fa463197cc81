#include "counterclaim/ingest/blocks.h"

#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/block_kinds.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/clean_text.h"
#include "counterclaim/ingest/lines.h"
#include "counterclaim/ingest/passage.h"

namespace counterclaim::ingest {
namespace {

struct Cut {
  std::size_t bytes;
  std::uint32_t code_points;
};

// Where a part of at most kLongestBlockCodePoints ends at the beginning of `text`, which is longer than that.
Cut first_part(std::string_view text) {
  constexpr std::uint32_t kSearchFrom = kLongestBlockCodePoints / 10 * 9;
  Cut at_limit{0, 0};
  Cut at_space{0, 0};
  Cut at_sentence{0, 0};
  char32_t previous = 0;
  while (at_limit.code_points < kLongestBlockCodePoints) {
    const DecodedCodePoint c = decode_utf8(text, at_limit.bytes);
    if (at_limit.code_points >= kSearchFrom && is_space(c.value)) {
      at_space = at_limit;
      if (previous == U'.' || previous == U'!' || previous == U'?' || previous == U'”') at_sentence = at_limit;
    }
    previous = c.value;
    at_limit.bytes += c.bytes;
    ++at_limit.code_points;
  }
  return at_sentence.bytes > 0 ? at_sentence : at_space.bytes > 0 ? at_space : at_limit;
}

// Appends the block of one passage or of a part of one.
void append_block(std::string_view part, std::uint32_t begin, const Passage& passage, const LayoutWords& words,
                  Blocks& out) {
  CleanText clean = clean_text(part, begin, passage, words);
  if (clean.text.empty()) return;
  const auto length = static_cast<std::uint32_t>(count_code_points(part));
  out.blocks.push_back(
      {{begin, begin + length}, passage.kind, std::move(clean.text), std::move(clean.map), clean.dateline});
}

void append_passage(std::string_view text, const Passage& passage, const LayoutWords& words, Blocks& out) {
  std::string_view rest = text.substr(passage.bytes.begin, passage.bytes.size());
  std::uint32_t begin = passage.code_points.begin;
  if (passage.code_points.size() > kLongestBlockCodePoints) {
    out.diagnostics.push_back({passage.code_points, record::DiagnosticCode::kLongParagraph,
                               fmt::format("{} characters", passage.code_points.size())});
  }
  while (passage.code_points.end - begin > kLongestBlockCodePoints) {
    const Cut cut = first_part(rest);
    append_block(rest.substr(0, cut.bytes), begin, passage, words, out);
    rest.remove_prefix(cut.bytes);
    begin += cut.code_points;
    // The spaces at which it was cut belong to no block.
    while (!rest.empty()) {
      const DecodedCodePoint c = decode_utf8(rest, 0);
      if (!is_space(c.value)) break;
      rest.remove_prefix(c.bytes);
      ++begin;
    }
  }
  append_block(rest, begin, passage, words, out);
}

}  // namespace

Result<Blocks> split_blocks(std::string_view text, const std::optional<std::string>& title, const LayoutWords& words) {
  const std::vector<Line> lines = split_lines(text, kMostLines);
  if (lines.size() > kMostLines) {
    return fail(ErrorCode::kTextTooLarge, fmt::format("the text has more than {} lines", kMostLines));
  }
  std::vector<Passage> passages = join_wrapped_lines(text, lines);
  set_block_kinds(text, title, words, passages);
  Blocks out;
  out.blocks.reserve(passages.size());
  for (const Passage& passage : passages) append_passage(text, passage, words, out);
  return out;
}

}  // namespace counterclaim::ingest
