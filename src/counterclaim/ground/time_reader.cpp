#include "counterclaim/ground/time_reader.h"

#include <string>
#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/time_clock.h"
#include "counterclaim/ground/time_grammar.h"
#include "counterclaim/ground/time_pattern.h"
#include "counterclaim/ground/time_resolver.h"
#include "counterclaim/ground/time_tokens.h"
#include "counterclaim/ground/time_vocabulary.h"

namespace counterclaim::ground {

struct TimeReader::Rules {
  TimeVocabulary vocabulary;
  TimePatterns patterns;
};

namespace {

using record::TimeMention;

std::optional<std::string> set_or_not(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

void fill(TimeMention& mention, ResolvedTime time, std::string_view rule) {
  mention.type = time.type;
  mention.rules.push_back({"type", rule});
  const auto slot = [&](std::string_view name, std::optional<std::string>& to, std::optional<std::string> value) {
    to = std::move(value);
    if (to) mention.rules.push_back({name, rule});
  };
  slot("value", mention.value, set_or_not(std::move(time.value)));
  slot("mod", mention.mod, set_or_not(std::move(time.mod)));
  slot("quant", mention.quant, set_or_not(std::move(time.quant)));
  slot("freq", mention.freq, set_or_not(std::move(time.freq)));
  slot("earliest", mention.earliest, std::move(time.bounds.earliest));
  slot("latest", mention.latest, std::move(time.bounds.latest));
}

// What the one mention of a match leaves out, the other tells: "12–14 September", "4 and 5 May".
void share_parts(TimeMatch& match) {
  if (match.mentions < 2) return;
  using Slot = TimeSlot;
  // "11 a.m. on 11 November": the clock is of the day behind it.
  TimeParts& first = match.parts[0];
  const TimeParts& second = match.parts[1];
  if (first.has(Slot::kHour) || first.has(Slot::kClock4) || first.has(Slot::kPart)) {
    for (const Slot slot : {Slot::kDay, Slot::kOrdinal, Slot::kMonth, Slot::kWeekday, Slot::kRelativeDay}) {
      if (!first.has(slot) && second.has(slot)) first[slot] = second[slot];
    }
  }
  for (const Slot slot : {Slot::kYear, Slot::kYear3, Slot::kEra, Slot::kMonth, Slot::kMeridiem, Slot::kZone}) {
    for (const std::size_t to : {std::size_t{0}, std::size_t{1}}) {
      TimeParts& parts = match.parts[to];
      const TimeParts& from = match.parts[1 - to];
      const bool year = slot == Slot::kYear || slot == Slot::kYear3;
      const bool has_year = parts.has(Slot::kYear) || parts.has(Slot::kYear2) || parts.has(Slot::kYear3);
      const bool has_day = parts.has(Slot::kDay) || parts.has(Slot::kOrdinal);
      if (parts.has(slot) || (year && has_year) || (slot == Slot::kMonth && !has_day)) continue;
      parts[slot] = from[slot];
    }
  }
}

const std::vector<NumberMention> kNoNumbers;
constexpr int kYearsBack = 5;  // a year alone that lies further back is background

// Reads the blocks of one report in order.
class ReportScan {
 public:
  ReportScan(const TimeVocabulary& vocabulary, const TimePatterns& patterns, const GroundedAnalysis& grounded)
      : vocabulary_(vocabulary), patterns_(patterns), grounded_(grounded) {
    if (grounded.document->published) clock_.report = parse_day(*grounded.document->published);
  }

  std::vector<std::vector<GroundedTime>> scan() {
    std::vector<std::vector<GroundedTime>> blocks(grounded_.blocks.size());
    for (std::uint32_t n = 0; n < blocks.size(); ++n) {
      const record::Block& block = grounded_.document->blocks[n];
      if (block.kind == record::BlockKind::kBoilerplate) continue;
      clock_.paragraph_year.reset();
      if (!block.dateline.empty()) scan_dateline(block.dateline, blocks[n]);
      scan_text(block.clean_text, &grounded_.blocks[n], block.map, blocks[n]);
      if (block.kind == record::BlockKind::kByline) take_report_date();
    }
    return blocks;
  }

 private:
  // A dateline was cut from the clean text: it is read from the report's own.
  void scan_dateline(CodePointSpan dateline, std::vector<GroundedTime>& out) {
    const std::size_t begin = byte_of(dateline.begin), end = byte_of(dateline.end);
    record::OffsetMap map;
    map.append(dateline.begin, dateline.size());
    scan_text(std::string_view(grounded_.document->text).substr(begin, end - begin), nullptr, map, out);
    take_report_date();
  }

  // The byte at which a code point of the report begins; asked for in ascending order, so that all asking is linear.
  std::size_t byte_of(std::uint32_t code_point) {
    const std::string& text = grounded_.document->text;
    for (; code_point_ < code_point; ++code_point_) byte_ += decode_utf8(text, byte_).bytes;
    return byte_;
  }

  // A day that a dateline or byline names dates a report without a date.
  void take_report_date() {
    if (!clock_.report && clock_.last_day && clock_.last.day) clock_.report = clock_.last_day;
  }

  // `grounded`: null for a dateline.
  void scan_text(std::string_view text, const GroundedBlock* grounded, const record::OffsetMap& map,
                 std::vector<GroundedTime>& out) {
    std::vector<TimeToken> tokens = time_tokens(text);
    vocabulary_.set_symbols(text, tokens);
    const TimeGrammar grammar(grounded ? &grounded->analysis : nullptr, grounded ? grounded->numbers : kNoNumbers,
                              tokens);
    for (std::uint32_t at = 0; at < tokens.size();) {
      if (!may_begin(tokens, at) || !read_at(text, tokens, grammar, map, at, out)) ++at;
    }
  }

  // Not inside of a number or a name of letters and digits: "1.5", "T72", "9:30".
  static bool may_begin(const std::vector<TimeToken>& tokens, std::uint32_t at) {
    const TimeToken& token = tokens[at];
    if (token.kind != TimeTokenKind::kNumber || !token.glued || at == 0) return true;
    const TimeToken& before = tokens[at - 1];
    if (before.kind == TimeTokenKind::kWord) return false;
    const bool joint = before.sign == '.' || before.sign == ',' || before.sign == ':' || before.sign == '/';
    return !(joint && at >= 2 && before.glued && tokens[at - 2].kind == TimeTokenKind::kNumber);
  }

  // Reads the expressions that begin at `at`, and moves behind them.
  bool read_at(std::string_view text, const std::vector<TimeToken>& tokens, const TimeGrammar& grammar,
               const record::OffsetMap& map, std::uint32_t& at, std::vector<GroundedTime>& out) {
    const TimeGrammar::Surroundings surroundings{!clock_.report, clock_.last.before_christ, clock_.last.year};
    patterns_.match(vocabulary_, tokens, at, matches_);
    for (TimeMatch& match : matches_) {
      if (!grammar.accepts(match, surroundings)) continue;
      share_parts(match);
      for (std::uint32_t n = 0; n < match.mentions; ++n) {
        TokenSpan light = match.spans[n];
        if (grammar.has_borrowed_article(light)) ++light.begin;
        GroundedTime& found = out.emplace_back();
        found.tokens = grammar.tokens_of(light);
        const TimeToken& first = tokens[light.begin];
        const TimeToken& last = tokens[light.end - 1];
        found.mention.span = map.to_report({first.begin, last.end});
        found.mention.text = std::string(text.substr(first.begin_byte, last.end_byte - first.begin_byte));
        fill(found.mention, resolve(match, n, light, grammar), match.pattern->name);
      }
      at = match.end();
      return true;
    }
    return false;
  }

  ResolvedTime resolve(const TimeMatch& match, std::uint32_t n, TokenSpan light, const TimeGrammar& grammar) {
    ResolvedTime time = resolve_time(match.pattern->meaning, match.parts[n], clock_, grammar.tense(light));
    if (time.point && !looks_far_back(*time.point) && grammar.moves_narrative(light)) clock_.tell(*time.point);
    return time;
  }

  // A year alone that lies well before the ones told so far is background: "the map of 1866".
  bool looks_far_back(const TimePoint& point) const {
    const bool year_alone = point.year && !point.month && point.season.empty() && point.half.empty();
    return year_alone && clock_.last.has_year() &&
           point.astronomical_year() < clock_.last.astronomical_year() - kYearsBack;
  }

  const TimeVocabulary& vocabulary_;
  const TimePatterns& patterns_;
  const GroundedAnalysis& grounded_;
  TimeClock clock_;
  std::uint32_t code_point_ = 0;
  std::size_t byte_ = 0;  // where it begins
  std::vector<TimeMatch> matches_;
};

}  // namespace

TimeReader::TimeReader(std::unique_ptr<const Rules> rules) : rules_(std::move(rules)) {}
TimeReader::TimeReader(TimeReader&&) noexcept = default;
TimeReader& TimeReader::operator=(TimeReader&&) noexcept = default;
TimeReader::~TimeReader() = default;

Result<TimeReader> TimeReader::load(const std::filesystem::path& folder) {
  auto vocabulary = TimeVocabulary::load(folder);
  if (!vocabulary) return tl::unexpected<Error>(std::move(vocabulary.error()));
  auto patterns = TimePatterns::load(folder / "patterns.toml", *vocabulary);
  if (!patterns) return tl::unexpected<Error>(std::move(patterns.error()));
  return TimeReader(std::make_unique<const Rules>(Rules{std::move(*vocabulary), std::move(*patterns)}));
}

std::vector<std::vector<GroundedTime>> TimeReader::read(const GroundedAnalysis& grounded) const {
  return ReportScan(rules_->vocabulary, rules_->patterns, grounded).scan();
}

}  // namespace counterclaim::ground
