#include "counterclaim/attribute/quotations.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {

std::vector<TokenSpan> quotations(const language::Analysis& analysis) {
  std::vector<TokenSpan> found;
  constexpr std::uint32_t kClosed = 0;  // no quotation begins at token 0: its mark stands there
  std::uint32_t open = kClosed;
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    const std::string_view text = analysis.text(analysis[token]);
    const bool straight = ground::is_one_of(text, {"\"", "''"});
    if (ground::is_one_of(text, {"“", "``", "„", "«"}) || (straight && open == kClosed)) {
      open = token + 1;
    } else if (straight || ground::is_one_of(text, {"”", "»"})) {
      if (open != kClosed && open < token) found.push_back({open, token});
      if (open == kClosed && found.empty() && token > 0) found.push_back({0, token});
      open = kClosed;
    }
  }
  if (open != kClosed && open < analysis.size()) found.push_back({open, analysis.size()});
  return found;
}

}  // namespace counterclaim::attribute
