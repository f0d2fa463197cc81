#include "counterclaim/language/tokenizer.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/utf8.h"
#include "counterclaim/language/unicode.h"

namespace counterclaim::language {
namespace {

// Keys of spaCy's attributes in the special cases.
constexpr std::uint64_t kOrth = 65;
constexpr std::uint64_t kNorm = 67;

// The longest suffix of the stock rules, runs of full stops apart, has 5 code points.
constexpr int kSuffixWindow = 7;

Result<std::string_view> pattern_of(const MsgpackValue& data, std::string_view key) {
  const MsgpackValue* value = data.find(key);
  if (value == nullptr || !value->string()) {
    return fail(ErrorCode::kModelMalformed, fmt::format("tokenizer: no pattern '{}'", key));
  }
  return *value->string();
}

bool is_absent(const MsgpackValue* value) { return value == nullptr || value->is_nil(); }

// A run of white space or of anything else, from `begin` on.
struct Run {
  std::size_t end;
  bool is_space;
};

Run run_at(std::string_view text, std::size_t begin) {
  const DecodedCodePoint first = decode_utf8(text, begin);
  const bool is_space = is_white_space(first.value);
  std::size_t at = begin + first.bytes;
  while (at < text.size()) {
    const DecodedCodePoint next = decode_utf8(text, at);
    if (is_white_space(next.value) != is_space) break;
    at += next.bytes;
  }
  return {at, is_space};
}

struct BrokenSpan {
  std::size_t begin, end;  // tokens
};

// Longest first, then leftmost. A span that is turned down still blocks its tokens for the later ones.
std::vector<BrokenSpan> keep_longest(std::vector<BrokenSpan> found, std::size_t token_count) {
  std::sort(found.begin(), found.end(), [](const BrokenSpan& a, const BrokenSpan& b) {
    return std::pair(b.end - b.begin, a.begin) < std::pair(a.end - a.begin, b.begin);
  });
  std::vector<bool> seen(token_count);
  std::vector<BrokenSpan> kept;
  for (const BrokenSpan& span : found) {
    if (!seen[span.begin] && !seen[span.end - 1]) kept.push_back(span);
    std::fill(seen.begin() + static_cast<std::ptrdiff_t>(span.begin),
              seen.begin() + static_cast<std::ptrdiff_t>(span.end), true);
  }
  std::sort(kept.begin(), kept.end(), [](const BrokenSpan& a, const BrokenSpan& b) { return a.begin < b.begin; });
  return kept;
}

}  // namespace

struct Tokenizer::Peeled {
  std::string_view core;
  std::vector<std::string_view> prefixes;  // from left to right
  std::vector<std::string_view> suffixes;  // from right to left
};

Result<Tokenizer> Tokenizer::load(const MsgpackValue& data) {
  const MsgpackValue* heuristics = data.find("faster_heuristics");
  if (!is_absent(data.find("token_match")) || heuristics == nullptr || !heuristics->is_true()) {
    return fail(ErrorCode::kModelUnsupported, "tokenizer: token_match and slow special matching are not supported");
  }
  Tokenizer tokenizer;
  const std::array<std::pair<std::string_view, Regex*>, 4> patterns = {{{"prefix_search", &tokenizer.prefix_},
                                                                        {"suffix_search", &tokenizer.suffix_},
                                                                        {"infix_finditer", &tokenizer.infix_},
                                                                        {"url_match", &tokenizer.url_}}};
  for (const auto& [key, regex] : patterns) {
    const auto pattern = pattern_of(data, key);
    if (!pattern) return tl::unexpected(pattern.error());
    auto compiled = Regex::compile(*pattern);
    if (!compiled) return tl::unexpected(compiled.error());
    *regex = std::move(*compiled);
  }
  const MsgpackValue* exceptions = data.find("exceptions");
  if (exceptions == nullptr || !exceptions->is_map()) {
    return fail(ErrorCode::kModelMalformed, "tokenizer: no special cases");
  }
  if (auto loaded = tokenizer.load_specials(*exceptions); !loaded) return tl::unexpected(loaded.error());
  tokenizer.find_broken_specials();
  return tokenizer;
}

Result<void> Tokenizer::load_specials(const MsgpackValue& exceptions) {
  const auto& items = exceptions.items();
  specials_.reserve(items.size() / 2);  // by_chunk_ points into it
  for (std::size_t n = 0; n + 1 < items.size(); n += 2) {
    const auto chunk = items[n].string();
    Special special{std::string(chunk.value_or("")), {}};
    std::string joined;
    for (const MsgpackValue& piece : items[n + 1].items()) {
      const MsgpackValue* spelling = piece.find(kOrth);
      const MsgpackValue* norm = piece.find(kNorm);
      if (spelling == nullptr || !spelling->string() || spelling->string()->empty()) {
        return fail(ErrorCode::kModelMalformed, "tokenizer: a special case without spelling");
      }
      special.pieces.push_back(
          {std::string(*spelling->string()), std::string(norm == nullptr ? "" : norm->string().value_or(""))});
      joined += special.pieces.back().spelling;
    }
    if (!chunk || chunk->empty() || joined != special.chunk || first_invalid_utf8(joined)) {
      return fail(ErrorCode::kModelMalformed, "tokenizer: the pieces of a special case do not make it up");
    }
    longest_special_ = std::max(longest_special_, joined.size());
    specials_.push_back(std::move(special));
    by_chunk_[specials_.back().chunk] = &specials_.back();
  }
  return {};
}

void Tokenizer::find_broken_specials() {
  RegexScratch scratch;
  for (const Special& special : specials_) {
    const std::string_view chunk = special.chunk;
    const bool is_touched = prefix_.search(chunk, 0, scratch) || suffix_.search(chunk, 0, scratch) ||
                            infix_.search(chunk, 0, scratch) || chunk.find(' ') != std::string_view::npos;
    if (!is_touched) continue;
    BrokenSpecial broken;
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < chunk.size();) {
      const Run run = run_at(chunk, at);
      split_chunk(chunk.substr(at, run.end - at), false, scratch, pieces);
      // The one U+0020 behind a chunk belongs to it and is no token.
      at = run.end + (!run.is_space && run.end < chunk.size() && chunk[run.end] == ' ' ? 1 : 0);
    }
    for (const Piece& piece : pieces) broken.spellings.emplace_back(piece.spelling);
    broken_[broken.spellings.front()].push_back(std::move(broken));
  }
}

const Special* Tokenizer::find_special(std::string_view chunk) const {
  if (chunk.size() > longest_special_) return nullptr;
  const auto found = by_chunk_.find(chunk);
  return found == by_chunk_.end() ? nullptr : found->second;
}

std::size_t Tokenizer::prefix_length(std::string_view text, RegexScratch& scratch) const {
  const auto match = prefix_.match_start(text, scratch);
  return match ? match->end : 0;
}

// Looks at the end of the text alone, so that peeling a long chunk stays linear.
std::size_t Tokenizer::suffix_length(std::string_view text, RegexScratch& scratch) const {
  if (text.empty()) return 0;
  std::size_t from = text.size();
  for (int n = 0; n < kSuffixWindow && from > 0; ++n) from = previous_code_point(text, from);
  while (from > 0 && text[from] == '.') from = previous_code_point(text, from);
  const auto match = suffix_.search(text, from, scratch);
  // A damaged pattern may match elsewhere.
  return match && match->end == text.size() ? match->end - match->begin : 0;
}

Tokenizer::Peeled Tokenizer::peel(std::string_view chunk, bool use_specials, RegexScratch& scratch) const {
  Peeled out{chunk, {}, {}};
  std::string_view& core = out.core;
  std::size_t last_size = core.size() + 1;
  const auto is_special = [&](std::string_view text) { return use_specials && find_special(text) != nullptr; };
  while (!core.empty() && core.size() != last_size && !is_special(core)) {
    last_size = core.size();
    const std::size_t head = prefix_length(core, scratch);
    const std::string_view rest = core.substr(head);
    if (head > 0 && is_special(rest)) {
      out.prefixes.push_back(core.substr(0, head));
      core = rest;
      break;
    }
    // Searched in what is left without the prefix, so that no look-behind sees the prefix ...
    const std::size_t tail = suffix_length(rest, scratch);
    // ... but the special case is looked up with the prefix still on it.
    if (tail > 0 && is_special(core.substr(0, core.size() - tail))) {
      out.suffixes.push_back(core.substr(core.size() - tail));
      core.remove_suffix(tail);
      break;
    }
    if (head > 0) out.prefixes.push_back(core.substr(0, head));
    if (tail > 0) out.suffixes.push_back(core.substr(core.size() - tail));
    core = core.substr(head, core.size() - head - tail);
  }
  return out;
}

void Tokenizer::split_core(std::string_view core, RegexScratch& scratch, std::vector<Piece>& pieces) const {
  if (url_.match_start(core, scratch)) {
    pieces.push_back({core});
    return;
  }
  std::size_t start = 0;
  std::size_t from = 0;
  while (const auto match = infix_.search(core, from, scratch)) {
    from = match->end;
    // An empty match is not to be found again; the next search begins at a whole code point.
    if (match->begin == match->end && from < core.size()) from += decode_utf8(core, from).bytes;
    if (match->begin == 0) continue;  // an infix at the very start stays with what follows it
    if (start < match->begin) pieces.push_back({core.substr(start, match->begin - start)});
    if (match->begin < match->end) pieces.push_back({core.substr(match->begin, match->end - match->begin)});
    start = match->end;
    if (from >= core.size()) break;
  }
  if (start < core.size()) pieces.push_back({core.substr(start)});
}

void Tokenizer::split_chunk(std::string_view chunk, bool use_specials, RegexScratch& scratch,
                            std::vector<Piece>& pieces) const {
  const auto add_special = [&](const Special& special) {
    for (const SpecialPiece& piece : special.pieces) pieces.push_back({piece.spelling, &piece});
  };
  if (const Special* special = use_specials ? find_special(chunk) : nullptr) {
    add_special(*special);
    return;
  }
  const Peeled peeled = peel(chunk, use_specials, scratch);
  for (const std::string_view prefix : peeled.prefixes) pieces.push_back({prefix});
  if (const Special* special = use_specials ? find_special(peeled.core) : nullptr) {
    add_special(*special);
  } else if (!peeled.core.empty()) {
    split_core(peeled.core, scratch, pieces);
  }
  for (const std::string_view suffix : std::views::reverse(peeled.suffixes)) pieces.push_back({suffix});
}

void Tokenizer::tokenize(std::string_view text, Lexicon& lexicon, RegexScratch& scratch,
                         std::vector<RawToken>& tokens) const {
  const std::size_t first = tokens.size();
  bool has_broken = false;
  std::uint32_t code_point = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Run run = run_at(text, at);
    const std::string_view chunk = text.substr(at, run.end - at);
    const std::vector<WordType*>* words = lexicon.find_chunk(chunk);
    if (words == nullptr) {
      std::vector<Piece> pieces;
      split_chunk(chunk, true, scratch, pieces);
      std::vector<WordType*> found;
      found.reserve(pieces.size());
      for (const Piece& piece : pieces) {
        found.push_back(piece.special != nullptr ? lexicon.special_word(*piece.special) : lexicon.word(piece.spelling));
      }
      words = &lexicon.remember_chunk(chunk, std::move(found));
    }
    std::size_t byte = at;
    for (WordType* word : *words) {
      tokens.push_back({word, static_cast<std::uint32_t>(byte), code_point, false});
      byte += word->text.size();
      code_point += word->code_points;
      has_broken = has_broken || word->broken != nullptr;
    }
    const bool space_after = !run.is_space && run.end < text.size() && text[run.end] == ' ';
    tokens.back().space_after = space_after;
    code_point += space_after ? 1 : 0;
    at = run.end + (space_after ? 1 : 0);
  }
  if (has_broken) restore_broken_specials(text, first, lexicon, tokens);
}

// Special cases that were cut to pieces because something was attached to them.
void Tokenizer::restore_broken_specials(std::string_view text, std::size_t first, Lexicon& lexicon,
                                        std::vector<RawToken>& tokens) const {
  const auto stands_at = [&](std::size_t at, const BrokenSpecial& broken) {
    if (at + broken.spellings.size() > tokens.size()) return false;
    for (std::size_t n = 0; n < broken.spellings.size(); ++n) {
      if (tokens[at + n].word->text != broken.spellings[n]) return false;
    }
    return true;
  };
  std::vector<BrokenSpan> found;
  for (std::size_t at = first; at < tokens.size(); ++at) {
    if (tokens[at].word->broken == nullptr) continue;
    for (const BrokenSpecial& broken : *tokens[at].word->broken) {
      if (stands_at(at, broken)) found.push_back({at, at + broken.spellings.size()});
    }
  }
  if (found.empty()) return;
  std::vector<RawToken> out;
  std::size_t at = first;
  for (const BrokenSpan& span : keep_longest(std::move(found), tokens.size())) {
    // The spellings match, but there may be spaces between them: then the text is not the special case.
    const RawToken& last = tokens[span.end - 1];
    const std::size_t begin_byte = tokens[span.begin].begin_byte;
    const Special* special =
        find_special(text.substr(begin_byte, last.begin_byte + last.word->text.size() - begin_byte));
    if (special == nullptr) continue;
    out.insert(out.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
               tokens.begin() + static_cast<std::ptrdiff_t>(span.begin));
    RawToken next = tokens[span.begin];
    for (const SpecialPiece& piece : special->pieces) {
      next.word = lexicon.special_word(piece);
      next.space_after = false;
      out.push_back(next);
      next.begin_byte += static_cast<std::uint32_t>(next.word->text.size());
      next.begin_code_point += next.word->code_points;
    }
    out.back().space_after = last.space_after;
    at = span.end;
  }
  out.insert(out.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.end());
  tokens.resize(first);
  tokens.insert(tokens.end(), out.begin(), out.end());
}

}  // namespace counterclaim::language
