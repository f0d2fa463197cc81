#include "counterclaim/ingest/posts.h"

#include <algorithm>
#include <string>

#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

using record::BlockKind;

constexpr std::uint32_t kLongestPost = 400;  // code points: 280 and its links
constexpr std::size_t kMostLines = 12;

class PostFinder {
 public:
  PostFinder(std::string_view text, const LayoutWords& words, std::vector<Passage>& passages)
      : text_(text), words_(words), passages_(passages) {}

  void run() {
    for (std::size_t n = 0; n < passages_.size(); ++n) {
      if (!passages_[n].signature) continue;
      const bool closed = n > 0 && ends_with_link(n - 1);
      take_above(n);
      if (!closed) take_below(n);
    }
    for (Passage& passage : passages_) {
      if (passage.kind != BlockKind::kPost) continue;
      const std::string_view line = text_.substr(passage.bytes.begin, passage.bytes.size());
      passage.tail = static_cast<std::uint32_t>(trailing_link_bytes(line, words_));
    }
  }

 private:
  [[nodiscard]] bool ends_with_link(std::size_t n) const {
    const Passage& passage = passages_[n];
    return trailing_link_bytes(text_.substr(passage.bytes.begin, passage.bytes.size()), words_) > 0;
  }
  [[nodiscard]] bool may_be_post(std::size_t n) const {
    const BlockKind kind = passages_[n].kind;
    return kind == BlockKind::kParagraph || kind == BlockKind::kListItem || kind == BlockKind::kBoilerplate;
  }
  void take(std::size_t begin, std::size_t end) {
    for (std::size_t n = begin; n < end; ++n) {
      if (passages_[n].kind != BlockKind::kBoilerplate) passages_[n].kind = BlockKind::kPost;
    }
  }
  void take_above(std::size_t signature);
  void take_below(std::size_t signature);

  std::string_view text_;
  const LayoutWords& words_;
  std::vector<Passage>& passages_;
};

void PostFinder::take_above(std::size_t signature) {
  std::size_t group = signature;  // the first line since the last blank one
  std::uint32_t length = 0;
  while (group > 0 && !passages_[group].blank_before && may_be_post(group - 1) && signature - group < kMostLines) {
    length += passages_[--group].code_points.size();
  }
  const bool delimited = group > 0 && group < signature && passages_[group].blank_before && length <= kLongestPost;
  if (delimited) return take(group, signature);
  std::size_t begin = signature;
  while (begin > 0 && signature - begin < kMostLines && passages_[begin - 1].kind == BlockKind::kListItem) --begin;
  if (begin > 0 && may_be_post(begin - 1) && passages_[begin - 1].code_points.size() <= kLongestPost) --begin;
  take(begin, signature);
}

void PostFinder::take_below(std::size_t signature) {
  std::uint32_t length = 0;
  for (std::size_t n = signature + 1; n < passages_.size() && n - signature <= kMostLines; ++n) {
    length += passages_[n].code_points.size();
    if (!may_be_post(n) || passages_[n].signature || length > kLongestPost) return;
    if (!ends_with_link(n)) continue;
    const bool of_next = n + 1 < passages_.size() && passages_[n + 1].signature;
    if (!of_next) take(signature + 1, n + 1);
    return;
  }
}

}  // namespace

void set_posts(std::string_view text, const LayoutWords& words, std::vector<Passage>& passages) {
  PostFinder(text, words, passages).run();
}

std::size_t trailing_link_bytes(std::string_view line, const LayoutWords& words) {
  std::string_view rest = line;
  while (true) {
    const std::size_t space = rest.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? rest : rest.substr(space + 1);
    const bool link = std::any_of(words.post_links().begin(), words.post_links().end(),
                                  [&](const std::string& begin) { return last.starts_with(begin); });
    if (!link) break;
    rest = trimmed(rest.substr(0, rest.size() - last.size()));
    if (rest.empty()) break;
  }
  return line.size() - rest.size();
}

}  // namespace counterclaim::ingest
