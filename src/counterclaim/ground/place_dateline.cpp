#include "counterclaim/ground/place_dateline.h"

#include <algorithm>

#include "counterclaim/ground/place_spans.h"

namespace counterclaim::ground {
namespace {

// The part of a dateline before the agency in brackets or slashes and before the dash.
std::string_view places_and_date(std::string_view dateline) {
  std::size_t end = dateline.find_first_of("(/");
  for (const std::string_view dash : {" -", "--", "–", "—"}) end = std::min(end, dateline.find(dash));
  return dateline.substr(0, end);
}

}  // namespace

std::vector<ByteSpan> places_of_dateline(std::string_view dateline, const Gazetteers& gazetteers) {
  const std::string_view text = places_and_date(dateline);
  std::vector<ByteSpan> spans;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::size_t first = begin;
    while (first < comma && text[first] == ' ') ++first;
    // "LIMA May 3": the longest run of words from the first that is a name.
    for (std::size_t end = comma; end > first; end = text.rfind(' ', end - 1)) {
      const std::string_view name = text.substr(first, end - first);
      if (!name.ends_with(' ') && is_name_like(name) && gazetteers.has(normalised_place_name(name))) {
        spans.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)});
        break;
      }
      if (name.find(' ') == std::string_view::npos) break;
    }
    begin = comma + 1;
  }
  return spans;
}

}  // namespace counterclaim::ground
