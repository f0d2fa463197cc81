#include "counterclaim/ingest/list_marker.h"

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

constexpr std::u32string_view kBullets = U"•‣▪▫■□●○◦⁃∙·◆▶►➤✔";  // used for nothing else at the beginning of a line
constexpr std::u32string_view kDashes = U"*-–+";                // only with a space behind

// "7." "7)" "(7)" "a)" "(a)"; 0: none.
std::size_t number_bytes(std::string_view line) {
  const bool bracket = line.starts_with('(');
  const std::size_t begin = bracket ? 1 : 0;
  std::size_t at = begin;
  while (at < line.size() && at < begin + 3 && is_digit(static_cast<unsigned char>(line[at]))) ++at;
  const bool digits = at > begin;
  if (!digits && at < line.size() && is_lower(static_cast<unsigned char>(line[at]))) ++at;
  if (at == begin || at >= line.size()) return 0;
  const bool closes = line[at] == ')' || (line[at] == '.' && digits && !bracket);
  return closes ? at + 1 : 0;
}

}  // namespace

std::size_t list_marker_bytes(std::string_view line) {
  if (line.empty()) return 0;
  const DecodedCodePoint first = decode_utf8(line, 0);
  const bool bullet = kBullets.find(first.value) != std::u32string_view::npos;
  std::size_t at = bullet || kDashes.find(first.value) != std::u32string_view::npos ? first.bytes : number_bytes(line);
  if (at == 0) return 0;
  const std::size_t marker_end = at;
  while (at < line.size()) {
    const DecodedCodePoint next = decode_utf8(line, at);
    if (!is_space(next.value) && !is_invisible(next.value)) break;
    at += next.bytes;
  }
  const bool space_needed = !bullet;
  if (at == line.size() || (space_needed && at == marker_end)) return 0;
  return at;
}

}  // namespace counterclaim::ingest
