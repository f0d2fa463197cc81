#include "counterclaim/publish/conflict_name.h"

#include <algorithm>
#include <string>

#include "counterclaim/base/ascii.h"

namespace counterclaim::publish {
namespace {

struct Word {
  std::size_t begin, end;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Words with the hyphens and dashes inside them: "Peru–Chile".
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    Word word{at, at};
    while (at < text.size() &&
           (is_letter(text[at]) || (text[at] == '-' && at + 1 < text.size() && is_letter(text[at + 1]))))
      ++at;
    word.end = at;
    words.push_back(word);
  }
  return words;
}

bool is_capital(std::string_view word) {
  return (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_noun(const InfoboxWords& words, std::string_view word) {
  const std::vector<std::string>& nouns = words.words(InfoboxWords::kConflict);
  return std::find(nouns.begin(), nouns.end(), lower_ascii(word)) != nouns.end();
}

constexpr std::size_t kMostBefore = 5;       // words of a name in front of its noun
constexpr std::size_t kMostBehind = 4;       // and behind its "of"
constexpr std::size_t kMostLookedBack = 32;  // bytes in front of a name

class NameFinder {
 public:
  NameFinder(std::string_view text, const InfoboxWords& lexicon)
      : text_(text), lexicon_(lexicon), words_(words_of(text)) {}

  [[nodiscard]] std::vector<ConflictName> find() {
    std::vector<ConflictName> names;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!is_noun(lexicon_, word(at))) continue;
      const std::size_t first = first_before(at);
      const std::size_t last = last_behind(at);
      if (first == at && last == at) continue;
      names.push_back({words_[first].begin, words_[last].end, is_within(first)});
      at = last;
    }
    return names;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
  }
  // Only spaces stand between the word and the one before it.
  [[nodiscard]] bool joined(std::size_t at) const {
    for (std::size_t between = words_[at - 1].end; between < words_[at].begin; ++between) {
      if (text_[between] != ' ') return false;
    }
    return true;
  }
  [[nodiscard]] std::size_t first_before(std::size_t noun) const {
    std::size_t first = noun;
    while (first > 0 && noun - first < kMostBefore && joined(first)) {
      const std::string_view before = word(first - 1);
      if (before == "The" || before == "A" || before == "In" || !(is_capital(before) || is_year(before))) break;
      --first;
    }
    return first;
  }
  // "of" and capitalised words behind a noun that begins with a capital itself.
  [[nodiscard]] std::size_t last_behind(std::size_t noun) const {
    const bool of = noun + 2 < words_.size() && joined(noun + 1) && word(noun + 1) == "of" && joined(noun + 2);
    if (!of) return noun;
    std::size_t next = noun + 2;
    if (word(next) == "the" && next + 1 < words_.size() && joined(next + 1)) ++next;
    std::size_t last = noun;
    for (; next < words_.size() && next - noun <= kMostBehind + 1 && is_capital(word(next)); ++next) {
      last = next;
      if (next + 1 < words_.size() && !joined(next + 1)) break;
    }
    return last;
  }
  [[nodiscard]] bool is_within(std::size_t first) const {
    const std::size_t end = words_[first].begin;
    std::string before =
        lower_ascii(text_.substr(end - std::min(end, kMostLookedBack), std::min(end, kMostLookedBack)));
    while (!before.empty() && before.back() == ' ') before.pop_back();
    if (before.ends_with(" the")) before.resize(before.size() - 4);
    const std::vector<std::string>& cues = lexicon_.words(InfoboxWords::kWithin);
    return std::any_of(cues.begin(), cues.end(), [&](const std::string& cue) { return before.ends_with(" " + cue); });
  }

  std::string_view text_;
  const InfoboxWords& lexicon_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<ConflictName> conflict_names(std::string_view text, const InfoboxWords& words) {
  return NameFinder(text, words).find();
}

}  // namespace counterclaim::publish
