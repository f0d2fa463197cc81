#include "counterclaim/publish/sentence_finder.h"

#include <algorithm>

#include "counterclaim/publish/terminal_text.h"

namespace counterclaim::publish {
namespace {

// Code points of a sentence on each side of the passage. A sentence without end may hold thousands of figures.
constexpr std::uint32_t kMostContext = 400;
constexpr std::string_view kEllipsis = "…";

}  // namespace

CodePointSpan SentenceFinder::around(CodePointSpan span) const {
  const auto& sentences = record_.sentences;
  auto first = std::partition_point(sentences.begin(), sentences.end(),
                                    [&](CodePointSpan sentence) { return sentence.end <= span.begin; });
  CodePointSpan found = span;
  for (; first != sentences.end() && first->overlaps(span); ++first) {
    found = {std::min(found.begin, first->begin), std::max(found.end, first->end)};
  }
  return found;
}

Excerpt SentenceFinder::excerpt(CodePointSpan span) const {
  const CodePointSpan sentence = around(span);
  const std::uint32_t begin = std::max(sentence.begin, span.begin - std::min(span.begin, kMostContext));
  const std::uint32_t end = sentence.end - span.end > kMostContext ? span.end + kMostContext : sentence.end;
  Excerpt excerpt;
  if (begin > sentence.begin) excerpt.text = kEllipsis;
  const std::size_t cut = excerpt.text.size();
  excerpt.text += one_line(text({begin, end}));
  // One line of a beginning is a beginning of the line of the whole, and one line of an end an end of it.
  excerpt.end = cut + one_line(text({begin, span.end})).size();
  excerpt.begin = excerpt.end - one_line(text(span)).size();
  if (end < sentence.end) excerpt.text += kEllipsis;
  return excerpt;
}

}  // namespace counterclaim::publish
