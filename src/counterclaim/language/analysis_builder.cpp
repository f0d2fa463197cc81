#include "counterclaim/language/analysis_builder.h"

#include <algorithm>
#include <utility>

namespace counterclaim::language {

Analysis AnalysisBuilder::build(const Findings& findings) {
  Analysis analysis;
  ++stamp_;
  strings_.clear();
  apply_rules(findings);
  add_tokens(findings, analysis);
  analysis.text_ = std::make_unique<const std::string>(findings.text);
  analysis.strings_ = std::make_unique<const std::string>(strings_);
  analysis.labels_ = labels_;
  group_sentences(analysis);
  group_entities(analysis);
  group_children(analysis);
  return analysis;
}

void AnalysisBuilder::apply_rules(const Findings& findings) {
  ruled_.clear();
  for (std::size_t n = 0; n < findings.tokens.size(); ++n) {
    RuledToken token;
    token.lower = findings.tokens[n].word->lower;
    token.tag = findings.tags[n];
    token.dep = findings.tree.labels[n];
    token.is_space = findings.tokens[n].word->is_space;
    ruled_.push_back(token);
  }
  ruler_.apply(ruled_);
}

ByteSpan AnalysisBuilder::store(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(strings_.size());
  strings_.append(text);
  return {begin, static_cast<std::uint32_t>(strings_.size())};
}

ByteSpan AnalysisBuilder::lemma_of(WordType& word, const RuledToken& ruled) {
  if (ruled.lemma != 0) return store((*labels_)[ruled.lemma]);
  auto cached = std::find_if(word.lemmas.begin(), word.lemmas.end(), [&](const CachedLemma& lemma) {
    return lemma.pos == ruled.pos && lemma.morph == ruled.morph;
  });
  if (cached == word.lemmas.end()) {
    std::string lemma = lemmatizer_.lemma(word.text, word.lower, ruled.pos, (*labels_)[ruled.morph]);
    cached = word.lemmas.insert(word.lemmas.end(), CachedLemma{ruled.pos, ruled.morph, std::move(lemma), 0, {}});
  }
  if (cached->stamp != stamp_) {
    cached->stamp = stamp_;
    cached->stored = store(cached->lemma);
  }
  return cached->stored;
}

void AnalysisBuilder::add_tokens(const Findings& findings, Analysis& analysis) {
  analysis.tokens_.resize(findings.tokens.size());
  for (std::uint32_t n = 0; n < analysis.tokens_.size(); ++n) {
    const RawToken& raw = findings.tokens[n];
    WordType& word = *raw.word;
    if (word.stamp != stamp_) {
      word.stamp = stamp_;
      word.stored_norm = store(word.norm);
      word.stored_lower = store(word.lower);
    }
    Token& token = analysis.tokens_[n];
    token.bytes = {raw.begin_byte, raw.begin_byte + static_cast<std::uint32_t>(word.text.size())};
    token.code_points = {raw.begin_code_point, raw.begin_code_point + word.code_points};
    token.index = n;
    token.head = findings.tree.heads[n];
    token.left_edge = findings.tree.left[n];
    token.right_edge = findings.tree.right[n];
    token.norm = word.stored_norm;
    token.lower = word.stored_lower;
    token.lemma = lemma_of(word, ruled_[n]);
    token.tag = ruled_[n].tag;
    token.dep = ruled_[n].dep;
    token.morph = ruled_[n].morph;
    token.pos = ruled_[n].pos;
    token.entity = findings.entities[n].position;
    token.entity_label = findings.entities[n].label;
    token.sentence_start = findings.tree.sentence_starts[n] != 0;
    token.space_after = raw.space_after;
    token.is_space = word.is_space;
  }
}

void AnalysisBuilder::group_sentences(Analysis& analysis) {
  for (Token& token : analysis.tokens_) {
    if (token.sentence_start || token.index == 0) analysis.sentences_.push_back({token.index, token.index});
    token.sentence = static_cast<std::uint32_t>(analysis.sentences_.size() - 1);
    analysis.sentences_.back().end = token.index + 1;
  }
}

void AnalysisBuilder::group_entities(Analysis& analysis) {
  for (const Token& token : analysis.tokens_) {
    if (token.entity == EntityPosition::kOutside) continue;
    if (token.entity == EntityPosition::kBegin) {
      analysis.entities_.push_back({{token.index, token.index}, token.entity_label});
    }
    analysis.entities_.back().tokens.end = token.index + 1;
  }
}

void AnalysisBuilder::group_children(Analysis& analysis) {
  auto& begins = analysis.children_begin_;
  begins.assign(analysis.tokens_.size() + 1, 0);
  for (const Token& token : analysis.tokens_) {
    if (!token.is_root()) ++begins[token.head + 1];
  }
  for (std::size_t n = 1; n < begins.size(); ++n) begins[n] += begins[n - 1];
  analysis.children_.resize(begins.back());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  for (const Token& token : analysis.tokens_) {
    if (!token.is_root()) analysis.children_[next[token.head]++] = token.index;
  }
}

}  // namespace counterclaim::language
