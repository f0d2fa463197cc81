#include "counterclaim/ground/time_pattern.h"

#include <algorithm>

namespace counterclaim::ground {

// Follows one pattern's program from one token, every way that it can be read, and keeps the longest.
class TimePatternRun {
 public:
  TimePatternRun(const TimePatterns& patterns, const TimeVocabulary& vocabulary, const std::vector<TimeToken>& tokens)
      : patterns_(patterns), vocabulary_(vocabulary), tokens_(tokens) {}

  std::optional<TimeMatch> run(const TimePattern& pattern, std::uint32_t at) {
    state_ = State{};
    begin_ = at;
    found_ = false;
    follow(pattern.start, at);
    if (!found_ || !stands_well(pattern)) return std::nullopt;
    return match_of(pattern);
  }

 private:
  static constexpr std::size_t kMostCaptures = 24;
  static constexpr std::uint8_t kContext = 2;  // "mention" of what stands outside of { }

  struct Capture {
    TimeSlot slot;
    std::uint8_t mention;
    bool unclear;
    double number;
    std::string_view text;
  };
  struct State {
    std::uint8_t count = 0;     // of captures that hold
    std::uint8_t mentions = 0;  // begun
    bool open = false;
    std::array<TokenSpan, 2> spans;
    [[nodiscard]] std::uint32_t end() const { return spans[mentions - 1].end; }
  };

  void follow(std::uint32_t pc, std::uint32_t at) {
    while (true) {
      const TimePatterns::Instruction& step = patterns_.program_[pc];
      switch (step.op) {
        case TimePatterns::Op::kWord:
          if (at >= tokens_.size() || tokens_[at].symbol != step.a) return;
          ++at;
          break;
        case TimePatterns::Op::kSlot:
          if (at >= tokens_.size() || !capture(static_cast<TimeSlot>(step.a), at)) return;
          break;
        case TimePatterns::Op::kGlued:
          if (at >= tokens_.size() || !tokens_[at].glued) return;
          break;
        case TimePatterns::Op::kSplit: {
          const State before = state_;
          follow(step.a, at);
          state_ = before;
          pc = step.b;
          continue;
        }
        case TimePatterns::Op::kJump: pc = step.a; continue;
        case TimePatterns::Op::kOpen:
          state_.open = true;
          state_.spans[state_.mentions++].begin = at;
          break;
        case TimePatterns::Op::kClose:
          state_.open = false;
          state_.spans[state_.mentions - 1].end = at;
          if (!ends_well(at)) return;
          break;
        case TimePatterns::Op::kMatch: keep(at); return;
      }
      ++pc;
    }
  }

  // Reads the slot at `at` and moves behind it.
  bool capture(TimeSlot slot, std::uint32_t& at) {
    if (state_.count == kMostCaptures) return false;
    Capture found{slot, kContext, false, 0, {}};
    if (state_.open) found.mention = static_cast<std::uint8_t>(state_.mentions - 1);
    if (const auto shape = patterns_.shapes_->read(vocabulary_, tokens_, at, slot)) {
      found.number = shape->value;
      at = shape->end;
    } else if (const TimeReading* reading = reading_at(slot, at)) {
      found.number = reading->number;
      found.text = reading->text;
      found.unclear = reading->unclear;
      at += static_cast<std::uint32_t>(reading->rest.size()) + 1;
    } else {
      return false;
    }
    if (slot == TimeSlot::kUnits) found.slot = TimeSlot::kUnit;
    if (slot == TimeSlot::kNth) found.slot = TimeSlot::kDay;
    captures_[state_.count++] = found;
    return true;
  }

  const TimeReading* reading_at(TimeSlot slot, std::uint32_t at) const {
    for (const TimeReading& reading : vocabulary_.readings(tokens_[at].symbol)) {
      const bool fills = reading.slot == slot || (slot == TimeSlot::kUnit && reading.slot == TimeSlot::kUnits);
      if (!fills || (reading.capital && !tokens_[at].capital)) continue;
      if (at + reading.rest.size() >= tokens_.size()) continue;
      const auto same = [](std::uint32_t symbol, const TimeToken& token) { return token.symbol == symbol; };
      if (std::equal(reading.rest.begin(), reading.rest.end(), tokens_.begin() + at + 1, same)) return &reading;
    }
    return nullptr;
  }

  // A number must not go on behind the mention: "1.5", "3,000", "9:30", "12%", "20mm".
  bool ends_well(std::uint32_t end) const {
    if (end == 0 || end >= tokens_.size() || tokens_[end - 1].kind != TimeTokenKind::kNumber) return true;
    const TimeToken& next = tokens_[end];
    if (next.sign == '%' || (next.glued && next.kind == TimeTokenKind::kWord)) return false;
    const bool joint = next.glued && (next.sign == '.' || next.sign == ',' || next.sign == ':' || next.sign == '/');
    if (!joint || end + 1 >= tokens_.size()) return true;
    const TimeToken& behind = tokens_[end + 1];
    if (!behind.glued || behind.kind != TimeTokenKind::kNumber) return true;
    return next.sign == ',' && behind.digits != 3;
  }

  bool stands_well(const TimePattern& pattern) const {
    const auto is_in = [](const std::vector<std::uint32_t>& symbols, std::uint32_t symbol) {
      return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
    };
    const std::uint32_t begin = best_.spans[0].begin, end = best_.end();
    const std::uint32_t before = begin > 0 ? tokens_[begin - 1].symbol : 0;
    const std::uint32_t behind = end < tokens_.size() ? tokens_[end].symbol : 0;
    return (pattern.after.empty() || is_in(pattern.after, before)) && !is_in(pattern.not_before, behind);
  }

  void keep(std::uint32_t at) {
    State state = state_;
    if (state.mentions == 0) {  // no { }: the whole is one
      if (!ends_well(at)) return;
      state.spans[state.mentions++] = {begin_, at};
    }
    if (found_ && best_.end() >= state.end()) return;
    found_ = true;
    best_ = state;
    std::copy_n(captures_.begin(), state_.count, best_captures_.begin());
  }

  TimeMatch match_of(const TimePattern& pattern) const {
    TimeMatch match;
    match.pattern = &pattern;
    match.mentions = best_.mentions;
    match.spans = best_.spans;
    for (std::uint8_t n = 0; n < best_.count; ++n) {
      const Capture& capture = best_captures_[n];
      match.unclear = match.unclear || capture.unclear;
      for (std::uint8_t mention = 0; mention < best_.mentions; ++mention) {
        if (capture.mention == mention || capture.mention == kContext)
          match.parts[mention][capture.slot] = {true, capture.number, capture.text};
      }
    }
    for (const TimeConstant& constant : pattern.constants) {
      for (TimeParts& parts : match.parts) parts[constant.slot] = constant.part;
    }
    return match;
  }

  const TimePatterns& patterns_;
  const TimeVocabulary& vocabulary_;
  const std::vector<TimeToken>& tokens_;
  State state_, best_;
  std::array<Capture, kMostCaptures> captures_, best_captures_;
  std::uint32_t begin_ = 0;
  bool found_ = false;
};

std::uint32_t TimePatterns::start_key(const TimeToken& token) {
  if (token.kind != TimeTokenKind::kNumber) return token.symbol + kNumberKeys;
  return std::min<std::uint32_t>(token.digits, kNumberKeys - 1);
}

void TimePatterns::match(const TimeVocabulary& vocabulary, const std::vector<TimeToken>& tokens, std::uint32_t at,
                         std::vector<TimeMatch>& out) const {
  out.clear();
  const auto& patterns = starts_[start_key(tokens[at])];
  if (patterns.empty()) return;
  TimePatternRun run(*this, vocabulary, tokens);
  // Most words are followed by one that no pattern knows: then only the shortest patterns can fit.
  const bool goes_on = at + 1 < tokens.size() && start_key(tokens[at + 1]) != kNumberKeys;
  for (const std::uint16_t pattern : patterns) {
    if (!goes_on && !patterns_[pattern].one_token) continue;
    if (const auto match = run.run(patterns_[pattern], at)) {
      const auto is_longer = [](const TimeMatch& a, const TimeMatch& b) { return a.end() > b.end(); };
      out.insert(std::upper_bound(out.begin(), out.end(), *match, is_longer), *match);
    }
  }
}

}  // namespace counterclaim::ground
