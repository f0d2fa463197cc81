#include <algorithm>
#include <optional>

#include "counterclaim/attribute/sayer.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using language::Analysis;

constexpr std::uint32_t kShortest = 4;  // tokens; fewer are a word in quotation marks
constexpr std::uint32_t kNear = 7;      // tokens between a quotation and its verb of saying

struct Cue {
  TokenSpan tokens;
  std::uint32_t sayer;
  record::Stance stance;
};

class QuotationScopes {
 public:
  QuotationScopes(const SayingLexicon& lexicon, const ground::GroundedBlock& block, std::vector<RawScope>& found)
      : lexicon_(lexicon), analysis_(block.analysis), quotations_(block.quotations), found_(found) {}

  void run() {
    const std::vector<RawScope> clauses = found_;
    for (const TokenSpan quotation : quotations_) {
      if (quotation.size() < kShortest) continue;
      const auto held = std::find_if(clauses.begin(), clauses.end(),
                                     [&](const RawScope& scope) { return scope.content.contains(quotation); });
      if (held != clauses.end()) continue;
      auto cue = cue_beside(quotation);
      if (!cue) cue = last_cue_before(clauses, quotation.begin);
      if (cue) found_.push_back({quotation, cue->tokens, cue->sayer, cue->stance, "quotation"});
    }
  }

 private:
  std::optional<Cue> cue_beside(TokenSpan quotation) const {
    const std::uint32_t last = std::min(analysis_.size(), quotation.end + kNear);
    for (std::uint32_t token = quotation.end; token < last; ++token) {
      if (analysis_.text(analysis_[token]) == ".") break;
      if (const auto cue = cue_at(token)) return cue;
    }
    const std::uint32_t first = quotation.begin > kNear ? quotation.begin - kNear : 0;
    for (std::uint32_t token = quotation.begin; token-- > first;) {
      if (analysis_.text(analysis_[token]) == ".") break;
      if (const auto cue = cue_at(token)) return cue;
    }
    return std::nullopt;
  }

  std::optional<Cue> cue_at(std::uint32_t token) const {
    if (!ground::is_verbal(analysis_[token])) return std::nullopt;
    const SayingVerb* frame = lexicon_.verb(analysis_.lemma(analysis_[token]));
    if (!frame || !frame->clause) return std::nullopt;
    const auto sayer = sayer_of(lexicon_, analysis_, token);
    if (!sayer) return std::nullopt;
    return Cue{{token, token + 1}, *sayer, frame->stance};
  }

  // A quotation that goes on behind a verb of saying of the same paragraph.
  static std::optional<Cue> last_cue_before(const std::vector<RawScope>& scopes, std::uint32_t token) {
    const RawScope* last = nullptr;
    for (const RawScope& scope : scopes) {
      if (scope.cue.end <= token && (!last || scope.cue.begin > last->cue.begin)) last = &scope;
    }
    if (!last) return std::nullopt;
    return Cue{last->cue, last->sayer, last->stance};
  }

  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
  const std::vector<TokenSpan>& quotations_;
  std::vector<RawScope>& found_;
};

}  // namespace

void find_quotation_scopes(const SayingLexicon& lexicon, const ground::GroundedBlock& block,
                           std::vector<RawScope>& found) {
  QuotationScopes(lexicon, block, found).run();
}

}  // namespace counterclaim::attribute
