#include "counterclaim/ingest/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

// Bytes that one piece of markup may take.
constexpr std::size_t kLongestElement = 1000;
constexpr std::size_t kLongestTag = 400;
constexpr std::size_t kLongestEntity = 12;
constexpr std::size_t kLongestName = 240;
constexpr std::size_t kMostNameWords = 6;  // of a template that is not known

constexpr std::array<bool, 256> kBegins = [] {
  std::array<bool, 256> table{};
  for (const unsigned char c : {'<', '&', '{', '}', '[', ']', ':'}) table[c] = true;
  return table;
}();

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t name_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_ascii_letter(text[at]) || is_ascii_digit(text[at]))) ++at;
  return at;
}

class MarkupFinder {
 public:
  MarkupFinder(std::string_view line, const LayoutWords& words) : line_(line), words_(words) {}

  Markup run() {
    if (line_.starts_with("!--")) cut_comment("!--");
    take_picture_options();
    for (; at_ < line_.size(); ++at_) {
      if (!kBegins[static_cast<unsigned char>(line_[at_])]) continue;
      const std::size_t end = take();
      if (end > at_) at_ = end - 1;
    }
    return std::move(out_);
  }

 private:
  // Each gives the byte behind what it has cut; 0 where there is nothing to cut.
  std::size_t take();
  std::size_t cut(std::size_t begin, std::size_t end);
  std::size_t cut_comment(std::string_view open);
  std::size_t take_tag();
  std::size_t take_entity();
  std::size_t take_template();
  std::size_t take_link();
  std::size_t take_namespace();
  void take_picture_options();

  [[nodiscard]] bool is_tag(std::string_view name, std::string_view inner) const;
  [[nodiscard]] std::size_t balanced_end(std::string_view open, std::string_view close) const;
  [[nodiscard]] std::size_t template_end(std::size_t begin, bool leads);
  [[nodiscard]] std::size_t file_name_end(std::size_t begin) const;

  std::string_view line_;
  const LayoutWords& words_;
  std::size_t at_ = 0;
  std::size_t link_end_ = 0;  // where the "]]" of the last link stands; 0: it is behind
  bool space_before_ = true;  // before the last cut
  Markup out_;
};

std::size_t MarkupFinder::take() {
  switch (line_[at_]) {
    case '<': return take_tag();
    case '&': return take_entity();
    case '{': return take_template();
    case '}': return line_.substr(at_).starts_with("}}") ? cut(at_, at_ + 2) : 0;
    case '[': return take_link();
    case ']': return link_end_ > 0 && at_ == link_end_ ? cut(at_, at_ + 2) : 0;
    case ':': return take_namespace();
    default: return 0;
  }
}

// Of two spaces around what is cut one goes with it.
std::size_t MarkupFinder::cut(std::size_t begin, std::size_t end) {
  const bool follows = !out_.cuts.empty() && out_.cuts.back().end == begin && out_.cuts.back().instead == 0;
  if (!follows) space_before_ = begin == 0 || line_[begin - 1] == ' ';
  while (space_before_ && end < line_.size() && line_[end] == ' ') ++end;
  if (follows) {
    out_.cuts.back().end = end;
  } else {
    out_.cuts.push_back({begin, end, 0});
  }
  return end;
}

std::size_t MarkupFinder::cut_comment(std::string_view open) {
  const std::size_t close = line_.substr(at_, kLongestElement).find("-->", open.size());
  return close == std::string_view::npos ? 0 : cut(at_, at_ + close + 3);
}

// "<b>", "</div>", "<br/>", "<tweet id="5">", but neither "<50" nor "<sic>".
bool MarkupFinder::is_tag(std::string_view name, std::string_view inner) const {
  if (words_.has(LayoutWords::kElements, name) || words_.has(LayoutWords::kHiddenElements, name)) return true;
  return inner.ends_with('/') || inner.find('=') != std::string_view::npos;
}

std::size_t MarkupFinder::take_tag() {
  const std::string_view rest = line_.substr(at_, kLongestTag);
  if (rest.starts_with("<!--")) return cut_comment("<!--");
  const bool closing = rest.starts_with("</");
  const std::size_t name_begin = closing ? 2 : 1;
  const std::size_t end = name_end(rest, name_begin);
  const std::size_t close = rest.find('>', end);
  if (end == name_begin || close == std::string_view::npos) return 0;
  const std::string_view inner = rest.substr(end, close - end);
  const bool attributes = inner.empty() || inner.front() == ' ' || inner.front() == '/';
  if (!attributes || inner.find('<') != std::string_view::npos) return 0;
  const std::string name = lower_ascii(rest.substr(name_begin, end - name_begin));
  if (!closing && !is_tag(name, inner)) return 0;
  const std::size_t tag_end = at_ + close + 1;
  if (closing || inner.ends_with('/') || !words_.has(LayoutWords::kHiddenElements, name)) return cut(at_, tag_end);
  const std::string_view content = line_.substr(tag_end, kLongestElement);
  const std::size_t content_end = content.find("</" + std::string(rest.substr(name_begin, end - name_begin)) + ">");
  if (content_end == std::string_view::npos) return cut(at_, tag_end);
  return cut(at_, tag_end + content_end + name.size() + 3);
}

// "&nbsp;", "&#8217;", "&#x2019;".
std::size_t MarkupFinder::take_entity() {
  const std::string_view rest = line_.substr(at_, kLongestEntity);
  const std::size_t close = rest.find(';');
  if (close == std::string_view::npos || close < 3) return 0;
  std::string_view name = rest.substr(1, close - 1);
  std::uint32_t value = 0;
  if (name.starts_with('#')) {
    const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
    name.remove_prefix(hexadecimal ? 2 : 1);
    const auto read = std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    const bool scalar = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (read.ptr != name.data() + name.size() || !scalar) return 0;
  } else {
    value = words_.entity(name);
  }
  if (value == 0) return 0;
  out_.cuts.push_back({at_, at_ + close + 1, is_space(value) ? U' ' : static_cast<char32_t>(value)});
  return at_ + close + 1;
}

// The byte behind the bracket that closes the one at `at_`; 0: there is none.
std::size_t MarkupFinder::balanced_end(std::string_view open, std::string_view close) const {
  const std::string_view rest = line_.substr(at_, kLongestElement);
  std::size_t depth = 0;
  for (std::size_t at = 0; at + 1 < rest.size();) {
    if (rest.substr(at).starts_with(open)) {
      ++depth;
      at += 2;
    } else if (rest.substr(at).starts_with(close)) {
      at += 2;
      if (--depth == 0) return at_ + at;
    } else {
      ++at;
    }
  }
  return 0;
}

std::size_t MarkupFinder::take_template() {
  if (!line_.substr(at_).starts_with("{{")) return 0;
  const std::size_t end = balanced_end("{{", "}}");
  return end == 0 ? 0 : cut(at_, end);
}

// "[[File:Bridge.jpg|thumb|A bridge]]" goes as a whole; of "[[Lima Pact|pact]]" the words stay that a reader sees.
std::size_t MarkupFinder::take_link() {
  const std::string_view rest = line_.substr(at_);
  if (rest.starts_with("[[")) {
    const std::size_t colon = rest.substr(0, kLongestName).find(':');
    const auto* space = colon == std::string_view::npos ? nullptr : words_.namespace_at_end(rest.substr(2, colon - 2));
    if (space != nullptr && space->name.size() + 2 == colon) {
      const std::size_t end = balanced_end("[[", "]]");
      return end == 0 ? 0 : cut(at_, end);
    }
    const std::size_t close = rest.substr(0, kLongestName).find("]]");
    if (close == std::string_view::npos || rest.substr(2, close - 2).find('[') != std::string_view::npos) return 0;
    link_end_ = at_ + close;
    const std::size_t bar = rest.substr(0, close).rfind('|');
    return cut(at_, at_ + (bar == std::string_view::npos ? 2 : bar + 1));
  }
  const std::size_t close = rest.substr(0, kLongestTag).find(']');
  if (close == std::string_view::npos) return 0;
  const std::size_t begin = rest.starts_with("[/") ? 2 : 1;
  const std::size_t end = name_end(rest, begin);
  const bool ends = end == close || rest[end] == ' ';
  return ends && words_.has(LayoutWords::kShortcodes, rest.substr(begin, end - begin)) ? cut(at_, at_ + close + 1) : 0;
}

// Behind the name of a template that begins at `begin`: a name that is known; else, in a line that begins with a
// template, the words up to the next one; else one word.
std::size_t MarkupFinder::template_end(std::size_t begin, bool leads) {
  std::string_view rest = line_.substr(begin, kLongestName);
  if (const LayoutWords::Template known = words_.template_at(rest); known.bytes > 0) {
    out_.citation = out_.citation || known.citation;
    return begin + known.bytes;
  }
  const std::size_t first_end = std::min(rest.find(' '), rest.size());
  for (std::size_t colon = rest.find(':'); colon != std::string_view::npos; colon = rest.find(':', colon + 1)) {
    const LayoutWords::Namespace* next = words_.namespace_at_end(rest.substr(0, colon));
    if (next == nullptr) continue;
    rest = trimmed(rest.substr(0, colon - next->name.size()));
    break;
  }
  const auto spaces = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), ' '));
  const bool name = spaces < kMostNameWords && rest.find_first_of(".,;") == std::string_view::npos;
  return begin + (leads && name ? rest.size() : first_end);
}

// "Template:Main", "File:Bridge.jpg", "Category:Wars": a name behind the colon, with no space between.
std::size_t MarkupFinder::take_namespace() {
  if (at_ == 0 || at_ + 1 == line_.size()) return 0;
  const DecodedCodePoint next = decode_utf8(line_, at_ + 1);
  if (is_space(next.value) || is_quotation_mark(next.value) || next.value == U'/') return 0;
  const LayoutWords::Namespace* space = words_.namespace_at_end(line_.substr(0, at_));
  if (space == nullptr) return 0;
  const std::size_t begin = at_ - space->name.size();
  switch (space->kind) {
    case LayoutWords::NamespaceKind::kProject: return begin == 0 ? cut(begin, at_ + 1) : 0;
    case LayoutWords::NamespaceKind::kCategory: return begin == 0 ? cut(begin, line_.size()) : 0;
    case LayoutWords::NamespaceKind::kFile: {
      const std::size_t end = file_name_end(at_ + 1);
      out_.picture = out_.picture || end > 0;
      return end == 0 ? 0 : cut(begin, end);
    }
    case LayoutWords::NamespaceKind::kTemplate: {
      const bool leads = out_.cuts.empty() ? begin == 0 : out_.cuts.front().begin == 0;
      return cut(begin, template_end(at_ + 1, leads));
    }
  }
  return 0;
}

// The byte behind the ending of the file's name, "Lake No. 2.jpg"; 0: there is none.
std::size_t MarkupFinder::file_name_end(std::size_t begin) const {
  const std::string_view rest = line_.substr(begin, kLongestName);
  for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.', dot + 1)) {
    const std::size_t end = name_end(rest, dot + 1);
    if (words_.has(LayoutWords::kFileEndings, lower_ascii(rest.substr(dot + 1, end - dot - 1)))) return begin + end;
  }
  return 0;
}

// "thumb|right|250px|A bridge": what is left of a picture.
void MarkupFinder::take_picture_options() {
  std::size_t end = 0;
  while (true) {
    const std::size_t bar = line_.substr(end, kLongestName).find('|');
    if (bar == std::string_view::npos) break;
    const std::string_view option = line_.substr(end, bar);
    const bool size = option.ends_with("px");
    if (!words_.has(LayoutWords::kPictureOptions, option) && !(size && end > 0)) break;
    end += bar + 1;
  }
  out_.caption = end > 0;
  if (end > 0) at_ = cut(0, end);
}

}  // namespace

int open_templates(std::string_view line) {
  int open = 0;
  for (std::size_t at = line.find("{{"); at != std::string_view::npos; at = line.find("{{", at + 2)) ++open;
  for (std::size_t at = line.find("}}"); at != std::string_view::npos; at = line.find("}}", at + 2)) --open;
  return open;
}

Markup find_markup(std::string_view line, const LayoutWords& words) { return MarkupFinder(line, words).run(); }

}  // namespace counterclaim::ingest
