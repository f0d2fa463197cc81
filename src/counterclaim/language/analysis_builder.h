// Puts an Analysis together from what the components found, running the rules (attribute ruler, lemmatiser) on the way.
//
// Layer: language (internal).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/language/analysis.h"
#include "counterclaim/language/attribute_ruler.h"
#include "counterclaim/language/entity_recognizer.h"
#include "counterclaim/language/lemmatizer.h"
#include "counterclaim/language/parser.h"
#include "counterclaim/language/tokenizer.h"

namespace counterclaim::language {

// What the components found about one text, token by token.
struct Findings {
  std::string_view text;
  std::span<const RawToken> tokens;
  const LabelId* tags;
  const Tree& tree;
  std::span<const EntityTag> entities;
};

class AnalysisBuilder {
 public:
  // All must outlive the builder. `labels` is shared by all analyses of a pipeline.
  AnalysisBuilder(const AttributeRuler& ruler, const Lemmatizer& lemmatizer,
                  std::shared_ptr<const std::vector<std::string>> labels)
      : ruler_(ruler), lemmatizer_(lemmatizer), labels_(std::move(labels)) {}

  [[nodiscard]] Analysis build(const Findings& findings);

 private:
  void apply_rules(const Findings& findings);
  void add_tokens(const Findings& findings, Analysis& analysis);
  ByteSpan lemma_of(WordType& word, const RuledToken& ruled);
  ByteSpan store(std::string_view text);
  static void group_sentences(Analysis& analysis);
  static void group_entities(Analysis& analysis);
  static void group_children(Analysis& analysis);

  const AttributeRuler& ruler_;
  const Lemmatizer& lemmatizer_;
  std::shared_ptr<const std::vector<std::string>> labels_;
  std::vector<RuledToken> ruled_;
  std::string strings_;      // of the analysis being built
  std::uint64_t stamp_ = 0;  // its number; word types with this stamp have their strings in strings_
};

}  // namespace counterclaim::language
