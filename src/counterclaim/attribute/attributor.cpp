#include "counterclaim/attribute/attributor.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <vector>

#include "counterclaim/attribute/box_labels.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/attribute/source_phrase.h"
#include "counterclaim/attribute/speaker_memory.h"
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
        SourcePhrase phrase = describe_source(lexicon_, grounded_, block, raw.sayer);
        if (!phrase.pronoun.empty() && !memory_.antecedent(block, phrase)) take_from_subject_before(block, phrase);
        memory_.resolve(block, phrase, home_of(block, phrase.tokens.begin));
        source = std::move(phrase.source);
        last_sayer = raw.sayer;
      }
      scopes_.add({block, raw.content, raw.cue, raw.stance, source, raw.rule});
    }
  }

  // "The ministry held a briefing. It said …": the subject of the sentence before, where nobody has spoken yet.
  void take_from_subject_before(std::uint32_t block, SourcePhrase& pronoun) {
    const Analysis& analysis = grounded_.blocks[block].analysis;
    const std::uint32_t begin = ground::sentence_of(analysis, pronoun.tokens.begin).begin;
    if (begin == 0) return;
    const TokenSpan before = ground::sentence_of(analysis, begin - 1);
    for (std::uint32_t token = before.begin; token < before.end; ++token) {
      if (!analysis[token].is_root()) continue;
      const auto subject = ground::child_with_dep(analysis, analysis[token], {"nsubj"});
      if (!subject) return;
      SourcePhrase phrase = describe_source(lexicon_, grounded_, block, *subject);
      if (phrase.source.kind) memory_.resolve(block, phrase, home_of(block, phrase.tokens.begin));
      return;
    }
  }

  // "In Peru, the ministry reported …"
  std::optional<std::string> fronted_state(std::uint32_t block, std::uint32_t token) const {
    const ground::GroundedBlock& here = grounded_.blocks[block];
    const std::uint32_t begin = ground::sentence_of(here.analysis, token).begin;
    if (here.analysis.lower(here.analysis[begin]) != "in") return std::nullopt;
    for (const ground::PartyReference& party : here.parties) {
      if (party.tokens.begin == begin + 1 && party.tokens.end <= token) return grounded_.party(party).name;
    }
    return std::nullopt;
  }

  // The state that an unmarked ministry or army at `token` serves: of two sides the one named last, else the host.
  std::optional<std::string> home_of(std::uint32_t block, std::uint32_t token) const {
    const ground::ReportCast& cast = grounded_.cast;
    if (const auto fronted = fronted_state(block, token)) return fronted;
    if (!cast.dyad) return cast.host;
    const std::uint32_t first = block > 2 ? block - 2 : 0;
    for (std::uint32_t back = block + 1; back-- > first;) {
      for (const ground::PartyReference& party : std::views::reverse(grounded_.blocks[back].parties)) {
        if (back == block && party.tokens.begin >= token) continue;
        const std::string& name = grounded_.party(party).name;
        if (cast.is_side(name)) return name;
      }
    }
    return std::nullopt;
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
    const bool known = lexicon_.source_kind(analysis.lower(analysis[last])) ||
                       std::any_of(grounded_.blocks[block].parties.begin(), grounded_.blocks[block].parties.end(),
                                   [&](const ground::PartyReference& party) { return party.tokens.end == span.end; });
    return known ? std::optional(last) : std::nullopt;
  }

  const SayingLexicon& lexicon_;
  const GroundedAnalysis& grounded_;
  AttributionScopes scopes_;
  SpeakerMemory memory_;
  std::optional<record::Source> label_source_;
  bool label_has_items_ = false;
};

}  // namespace

Result<Attributor> Attributor::load(const std::filesystem::path& resources) {
  return SayingLexicon::load(resources / "attribution").map([](SayingLexicon lexicon) {
    return Attributor(std::move(lexicon));
  });
}

AttributionScopes Attributor::attribute(const GroundedAnalysis& grounded) const {
  return Pass(lexicon_, grounded).run();
}

}  // namespace counterclaim::attribute
