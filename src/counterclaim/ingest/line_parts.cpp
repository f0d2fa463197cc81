#include "counterclaim/ingest/line_parts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

using record::BlockKind;

constexpr std::size_t kContributionBytes = 200;  // at the end of a line
constexpr std::size_t kLongestName = 90;         // bytes of a post's author
constexpr std::size_t kMostNameWords = 8;
constexpr std::size_t kMostDateWords = 8;

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?'; }

ByteSpan span_in(std::string_view line, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - line.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// Where the next sentence begins behind `at`; npos: nowhere. A full stop within a name may be taken for an end.
std::size_t next_sentence(std::string_view line, std::size_t at) {
  for (; at < line.size(); ++at) {
    if (!ends_sentence(line[at])) continue;
    std::size_t begin = at + 1;
    bool space = false;
    while (begin < line.size()) {
      const DecodedCodePoint c = decode_utf8(line, begin);
      const bool closes = !space && (is_quotation_mark(c.value) || c.value == U')' || c.value == U']');
      if (!is_space(c.value) && !closes) break;
      space = space || is_space(c.value);
      begin += c.bytes;
    }
    if (space && begin < line.size() && !is_lower(decode_utf8(line, begin).value)) return begin;
    at = begin - 1;
  }
  return std::string_view::npos;
}

// Follows the quotation marks of a line from sentence to sentence.
class OpenQuotation {
 public:
  explicit OpenQuotation(std::string_view line) : line_(line) {}

  // Whether a quotation is open before byte `at`, which is not before that of the last call.
  [[nodiscard]] bool is_open(std::size_t at) {
    while (at_ < at) {
      const DecodedCodePoint c = decode_utf8(line_, at_);
      if (c.value == U'"') straight_ = !straight_;
      if (c.value == U'“' || c.value == U'«') double_ = true;
      if (c.value == U'”' || c.value == U'»') double_ = false;
      if (c.value == U'‘') single_ = true;
      at_ += c.bytes;
      const bool ends_word = at_ >= line_.size() || !is_letter(decode_utf8(line_, at_).value);
      if (c.value == U'’' && ends_word) single_ = false;
    }
    return straight_ || double_ || single_;
  }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
  bool straight_ = false;
  bool double_ = false;
  bool single_ = false;
};

// The last dash before byte `end` that may stand before a name.
std::optional<std::size_t> dash_before(std::string_view line, std::size_t end) {
  static constexpr std::array<std::string_view, 5> kDashes{"—", "–", "―", "--", "- "};
  std::optional<std::size_t> last;
  for (const std::string_view dash : kDashes) {
    const std::size_t at = line.substr(0, end).rfind(dash);
    if (at != std::string_view::npos && end - at <= kLongestName && (!last || at > *last)) last = at;
  }
  return last;
}

// The byte behind "(@army)" at `at`; 0: no handle of a post's author stands there.
std::size_t handle_end(std::string_view line, std::size_t at) {
  std::size_t end = at + 2;
  while (end < line.size() && static_cast<unsigned char>(line[end]) < 0x80 &&
         (is_letter(static_cast<unsigned char>(line[end])) || is_digit(static_cast<unsigned char>(line[end])) ||
          line[end] == '_' || line[end] == '.')) {
    ++end;
  }
  return end > at + 2 && end < line.size() && line[end] == ')' ? end + 1 : 0;
}

}  // namespace

const std::vector<LinePart>& LineParts::read(std::string_view line) {
  parts_.clear();
  if (read_signature(line)) return parts_;
  find_sentences(line);
  bool found = false;
  OpenQuotation quotation(line);
  kinds_.assign(begins_.size(), Sentence::kReport);
  for (std::size_t n = 0; n < begins_.size(); ++n) {
    const std::string_view words = line.substr(begins_[n]);
    if (!words_.patterns().knows(first_word(words, folded_))) continue;
    kinds_[n] = kind_of(sentence(line, n));
    if (kinds_[n] != Sentence::kReport && quotation.is_open(begins_[n])) kinds_[n] = Sentence::kReport;
    found = found || kinds_[n] != Sentence::kReport;
  }
  if (mark_contributions(line) || found) join(line);
  return parts_;
}

// "… — Name (@handle) September 14, 2022".
bool LineParts::read_signature(std::string_view line) {
  const std::size_t sign = line.rfind('@');
  if (sign == std::string_view::npos || sign == 0 || line[sign - 1] != '(') return false;
  const std::size_t at = sign - 1;
  const std::size_t end = handle_end(line, at);
  if (end == 0) return false;
  const bool dated = is_date(line.substr(end));
  if (!dated && !trimmed(line.substr(end)).empty()) return false;
  const std::optional<std::size_t> dash = dash_before(line, at);
  const std::size_t begin = dash.value_or(0);
  tokens_.read(line.substr(begin, at - begin));
  if (tokens_.size() > kMostNameWords || (!dash && !dated)) return false;
  const std::string_view before = trimmed(line.substr(0, begin));
  if (!before.empty()) parts_.push_back({span_in(line, before), BlockKind::kPost});
  parts_.push_back({span_in(line, line.substr(begin)), BlockKind::kByline, true});
  return true;
}

// What stands behind an author: "September 14, 2022", "3:05 PM · May 3, 2021".
bool LineParts::is_date(std::string_view text) {
  tokens_.read(text);
  bool number = false;
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    const LineToken& token = tokens_[n];
    if (!token.capital && !token.digit && !token.sign && !words_.has(LayoutWords::kDateWords, tokens_.word(n)))
      return false;
    number = number || token.digit;
  }
  return number && tokens_.size() <= kMostDateWords;
}

void LineParts::find_sentences(std::string_view line) {
  begins_.clear();
  for (std::size_t at = 0; at < line.size(); at = next_sentence(line, at)) {
    begins_.push_back(static_cast<std::uint32_t>(at));
  }
}

std::string_view LineParts::sentence(std::string_view line, std::size_t n) const {
  const std::size_t end = n + 1 < begins_.size() ? begins_[n + 1] : line.size();
  return trimmed(line.substr(begins_[n], end - begins_[n]));
}

LineParts::Sentence LineParts::kind_of(std::string_view sentence) {
  tokens_.read(sentence);
  if (words_.patterns().match(tokens_, LayoutWords::kResidueSentence) > 0) return Sentence::kResidue;
  const bool byline = words_.patterns().match(tokens_, LayoutWords::kBylineSentence) > 0;
  return byline ? Sentence::kByline : Sentence::kReport;
}

// "CNN's Ana Rojas reported from Lima. Juan Soto contributed to this report."
bool LineParts::mark_contributions(std::string_view line) {
  const std::size_t tail = line.size() - std::min(line.size(), kContributionBytes);
  if (line.find(words_.contribution_stem(), tail) == std::string_view::npos) return false;
  bool found = false;
  for (std::size_t n = begins_.size(); n > 0; --n) {
    const std::string_view words = sentence(line, n - 1);
    const bool of_report = holds_one_of(words, words_.contributions());
    if (!of_report && !(found && (holds_one_of(words, words_.correspondences()) || names_alone(words)))) break;
    kinds_[n - 1] = Sentence::kByline;
    found = true;
  }
  return found;
}

bool LineParts::holds_one_of(std::string_view sentence, const std::vector<std::string>& phrases) {
  if (first_word(sentence, folded_).empty()) return false;
  tokens_.read(sentence);
  const std::string_view folded = tokens_.phrase(0, tokens_.size());
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return folded.find(phrase) != std::string_view::npos; });
}

bool LineParts::names_alone(std::string_view sentence) {
  tokens_.read(sentence);
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    if (!tokens_[n].capital && !words_.has(LayoutWords::kSmallWords, tokens_.word(n))) return false;
  }
  return true;
}

bool LineParts::speaks_to_reader(std::string_view sentence) {
  if (sentence.ends_with('?')) return true;
  tokens_.read(sentence);
  for (std::size_t n = 0; n < tokens_.size(); ++n) {
    if (words_.has(LayoutWords::kReaderWords, tokens_.word(n))) return true;
  }
  return false;
}

// Sentences of one kind that follow each other are one part.
void LineParts::join(std::string_view line) {
  bool all = std::find(kinds_.begin(), kinds_.end(), Sentence::kResidue) != kinds_.end();
  for (std::size_t n = 0; n < kinds_.size() && all; ++n) {
    all = kinds_[n] == Sentence::kResidue || speaks_to_reader(sentence(line, n));
  }
  if (all) kinds_.assign(kinds_.size(), Sentence::kResidue);
  for (std::size_t n = 0; n < kinds_.size(); ++n) {
    const ByteSpan span = span_in(line, sentence(line, n));
    if (n > 0 && kinds_[n] == kinds_[n - 1]) {
      parts_.back().bytes.end = span.end;
      continue;
    }
    const BlockKind kind = kinds_[n] == Sentence::kResidue  ? BlockKind::kBoilerplate
                           : kinds_[n] == Sentence::kByline ? BlockKind::kByline
                                                            : BlockKind::kParagraph;
    parts_.push_back({span, kind});
  }
}

}  // namespace counterclaim::ingest
