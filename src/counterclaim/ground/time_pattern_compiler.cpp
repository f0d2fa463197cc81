// Reads patterns.toml and compiles its notation (time_pattern.h).
#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/ground/time_pattern.h"

namespace counterclaim::ground {
namespace {

template <class Enum, std::size_t kSize>
using NameTable = std::array<std::pair<std::string_view, Enum>, kSize>;

constexpr NameTable<TimeMeaning, 7> kMeanings{{{"date", TimeMeaning::kDate},
                                               {"which", TimeMeaning::kWhich},
                                               {"shift", TimeMeaning::kShift},
                                               {"duration", TimeMeaning::kDuration},
                                               {"set", TimeMeaning::kSet},
                                               {"reference", TimeMeaning::kReference},
                                               {"unset", TimeMeaning::kUnset}}};

constexpr NameTable<TimeGuard, 9> kGuards{{{"year", TimeGuard::kYear},
                                           {"era", TimeGuard::kEra},
                                           {"noun", TimeGuard::kNoun},
                                           {"adjective", TimeGuard::kAdjective},
                                           {"undated", TimeGuard::kUndated},
                                           {"dated", TimeGuard::kDated},
                                           {"alone", TimeGuard::kAlone},
                                           {"complete", TimeGuard::kComplete},
                                           {"not a name", TimeGuard::kNotName}}};

template <class Enum, std::size_t kSize>
std::optional<Enum> named(const NameTable<Enum, kSize>& table, std::string_view name) {
  for (const auto& [known, value] : table) {
    if (known == name) return value;
  }
  return std::nullopt;
}

constexpr std::size_t kLongestProgram = 200'000;  // instructions, so that parts cannot blow it up unnoticed
constexpr int kDeepestNotation = 40;

}  // namespace

class TimePatternCompiler {
 public:
  TimePatternCompiler(const ResourceFile& file, TimeVocabulary& vocabulary, TimePatterns& out)
      : file_(file), vocabulary_(vocabulary), out_(out) {}

  Result<void> compile() {
    for (const ResourceEntry& entry : file_.entries) {
      const std::string_view name = entry.text("name"), notation = entry.text("pattern");
      if (name.empty() || notation.empty()) return file_.malformed(entry.line, "a 'name' and a 'pattern' are expected");
      if (entry.section == "part") {
        if (time_slot_named(name)) return file_.malformed(entry.line, "a part must not be named as a slot is");
        parts_[std::string(name)] = notation;
      } else if (entry.section != "pattern" || !pattern(entry)) {
        return file_.malformed(entry.line, error_.empty() ? "a [[part]] or [[pattern]] is expected" : error_);
      }
    }
    index_starts();
    measure();
    return {};
  }

 private:
  using Op = TimePatterns::Op;

  bool pattern(const ResourceEntry& entry) {
    TimePattern& pattern = out_.patterns_.emplace_back();
    pattern.name = std::string(entry.text("name"));
    const auto meaning = named(kMeanings, entry.text("means"));
    if (!meaning) return fail_with("unknown 'means'");
    pattern.meaning = *meaning;
    for (const std::string& name : entry.list("guard")) {
      const auto guard = named(kGuards, name);
      if (!guard) return fail_with(fmt::format("unknown guard '{}'", name));
      pattern.guards.push_back(*guard);
    }
    for (const std::string& constant : entry.list("set")) {
      if (!add_constant(constant, pattern)) return fail_with("'set' holds \"slot=value\"");
    }
    pattern.after = symbols(entry.list("after"));
    pattern.not_before = symbols(entry.list("not_before"));
    pattern.start = position();
    return notation(entry.text("pattern"));
  }

  bool fail_with(std::string reason) {
    if (error_.empty()) error_ = std::move(reason);
    return false;
  }

  bool add_constant(std::string_view constant, TimePattern& pattern) {
    const std::size_t at = constant.find('=');
    if (at == std::string_view::npos) return false;
    const auto slot = time_slot_named(constant.substr(0, at));
    if (!slot) return false;
    TimePart part{true, 0, vocabulary_.keep(constant.substr(at + 1))};
    std::from_chars(part.text.data(), part.text.data() + part.text.size(), part.number);
    pattern.constants.push_back({*slot, part});
    return true;
  }

  std::vector<std::uint32_t> symbols(const std::vector<std::string>& words) {
    std::vector<std::uint32_t> out;
    out.reserve(words.size());
    for (const std::string& word : words) out.push_back(vocabulary_.intern(word));
    return out;
  }

  // ---- the notation ----

  bool notation(std::string_view text) {
    std::size_t at = 0;
    if (!alternatives(text, at, '\0')) return fail_with(fmt::format("cannot read '{}' from {} on", text, at));
    emit(Op::kMatch);
    return out_.program_.size() < kLongestProgram || fail_with("the patterns are too large");
  }

  // Up to the closing sign or the end of the text, which is consumed.
  bool alternatives(std::string_view text, std::size_t& at, char closing) {
    if (++depth_ > kDeepestNotation) return fail_with("parts nested too deeply");
    std::vector<std::uint32_t> jumps;
    while (true) {
      const std::uint32_t split = emit(Op::kSplit);
      out_.program_[split].a = split + 1;
      if (!sequence(text, at)) return false;
      const bool more = at < text.size() && text[at] == '|';
      if (!more) {
        out_.program_[split].op = Op::kJump;
        break;
      }
      jumps.push_back(emit(Op::kJump));
      out_.program_[split].b = position();
      ++at;
    }
    for (const std::uint32_t jump : jumps) out_.program_[jump].a = position();
    --depth_;
    if (closing == '\0') return at == text.size();
    return at < text.size() && text[at++] == closing;
  }

  bool sequence(std::string_view text, std::size_t& at) {
    while (at < text.size()) {
      const char c = text[at];
      if (c == '|' || c == ')' || c == '}') return true;
      if (c == ' ' || c == '\n') {
        ++at;
        continue;
      }
      const std::uint32_t begin = emit(Op::kJump);  // becomes a split where the element may be missing
      out_.program_[begin].a = begin + 1;
      if (!element(text, at)) return false;
      if (at < text.size() && text[at] == '?') {
        out_.program_[begin] = {Op::kSplit, begin + 1, position()};
        ++at;
      }
    }
    return true;
  }

  bool element(std::string_view text, std::size_t& at) {
    switch (text[at]) {
      case '(': return alternatives(text, ++at, ')');
      case '{':
        emit(Op::kOpen);
        if (!alternatives(text, ++at, '}')) return false;
        emit(Op::kClose);
        return true;
      case '~':
        ++at;
        emit(Op::kGlued);
        return true;
      case '<': return name(text, at);
      default: break;
    }
    const std::size_t end = std::min(text.find_first_of(" \n()|?{}<>~", at), text.size());
    if (end == at) return false;
    const std::string_view word = text.substr(at, end - at);
    for (const TimeToken& token : time_tokens(word))
      emit(Op::kWord, vocabulary_.intern(word.substr(token.begin_byte, token.end_byte - token.begin_byte)));
    at = end;
    return true;
  }

  bool name(std::string_view text, std::size_t& at) {
    const std::size_t end = text.find('>', at);
    if (end == std::string_view::npos) return false;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    at = end + 1;
    if (const auto slot = time_slot_named(name)) {
      emit(Op::kSlot, static_cast<std::uint32_t>(*slot));
      return true;
    }
    const auto part = parts_.find(name);
    if (part == parts_.end()) return fail_with(fmt::format("no slot or part is named '{}'", name));
    std::size_t inner = 0;
    return alternatives(part->second, inner, '\0');
  }

  std::uint32_t position() const { return static_cast<std::uint32_t>(out_.program_.size()); }
  std::uint32_t emit(Op op, std::uint32_t a = 0) {
    out_.program_.push_back({op, a, 0});
    return position() - 1;
  }

  // ---- how short a match can be ----

  void measure() {
    shortest_.assign(out_.program_.size(), -1);
    for (TimePattern& pattern : out_.patterns_) pattern.one_token = shortest(pattern.start) <= 1;
  }

  // In tokens, from an instruction on. Programs have no loops.
  int shortest(std::uint32_t pc) {
    if (shortest_[pc] >= 0) return shortest_[pc];
    const TimePatterns::Instruction step = out_.program_[pc];
    int length = 0;
    switch (step.op) {
      case Op::kWord:
      case Op::kSlot: length = 1 + shortest(pc + 1); break;
      case Op::kSplit: length = std::min(shortest(step.a), shortest(step.b)); break;
      case Op::kJump: length = shortest(step.a); break;
      case Op::kOpen:
      case Op::kClose:
      case Op::kGlued: length = shortest(pc + 1); break;
      case Op::kMatch: break;
    }
    return shortest_[pc] = length;
  }

  // ---- which patterns can begin with which word ----

  void index_starts() {
    out_.starts_.resize(vocabulary_.symbols() + TimePatterns::kNumberKeys);
    for (std::size_t n = 0; n < out_.patterns_.size(); ++n) {
      seen_.clear();
      index_start(static_cast<std::uint16_t>(n), out_.patterns_[n].start);
    }
  }

  void index_start(std::uint16_t pattern, std::uint32_t pc) {
    while (seen_.insert(pc).second) {
      const TimePatterns::Instruction& step = out_.program_[pc];
      switch (step.op) {
        case Op::kWord: begins_with(step.a + TimePatterns::kNumberKeys, pattern); return;
        case Op::kSlot: index_slot(static_cast<TimeSlot>(step.a), pattern); return;
        case Op::kSplit:
          index_start(pattern, step.a);
          pc = step.b;
          break;
        case Op::kJump: pc = step.a; break;
        case Op::kOpen:
        case Op::kClose:
        case Op::kGlued: ++pc; break;
        case Op::kMatch: return;
      }
    }
  }

  void index_slot(TimeSlot slot, std::uint16_t pattern) {
    for (std::uint32_t digits = 0; digits < TimePatterns::kNumberKeys; ++digits) {
      if (fits_digits(slot, digits)) begins_with(digits, pattern);
    }
    for (std::uint32_t symbol = 1; symbol < vocabulary_.symbols(); ++symbol) {
      const auto readings = vocabulary_.readings(symbol);
      const bool reads = std::any_of(readings.begin(), readings.end(), [&](const TimeReading& reading) {
        return reading.slot == slot || (slot == TimeSlot::kUnit && reading.slot == TimeSlot::kUnits);
      });
      if (reads || (slot == TimeSlot::kNumber && vocabulary_.number(symbol) != nullptr))
        begins_with(symbol + TimePatterns::kNumberKeys, pattern);
    }
  }

  void begins_with(std::uint32_t key, std::uint16_t pattern) {
    auto& patterns = out_.starts_[key];
    if (patterns.empty() || patterns.back() != pattern) patterns.push_back(pattern);
  }

  const ResourceFile& file_;
  TimeVocabulary& vocabulary_;
  TimePatterns& out_;
  std::map<std::string, std::string, std::less<>> parts_;
  std::set<std::uint32_t> seen_;
  std::vector<int> shortest_;  // by instruction; -1: not measured yet
  std::string error_;
  int depth_ = 0;
};

Result<TimePatterns> TimePatterns::load(const std::filesystem::path& path, TimeVocabulary& vocabulary) {
  const auto file = read_resource_file(path, {"name", "pattern", "means", "guard", "set", "after", "not_before"});
  if (!file) return tl::unexpected<Error>(file.error());
  TimePatterns patterns;
  patterns.shapes_.emplace(vocabulary);
  return TimePatternCompiler(*file, vocabulary, patterns).compile().map([&] { return std::move(patterns); });
}

}  // namespace counterclaim::ground
