// Cuts off what a line holds beside the report's own sentences.
//
//   "Five died. Sign up for our newsletter."        ->  "Five died." | boilerplate "Sign up for our newsletter."
//   "We hold the pass. — Army (@army) May 3, 2021"  ->  post "We hold the pass." | byline "— Army (@army) May 3, 2021"
//   "Five died. Ana Rojas contributed to this report."  ->  "Five died." | byline "Ana Rojas contributed ..."
//   "The mayor said: “Sign up for our newsletter.”" ->  of one piece
//
// A sentence is residue by how it begins, so running text about newsletters stays. Where one is, the others of the line
// that speak to the reader ("we", "your") go with it, provided that nothing else is left.
//
// Layer: ingest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/line_tokens.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ingest {

struct LinePart {
  ByteSpan bytes;                                          // of the line
  record::BlockKind kind = record::BlockKind::kParagraph;  // kParagraph: not decided here
  bool signature = false;                                  // of a post
};

class LineParts {
 public:
  explicit LineParts(const LayoutWords& words) : words_(words) {}

  // The parts of a line (valid UTF-8), all of it but spaces between them; none: it is of one piece, and nothing in it
  // is residue. The result lasts until the next call. Cost: linear.
  [[nodiscard]] const std::vector<LinePart>& read(std::string_view line);

 private:
  enum class Sentence : std::uint8_t { kReport, kResidue, kByline };

  [[nodiscard]] bool read_signature(std::string_view line);
  [[nodiscard]] bool is_date(std::string_view text);
  void find_sentences(std::string_view line);
  [[nodiscard]] std::string_view sentence(std::string_view line, std::size_t n) const;
  [[nodiscard]] Sentence kind_of(std::string_view sentence);
  [[nodiscard]] bool mark_contributions(std::string_view line);
  [[nodiscard]] bool holds_one_of(std::string_view sentence, const std::vector<std::string>& phrases);
  [[nodiscard]] bool names_alone(std::string_view sentence);
  [[nodiscard]] bool speaks_to_reader(std::string_view sentence);
  void join(std::string_view line);

  const LayoutWords& words_;
  LineTokens tokens_;
  std::string folded_;
  std::vector<std::uint32_t> begins_;  // of the line's sentences
  std::vector<Sentence> kinds_;
  std::vector<LinePart> parts_;
};

}  // namespace counterclaim::ingest
