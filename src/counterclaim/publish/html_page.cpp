#include "counterclaim/publish/html_page.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/publish/figure_words.h"
#include "counterclaim/publish/html_style.h"
#include "counterclaim/publish/html_text.h"
#include "counterclaim/publish/terminal_text.h"
#include "counterclaim/publish/text_segments.h"
#include "counterclaim/publish/value_cards.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

constexpr std::array<std::string_view, kCardKinds> kKindTitles = {"Figures", "Statements", "Events",
                                                                  "Times",   "Places",     "Parties"};
constexpr std::uint32_t kLongestValue = 240;  // columns of one value in a card: names may be as long as a report
constexpr std::size_t kMostCardsInTip = 3;
constexpr std::size_t kMostSlotsInTip = 5;

// On one line, and cut before that: what is left out costs nothing.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMostBytes = std::size_t{16} * kLongestValue;
  if (text.size() > kMostBytes) text = text.substr(0, previous_code_point(text, kMostBytes));
  return fitted(one_line(text), kLongestValue);
}

class PageWriter {
 public:
  PageWriter(const record::ReportRecord& record, const HtmlPageOptions& options)
      : record_(record), options_(options), index_(record.document.text), cards_(cards_of(record)) {}

  [[nodiscard]] std::string page();

 private:
  void head();
  void about();
  void legend();
  void summary();
  void summary_row(const record::Figure& figure, std::uint32_t first_figure);
  void text();
  void segment(const TextSegment& segment);
  void cards(CardKind kind);
  void card(const ValueCard& card);
  void notes();
  void footer();

  void raw(std::string_view html) { page_ += html; }
  void value(std::string_view text) { append_html_text(page_, shortened(text)); }
  void cell(std::string_view text);
  [[nodiscard]] std::string tip_of(std::span<const std::uint32_t> marks) const;
  [[nodiscard]] std::size_t count(CardKind kind) const;

  const record::ReportRecord& record_;
  const HtmlPageOptions& options_;
  CodePointIndex index_;
  std::vector<ValueCard> cards_;
  std::vector<CodePointSpan> marks_;
  std::vector<std::uint32_t> card_of_mark_;
  std::string page_;
};

std::size_t PageWriter::count(CardKind kind) const {
  return static_cast<std::size_t>(
      std::count_if(cards_.begin(), cards_.end(), [&](const ValueCard& card) { return card.kind == kind; }));
}

void PageWriter::head() {
  raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  raw(
      fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; "
                  "base-uri 'none'; form-action 'none'\">\n",
                  policy_hash(html_style())));
  raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
  raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  value(record_.document.title.value_or(record_.document.id));
  raw("</title>\n<style>");
  raw(html_style());
  raw("</style>\n</head>\n<body>\n");
}

void PageWriter::about() {
  const record::Document& document = record_.document;
  raw("<h1 dir=\"auto\">");
  value(document.title.value_or(document.id));
  raw("</h1>\n<p class=\"about\">");
  bool first = true;
  for (const auto& part : {document.publisher, document.published, std::optional(document.id)}) {
    if (!part) continue;
    raw(first ? "<bdi>" : " · <bdi>");
    value(*part);
    raw("</bdi>");
    first = false;
  }
  if (document.url) {
    std::string address;
    const bool web = append_web_address(address, *document.url);
    raw(web ? fmt::format(" · <a rel=\"noopener noreferrer\" href=\"{}\">", address) : " · <bdi>");
    value(*document.url);
    raw(web ? "</a>" : "</bdi>");
  }
  raw("</p>\n");
}

void PageWriter::legend() {
  raw("<div class=\"legend\">\n");
  for (int n = 0; n < kCardKinds; ++n) {
    const auto kind = static_cast<CardKind>(n);
    const std::size_t cards = count(kind);
    if (cards == 0) continue;
    raw(
        fmt::format("<label><input type=\"checkbox\" id=\"show-{0}\" checked> <span class=\"mark {0}\">{1}</span> "
                    "{2}</label>\n",
                    name_of(kind), kKindTitles[static_cast<std::size_t>(n)], cards));
  }
  raw("</div>\n");
}

void PageWriter::cell(std::string_view text) {
  raw("<td><bdi>");
  value(text);
  raw("</bdi></td>");
}

void PageWriter::summary_row(const record::Figure& figure, std::uint32_t first_figure) {
  raw("<tr>");
  cell(who_says(figure));
  raw(fmt::format("<td><a href=\"#in-text-{}\"><bdi>", address_of(CardKind::kFigure, first_figure)));
  value(how_many(figure));
  raw("</bdi></a></td>");
  cell(what_happened(figure));
  cell(figure.side.value_or(""));
  const bool told = figure.kind && *figure.kind != record::PersonKind::kUnspecified;
  cell(told ? record::name_of(*figure.kind) : "");
  cell(figure.when.value_or(""));
  raw("</tr>\n");
}

// The report's own counts, nobody counted twice; a report without them has its figures.
void PageWriter::summary() {
  if (record_.figures.empty()) return;
  raw("<section class=\"summary\">\n<h2>How many, and who says so</h2>\n<div class=\"scroll\"><table>\n<tr><th>who says"
      "</th><th>how many</th><th>what</th><th>side</th><th>people</th><th>when</th></tr>\n");
  for (const record::Toll& toll : record_.tolls) {
    if (!toll.figures.empty()) summary_row(as_figure(toll, record_), toll.figures[0]);
  }
  if (record_.tolls.empty()) {
    for (std::uint32_t n = 0; n < record_.figures.size(); ++n) summary_row(record_.figures[n], n);
  }
  raw("</table></div>\n</section>\n");
}

std::string PageWriter::tip_of(std::span<const std::uint32_t> marks) const {
  std::string tip;
  std::vector<std::uint32_t> told;
  for (const std::uint32_t mark : marks) {
    const std::uint32_t at = card_of_mark_[mark];
    if (told.size() == kMostCardsInTip) break;
    if (std::find(told.begin(), told.end(), at) != told.end()) continue;
    told.push_back(at);
    const ValueCard& card = cards_[at];
    if (!tip.empty()) tip += " | ";
    tip.append(name_of(card.kind)).append(": ").append(shortened(card.title));
    for (std::size_t n = 0; n < std::min(card.slots.size(), kMostSlotsInTip); ++n) {
      tip.append(" · ").append(card.slots[n].name).append(": ");
      tip.append(shortened(card.slots[n].value));
    }
  }
  return tip;
}

void PageWriter::segment(const TextSegment& segment) {
  for (const std::uint32_t mark : segment.starts) {
    const ValueCard& card = cards_[card_of_mark_[mark]];
    // Of a value's passages, the evidence comes first in the list of marks.
    if (mark > 0 && card_of_mark_[mark - 1] == card_of_mark_[mark]) continue;
    raw(fmt::format(R"(<span class="at" id="in-text-{}"></span>)", address_of(card.kind, card.position)));
  }
  const std::string_view words = index_.slice(segment.span.begin, segment.span.end);
  if (segment.marks.empty()) {
    append_html_text(page_, words);
    return;
  }
  std::array<bool, kCardKinds> kinds{};
  for (const std::uint32_t mark : segment.marks)
    kinds[static_cast<std::size_t>(cards_[card_of_mark_[mark]].kind)] = true;
  const ValueCard& card = cards_[card_of_mark_[segment.marks.front()]];
  raw(fmt::format(R"(<a href="#{}" class="mark)", address_of(card.kind, card.position)));
  for (int n = 0; n < kCardKinds; ++n) {
    if (kinds[static_cast<std::size_t>(n)]) raw(fmt::format(" {}", name_of(static_cast<CardKind>(n))));
  }
  raw("\" title=\"");
  append_html_attribute(page_, tip_of(segment.marks));
  raw("\">");
  append_html_text(page_, words);
  raw("</a>");
}

void PageWriter::text() {
  const std::uint32_t length = index_.size();
  for (std::uint32_t n = 0; n < cards_.size(); ++n) {
    const auto mark = [&](CodePointSpan span) {
      if (span.empty() || span.end > length) return;
      marks_.push_back(span);
      card_of_mark_.push_back(n);
    };
    mark(cards_[n].span);
    for (const CodePointSpan more : cards_[n].more) mark(more);
  }
  std::vector<std::uint32_t> cuts;
  for (const record::Block& block : record_.document.blocks) {
    cuts.push_back(block.span.begin);
    cuts.push_back(block.span.end);
  }
  const std::vector<TextSegment> segments = segments_of(marks_, cuts, length);
  raw(fmt::format("<article lang=\"{}\">\n", record_.document.language == "en" ? "en" : ""));
  auto next = segments.begin();
  for (const record::Block& block : record_.document.blocks) {
    const bool heading = block.kind == record::BlockKind::kHeading;
    raw(heading ? R"(<h3 dir="auto">)" : fmt::format(R"(<p dir="auto" class="{}">)", record::name_of(block.kind)));
    for (; next != segments.end() && next->span.end <= block.span.end; ++next) {
      if (next->span.begin >= block.span.begin) segment(*next);
    }
    raw(heading ? "</h3>\n" : "</p>\n");
  }
  if (record_.document.blocks.empty()) raw("<p>This report has no text.</p>\n");
  raw("</article>\n");
}

void PageWriter::card(const ValueCard& card) {
  const std::string address = address_of(card.kind, card.position);
  raw(fmt::format(R"(<li class="card {0}" id="{1}"><a href="#in-text-{1}" dir="auto">)", name_of(card.kind), address));
  value(card.title);
  raw("</a>\n<dl>");
  for (const CardSlot& slot : card.slots) {
    raw(fmt::format("<dt>{}</dt><dd><bdi>", slot.name));
    if (!slot.address.empty()) raw(fmt::format("<a href=\"#{}\">", slot.address));
    value(slot.value);
    raw(slot.address.empty() ? "</bdi></dd>" : "</a></bdi></dd>");
  }
  raw("</dl>\n");
  if (card.kind == CardKind::kFigure || card.kind == CardKind::kStatement || card.kind == CardKind::kEvent) {
    raw("<blockquote dir=\"auto\">");
    // One column a character at least, so that more is never shown.
    const std::uint32_t end = std::min({card.span.end, card.span.begin + kLongestValue + 1, index_.size()});
    if (card.span.begin <= end) value(index_.slice(card.span.begin, end));
    raw("</blockquote>\n");
  }
  if (!card.rules.empty()) {
    raw("<details><summary>read by the rules</summary><dl>");
    for (const record::RuleTrace& rule : card.rules) {
      raw("<dt>");
      append_html_text(page_, rule.slot);
      raw("</dt><dd>");
      append_html_text(page_, rule.rule);
      raw("</dd>");
    }
    raw("</dl></details>\n");
  }
  raw("</li>\n");
}

void PageWriter::cards(CardKind kind) {
  const std::size_t cards = count(kind);
  if (cards == 0) return;
  const bool open = kind == CardKind::kFigure || kind == CardKind::kStatement || kind == CardKind::kEvent;
  raw(fmt::format("<details class=\"cards {}\"{}><summary>{} ({})</summary>\n<ol>\n", name_of(kind),
                  open ? " open" : "", kKindTitles[static_cast<std::size_t>(kind)], cards));
  for (const ValueCard& each : cards_) {
    if (each.kind == kind) card(each);
  }
  raw("</ol></details>\n");
}

void PageWriter::notes() {
  if (record_.document.diagnostics.empty()) return;
  raw(fmt::format("<details><summary>Notes on the reading ({})</summary>\n<ol>\n",
                  record_.document.diagnostics.size()));
  for (const record::Diagnostic& diagnostic : record_.document.diagnostics) {
    raw(fmt::format("<li class=\"card\">{} <bdi>", record::diagnostic_name(diagnostic.code)));
    value(diagnostic.text);
    raw("</bdi></li>\n");
  }
  raw("</ol></details>\n");
}

void PageWriter::footer() {
  raw("<footer>Read by rules, not by a person: look at the sentence before you quote a number. An empty cell was not "
      "told, or not understood.<br>");
  append_html_text(page_, options_.engine);
  raw(" · ");
  append_html_text(page_, options_.resources);
  raw(" · text sha256:");
  append_html_text(page_, record_.document.sha256);
  raw("</footer>\n</body>\n</html>\n");
}

std::string PageWriter::page() {
  head();
  raw("<header>\n");
  about();
  legend();
  raw("</header>\n");
  summary();
  raw("<main>\n");
  text();
  raw("<aside>\n");
  for (int n = 0; n < kCardKinds; ++n) cards(static_cast<CardKind>(n));
  notes();
  raw("</aside>\n</main>\n");
  footer();
  return std::move(page_);
}

}  // namespace

std::string html_page(const record::ReportRecord& record, const HtmlPageOptions& options) {
  return PageWriter(record, options).page();
}

}  // namespace counterclaim::publish
