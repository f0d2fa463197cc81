#include "counterclaim/language/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace counterclaim::language {
namespace {

constexpr std::string_view kSpaceClass =  // Python's str.isspace
    R"(\x09-\x0d\x1c-\x20\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})";
constexpr std::string_view kQuadratic = R"(\S+(?::\S*)?@)";
constexpr std::string_view kLinear = R"(\S+@)";
// url_match needs some 40 bytes of stack for each label of a host name.
constexpr std::size_t kMaxJitStackBytes = std::size_t{64} << 20;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string code_point_escape(std::string_view hex_digits) {
  const std::size_t first = hex_digits.find_first_not_of('0');
  return fmt::format(R"(\x{{{}}})", first == std::string_view::npos ? "0" : hex_digits.substr(first));
}

}  // namespace

std::string python_pattern_to_pcre2(std::string_view pattern) {
  if (pattern.starts_with("(?u)")) pattern.remove_prefix(4);
  std::string stored(pattern);
  replace_all(stored, kQuadratic, kLinear);
  std::string out;
  bool in_class = false;
  for (std::size_t at = 0; at < stored.size(); ++at) {
    const char c = stored[at];
    if (c != '\\' || at + 1 == stored.size()) {
      if (c == '[' && !in_class)
        in_class = true;
      else if (c == ']')
        in_class = false;
      out.push_back(c);
      continue;
    }
    const char kind = stored[++at];
    const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0 && at + digits < stored.size()) {
      out += code_point_escape(std::string_view(stored).substr(at + 1, digits));
      at += digits;
    } else if (kind == 'w') {
      out += in_class ? R"(\p{L}\p{N}_)" : R"([\p{L}\p{N}_])";
    } else if (kind == 'd') {
      out += R"(\p{Nd})";
    } else if (kind == 'S' && !in_class) {
      out += fmt::format("[^{}]", kSpaceClass);
    } else {
      out += c;
      out += kind;
    }
  }
  return out;
}

struct Regex::Code {
  pcre2_code* compiled;
  explicit Code(pcre2_code* code) : compiled(code) {}
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;
  ~Code() { pcre2_code_free(compiled); }
};

struct RegexScratch::State {
  pcre2_match_data* matches = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(std::size_t{32} << 10, kMaxJitStackBytes, nullptr);

  State() {
    pcre2_jit_stack_assign(context, nullptr, stack);
    pcre2_set_match_limit(context, std::numeric_limits<std::uint32_t>::max());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    pcre2_jit_stack_free(stack);
    pcre2_match_context_free(context);
    pcre2_match_data_free(matches);
  }
};

RegexScratch::RegexScratch() : state_(std::make_unique<State>()) {}
RegexScratch::~RegexScratch() = default;
RegexScratch::RegexScratch(RegexScratch&&) noexcept = default;
RegexScratch& RegexScratch::operator=(RegexScratch&&) noexcept = default;

Result<Regex> Regex::compile(std::string_view pattern) {
  const std::string translated = python_pattern_to_pcre2(pattern);
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* compiled = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()), translated.size(),
                                       PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, &error, &offset, nullptr);
  if (compiled == nullptr) {
    std::array<PCRE2_UCHAR, 256> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    return fail(ErrorCode::kModelUnsupported, fmt::format("a pattern of the tokenizer does not compile: {} at byte {}",
                                                          reinterpret_cast<const char*>(message.data()), offset));
  }
  // Where the machine has no JIT, matching is slower and the same.
  pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
  Regex regex;
  regex.code_ = std::make_shared<const Code>(compiled);
  return regex;
}

std::optional<Regex::Match> Regex::run(std::string_view subject, std::size_t from, unsigned options,
                                       RegexScratch& scratch) const {
  RegexScratch::State& state = *scratch.state_;
  const auto* bytes = reinterpret_cast<PCRE2_SPTR>(subject.data());
  // Subjects are checked once, for the whole text.
  options |= PCRE2_NO_UTF_CHECK;
  int found = pcre2_match(code_->compiled, bytes, subject.size(), from, options, state.matches, state.context);
  if (found < 0 && found != PCRE2_ERROR_NOMATCH) {
    // The JIT's stack was too small: the interpreter has no such limit.
    found =
        pcre2_match(code_->compiled, bytes, subject.size(), from, options | PCRE2_NO_JIT, state.matches, state.context);
  }
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(state.matches);
  return Match{ends[0], ends[1]};
}

std::optional<Regex::Match> Regex::search(std::string_view subject, std::size_t from, RegexScratch& scratch) const {
  return run(subject, from, 0, scratch);
}

std::optional<Regex::Match> Regex::match_start(std::string_view subject, RegexScratch& scratch) const {
  return run(subject, 0, PCRE2_ANCHORED, scratch);
}

}  // namespace counterclaim::language
