// What the pipeline finds out about one text: its tokens, the tree over them, sentences and entities.
//
//   Analysis analysis = pipeline.analyze("Five soldiers were killed.").value();
//   for (const Token& token : analysis.tokens())
//     fmt::print("{} <-{}- {}\n", analysis.text(token), analysis.dep(token), analysis.text(analysis[token.head]));
//
// Strings are spaCy's (CLEAR dependency labels, Penn tags, Universal parts of speech and features).
//
// Layer: language. An Analysis owns its text and strings; views into it live as long as it does and survive moves of
// it. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"

namespace counterclaim::language {

// Universal part of speech. kNone: the attribute ruler has set none.
enum class Pos : std::uint8_t {
  kNone,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kConj,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
  kSpace,
};
[[nodiscard]] std::string_view pos_name(Pos pos);  // "NOUN"; "" for kNone

using LabelId = std::uint16_t;  // a string in the pipeline's table of labels; 0 is ""

enum class EntityPosition : std::uint8_t { kOutside, kBegin, kInside };

struct Token {
  ByteSpan bytes;                // of the text
  CodePointSpan code_points;     // of the text
  std::uint32_t index = 0;       // position in tokens()
  std::uint32_t head = 0;        // index of the head, the token's own for the root of a sentence
  std::uint32_t left_edge = 0;   // first token of the subtree
  std::uint32_t right_edge = 0;  // last token of the subtree (inclusive)
  std::uint32_t sentence = 0;    // position in sentences()
  ByteSpan lemma, norm, lower;   // of Analysis's own string store: read them with Analysis::lemma(token), ...
  LabelId tag = 0, dep = 0, morph = 0, entity_label = 0;
  Pos pos = Pos::kNone;
  EntityPosition entity = EntityPosition::kOutside;
  bool sentence_start = false;
  bool space_after = false;  // one U+0020 follows and belongs to this token
  bool is_space = false;     // nothing but white space (then pos is kSpace)
  bool is_root() const { return head == index; }
};

struct Entity {
  TokenSpan tokens;
  LabelId label = 0;
};

class Analysis {
 public:
  [[nodiscard]] const std::string& text() const { return *text_; }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  [[nodiscard]] const Token& operator[](std::uint32_t index) const { return tokens_[index]; }
  [[nodiscard]] std::span<const TokenSpan> sentences() const { return sentences_; }
  [[nodiscard]] std::span<const Entity> entities() const { return entities_; }

  [[nodiscard]] std::string_view text(const Token& token) const { return slice(*text_, token.bytes); }
  [[nodiscard]] std::string_view text(TokenSpan span) const;  // without the space after the last token; "" if empty
  [[nodiscard]] std::string_view lemma(const Token& token) const { return slice(*strings_, token.lemma); }
  [[nodiscard]] std::string_view norm(const Token& token) const { return slice(*strings_, token.norm); }
  [[nodiscard]] std::string_view lower(const Token& token) const { return slice(*strings_, token.lower); }
  [[nodiscard]] std::string_view tag(const Token& token) const { return label(token.tag); }
  [[nodiscard]] std::string_view dep(const Token& token) const { return label(token.dep); }
  [[nodiscard]] std::string_view morph(const Token& token) const { return label(token.morph); }
  [[nodiscard]] std::string_view entity_label(const Token& token) const { return label(token.entity_label); }
  [[nodiscard]] std::string_view label(LabelId id) const { return (*labels_)[id]; }

  // Tokens whose head is `token`, in text order, the root itself not among its own.
  [[nodiscard]] std::span<const std::uint32_t> children(const Token& token) const;
  // From the left to the right edge: for a projective tree the token and all below it.
  [[nodiscard]] TokenSpan subtree(const Token& token) const { return {token.left_edge, token.right_edge + 1}; }
  // Whether `ancestor` is the token itself or above it in the tree.
  [[nodiscard]] bool is_below(const Token& token, const Token& ancestor) const;

  // Characters from the first token's begin to the last one's end; tokens not empty.
  [[nodiscard]] CodePointSpan code_points(TokenSpan tokens) const {
    return {tokens_[tokens.begin].code_points.begin, tokens_[tokens.end - 1].code_points.end};
  }

 private:
  friend class AnalysisBuilder;
  static std::string_view slice(const std::string& from, ByteSpan span) {
    return std::string_view(from).substr(span.begin, span.size());
  }

  std::unique_ptr<const std::string> text_;  // behind pointers, so that views survive a move
  std::unique_ptr<const std::string> strings_;
  std::shared_ptr<const std::vector<std::string>> labels_;  // the pipeline's, shared
  std::vector<Token> tokens_;
  std::vector<TokenSpan> sentences_;
  std::vector<Entity> entities_;
  std::vector<std::uint32_t> children_;        // grouped by head, in text order
  std::vector<std::uint32_t> children_begin_;  // of each token, into children_; one more at the end
};

}  // namespace counterclaim::language
