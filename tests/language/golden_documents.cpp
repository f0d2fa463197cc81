#include "language/golden_documents.h"

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"

namespace counterclaim::language {
namespace {

std::string unzipped(const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(("gzip -dc '" + path.string() + "'").c_str(), "r"),
                                                             pclose);
  if (!pipe) throw std::runtime_error("gzip does not run");
  std::string out;
  std::array<char, 65536> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    out.append(buffer.data(), count);
  return out;
}

// Character references of HTML: those that the files have.
std::string unescaped(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities = {
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    bool found = false;
    for (const auto& [entity, character] : kEntities) {
      if (!text.substr(at).starts_with(entity)) continue;
      out += character;
      at += entity.size();
      found = true;
      break;
    }
    if (!found) out += text[at++];
  }
  return out;
}

std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos || end == at + 1)
      out += text[at++];
    else
      at = end + 1;
  }
  return out;
}

// The text of a file without the mark-up of its kind.
std::string source_text(const std::filesystem::path& path) {
  std::string text = read_file(path).value();
  if (path.extension() == ".tml") return unescaped(without_tags(text));
  if (path.extension() != ".md") return text;
  std::size_t at = 0;
  for (int dashes = 0; dashes < 2; ++dashes) {
    const std::size_t found = text.find("---", at);
    if (found == std::string::npos) break;
    at = found + 3;
  }
  return text.substr(at);
}

GoldenToken token_of(simdjson::dom::element row) {
  const auto text = [&](std::size_t n) { return std::string(row.at(n).get_string().value()); };
  const auto number = [&](std::size_t n) { return static_cast<std::uint32_t>(row.at(n).get_uint64().value()); };
  return {number(0), number(1), text(2), text(3), text(4), text(5), number(6), text(7), number(8) != 0, text(9)};
}

void read_details(simdjson::dom::element row, GoldenDocument& document) {
  simdjson::dom::array norms;
  if (row["norms"].get(norms) != simdjson::SUCCESS) return;
  document.has_details = true;
  for (const simdjson::dom::element norm : norms) document.norms.emplace_back(norm.get_string().value());
  for (const simdjson::dom::element shape : row["shapes"]) document.shapes.emplace_back(shape.get_string().value());
  for (const simdjson::dom::element chunk : row["noun_chunks"]) {
    document.noun_chunks.emplace_back(chunk.at(0).get_uint64().value(), chunk.at(1).get_uint64().value());
  }
}

}  // namespace

std::vector<GoldenDocument> read_golden_documents(const std::filesystem::path& data, const std::string& name) {
  const std::string lines = unzipped(data / "data" / "spacy-golden" / (name + ".jsonl.gz"));
  simdjson::dom::parser parser;
  std::vector<GoldenDocument> documents;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    const simdjson::dom::element row = parser.parse(lines.data() + at, end - at).value();
    at = end + 1;
    GoldenDocument& document = documents.emplace_back();
    document.id = row["id"].get_string().value();
    std::string_view text;
    if (row["text"].get(text) == simdjson::SUCCESS)
      document.text = text;
    else
      document.text = source_text(data / std::string(row["source"].get_string().value()));
    for (const simdjson::dom::element token : row["tokens"]) document.tokens.push_back(token_of(token));
    read_details(row, document);
  }
  return documents;
}

}  // namespace counterclaim::language
