#include "counterclaim/attribute/frame_contents.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Pos;
using language::Token;

bool is_passive(const Analysis& analysis, const Token& verb) {
  return child_with_dep(analysis, verb, {"auxpass", "nsubjpass"}).has_value() ||
         (analysis.tag(verb) == "VBN" && child_with_dep(analysis, verb, {"agent"}));
}

class Reading {
 public:
  Reading(const SayingFrame& frame, const Analysis& analysis, const Token& verb)
      : frame_(frame), analysis_(analysis), verb_(verb), passive_(is_passive(analysis, verb)) {}

  std::optional<FrameContents> read() {
    if (!frame_.with.empty()) {
      out_.with = preposition_of(frame_.with, verb_);
      if (!out_.with) return std::nullopt;
    }
    object_ = child_with_dep(analysis_, verb_, {passive_ ? "nsubjpass" : "dobj"});
    // "an attack claimed by the rebels"
    const bool participle = passive_ && !verb_.is_root() && has_dep(analysis_, verb_, {"acl"});
    if (!object_ && participle && ground::is_noun(analysis_[verb_.head])) object_ = verb_.head;
    if (!object_fits()) return std::nullopt;
    // "is to blame for the war": nobody is accused by the subject.
    if (frame_.complement && frame_.target_object && !object_) return std::nullopt;
    for (const std::uint32_t child : analysis_.children(verb_)) {
      if (const std::string_view rule = rule_for(analysis_[child]); !rule.empty()) take(analysis_[child], rule);
    }
    if (out_.content.empty() && passive_ && frame_.object && object_) take_passive_subject();
    if (out_.content.empty() && frame_.object && (frame_.is_plain || object_is_relative())) take_antecedent();
    // "considered the report": an object alone is not called anything.
    if (frame_.predicate && !frame_.object && out_.rule == "say-predicate" && !has_predicate_) return std::nullopt;
    if (out_.content.empty()) return std::nullopt;
    out_.target = target();
    out_.content = without_edges(analysis_, out_.content);
    if (out_.content.empty()) return std::nullopt;
    return out_;
  }

 private:
  bool object_fits() const {
    if (!object_) return frame_.only_objects.empty();
    const std::string_view lemma = analysis_.lemma(analysis_[*object_]);
    // "called a vote" is no saying, "called the vote a mistake" is.
    const bool is_called = frame_.predicate && child_with_dep(analysis_, verb_, {"oprd"});
    if (frame_.never_objects.contains(lemma) && !is_called) return false;
    return frame_.only_objects.empty() || frame_.only_objects.contains(lemma);
  }

  bool is_infinitive(const Token& clause) const {
    for (const std::uint32_t child : analysis_.children(clause)) {
      if (child > clause.index) break;
      if (has_dep(analysis_, analysis_[child], {"aux"}) && analysis_.tag(analysis_[child]) == "TO") return true;
    }
    return false;
  }

  bool is_finite(const Token& clause) const {
    if (is_one_of(analysis_.tag(clause), {"VBD", "VBZ", "VBP", "MD"})) return true;
    for (const std::uint32_t child : analysis_.children(clause)) {
      if (has_dep(analysis_, analysis_[child], {"aux", "auxpass", "cop"}) && analysis_.tag(analysis_[child]) != "TO")
        return true;
    }
    return child_with_dep(analysis_, clause, {"mark", "nsubj", "nsubjpass", "expl"}).has_value();
  }

  // The rule that makes the child a part of what is said; "" where it is none.
  std::string_view rule_for(const Token& child) const {
    if (out_.with == child.index) return "say-with";
    const bool right = child.index > verb_.index;
    const std::string_view dep = analysis_.dep(child);
    if (dep == "ccomp") {
      // "considers the militia to be a part of …"
      if (is_infinitive(child)) return frame_.infinitive ? "say-infinitive" : frame_.predicate ? "say-predicate" : "";
      if (frame_.clause || frame_.quotation) return "say-clause";
      return frame_.predicate && right && !child_with_dep(analysis_, child, {"mark"}) ? "say-predicate" : "";
    }
    if (!right) return "";
    if (dep == "xcomp") {
      if (frame_.never_objects.contains(analysis_.lemma(child))) return "";
      if (is_infinitive(child)) return frame_.infinitive || (out_.with && frame_.clause) ? "say-infinitive" : "";
      if (frame_.gerund && analysis_.tag(child) == "VBG") return "say-gerund";
      return frame_.predicate ? "say-predicate" : "";
    }
    if (dep == "dobj") return rule_for_object();
    if (is_one_of(dep, {"oprd", "acomp", "attr"})) return frame_.predicate ? "say-predicate" : "";
    if (dep == "prep" || dep == "dative") return rule_for_preposition(child);
    if (dep == "pcomp" && out_.with) return "say-with";
    return "";
  }

  // "put the number of people taken to hospitals at 42", where the parser hangs "at" on another noun.
  bool holds_amount(const Token& object) const {
    for (std::uint32_t token = object.index + 1; token < object.right_edge; ++token) {
      if (is_one_of(analysis_.lower(analysis_[token]), {"at", "to"}) && has_number_behind(token, object.right_edge))
        return true;
    }
    return false;
  }

  bool has_number_behind(std::uint32_t token, std::uint32_t last) const {
    for (std::uint32_t at = token + 1; at <= std::min(last, token + 4); ++at) {
      if (analysis_[at].pos == Pos::kNum) return true;
    }
    return false;
  }

  std::string_view rule_for_object() const {
    if (frame_.object) return "say-object";
    if (frame_.predicate) return "say-predicate";
    if (frame_.complement) return "accuse-complement";
    // "urged Chile to withdraw": the one who is urged begins what is said.
    if (frame_.infinitive && frame_.target_object && child_with_dep(analysis_, verb_, {"xcomp"}))
      return "say-infinitive";
    return "";
  }

  std::string_view rule_for_preposition(const Token& child) const {
    const std::string_view word = analysis_.lower(child);
    const auto& behind = frame_.target_behind;
    const bool told = std::find(behind.begin(), behind.end(), word) != behind.end();
    // "described the raid as …"; "put the toll at …"; "likened the raid to …"
    const bool with_amount = !frame_.only_objects.empty() && is_one_of(word, {"at", "to", "from"});
    if (frame_.predicate && (word == "as" || with_amount || told)) return "say-predicate";
    if (frame_.complement && (is_one_of(word, {"of", "for", "over", "with", "on", "in", "against"}) || told))
      return "accuse-complement";
    return "";
  }

  void take(const Token& child, std::string_view rule) {
    TokenSpan span = analysis_.subtree(child);
    if (rule == "say-with" && child.index == *out_.with) span.begin = child.index + 1;
    // "what she called a rant": what stands in front of the verb is taken up by what stands behind it.
    if (span.begin >= span.end || (span.contains(verb_.index))) return;
    has_predicate_ =
        has_predicate_ || !has_dep(analysis_, child, {"dobj"}) || (!frame_.only_objects.empty() && holds_amount(child));
    if (out_.content.empty() || (child.index > verb_.index && out_.content.end <= verb_.index)) {
      out_.rule = rule;
      out_.content = span;
    } else if (child.index > verb_.index) {
      out_.content.begin = std::min(out_.content.begin, span.begin);
      out_.content.end = std::max(out_.content.end, span.end);
      if (rule == "say-clause" || rule == "say-predicate") out_.rule = rule;
    }
  }

  // "The raid was condemned by Bolivia": what is said is the subject.
  void take_passive_subject() {
    out_.rule = "say-passive";
    const Token& subject = analysis_[*object_];
    if (subject.pos == Pos::kPron && has_dep(analysis_, verb_, {"relcl"}) && !verb_.is_root()) {
      const Token& noun = analysis_[verb_.head];
      out_.content = {noun.left_edge, std::max(noun.index + 1, verb_.left_edge)};
      return;
    }
    out_.content = analysis_.subtree(subject);
    if (out_.content.contains(verb_.index)) out_.content.end = verb_.left_edge;
  }

  // "…, which Peru denied"
  bool object_is_relative() const {
    return object_ && *object_ < verb_.index && is_one_of(analysis_.lower(analysis_[*object_]), {"which", "that"});
  }

  // "the aims that Peru announced": what is said is the noun that the relative clause hangs on.
  void take_antecedent() {
    if ((object_ && !object_is_relative()) || passive_ || verb_.is_root() || !has_dep(analysis_, verb_, {"relcl"}))
      return;
    const Token& noun = analysis_[verb_.head];
    const auto subject = child_with_dep(analysis_, verb_, {"nsubj"});
    if (!subject || !ground::is_noun(noun) || noun.index >= verb_.left_edge) return;
    out_.rule = "say-relative";
    out_.content = {noun.left_edge, verb_.left_edge};
  }

  // "called him on Saturday"
  bool leads_to_time(const Token& preposition) const {
    const auto object = child_with_dep(analysis_, preposition, {"pobj"});
    return object && is_one_of(analysis_.entity_label(analysis_[*object]), {"DATE", "TIME", "EVENT"});
  }

  // The child of the verb, or of the noun, that is one of these words.
  std::optional<std::uint32_t> preposition_of(const std::vector<std::string>& words, const Token& head) const {
    for (const std::uint32_t child : analysis_.children(head)) {
      if (child < head.index) continue;
      const Token& token = analysis_[child];
      const bool known = std::any_of(words.begin(), words.end(),
                                     [&](const std::string& word) { return word == analysis_.lower(token); });
      if (known &&
          has_dep(analysis_, token, {"prep", "prt", "dative", "advmod", "agent", "oprd", "acomp", "xcomp", "ccomp"}) &&
          !leads_to_time(token))
        return child;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> target() const {
    if (!frame_.target_behind.empty()) {
      auto behind = preposition_of(frame_.target_behind, verb_);
      if (!behind && object_) behind = preposition_of(frame_.target_behind, analysis_[*object_]);
      if (behind) {
        if (const auto object = child_with_dep(analysis_, analysis_[*behind], {"pobj"})) return object;
      }
      // "called on both sides to withdraw" with the parties as subject of what follows
      for (const std::uint32_t child : analysis_.children(verb_)) {
        if (child > verb_.index && has_dep(analysis_, analysis_[child], {"ccomp"}))
          return child_with_dep(analysis_, analysis_[child], {"nsubj"});
      }
    }
    if (!frame_.target_object && !frame_.target_owner) return std::nullopt;
    if (object_) return object_;
    if (const auto dative = child_with_dep(analysis_, verb_, {"dative"}); dative && ground::is_noun(analysis_[*dative]))
      return dative;
    for (const std::uint32_t child : analysis_.children(verb_)) {
      if (child < verb_.index || !has_dep(analysis_, analysis_[child], {"ccomp", "xcomp"})) continue;
      if (const auto subject = child_with_dep(analysis_, analysis_[child], {"nsubj", "nsubjpass"})) return subject;
    }
    return std::nullopt;
  }

  const SayingFrame& frame_;
  const Analysis& analysis_;
  const Token& verb_;
  bool passive_;
  std::optional<std::uint32_t> object_;
  bool has_predicate_ = false;
  FrameContents out_;
};

bool is_quotation_mark(std::string_view text) {
  return is_one_of(text, {"\"", "''", "``", "“", "”", "‘", "’", "«", "»", "„", "'"});
}

bool is_edge(const Analysis& analysis, std::uint32_t token) {
  const Token& there = analysis[token];
  return there.is_space || (there.pos == Pos::kPunct && !is_quotation_mark(analysis.text(there)) &&
                            !is_one_of(analysis.text(there), {"(", ")", "[", "]", "!", "?", "…"}));
}

}  // namespace

std::optional<FrameContents> frame_contents(const SayingFrame& frame, const Analysis& analysis, std::uint32_t verb) {
  return Reading(frame, analysis, analysis[verb]).read();
}

TokenSpan without_edges(const Analysis& analysis, TokenSpan span) {
  while (!span.empty() && is_edge(analysis, span.begin)) ++span.begin;
  while (!span.empty() && is_edge(analysis, span.end - 1)) --span.end;
  return span;
}

}  // namespace counterclaim::attribute
