#include "counterclaim/ingest/block_kinds.h"

#include <cstddef>
#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/byline.h"
#include "counterclaim/ingest/caption.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/line_form.h"
#include "counterclaim/ingest/line_parts.h"
#include "counterclaim/ingest/markup.h"
#include "counterclaim/ingest/posts.h"
#include "counterclaim/ingest/residue.h"

namespace counterclaim::ingest {
namespace {

using record::BlockKind;

constexpr std::uint32_t kLongestHeading = 120;  // code points
constexpr std::uint32_t kMostWordsInSentenceCase = 8;
constexpr std::uint32_t kMostWordsOfQuestion = 10;
constexpr std::uint32_t kLongestBoxLine = 80;
constexpr std::uint32_t kMostWordsOfBoxLine = 12;
constexpr std::uint32_t kLongestLabel = 40;
constexpr std::uint32_t kMostWordsOfLabel = 5;
constexpr std::size_t kShortestRun = 3;       // lines of a box that has a label or a number
constexpr std::size_t kShortestPlainRun = 5;  // lines of a box that has none
constexpr std::uint32_t kLongestCaptionAbove = 240;
constexpr std::uint32_t kFewestWordsOfTitle = 3;
constexpr std::size_t kMostTemplateLines = 100;

// Cuts the passages that hold more than the report's own sentences.
std::vector<Passage> split_parts(std::string_view text, std::string_view title, const LayoutWords& words,
                                 std::vector<Passage> passages) {
  LineParts lines(words);
  std::vector<Passage> out;
  out.reserve(passages.size());
  for (Passage& passage : passages) {
    const std::string_view line = text.substr(passage.bytes.begin, passage.bytes.size());
    passage.has_title = !title.empty() && line == title;
    const std::vector<LinePart>* parts = passage.has_title ? nullptr : &lines.read(line);
    if (parts == nullptr || parts->empty()) {
      out.push_back(passage);
      continue;
    }
    std::uint32_t at = 0;  // byte of the line, and its code point
    std::uint32_t code_point = passage.code_points.begin;
    for (const LinePart& part : *parts) {
      Passage piece = passage;
      piece.bytes = {passage.bytes.begin + part.bytes.begin, passage.bytes.begin + part.bytes.end};
      code_point += static_cast<std::uint32_t>(count_code_points(line.substr(at, part.bytes.begin - at)));
      const std::string_view words_of_part = line.substr(part.bytes.begin, part.bytes.size());
      piece.code_points.begin = code_point;
      code_point += static_cast<std::uint32_t>(count_code_points(words_of_part));
      piece.code_points.end = code_point;
      at = part.bytes.end;
      piece.blank_before = passage.blank_before && part.bytes.begin == 0;
      piece.kind = part.kind;
      piece.signature = part.signature;
      out.push_back(piece);
    }
  }
  return out;
}

class KindFinder {
 public:
  KindFinder(std::string_view text, const LayoutWords& words, std::vector<Passage>& passages)
      : text_(text), words_(words), passages_(passages) {
    forms_.reserve(passages.size());
    for (const Passage& passage : passages)
      forms_.push_back(line_form(line(passage), passage.code_points.size(), words));
    residues_.resize(passages.size(), Residue::kNone);
  }

  void run() {
    for (std::size_t n = 0; n < size(); ++n) passages_[n].kind = kind_of_line(n);
    set_open_templates();
    set_link_lists();
    set_posts(text_, words_, passages_);
    set_bylines_and_captions();
    set_runs();
    set_labelled();
    for (std::size_t n = 0; n < size(); ++n) {
      if (passages_[n].kind == BlockKind::kParagraph && is_heading(n)) passages_[n].kind = BlockKind::kHeading;
    }
  }

 private:
  [[nodiscard]] std::size_t size() const { return passages_.size(); }
  [[nodiscard]] std::string_view line(const Passage& passage) const {
    return text_.substr(passage.bytes.begin, passage.bytes.size());
  }
  [[nodiscard]] bool is_paragraph(std::size_t n) const { return passages_[n].kind == BlockKind::kParagraph; }

  [[nodiscard]] BlockKind kind_of_line(std::size_t n);
  [[nodiscard]] bool take_caption(std::size_t n);
  [[nodiscard]] bool is_short(std::size_t n) const;
  [[nodiscard]] bool is_label(std::size_t n) const;
  [[nodiscard]] bool is_heading(std::size_t n) const;
  [[nodiscard]] bool may_be_title(std::size_t n) const;
  [[nodiscard]] bool may_be_caption(std::size_t n) const;
  void set_open_templates();
  void set_link_lists();
  void set_bylines_and_captions();
  void set_runs();
  void set_labelled();

  std::string_view text_;
  const LayoutWords& words_;
  std::vector<Passage>& passages_;
  std::vector<LineForm> forms_;
  std::vector<Residue> residues_;
  LineTokens tokens_;
};

// What a line is whatever stands around it.
BlockKind KindFinder::kind_of_line(std::size_t n) {
  Passage& passage = passages_[n];
  const LineForm& form = forms_[n];
  if (passage.has_title) return BlockKind::kHeading;
  if (passage.kind != BlockKind::kParagraph) return passage.kind;
  const Markup markup = find_markup(line(passage), words_);
  passage.markup = !markup.cuts.empty();
  if (!passage.wrapped) {
    residues_[n] = residue_of(line(passage), form, markup, words_, tokens_);
    if (residues_[n] != Residue::kNone) return BlockKind::kBoilerplate;
  }
  if (const std::size_t label = title_label_bytes(line(passage), form, words_, tokens_); label > 0) {
    passage.label = static_cast<std::uint32_t>(label);
    return BlockKind::kHeading;
  }
  if (markup.caption || take_caption(n)) return BlockKind::kCaption;
  if (form.has_marker) return BlockKind::kListItem;
  if (!form.has_text && !passage.wrapped) return BlockKind::kBoilerplate;
  const bool byline = !passage.wrapped && is_byline(line(passage), form, words_, tokens_);
  return byline ? BlockKind::kByline : BlockKind::kParagraph;
}

bool KindFinder::take_caption(std::size_t n) {
  Passage& passage = passages_[n];
  const std::optional<Caption> caption = read_caption(line(passage), words_, tokens_);
  // Behind the last sentence of a report an agency's name says who sent it.
  if (!caption || (!caption->sure && n + 1 == size())) return false;
  passage.label = caption->label;
  passage.tail = caption->tail;
  passage.credit = caption->credit;
  return true;
}

// "{{Infobox war" and the lines up to "}}".
void KindFinder::set_open_templates() {
  for (std::size_t n = 0; n < size(); ++n) {
    if (!passages_[n].markup && !line(passages_[n]).starts_with("{{")) continue;
    int open = open_templates(line(passages_[n]));
    if (open <= 0) continue;
    std::size_t end = n + 1;
    while (end < size() && end - n < kMostTemplateLines && open > 0) open += open_templates(line(passages_[end++]));
    if (open > 0) continue;
    for (; n < end; ++n) passages_[n].kind = BlockKind::kBoilerplate;
    --n;
  }
}

// The title of another page: a line of a few words that ends no sentence.
bool KindFinder::may_be_title(std::size_t n) const {
  const LineForm& form = forms_[n];
  const bool open = is_paragraph(n) || passages_[n].kind == BlockKind::kListItem;
  return open && !form.ends_sentence() && form.last != U':' && form.words >= kFewestWordsOfTitle;
}

// "Related stories" and the titles directly below, or all that is left of the text where that is titles alone.
void KindFinder::set_link_lists() {
  for (std::size_t n = 0; n < size(); ++n) {
    if (residues_[n] != Residue::kLinkList) continue;
    std::size_t end = n + 1;
    while (end < size() && may_be_title(end)) ++end;
    const bool to_the_end = end == size();
    for (std::size_t m = n + 1; m < end && (to_the_end || !passages_[m].blank_before); ++m) {
      passages_[m].kind = BlockKind::kBoilerplate;
    }
  }
}

// A line above a credit: a short one that ends no sentence, or stands apart from the paragraph before.
bool KindFinder::may_be_caption(std::size_t n) const {
  const std::string_view words = line(passages_[n]);
  const bool ends_sentence = words.ends_with('.') || words.ends_with('!') || words.ends_with("”");
  return forms_[n].length <= kLongestCaptionAbove && (!ends_sentence || (n > 0 && passages_[n].blank_before));
}

// Lines that are told by their neighbours: a name above an agency's, the caption above a credit or below a picture.
void KindFinder::set_bylines_and_captions() {
  for (std::size_t n = 0; n < size(); ++n) {
    const bool follows = n > 0 && !passages_[n].blank_before;
    if (is_paragraph(n) && is_medium_line(line(passages_[n]), forms_[n], words_, tokens_)) {
      passages_[n].kind = BlockKind::kByline;
      if (n > 0 && is_paragraph(n - 1) && may_be_name(forms_[n - 1])) passages_[n - 1].kind = BlockKind::kByline;
    }
    if (!follows) continue;
    if (is_paragraph(n) && residues_[n - 1] == Residue::kPicture) passages_[n].kind = BlockKind::kCaption;
    if (passages_[n].credit && is_paragraph(n - 1) && may_be_caption(n - 1))
      passages_[n - 1].kind = BlockKind::kCaption;
  }
}

bool KindFinder::is_short(std::size_t n) const {
  const LineForm& form = forms_[n];
  return is_paragraph(n) && !passages_[n].wrapped && form.length <= kLongestBoxLine &&
         form.words <= kMostWordsOfBoxLine && !form.ends_sentence() && !form.asks() && !form.has_address &&
         form.last != U',';
}

// "Per Azerbaijan:", "Armenian claim:".
bool KindFinder::is_label(std::size_t n) const {
  const LineForm& form = forms_[n];
  return is_short(n) && form.last == U':' && form.length <= kLongestLabel && form.words <= kMostWordsOfLabel &&
         form.has_letter && !form.starts_lower;
}

// Short lines one below the other, list items among them.
void KindFinder::set_runs() {
  for (std::size_t begin = 0; begin < size();) {
    std::size_t end = begin;
    std::size_t short_lines = 0;
    bool telling = false;
    while (end < size() && (is_short(end) || passages_[end].kind == BlockKind::kListItem) &&
           (end == begin || !passages_[end].blank_before)) {
      short_lines += is_short(end) ? 1 : 0;
      telling = telling || (is_short(end) && (is_label(end) || forms_[end].starts_digit));
      ++end;
    }
    const bool box = short_lines >= 2 && (end - begin >= kShortestPlainRun || (telling && end - begin >= kShortestRun));
    for (std::size_t n = begin; box && n < end; ++n) {
      if (is_paragraph(n)) passages_[n].kind = BlockKind::kBoxLine;
    }
    begin = end == begin ? begin + 1 : end;
  }
}

// A label and the short lines after it. Inside a box a blank line may stand before a label or a number.
void KindFinder::set_labelled() {
  bool in_box = false;
  for (std::size_t n = 0; n < size(); ++n) {
    if (passages_[n].kind == BlockKind::kListItem) continue;
    if (passages_[n].kind == BlockKind::kBoxLine) {
      in_box = true;
      continue;
    }
    const bool next_is_short = n + 1 < size() && (passages_[n + 1].kind == BlockKind::kBoxLine ||
                                                  passages_[n + 1].kind == BlockKind::kListItem || is_short(n + 1));
    const bool label = is_label(n) && next_is_short;
    const bool goes_on = in_box && is_short(n) && (!passages_[n].blank_before || forms_[n].starts_digit);
    const bool follows_label = in_box && is_short(n) && n > 0 && forms_[n - 1].last == U':';
    in_box = label || goes_on || follows_label;
    if (in_box) passages_[n].kind = BlockKind::kBoxLine;
  }
}

bool KindFinder::is_heading(std::size_t n) const {
  const LineForm& form = forms_[n];
  const bool shape = !passages_[n].wrapped && form.length <= kLongestHeading && form.has_letter && !form.starts_lower &&
                     !form.ends_sentence() && !form.has_address && form.last != U',' && form.last != U':' &&
                     form.last != U';';
  if (!shape || n + 1 == size()) return false;
  if (form.asks()) return form.words <= kMostWordsOfQuestion;
  if (!passages_[n + 1].blank_before && forms_[n + 1].starts_lower) return false;
  const bool title_case = 2 * form.capitalised >= form.words;
  const bool few_words = form.words <= kMostWordsInSentenceCase;
  if (passages_[n].blank_before || passages_[n + 1].blank_before) return n == 0 || title_case || few_words;
  return few_words && forms_[n + 1].ends_sentence() && forms_[n + 1].length > form.length;
}

}  // namespace

void set_block_kinds(std::string_view text, const std::optional<std::string>& title, const LayoutWords& words,
                     std::vector<Passage>& passages) {
  passages = split_parts(text, title ? trimmed(*title) : std::string_view(), words, std::move(passages));
  KindFinder(text, words, passages).run();
}

}  // namespace counterclaim::ingest
