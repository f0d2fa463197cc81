// The tokenizer's regular expressions, run by PCRE2. Subjects are valid UTF-8; positions are bytes.
//
// Layer: language (internal). A Regex is immutable and may be used from many threads, each with its own RegexScratch.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/base/error.h"

namespace counterclaim::language {

// Rewrites a pattern of Python's `re`, as spaCy stores it, for PCRE2 with UTF and without UCP, so that both match the
// same (Unicode 14): escapes of code points, \w \d \S inside or outside classes, (?u) taken off, and the one group of
// the URL pattern that takes quadratic time on "a:a:a:…" replaced by another of the same language.
[[nodiscard]] std::string python_pattern_to_pcre2(std::string_view pattern);

// Memory for one thread's matches.
class RegexScratch {
 public:
  RegexScratch();
  ~RegexScratch();
  RegexScratch(RegexScratch&&) noexcept;
  RegexScratch& operator=(RegexScratch&&) noexcept;

 private:
  friend class Regex;
  struct State;
  std::unique_ptr<State> state_;
};

class Regex {
 public:
  struct Match {
    std::size_t begin, end;
  };

  // `pattern` in Python's syntax. Errors: model_unsupported, with PCRE2's own words.
  [[nodiscard]] static Result<Regex> compile(std::string_view pattern);

  // The leftmost match that starts at `from` or later; look-behinds see what is before `from`.
  [[nodiscard]] std::optional<Match> search(std::string_view subject, std::size_t from, RegexScratch& scratch) const;
  // The match that starts at 0, if there is one.
  [[nodiscard]] std::optional<Match> match_start(std::string_view subject, RegexScratch& scratch) const;

 private:
  struct Code;
  [[nodiscard]] std::optional<Match> run(std::string_view subject, std::size_t from, unsigned options,
                                         RegexScratch& scratch) const;
  std::shared_ptr<const Code> code_;
};

}  // namespace counterclaim::language
