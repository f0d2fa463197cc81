#include "counterclaim/extract/statement_reader.h"

#include <algorithm>
#include <utility>

#include "counterclaim/extract/statement_stance.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using attribute::Scope;
using ground::GroundedAnalysis;
using record::Stance;
using record::Statement;

// PLOVER's root for an act of speech (codebook of 2023); none for what only reports.
std::optional<std::string> plover_root(Stance stance) {
  switch (stance) {
    case Stance::kAccuses:
    case Stance::kCondemns: return "ACCUSE";
    case Stance::kDenies:
    case Stance::kRefuses: return "REJECT";
    case Stance::kDemands: return "REQUEST";
    case Stance::kThreatens: return "THREATEN";
    case Stance::kPledges:
    case Stance::kSupports: return "SUPPORT";
    case Stance::kAsserts:
    case Stance::kConfirms: return std::nullopt;
  }
  return std::nullopt;
}

class StatementPass {
 public:
  StatementPass(const StanceLexicon& lexicon, const GroundedAnalysis& grounded,
                const attribute::AttributionScopes& scopes, std::span<const record::Figure> figures)
      : lexicon_(lexicon), grounded_(grounded), scopes_(scopes), figures_(figures) {}

  std::vector<Statement> run() {
    std::vector<std::pair<Statement, std::uint32_t>> read;
    std::optional<std::size_t> label;  // of `read`: the last statement by the label of a box or a signature
    for (std::uint32_t position = 0; position < scopes_.scopes().size(); ++position) {
      const Scope& scope = scopes_.scopes()[position];
      if (!scope.is_statement || is_reported_attitude(scope)) continue;
      if (label && same_label(scope, scopes_.scopes()[read[*label].second])) {
        go_on(scope, read[*label].first);
        continue;
      }
      if (is_of_lines(scope)) label = read.size();
      read.emplace_back(statement(scope), position);
    }
    std::stable_sort(read.begin(), read.end(),
                     [](const auto& a, const auto& b) { return a.first.span.begin < b.first.span.begin; });
    std::vector<std::optional<std::uint32_t>> place(scopes_.scopes().size());
    for (std::uint32_t n = 0; n < read.size(); ++n) place[read[n].second] = n;
    for (auto& [item, position] : read) take_own_act(item, position, read, place);
    std::vector<Statement> out;
    out.reserve(read.size());
    for (auto& [item, position] : read) {
      if (const auto parent = scopes_.scopes()[position].parent) item.parent = place[*parent];
      out.push_back(std::move(item));
    }
    return out;
  }

 private:
  // "said that Peru condemned the raid": what the speaker's own side does by speaking is what he does.
  void take_own_act(const Statement& inner, std::uint32_t position,
                    std::vector<std::pair<Statement, std::uint32_t>>& read,
                    const std::vector<std::optional<std::uint32_t>>& place) const {
    const Scope& scope = scopes_.scopes()[position];
    if (!scope.parent || !place[*scope.parent] || !scope.frame || inner.stance == Stance::kAsserts ||
        inner.stance == Stance::kConfirms)
      return;
    const Scope& above = scopes_.scopes()[*scope.parent];
    if (!above.frame || !above.frame->is_plain || above.cue_block != scope.cue_block) return;
    const language::Analysis& analysis = grounded_.blocks[scope.cue_block].analysis;
    if (analysis[scope.word].head != above.word || !inner.source.side || inner.source.side != above.source.side) return;
    Statement& outer = read[*place[*scope.parent]].first;
    if (outer.stance != Stance::kAsserts) return;
    outer.stance = inner.stance;
    outer.plover = plover_root(outer.stance);
    outer.target = inner.target;
    outer.rules.push_back({"stance", "own-act"});
    if (outer.target) outer.rules.push_back({"target", "own-act"});
  }

  // "said she believes": what is believed is what is said.
  static bool is_reported_attitude(const Scope& scope) {
    return scope.parent && scope.frame && scope.frame->is_attitude;
  }

  // Lines below one label of a box are one statement, and so are those of one post.
  static bool is_of_lines(const Scope& scope) { return scope.rule == "box-label" || scope.rule == "post"; }
  static bool same_label(const Scope& scope, const Scope& before) {
    return is_of_lines(scope) && before.rule == scope.rule && before.cue_block == scope.cue_block;
  }

  void go_on(const Scope& scope, Statement& statement) const {
    const CodePointSpan line = grounded_.report_span(scope.block, scope.content);
    statement.content->end = line.end;
    statement.span.end = std::max(statement.span.end, line.end);
    add_figures(line, statement);
  }

  Statement statement(const Scope& scope) const {
    Statement out;
    out.source = scope.source;
    out.rules.push_back({"source", scope.rule});
    if (!scope.cue.empty() && scope.rule != "headline") {
      out.cue_span = grounded_.report_span(scope.cue_block, scope.cue);
      out.cue = std::string(grounded_.blocks[scope.cue_block].analysis.text(scope.cue));
    }
    if (!scope.content.empty()) out.content = grounded_.report_span(scope.block, scope.content);
    StanceReading reading = stance_of(lexicon_, grounded_, scope);
    out.stance = reading.stance;
    out.rules.push_back({"stance", reading.stance_rule.empty() ? scope.rule : reading.stance_rule});
    if (reading.target) {
      out.target = std::move(reading.target);
      out.rules.push_back({"target", reading.target_rule});
    }
    out.span = evidence(scope, out);
    out.plover = plover_root(out.stance);
    set_when(scope, out);
    if (out.content) add_figures(*out.content, out);
    return out;
  }

  // The shortest passage with the source, the words of saying and what is said; the source is left out where it stands
  // in another sentence.
  static CodePointSpan evidence(const Scope& scope, const Statement& statement) {
    constexpr std::uint32_t kFarSource = 200;  // code points
    CodePointSpan span = statement.content.value_or(statement.cue_span.value_or(scope.source.span));
    const auto include = [&](CodePointSpan other) {
      span.begin = std::min(span.begin, other.begin);
      span.end = std::max(span.end, other.end);
    };
    if (statement.cue_span) include(*statement.cue_span);
    const CodePointSpan source = scope.source.span;
    const bool near = source.begin < span.end + kFarSource && span.begin < source.end + kFarSource;
    if (!source.empty() && near && statement.cue_span) include(source);
    return span;
  }

  // "said on Monday": the only day in the saying's own sentence that stands outside of what is said.
  void set_when(const Scope& scope, Statement& out) const {
    if (scope.cue.empty()) return;
    const ground::GroundedBlock& block = grounded_.blocks[scope.cue_block];
    const TokenSpan sentence = ground::sentence_of(block.analysis, scope.cue.begin);
    const ground::GroundedTime* only = nullptr;
    for (const ground::GroundedTime& time : block.times) {
      if (time.tokens.empty() || !sentence.contains(time.tokens.begin) || !time.mention.earliest) continue;
      if (scope.block == scope.cue_block && scope.content.overlaps(time.tokens)) continue;
      if (only) return;
      only = &time;
    }
    constexpr std::size_t kDay = 10;  // characters of an ISO date
    if (!only || !only->mention.latest || only->mention.value.value_or("").size() < kDay) return;
    out.when = only->mention.earliest->substr(0, kDay);
    out.rules.push_back({"when", "saying"});
  }

  void add_figures(CodePointSpan content, Statement& out) const {
    auto first = std::partition_point(figures_.begin(), figures_.end(),
                                      [&](const record::Figure& figure) { return figure.span.begin < content.begin; });
    for (; first != figures_.end() && first->span.begin < content.end; ++first) {
      if (content.contains(first->span)) out.figures.push_back(static_cast<std::uint32_t>(first - figures_.begin()));
    }
  }

  const StanceLexicon& lexicon_;
  const GroundedAnalysis& grounded_;
  const attribute::AttributionScopes& scopes_;
  std::span<const record::Figure> figures_;
};

}  // namespace

Result<StatementReader> StatementReader::load(const std::filesystem::path& resources) {
  auto lexicon = StanceLexicon::load(resources / "attribution");
  if (!lexicon) return tl::unexpected<Error>(std::move(lexicon.error()));
  return StatementReader(std::move(*lexicon));
}

std::vector<Statement> StatementReader::read(const GroundedAnalysis& grounded,
                                             const attribute::AttributionScopes& scopes,
                                             std::span<const record::Figure> figures) const {
  return StatementPass(lexicon_, grounded, scopes, figures).run();
}

}  // namespace counterclaim::extract
