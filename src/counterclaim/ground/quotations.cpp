#include "counterclaim/ground/quotations.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {

namespace {

// A straight single mark that opens: space in front, none behind, and no "'s" or "'60s".
bool stands_before_word(const language::Analysis& analysis, std::uint32_t token) {
  if (analysis[token].space_after || analysis.tag(analysis[token]) == "POS" || token + 1 >= analysis.size())
    return false;
  if (analysis[token + 1].pos == language::Pos::kNum) return false;
  return token == 0 || analysis[token - 1].space_after ||
         is_one_of(analysis.text(analysis[token - 1]), {"(", "[", "\"", ":"});
}

}  // namespace

std::vector<TokenSpan> quotations(const language::Analysis& analysis) {
  std::vector<TokenSpan> found;
  constexpr std::uint32_t kClosed = 0;  // no quotation begins at token 0: its mark stands there
  std::uint32_t open = kClosed;
  bool is_single = false;
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    const std::string_view text = analysis.text(analysis[token]);
    const bool straight = is_one_of(text, {"\"", "''"});
    const bool apostrophe = is_one_of(text, {"’", "'"}) && analysis.tag(analysis[token]) == "POS";
    if (is_one_of(text, {"“", "``", "„", "«"}) || (straight && open == kClosed)) {
      open = token + 1;
      is_single = false;
    } else if (open == kClosed && (text == "‘" || (text == "'" && stands_before_word(analysis, token)))) {
      open = token + 1;
      is_single = true;
    } else if (is_one_of(text, {"’", "'"}) && is_single && open != kClosed && !apostrophe) {
      if (open < token) found.push_back({open, token});
      open = kClosed;
    } else if (!is_single && (straight || is_one_of(text, {"”", "»"}))) {
      if (open != kClosed && open < token) found.push_back({open, token});
      if (open == kClosed && found.empty() && token > 0) found.push_back({0, token});
      open = kClosed;
    }
  }
  if (open != kClosed && open < analysis.size()) found.push_back({open, analysis.size()});
  return found;
}

}  // namespace counterclaim::ground
