#include "counterclaim/ground/place_surroundings.h"

#include "counterclaim/ground/place_spans.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {

using language::Analysis;
using language::Pos;
using language::Token;
using record::PlaceKind;

namespace {

constexpr std::uint32_t kMostSkipped = 3;  // words between a name and the word that shows what it is

bool is_settled(const PlaceCueWord& word) {
  return word.is(PlaceCue::kKind) && (word.kind == PlaceKind::kLocality || word.kind == PlaceKind::kArea);
}

bool is_article(std::string_view lower) { return is_one_of(lower, {"a", "an", "the"}); }

class Surroundings {
 public:
  Surroundings(const Analysis& analysis, TokenSpan name, const PlaceCues& cues)
      : analysis_(analysis), name_(name), cues_(cues), sentence_(analysis[name.begin].sentence) {}

  PlaceSurroundings look() const {
    PlaceSurroundings behind = this->behind();
    const PlaceSurroundings before = this->before();
    if (before.sign <= behind.sign) return behind.sign == PlaceSign::kNone ? as_goal() : behind;
    return {before.sign, before.kind ? before.kind : behind.kind};
  }

 private:
  // The token `steps` behind the name in its sentence, or null.
  [[nodiscard]] const Token* next(std::uint32_t steps) const {
    const std::uint32_t at = name_.end + steps;
    return at < analysis_.size() && analysis_[at].sentence == sentence_ ? &analysis_[at] : nullptr;
  }
  [[nodiscard]] const PlaceCueWord& cue(const Token& token) const { return cues_.of(analysis_, token.index); }
  [[nodiscard]] bool is_small(const Token& token) const { return !is_name_like(analysis_.text(token)); }

  // "the village of", "south of", "residents of"
  [[nodiscard]] PlaceSurroundings before_of(std::uint32_t of) const {
    if (of == 0) return {PlaceSign::kWeak, {}};
    const PlaceCueWord& word = cue(analysis_[of - 1]);
    if (is_settled(word)) return {PlaceSign::kKind, word.kind};
    if (word.is(PlaceCue::kOf) || word.is(PlaceCue::kKind)) return {PlaceSign::kSure, {}};
    return {PlaceSign::kWeak, {}};
  }

  // The word right in front: "the province Ayacucho", "a town called Qarwa".
  [[nodiscard]] PlaceSurroundings right_before() const {
    if (name_.begin == 0 || analysis_[name_.begin - 1].sentence != sentence_) return {};
    const Token& token = analysis_[name_.begin - 1];
    const PlaceCueWord& word = cue(token);
    if (is_settled(word) && is_small(token)) return {PlaceSign::kSure, word.kind};
    if (word.is(PlaceCue::kCalled) && name_.begin > 1) {
      const PlaceCueWord& noun = cue(analysis_[name_.begin - 2]);
      if (noun.is(PlaceCue::kKind)) return {PlaceSign::kKind, noun.kind};
    }
    return {};
  }

  // "entered Cusco", "Cusco was shelled"
  [[nodiscard]] PlaceSurroundings as_goal() const {
    const Token& last = analysis_[name_.end - 1];
    const bool goal = has_dep(analysis_, last, {"dobj", "nsubjpass"}) &&
                      cues_.of(analysis_.lemma(analysis_[last.head])).is(PlaceCue::kGoal);
    return {goal ? PlaceSign::kWeak : PlaceSign::kNone, {}};
  }

  [[nodiscard]] PlaceSurroundings before() const {
    if (const PlaceSurroundings right = right_before(); right.sign != PlaceSign::kNone) return right;
    std::uint32_t at = name_.begin;
    for (std::uint32_t skipped = 0; at > 0 && analysis_[at - 1].sentence == sentence_; --at, ++skipped) {
      const Token& token = analysis_[at - 1];
      const PlaceCueWord& word = cue(token);
      if (analysis_.lower(token) == "of") return before_of(token.index);
      const bool particle = token.pos == Pos::kPart || analysis_.dep(token) == "prt";
      if (word.is(PlaceCue::kSurePreposition) && !particle) return {PlaceSign::kSure, {}};
      if (word.is(PlaceCue::kWeakPreposition)) return {PlaceSign::kWeak, {}};
      const bool may_stand_between = word.is(PlaceCue::kDirection) || token.pos == Pos::kAdj ||
                                     token.pos == Pos::kDet || analysis_.text(token) == "-";
      if (!may_stand_between || skipped == kMostSkipped) break;
    }
    return {};
  }

  // A kind among the words behind an article: ", a small town", "is a rural township".
  [[nodiscard]] PlaceSurroundings told_behind() const {
    const Token* article = next(1);
    if (!article || !is_article(analysis_.lower(*article))) return {};
    for (std::uint32_t step = 2; step <= 2 + kMostSkipped; ++step) {
      const Token* token = next(step);
      if (!token || !is_small(*token)) break;
      const PlaceCueWord& word = cue(*token);
      if (is_settled(word)) return {PlaceSign::kKind, word.kind};
      if (token->pos != Pos::kAdj && token->pos != Pos::kNoun && token->pos != Pos::kVerb) break;
    }
    return {};
  }

  // "Java's southern coast", "Arequipa's mayor"
  [[nodiscard]] PlaceSurroundings owned_behind() const {
    for (std::uint32_t step = 1; step <= kMostSkipped; ++step) {
      const Token* token = next(step);
      if (!token) break;
      const PlaceCueWord& word = cue(*token);
      if (word.is(PlaceCue::kOwned) || word.is(PlaceCue::kDirection) || word.is(PlaceCue::kKind)) {
        return {PlaceSign::kSure, {}};
      }
      if (token->pos != Pos::kAdj) break;
    }
    return {};
  }

  [[nodiscard]] PlaceSurroundings behind() const {
    const Token* token = next(0);
    if (!token) return {};
    const PlaceCueWord& word = cue(*token);
    if (word.is(PlaceCue::kKind) && is_small(*token)) {
      if (is_settled(word)) return {PlaceSign::kKind, word.kind};
      return {PlaceSign::kSure, word.kind == PlaceKind::kWater ? word.kind : std::nullopt};
    }
    if (word.is(PlaceCue::kOwned)) return {PlaceSign::kSure, {}};
    const std::string_view text = analysis_.lower(*token);
    if (text == "-") {
      const Token* joined = next(1);
      if (joined && cue(*joined).is(PlaceCue::kJoined)) return {PlaceSign::kSure, {}};
    }
    if (is_one_of(text, {"'s", "’s", "'", "’"})) return owned_behind();
    if (is_one_of(text, {",", "is", "was", "–", "—", "("})) return told_behind();
    return {};
  }

  const Analysis& analysis_;
  TokenSpan name_;
  const PlaceCues& cues_;
  std::uint32_t sentence_;
};

}  // namespace

PlaceSurroundings surroundings_of(const Analysis& analysis, TokenSpan name, const PlaceCues& cues) {
  return Surroundings(analysis, name, cues).look();
}

}  // namespace counterclaim::ground
