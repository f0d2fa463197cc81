#include "counterclaim/attribute/attributor.h"

#include <algorithm>
#include <optional>
#include <vector>

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
      : lexicon_(lexicon), grounded_(grounded), scopes_(block_sizes(grounded)) {}

  AttributionScopes run() {
    for (std::uint32_t block = 0; block < grounded_.blocks.size(); ++block) {
      if (grounded_.blocks[block].analysis.size() == 0) continue;
      box(block);
      running_text(block);
    }
    scopes_.seal();
    return std::move(scopes_);
  }

 private:
  void box(std::uint32_t block) {
    if (const auto label = read_box_label(lexicon_, grounded_, block)) {
      scopes_.add_box_label(block, *label);
      label_source_.reset();
      label_has_items_ = false;
      if (label->kind == BoxLabelKind::kPer || label->kind == BoxLabelKind::kClaim) set_label(block, *label);
      return;
    }
    const bool item = grounded_.document->blocks[block].kind == record::BlockKind::kListItem;
    // Where a label's lines are list items, the first line that is none ends them.
    if (!is_box_line(grounded_, block) || (label_has_items_ && !item)) label_source_.reset();
    label_has_items_ = item;
    if (!label_source_) return;
    Scope scope;
    scope.block = block;
    scope.content = {0, grounded_.blocks[block].analysis.size()};
    scope.source = *label_source_;
    scope.rule = "box-label";
    scopes_.add(std::move(scope));
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
  }

  void running_text(std::uint32_t block) {
    const Analysis& analysis = grounded_.blocks[block].analysis;
    std::vector<RawScope> found;
    find_verb_scopes(lexicon_, analysis, found);
    find_phrase_scopes(lexicon_, analysis, found);
    find_quotation_scopes(lexicon_, grounded_.blocks[block], found);
    headline(block, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const RawScope& a, const RawScope& b) { return a.cue.begin < b.cue.begin; });
    std::optional<std::uint32_t> last_sayer;
    record::Source source;
    for (const RawScope& raw : found) {
      if (last_sayer != raw.sayer) {
        source = source_at(lexicon_, grounded_, block, raw.sayer);
        last_sayer = raw.sayer;
      }
      scopes_.add({block, raw.content, raw.cue, raw.stance, source, raw.rule});
    }
  }

  // "Army: nine guards killed", "Nine guards killed: army"
  void headline(std::uint32_t block, std::vector<RawScope>& found) const {
    if (!is_box_line(grounded_, block)) return;
    const Analysis& analysis = grounded_.blocks[block].analysis;
    for (std::uint32_t colon = 1; colon + 1 < analysis.size(); ++colon) {
      if (analysis.text(analysis[colon]) != ":") continue;
      if (const auto sayer = headline_source(block, {0, colon}))
        found.push_back(
            {{colon + 1, analysis.size()}, {colon, colon + 1}, *sayer, record::Stance::kAsserts, "headline"});
      else if (const auto after = headline_source(block, {colon + 1, analysis.size()}))
        found.push_back({{0, colon}, {colon, colon + 1}, *after, record::Stance::kAsserts, "headline"});
      return;
    }
  }

  std::optional<std::uint32_t> headline_source(std::uint32_t block, TokenSpan span) const {
    const Analysis& analysis = grounded_.blocks[block].analysis;
    if (span.size() > 4) return std::nullopt;
    for (std::uint32_t token = span.begin; token < span.end; ++token) {
      if (ground::is_verbal(analysis[token]) || analysis[token].pos == language::Pos::kNum) return std::nullopt;
    }
    const std::uint32_t last = span.end - 1;
    const bool known = lexicon_.is_source(analysis.lower(analysis[last])) ||
                       std::any_of(grounded_.blocks[block].parties.begin(), grounded_.blocks[block].parties.end(),
                                   [&](const ground::PartyReference& party) { return party.tokens.end == span.end; });
    return known ? std::optional(last) : std::nullopt;
  }

  const SayingLexicon& lexicon_;
  const GroundedAnalysis& grounded_;
  AttributionScopes scopes_;
  std::optional<record::Source> label_source_;
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
