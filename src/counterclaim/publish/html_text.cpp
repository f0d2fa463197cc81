#include "counterclaim/publish/html_text.h"

#include <fmt/format.h>

#include "counterclaim/base/utf8.h"
#include "counterclaim/publish/terminal_text.h"

namespace counterclaim::publish {
namespace {

bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_forbidden(char32_t c) {
  const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F);
  return control || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

void append_escaped(std::string& page, char32_t c, std::string_view bytes) {
  switch (c) {
    case '&': page += "&amp;"; return;
    case '<': page += "&lt;"; return;
    case '>': page += "&gt;"; return;
    case '"': page += "&quot;"; return;
    case '\'': page += "&#39;"; return;
    default: break;
  }
  if (turns_direction(c) || is_forbidden(c)) {
    page += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(c));
  } else {
    page += bytes;
  }
}

}  // namespace

void append_html_text(std::string& page, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_utf8(text, at);
    append_escaped(page, c.value, text.substr(at, c.bytes));
    at += c.bytes;
  }
}

void append_html_attribute(std::string& page, std::string_view text) { append_html_text(page, one_line(text)); }

bool append_web_address(std::string& page, std::string_view address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) return false;
  append_html_attribute(page, address);
  return true;
}

}  // namespace counterclaim::publish
