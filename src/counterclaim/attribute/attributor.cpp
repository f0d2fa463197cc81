#include "counterclaim/attribute/attributor.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "counterclaim/attribute/block_speakers.h"
#include "counterclaim/attribute/box_labels.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/attribute/source_phrase.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::GroundedAnalysis;
using language::Analysis;

std::vector<std::uint32_t> block_sizes(const GroundedAnalysis& grounded) {
  std::vector<std::uint32_t> sizes;
  sizes.reserve(grounded.blocks.size());
  for (const ground::GroundedBlock& block : grounded.blocks) sizes.push_back(block.analysis.size());
  return sizes;
}

class Pass {
 public:
  Pass(const SayingLexicon& lexicon, const GroundedAnalysis& grounded)
      : lexicon_(lexicon),
        grounded_(grounded),
        scopes_(block_sizes(grounded)),
        speakers_(block_speakers(lexicon, grounded)) {}

  AttributionScopes run() {
    for (std::uint32_t block = 0; block < grounded_.blocks.size(); ++block) {
      // Who wrote the report is no part of it.
      const bool byline = grounded_.document->blocks[block].kind == record::BlockKind::kByline;
      if (byline || grounded_.blocks[block].analysis.size() == 0) continue;
      if (box(block)) continue;
      whole_block(block);
      running_text(block);
    }
    scopes_.seal();
    return std::move(scopes_);
  }

 private:
  // Whether the block is a label, which says nothing itself.
  bool box(std::uint32_t block) {
    if (const auto label = read_box_label(lexicon_, grounded_, block)) {
      scopes_.add_box_label(block, *label);
      label_source_.reset();
      label_has_items_ = false;
      if (label->kind != BoxLabelKind::kPer && label->kind != BoxLabelKind::kClaim) return false;
      set_label(block, *label);
      return true;
    }
    const bool item = grounded_.document->blocks[block].kind == record::BlockKind::kListItem;
    // Where a label's lines are list items, the first line that is none ends them.
    if (!is_box_line(grounded_, block) || (label_has_items_ && !item)) label_source_.reset();
    label_has_items_ = item;
    if (!label_source_) return false;
    Scope scope;
    scope.block = block;
    scope.content = {0, grounded_.blocks[block].analysis.size()};
    scope.source = *label_source_;
    scope.cue_block = label_block_;
    scope.cue = label_cue_;
    scope.rule = "box-label";
    scopes_.add(std::move(scope));
    return false;
  }

  void set_label(std::uint32_t block, const BoxLabel& label) {
    const Analysis& analysis = grounded_.blocks[block].analysis;
    record::Source source;
    TokenSpan words{0, analysis.size()};
    if (analysis.text(analysis[words.end - 1]) == ":") --words.end;
    source.span = grounded_.report_span(block, words);
    source.text = std::string(analysis.text(words));
    if (label.party)
      source.side = grounded_.party(*label.party).name;
    else
      source.name = std::string(analysis.text(label.name));
    label_source_ = std::move(source);
    label_block_ = block;
    label_cue_ =
        label.kind == BoxLabelKind::kPer ? TokenSpan{0, label.name.begin} : TokenSpan{label.name.end, words.end};
  }

  // A post or a turn of a talk: whoever signs it or stands in front of its colon says all of it.
  void whole_block(std::uint32_t block) {
    const std::optional<BlockSpeaker>& speaker = speakers_[block];
    const std::uint32_t size = grounded_.blocks[block].analysis.size();
    if (!speaker || speaker->content >= size) return;
    Scope scope;
    scope.block = block;
    scope.content = {speaker->content, size};
    scope.cue_block = speaker->block;
    scope.source = source_of_words(speaker->block, speaker->words);
    scope.rule = speaker->block == block ? "turn" : "post";
    if (speaker->block == block) {
      last_sources_.assign(1, scope.source);
      last_source_block_ = block;
    }
    scopes_.add(std::move(scope));
  }

  // What is known of the first party or person that the words name.
  [[nodiscard]] record::Source source_of_words(std::uint32_t block, TokenSpan words) const {
    record::Source source;
    for (std::uint32_t token = words.begin; token < words.end; ++token) {
      if (!grounded_.mention_at(block, token)) continue;
      source = source_at(lexicon_, grounded_, block, token, token);
      break;
    }
    source.span = grounded_.report_span(block, words);
    source.text = std::string(grounded_.blocks[block].analysis.text(words));
    return source;
  }

  void running_text(std::uint32_t block) {
    const ground::GroundedBlock& here = grounded_.blocks[block];
    const std::vector<bool> heads = party_heads(block);
    const BlockContext context{lexicon_, here, heads};
    Findings found;
    find_verb_scopes(context, found);
    find_noun_scopes(context, found);
    find_phrase_scopes(context, found);
    find_quotation_scopes(context, found);
    announced(block, found);
    find_linear_scopes(context, found);
    find_headline_scopes(context, is_box_line(grounded_, block), found);
    std::stable_sort(found.scopes.begin(), found.scopes.end(),
                     [](const RawScope& a, const RawScope& b) { return first_token(a) < first_token(b); });
    for (const RawHedge& hedge : found.hedges) scopes_.add_hedge({block, hedge.words, hedge.content});
    for (const RawScope& raw : found.scopes) resolve(block, raw);
    announces(block, found.bare);
  }

  std::vector<bool> party_heads(std::uint32_t block) {
    std::vector<bool> heads(grounded_.blocks[block].analysis.size(), false);
    for (; next_party_ < grounded_.parties.size() && grounded_.parties[next_party_].block <= block; ++next_party_) {
      if (grounded_.parties[next_party_].block == block) heads[grounded_.parties[next_party_].head] = true;
    }
    return heads;
  }

  // Where a reader meets the act: at its verb, or at a quotation without one.
  static std::uint32_t first_token(const RawScope& scope) {
    return scope.cue.empty() ? scope.content.begin : scope.cue.begin;
  }

  void resolve(std::uint32_t block, const RawScope& raw) {
    if (!raw.sayer) {
      constexpr std::uint32_t kReachOfSpeaker = 1;  // blocks that a quotation without a verb may look back
      if (!last_sources_.empty() && last_source_block_ + kReachOfSpeaker >= block)
        add(block, raw, last_sources_.front());
      return;
    }
    if (last_sayer_ != std::pair(block, *raw.sayer)) {
      last_sources_ = sources_at(lexicon_, grounded_, block, *raw.sayer, word_of(raw));
      last_sayer_ = std::pair(block, *raw.sayer);
    }
    last_source_block_ = block;
    for (const record::Source& source : last_sources_) add(block, raw, source, &source != &last_sources_.front());
  }

  // The word of the act, or of the source where it has none.
  static std::uint32_t word_of(const RawScope& raw) { return raw.frame ? raw.word : *raw.sayer; }

  // A scope with what its cue tells.
  static Scope said_with(const RawScope& raw, std::uint32_t cue_block) {
    Scope scope;
    scope.cue_block = cue_block;
    scope.cue = raw.cue;
    scope.word = raw.word;
    scope.frame = raw.frame;
    scope.stance = raw.stance;
    scope.is_statement = raw.is_statement;
    return scope;
  }

  void add(std::uint32_t block, const RawScope& raw, const record::Source& source, bool is_second = false) {
    Scope scope = said_with(raw, block);
    scope.block = block;
    scope.content = raw.content;
    scope.target = raw.target;
    scope.is_second = is_second;
    scope.source = source;
    if (raw.via) {
      const record::Source medium = source_at(lexicon_, grounded_, block, *raw.via, *raw.via);
      if (medium.kind == record::SourceKind::kMedium) scope.source.via = medium.name.value_or(medium.text);
    }
    scope.rule = raw.rule;
    scopes_.add(std::move(scope));
  }

  // "The mayor said:" at the end of a block, and the quotation in the next.
  void announces(std::uint32_t block, const std::vector<RawScope>& bare) {
    announced_.reset();
    const Analysis& analysis = grounded_.blocks[block].analysis;
    if (bare.empty() || !bare.back().content.empty() || analysis.text(analysis[analysis.size() - 1]) != ":") return;
    constexpr std::uint32_t kNear = 12;
    if (bare.back().cue.end + kNear < analysis.size()) return;
    announced_ = {block, bare.back()};
  }

  void announced(std::uint32_t block, Findings& found) {
    if (!announced_) return;
    const ground::GroundedBlock& here = grounded_.blocks[block];
    const auto [cue_block, raw] = *announced_;
    announced_.reset();
    const bool quoted = !here.quotations.empty() && here.quotations.front().begin <= 1;
    if (!quoted && !is_set_off(block)) return;
    Scope scope = said_with(raw, cue_block);
    scope.block = block;
    scope.content = {0, quoted ? std::min(here.quotations.back().end + 1, here.analysis.size()) : here.analysis.size()};
    scope.source = source_at(lexicon_, grounded_, cue_block, *raw.sayer, raw.word);
    scope.rule = quoted ? "announced-quotation" : "announced-passage";
    last_sources_.assign(1, scope.source);
    last_source_block_ = block;
    std::erase_if(found.scopes,
                  [&](const RawScope& free) { return free.cue.empty() && scope.content.contains(free.content); });
    scopes_.add(std::move(scope));
  }

  // A paragraph of whole sentences, as pages set quoted passages off without marks.
  [[nodiscard]] bool is_set_off(std::uint32_t block) const {
    constexpr std::uint32_t kShortest = 8;  // tokens
    const Analysis& analysis = grounded_.blocks[block].analysis;
    return grounded_.document->blocks[block].kind == record::BlockKind::kParagraph && analysis.size() >= kShortest &&
           ground::is_one_of(analysis.text(analysis[analysis.size() - 1]), {".", "!", "?", "…"});
  }

  const SayingLexicon& lexicon_;
  const GroundedAnalysis& grounded_;
  AttributionScopes scopes_;
  std::vector<std::optional<BlockSpeaker>> speakers_;  // of each block
  std::optional<record::Source> label_source_;
  std::uint32_t label_block_ = 0;
  TokenSpan label_cue_;
  std::vector<record::Source> last_sources_;                           // of the last act of saying
  std::optional<std::pair<std::uint32_t, std::uint32_t>> last_sayer_;  // its block and head
  std::uint32_t last_source_block_ = 0;
  std::size_t next_party_ = 0;  // in grounded_.parties
  std::optional<std::pair<std::uint32_t, RawScope>> announced_;
  bool label_has_items_ = false;
};

}  // namespace

Result<Attributor> Attributor::load(const std::filesystem::path& resources) {
  return SayingLexicon::load(resources).map([](SayingLexicon lexicon) { return Attributor(std::move(lexicon)); });
}

AttributionScopes Attributor::attribute(const GroundedAnalysis& grounded) const {
  return Pass(lexicon_, grounded).run();
}

}  // namespace counterclaim::attribute
