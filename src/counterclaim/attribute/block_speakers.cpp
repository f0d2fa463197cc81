#include "counterclaim/attribute/block_speakers.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::GroundedAnalysis;
using language::Analysis;
using record::BlockKind;

constexpr std::uint32_t kLongestSignature = 24;  // tokens
constexpr std::uint32_t kLongestName = 4;        // tokens in front of the colon of a turn
constexpr std::uint32_t kFewestTurns = 2;        // one alone may be a label

bool is_quotation_mark(std::string_view text) {
  return ground::is_one_of(text, {"\"", "''", "``", "“", "”", "‘", "«"});
}

class BlockSpeakers {
 public:
  BlockSpeakers(const SayingLexicon& lexicon, const GroundedAnalysis& grounded)
      : lexicon_(lexicon), grounded_(grounded), found_(grounded.blocks.size()) {}

  std::vector<std::optional<BlockSpeaker>> run() {
    posts();
    turns();
    return std::move(found_);
  }

 private:
  [[nodiscard]] BlockKind kind(std::size_t block) const { return grounded_.document->blocks[block].kind; }
  [[nodiscard]] const Analysis& analysis(std::size_t block) const { return grounded_.blocks[block].analysis; }

  // A run of posts belongs to the signature below it, else to the one above it.
  void posts() {
    for (std::size_t begin = 0; begin < found_.size(); ++begin) {
      if (kind(begin) != BlockKind::kPost) continue;
      std::size_t end = begin;
      while (end < found_.size() && kind(end) == BlockKind::kPost) ++end;
      std::optional<BlockSpeaker> signature = signature_at(end);
      if (!signature && begin > 0) signature = signature_at(begin - 1);
      std::fill(found_.begin() + static_cast<std::ptrdiff_t>(begin), found_.begin() + static_cast<std::ptrdiff_t>(end),
                signature);
      begin = end - 1;
    }
  }

  // "— Army of Peru (@army) September 14, 2022": the words up to the bracket's end.
  [[nodiscard]] std::optional<BlockSpeaker> signature_at(std::size_t block) const {
    if (block >= found_.size() || kind(block) != BlockKind::kByline) return std::nullopt;
    const Analysis& line = analysis(block);
    TokenSpan words{0, std::min(line.size(), kLongestSignature)};
    while (!words.empty() && line[words.begin].pos == language::Pos::kPunct) ++words.begin;
    bool bracket = false;
    for (std::uint32_t token = words.begin; token < words.end && !bracket; ++token) {
      bracket = line.text(line[token]) == ")";
      if (bracket) words.end = token + 1;
    }
    if (!bracket || words.empty()) return std::nullopt;
    return BlockSpeaker{static_cast<std::uint32_t>(block), words, 0};
  }

  void turns() {
    std::vector<std::optional<BlockSpeaker>> turns(found_.size());
    std::uint32_t count = 0;
    for (std::size_t block = 0; block < found_.size(); ++block) {
      turns[block] = turn_at(block);
      count += turns[block] ? 1 : 0;
    }
    if (count < kFewestTurns) return;
    for (std::size_t block = 0; block < found_.size(); ++block) {
      if (!found_[block]) found_[block] = turns[block];
    }
  }

  // "ROJAS: Was the road shut?"
  [[nodiscard]] std::optional<BlockSpeaker> turn_at(std::size_t block) const {
    if (kind(block) != BlockKind::kParagraph && kind(block) != BlockKind::kHeading) return std::nullopt;
    const Analysis& line = analysis(block);
    TokenSpan words;
    while (words.begin < line.size() && is_quotation_mark(line.text(line[words.begin]))) ++words.begin;
    words.end = words.begin;
    while (words.end < line.size() && words.size() < kLongestName && is_name_in_capitals(line, words.end)) ++words.end;
    if (words.empty() || words.end + 1 >= line.size() || line.text(line[words.end]) != ":") return std::nullopt;
    return BlockSpeaker{static_cast<std::uint32_t>(block), words, words.end + 1};
  }

  [[nodiscard]] bool is_name_in_capitals(const Analysis& line, std::uint32_t token) const {
    constexpr std::size_t kShortest = 2;  // characters
    const std::string_view word = line.text(line[token]);
    const bool capitals = std::all_of(
        word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '\''; });
    return capitals && word.size() >= kShortest && !lexicon_.is_no_turn(line.lower(line[token]));
  }

  const SayingLexicon& lexicon_;
  const GroundedAnalysis& grounded_;
  std::vector<std::optional<BlockSpeaker>> found_;
};

}  // namespace

std::vector<std::optional<BlockSpeaker>> block_speakers(const SayingLexicon& lexicon,
                                                        const GroundedAnalysis& grounded) {
  return BlockSpeakers(lexicon, grounded).run();
}

}  // namespace counterclaim::attribute
