#include "counterclaim/ingest/block_kinds.h"

#include <cstddef>

#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/line_form.h"

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
constexpr std::uint32_t kMostWordsOfByline = 12;
constexpr std::uint32_t kMostWordsOfDate = 6;

class KindFinder {
 public:
  KindFinder(std::string_view text, const std::optional<std::string>& title, std::vector<Passage>& passages)
      : text_(text), passages_(passages) {
    if (title) title_ = trimmed(*title);
    forms_.reserve(passages.size());
    for (const Passage& passage : passages) forms_.push_back(line_form(line(passage), passage.code_points.size()));
  }

  void run() {
    for (std::size_t n = 0; n < size(); ++n) passages_[n].kind = kind_of_line(n);
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

  [[nodiscard]] BlockKind kind_of_line(std::size_t n) const;
  [[nodiscard]] bool is_byline(std::size_t n) const;
  [[nodiscard]] bool is_short(std::size_t n) const;
  [[nodiscard]] bool is_label(std::size_t n) const;
  [[nodiscard]] bool is_heading(std::size_t n) const;
  void set_runs();
  void set_labelled();

  std::string_view text_;
  std::string_view title_;
  std::vector<Passage>& passages_;
  std::vector<LineForm> forms_;
};

// What a line is whatever stands around it.
BlockKind KindFinder::kind_of_line(std::size_t n) const {
  const LineForm& form = forms_[n];
  if (!title_.empty() && line(passages_[n]) == title_) return BlockKind::kHeading;
  if (form.has_marker) return BlockKind::kListItem;
  if (!form.has_text && !passages_[n].wrapped) return BlockKind::kBoilerplate;
  return is_byline(n) ? BlockKind::kByline : BlockKind::kParagraph;
}

bool KindFinder::is_byline(std::size_t n) const {
  const LineForm& form = forms_[n];
  if (passages_[n].wrapped || form.words == 0) return false;
  const std::string_view text = line(passages_[n]);
  if (text.starts_with("—") && text.find("(@") != std::string_view::npos) return form.words <= kMostWordsOfByline;
  if (form.ends_sentence() || form.asks()) return false;
  const bool by = text.starts_with("By ") && form.words >= 2 && form.words <= kMostWordsOfByline;
  if (by && form.capitalised == form.words) return true;
  const bool date = form.has_year && form.has_day && form.words <= kMostWordsOfDate;
  return date && form.alphabetic >= 1 && form.alphabetic <= 2 && form.capitalised == form.words;
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

void set_block_kinds(std::string_view text, const std::optional<std::string>& title, std::vector<Passage>& passages) {
  KindFinder(text, title, passages).run();
}

}  // namespace counterclaim::ingest
