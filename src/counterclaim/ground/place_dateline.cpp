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

// The end of the longest run of words from `first` that is a name; `first` where there is none, or a date.
std::size_t known_end(std::string_view text, std::size_t first, const Gazetteers& gazetteers) {
  for (std::size_t end = text.size(); end > first; end = text.rfind(' ', end - 1)) {
    if (end == std::string_view::npos || end <= first) break;
    const std::string_view name = text.substr(first, end - first);
    if (!name.ends_with(' ') && is_name_like(name) && gazetteers.has(normalised_place_name(name))) {
      const std::size_t behind = text.find_first_not_of(' ', end);
      const bool day = behind < text.size() && text[behind] >= '0' && text[behind] <= '9';
      return day ? first : end;
    }
  }
  return first;
}

}  // namespace

std::vector<ByteSpan> places_of_dateline(std::string_view dateline, const Gazetteers& gazetteers) {
  const std::string_view text = places_and_date(dateline);
  std::vector<ByteSpan> spans;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::size_t first = begin;
    while (first < comma && text[first] == ' ') ++first;
    const std::size_t end = known_end(text.substr(0, comma), first, gazetteers);
    // Behind the first comma a name stands alone: "May 3" begins with a town's name.
    if (end > first && (begin == 0 || text.find_first_not_of(' ', end) >= comma)) {
      spans.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)});
    }
    begin = comma + 1;
  }
  return spans;
}

}  // namespace counterclaim::ground
