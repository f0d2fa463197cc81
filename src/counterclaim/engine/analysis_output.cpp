#include "counterclaim/engine/analysis_output.h"

#include <charconv>
#include <vector>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/json_writer.h"
#include "counterclaim/language/noun_chunks.h"
#include "counterclaim/language/word_features.h"

namespace counterclaim::engine {
namespace {

using language::Analysis;
using language::EntityPosition;
using language::Token;

void append_number(std::string& out, std::uint32_t value) {
  char digits[12];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_entity(std::string& out, const Analysis& analysis, const Token& token) {
  if (token.entity == EntityPosition::kOutside) {
    out += "O";
    return;
  }
  out += token.entity == EntityPosition::kBegin ? "B-" : "I-";
  out += analysis.entity_label(token);
}

// Labels come from the model's own files: they are escaped like any other text.
void append_token_json(std::string& out, const Analysis& analysis, const Token& token) {
  out += '[';
  append_number(out, token.code_points.begin);
  out += ", ";
  append_number(out, token.code_points.end);
  for (const std::string_view text :
       {analysis.tag(token), language::pos_name(token.pos), analysis.morph(token), analysis.lemma(token)}) {
    out += ", ";
    append_json_string(out, text);
  }
  out += ", ";
  append_number(out, token.head);
  out += ", ";
  append_json_string(out, analysis.dep(token));
  out += token.sentence_start ? ", 1, \"" : ", 0, \"";
  append_entity(out, analysis, token);
  out += "\"]";
}

void append_details(JsonWriter& json, const Analysis& analysis) {
  json.key("norms").begin_array();
  for (const Token& token : analysis.tokens()) json.string(analysis.norm(token));
  json.end_array().key("shapes").begin_array();
  for (const Token& token : analysis.tokens()) json.string(language::shape_of(analysis.text(token)));
  json.end_array().key("noun_chunks").begin_array();
  for (const TokenSpan chunk : language::noun_chunks(analysis)) {
    json.begin_array().number(std::int64_t{chunk.begin}).number(std::int64_t{chunk.end}).end_array();
  }
  json.end_array();
}

// The sentence without the white-space tokens at its ends; it has others.
TokenSpan without_outer_space(const Analysis& analysis, TokenSpan sentence) {
  while (analysis[sentence.begin].is_space) ++sentence.begin;
  while (analysis[sentence.end - 1].is_space) --sentence.end;
  return sentence;
}

// The nearest token above that is no white space; the token itself if there is none.
std::uint32_t visible_head(const Analysis& analysis, const Token& token) {
  const Token* head = &analysis[token.head];
  for (std::uint32_t steps = 0; head->is_space && !head->is_root() && steps < analysis.size(); ++steps) {
    head = &analysis[head->head];
  }
  return head->is_space ? token.index : head->index;
}

// Tabs and line ends would break the format: they become spaces.
void append_one_line(std::string& out, std::string_view text) {
  for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

// A field of a line; "_" where there is nothing.
void append_field(std::string& out, std::string_view text) {
  out += '\t';
  if (text.empty()) out += '_';
  append_one_line(out, text);
}

// `root`: the number of the sentence's root, 0 before it has come.
void append_conllu_token(std::string& out, const Analysis& analysis, const Token& token,
                         const std::vector<std::uint32_t>& numbers, std::uint32_t& root) {
  append_number(out, numbers[token.index]);
  append_field(out, analysis.text(token));
  append_field(out, analysis.lemma(token));
  append_field(out, language::pos_name(token.pos));
  append_field(out, analysis.tag(token));
  append_field(out, analysis.morph(token));
  const std::uint32_t head = visible_head(analysis, token);
  const bool is_top = head == token.index;
  // The format wants one root; below a root of white space there may be several.
  const bool is_root = is_top && root == 0;
  if (is_root) root = numbers[token.index];
  out += '\t';
  append_number(out, is_root ? 0 : is_top ? root : numbers[head]);
  append_field(out, lower_ascii(is_root ? "root" : is_top ? "dep" : analysis.dep(token)));
  append_field(out, "");
  std::string misc = token.space_after ? "" : "SpaceAfter=No";
  if (token.entity != EntityPosition::kOutside) {
    if (!misc.empty()) misc += '|';
    misc += "NER=";
    append_entity(misc, analysis, token);
  }
  append_field(out, misc);
  out += '\n';
}

}  // namespace

void append_analysis_json(std::string& out, std::string_view id, const Analysis& analysis, bool details) {
  JsonWriter json(&out);
  json.begin_object().key("id").string(id).key("tokens").begin_array();
  bool first = true;
  for (const Token& token : analysis.tokens()) {
    if (!first) out += ", ";
    first = false;
    append_token_json(out, analysis, token);
  }
  json.end_array();
  if (details) append_details(json, analysis);
  json.end_object();
  out += '\n';
}

void append_conllu(std::string& out, std::string_view id, const Analysis& analysis) {
  std::uint32_t written = 0;                               // sentences
  std::vector<std::uint32_t> numbers(analysis.size(), 0);  // of the tokens in their sentences
  for (const TokenSpan sentence : analysis.sentences()) {
    std::uint32_t count = 0;
    for (std::uint32_t n = sentence.begin; n < sentence.end; ++n) {
      if (!analysis[n].is_space) numbers[n] = ++count;
    }
    if (count == 0) continue;
    if (written == 0) {
      out += "# newdoc id = ";
      append_one_line(out, id);
      out += '\n';
    }
    out += "# sent_id = ";
    append_one_line(out, id);
    out += '-';
    append_number(out, ++written);
    out += "\n# text = ";
    append_one_line(out, analysis.text(without_outer_space(analysis, sentence)));
    out += '\n';
    std::uint32_t root = 0;
    for (std::uint32_t n = sentence.begin; n < sentence.end; ++n) {
      if (!analysis[n].is_space) append_conllu_token(out, analysis, analysis[n], numbers, root);
    }
    out += '\n';
  }
}

}  // namespace counterclaim::engine
