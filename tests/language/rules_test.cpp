// Attribute ruler, lemmatizer and base noun phrases, each with rules of its own.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "counterclaim/language/analysis_builder.h"
#include "counterclaim/language/attribute_ruler.h"
#include "counterclaim/language/lemmatizer.h"
#include "counterclaim/language/noun_chunks.h"
#include "counterclaim/language/string_id.h"
#include "counterclaim/language/unicode.h"
#include "language/msgpack_text.h"

namespace counterclaim::language {
namespace {

struct Word {
  const char* lower;
  const char* tag;
  const char* dep = "";
  bool is_space = false;
};

// Rules in the order of a model: tags first, exceptions later.
constexpr const char* kRules = R"([
  {"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN", "MORPH": "Number=Sing"}, "index": 0},
  {"patterns": [[{"TAG": "VBZ"}]], "attrs": {"POS": "VERB", "MORPH": "Tense=Pres"}, "index": 0},
  {"patterns": [[{"TAG": "DT"}]], "attrs": {"POS": "DET", "MORPH": "_"}, "index": 0},
  {"patterns": [[{"TAG": "VBZ", "LOWER": {"IN": ["is", "'s"]}}]], "attrs": {"LEMMA": "be", "POS": "AUX"}, "index": 0},
  {"patterns": [[{"LOWER": "ai"}, {"LOWER": {"REGEX": "^n'?t$"}}]], "attrs": {"LEMMA": "be"}, "index": 0},
  {"patterns": [[{"LOWER": "gon"}, {"LOWER": "na"}]], "attrs": {"LEMMA": "to"}, "index": 1},
  {"patterns": [[{"TAG": {"NOT_IN": ["TO", ""]}, "DEP": {"IN": ["aux"]}}]], "attrs": {"POS": "AUX"}, "index": 0},
  {"patterns": [[{"DEP": {"NOT_IN": ["det"]}, "TAG": {"IN": ["DT", "WDT"]}}]], "attrs": {"POS": "PRON"}, "index": 0},
  {"patterns": [[{"DEP": "expl"}, {"LOWER": "is"}]], "attrs": {"POS": "VERB"}, "index": 1},
  {"patterns": [[{"TAG": "VBZ", "LOWER": "gets"}], [{"TAG": "VBD", "LOWER": "got"}]],
   "attrs": {"LEMMA": "get", "MORPH": "_"}, "index": 0},
  {"patterns": [[{"TAG": "_SP", "IS_SPACE": false}]], "attrs": {"POS": "X"}, "index": 0},
  {"patterns": [[{"IS_SPACE": true, "DEP": {"NOT_IN": [""]}}]], "attrs": {"DEP": "dep"}, "index": 0},
  {"patterns": [[{"IS_SPACE": true}]], "attrs": {"TAG": "_SP", "POS": "SPACE"}, "index": 0},
  {"patterns": [[{"LOWER": {"NOT_IN": ["a"]}}, {}, {"LOWER": "z"}]], "attrs": {"LEMMA": "third"}, "index": 2}
])";

// Each token after the rules as "TAG/dep/POS/morph/lemma".
std::string ruled(const std::vector<Word>& words) {
  LabelTable labels;
  test::PackedJson packed(kRules);
  const auto ruler = AttributeRuler::load(packed.root(), labels);
  REQUIRE(ruler);
  packed.spoil();
  std::vector<RuledToken> tokens;
  for (const Word& word : words) {
    RuledToken token;
    token.lower = word.lower;
    token.tag = labels.intern(word.tag);
    token.dep = labels.intern(word.dep);
    token.is_space = word.is_space;
    tokens.push_back(token);
  }
  ruler->apply(tokens);
  std::string out;
  for (const RuledToken& token : tokens) {
    out += fmt::format("{}{}/{}/{}/{}/{}", out.empty() ? "" : " ", labels[token.tag], labels[token.dep],
                       pos_name(token.pos), labels[token.morph], labels[token.lemma]);
  }
  return out;
}

TEST_CASE("attribute ruler") {
  const auto check = [](const std::vector<Word>& words, std::string_view expected) { CHECK(ruled(words) == expected); };
  check({}, "");
  check({{"war", "NN", "dobj"}}, "NN/dobj/NOUN/Number=Sing/");
  check({{"war", "UH"}}, "UH////");
  check({{"is", "VBZ", "ROOT"}}, "VBZ/ROOT/AUX/Tense=Pres/be");  // later rules win attribute by attribute
  check({{"is", "NN"}}, "NN//NOUN/Number=Sing/");
  check({{"gets", "VBZ"}}, "VBZ//VERB//get");  // "_" overwrites with no features
  check({{"got", "VBD"}}, "VBD////get");       // the second alternative
  check({{"has", "VBZ", "aux"}}, "VBZ/aux/AUX/Tense=Pres/");
  check({{"to", "TO", "aux"}}, "TO/aux///");
  check({{"this", "DT", "det"}}, "DT/det/DET//");
  check({{"this", "DT", "nsubj"}}, "DT/nsubj/PRON//");
}

TEST_CASE("attribute ruler: neighbours") {
  const auto check = [](const std::vector<Word>& words, std::string_view expected) { CHECK(ruled(words) == expected); };
  check({{"ai", "FW"}, {"n't", "FW"}}, "FW////be FW////");
  check({{"ai", "FW"}, {"nt", "FW"}}, "FW////be FW////");
  check({{"ai", "FW"}, {"n''t", "FW"}}, "FW//// FW////");
  check({{"ai", "FW"}}, "FW////");
  check({{"gon", "FW"}, {"na", "FW"}, {"na", "FW"}}, "FW//// FW////to FW////");
  check({{"there", "FW", "expl"}, {"is", "VBZ"}}, "FW/expl/// VBZ//VERB/Tense=Pres/be");
  check({{"b", "FW"}, {"c", "FW"}, {"z", "FW"}}, "FW//// FW//// FW////third");
  check({{"a", "FW"}, {"c", "FW"}, {"z", "FW"}}, "FW//// FW//// FW////");
  // White space between them is a neighbour too.
  check({{"gon", "FW"}, {"\n", "FW", "", true}, {"na", "FW"}}, "FW//// _SP//SPACE// FW////");
}

TEST_CASE("attribute ruler: rules see the tokens as they came in") {
  // The white space becomes _SP, which the rule of _SP that is no white space does not see, and "dep" as label.
  CHECK(ruled({{"\n", "NN", "ROOT", true}}) == "_SP/dep/SPACE/Number=Sing/");
  CHECK(ruled({{"\n", "NN", "", true}}) == "_SP//SPACE/Number=Sing/");
  CHECK(ruled({{"#", "_SP", "x"}}) == "_SP/x/X//");
  // The first token's DEP, which a rule changes, is looked at by the second one's rule.
  CHECK(ruled({{"\n", "NN", "expl", true}, {"is", "VBZ"}}) == "_SP/dep/SPACE/Number=Sing/ VBZ//VERB/Tense=Pres/be");
}

TEST_CASE("attribute ruler: what it does not know it refuses") {
  const auto check = [](std::string_view pattern, std::string_view attributes, int index, ErrorCode expected) {
    CAPTURE(pattern);
    LabelTable labels;
    const test::PackedJson packed(
        fmt::format(R"([{{"patterns": [{}], "attrs": {}, "index": {}}}])", pattern, attributes, index));
    const auto ruler = AttributeRuler::load(packed.root(), labels);
    REQUIRE_FALSE(ruler);
    CHECK(ruler.error().code == expected);
  };
  const auto refused = [&](std::string_view pattern) { check(pattern, "{}", 0, ErrorCode::kModelUnsupported); };
  refused(R"([{"POS": "NOUN"}])");
  refused(R"([{"LOWER": "a", "OP": "+"}])");
  refused(R"([{"LOWER": {"REGEX": "a.*"}}])");
  refused(R"([{"TAG": {"REGEX": "^N$"}}])");
  refused(R"([{"LOWER": {"FUZZY": "a"}}])");
  refused(R"([{"LOWER": {"IN": [1]}}])");
  refused(R"([{"IS_SPACE": 1}])");
  refused("[{}, {}, {}, {}, {}, {}, {}, {}, {}]");
  check("[{}]", "{}", 1, ErrorCode::kModelUnsupported);
  check("[{}]", "{}", -1, ErrorCode::kModelUnsupported);
  check("[{}]", R"({"POS": "THING"})", 0, ErrorCode::kModelUnsupported);
  check("[{}]", R"({"NORM": "x"})", 0, ErrorCode::kModelUnsupported);
  check("[]", "{}", 0, ErrorCode::kModelMalformed);
  check("[1]", "{}", 0, ErrorCode::kModelMalformed);
}

std::string lemma_tables() {
  return fmt::format(
      R"({{
    "lemma_rules": {{"#{noun}": [["s", ""], ["ses", "s"], ["men", "man"]],
                     "#{verb}": [["ing", "e"], ["ing", ""], ["s", ""]], "#{adj}": [["er", ""]],
                     "#445": [["“", "\""]]}},
    "lemma_index": {{"#{noun}": ["soldier", "bus", "base"], "#{verb}": ["bar", "bare", "kill"]}},
    "lemma_exc": {{"#{noun}": {{"axes": ["ax", "axis"], "buses": ["bus"], "men": []}},
                   "#{adj}": {{"better": ["good", "well"]}}}}
  }})",
      fmt::arg("noun", string_id("noun")), fmt::arg("verb", string_id("verb")), fmt::arg("adj", string_id("adj")));
}

TEST_CASE("lemmatizer") {
  test::PackedJson packed(lemma_tables());
  const auto lemmatizer = Lemmatizer::load(packed.root());
  REQUIRE(lemmatizer);
  packed.spoil();
  const auto check = [&](std::string_view text, Pos pos, std::string_view morph, std::string_view expected) {
    CAPTURE(text);
    CHECK(lemmatizer->lemma(text, lower(text), pos, morph) == expected);
  };
  check("Soldiers", Pos::kNoun, "Number=Plur", "soldier");
  check("Buses", Pos::kNoun, "Number=Plur", "bus");
  check("axes", Pos::kNoun, "Number=Plur", "axis");  // the last exception
  check("better", Pos::kAdj, "Degree=Cmp", "well");
  check("Gunmen", Pos::kNoun, "Number=Plur", "gunman");    // not in the list
  check("barring", Pos::kVerb, "", "barre");               // the first rule, none being in the list
  check("baring", Pos::kVerb, "", "bar");                  // the last one that is in the list
  check("Unknown", Pos::kNoun, "Number=Plur", "Unknown");  // with its capitals
  check("S", Pos::kNoun, "Number=Plur", "S");              // the rule would leave nothing
  check("T-34s", Pos::kNoun, "Number=Plur", "t-34");
  check("“", Pos::kPunct, "", "\"");
  check("NATO", Pos::kPropn, "Number=Sing", "NATO");
  check("Him", Pos::kPron, "", "him");
  check("ΟΔΟΣ", Pos::kNone, "", "οδος");
}

TEST_CASE("lemmatizer: base forms are only lowered") {
  const test::PackedJson packed(lemma_tables());
  const auto lemmatizer = Lemmatizer::load(packed.root());
  REQUIRE(lemmatizer);
  const auto check = [&](std::string_view text, Pos pos, std::string_view morph, std::string_view expected) {
    CAPTURE(text);
    CAPTURE(morph);
    CHECK(lemmatizer->lemma(text, lower(text), pos, morph) == expected);
  };
  check("Axes", Pos::kNoun, "Number=Sing", "axes");
  check("Kills", Pos::kVerb, "Tense=Pres|VerbForm=Fin", "kills");
  check("Kills", Pos::kVerb, "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "kill");
  check("Kills", Pos::kVerb, "Tense=Past|VerbForm=Fin", "kill");
  check("Kills", Pos::kVerb, "VerbForm=Inf", "kills");
  check("NATO", Pos::kPropn, "Degree=Pos", "nato");
  check("better", Pos::kAdj, "Degree=Pos", "better");
}

TEST_CASE("lemmatizer: tables that are none") {
  for (const char* json : {"[]", "{}", R"({"lemma_rules": {}, "lemma_index": {}})",
                           R"({"lemma_rules": {"#445": [["a"]]}, "lemma_index": {}, "lemma_exc": {}})"}) {
    CAPTURE(json);
    const auto lemmatizer = Lemmatizer::load(test::PackedJson(json).root());
    REQUIRE_FALSE(lemmatizer);
    CHECK(lemmatizer.error().code == ErrorCode::kModelMalformed);
  }
}

struct Node {
  const char* tag;  // NN is a nominal, anything else is not
  const char* dep;
  std::uint32_t head;
};

std::vector<TokenSpan> chunks_of(const std::vector<Node>& nodes) {
  LabelTable labels;
  const test::PackedJson rules(kRules);
  const test::PackedJson tables(R"({"lemma_rules": {}, "lemma_index": {}, "lemma_exc": {}})");
  const auto ruler = AttributeRuler::load(rules.root(), labels);
  const auto lemmatizer = Lemmatizer::load(tables.root());
  WordType word;
  word.text = word.norm = word.lower = "x";
  word.code_points = 1;
  Tree tree;
  std::vector<RawToken> tokens;
  std::vector<LabelId> tags;
  for (const Node& node : nodes) {
    tokens.push_back(
        {&word, static_cast<std::uint32_t>(tokens.size()), static_cast<std::uint32_t>(tokens.size()), false});
    tags.push_back(labels.intern(node.tag));
    tree.heads.push_back(node.head);
    tree.labels.push_back(labels.intern(node.dep));
  }
  subtree_edges(tree.heads, tree.left, tree.right);
  sentence_starts(tree.heads, tree.left, tree.sentence_starts);
  AnalysisBuilder builder(*ruler, *lemmatizer, std::make_shared<const std::vector<std::string>>(labels.strings()));
  const std::string text(nodes.size(), 'x');
  return noun_chunks(builder.build({text, tokens, tags.data(), tree, std::vector<EntityTag>(nodes.size())}));
}

TEST_CASE("base noun phrases") {
  const auto check = [](const std::vector<Node>& nodes, const std::vector<TokenSpan>& expected) {
    CHECK((chunks_of(nodes) == expected));
  };
  check({}, {});
  check({{"DT", "det", 1}, {"NN", "nsubj", 2}, {"VBZ", "ROOT", 2}, {"NN", "dobj", 2}}, {{0, 2}, {3, 4}});
  check({{"NN", "compound", 1}, {"NN", "nsubj", 2}, {"VBZ", "ROOT", 2}}, {{0, 2}});  // only the head's own
  // What stands behind the nominal is out, and begins a chunk of its own.
  check({{"NN", "nsubj", 3}, {"IN", "prep", 0}, {"NN", "pobj", 1}, {"VBZ", "ROOT", 3}}, {{0, 1}, {2, 3}});
  check({{"JJ", "nsubj", 1}, {"VBZ", "ROOT", 1}}, {});  // no nominal
  // Conjuncts of a dobj, one hanging on the other, count; those of a verb's adverbial do not.
  check({{"VBZ", "ROOT", 0}, {"NN", "dobj", 0}, {"NN", "conj", 1}, {"NN", "conj", 2}}, {{1, 2}, {2, 3}, {3, 4}});
  check({{"VBZ", "ROOT", 0}, {"NN", "npadvmod", 0}, {"NN", "conj", 1}}, {});
  // The first step may go right, later ones may not.
  check({{"NN", "conj", 1}, {"NN", "dobj", 2}, {"VBZ", "ROOT", 2}}, {{0, 1}});
  check({{"VBZ", "ROOT", 0}, {"NN", "conj", 2}, {"NN", "conj", 3}, {"NN", "dobj", 0}}, {{1, 3}});
}

}  // namespace
}  // namespace counterclaim::language
