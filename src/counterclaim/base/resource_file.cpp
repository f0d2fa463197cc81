#include "counterclaim/base/resource_file.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "counterclaim/base/file.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace counterclaim {
namespace {

std::uint32_t line_of(const toml::node& node) { return static_cast<std::uint32_t>(node.source().begin.line); }

bool append_scalar(const toml::node& node, std::vector<std::string>& out) {
  if (const auto* text = node.as_string()) {
    out.push_back(text->get());
  } else if (const auto* integer = node.as_integer()) {
    out.push_back(std::to_string(integer->get()));
  } else if (const auto* number = node.as_floating_point()) {
    out.push_back(fmt::format("{}", number->get()));
  } else if (const auto* flag = node.as_boolean()) {
    out.emplace_back(flag->get() ? "true" : "false");
  } else {
    return false;
  }
  return true;
}

bool append_values(const toml::node& node, std::vector<std::string>& out) {
  const auto* array = node.as_array();
  if (!array) return append_scalar(node, out);
  return std::all_of(array->begin(), array->end(), [&](const toml::node& item) { return append_scalar(item, out); });
}

class Reader {
 public:
  Reader(ResourceFile& file, std::initializer_list<std::string_view> known) : file_(file), known_(known) {}

  Result<void> read(const toml::table& root) {
    for (const auto& [section, node] : root) {
      const auto* array = node.as_array();
      if (!array) return file_.malformed(line_of(node), fmt::format("[[{}]] is expected", section.str()));
      for (const toml::node& item : *array) {
        const auto* table = item.as_table();
        if (!table) return file_.malformed(line_of(item), fmt::format("[[{}]] is expected", section.str()));
        if (auto read = entry(std::string(section.str()), *table); !read) return read;
      }
    }
    std::stable_sort(file_.entries.begin(), file_.entries.end(),
                     [](const ResourceEntry& a, const ResourceEntry& b) { return a.line < b.line; });
    return {};
  }

 private:
  Result<void> entry(std::string section, const toml::table& table) {
    ResourceEntry& out = file_.entries.emplace_back();
    out.section = std::move(section);
    out.line = line_of(table);
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      if (name == "examples") {
        if (auto read = examples(node, out); !read) return read;
        continue;
      }
      if (!known_.empty() && std::find(known_.begin(), known_.end(), name) == known_.end())
        return file_.malformed(line_of(node), fmt::format("unknown field '{}'", name));
      if (!append_values(node, out.fields[std::string(name)]))
        return file_.malformed(line_of(node), fmt::format("'{}' must hold strings or numbers", name));
    }
    return {};
  }

  Result<void> examples(const toml::node& node, ResourceEntry& out) {
    const auto* array = node.as_array();
    if (!array) return file_.malformed(line_of(node), "'examples' must be an array of tables");
    for (const toml::node& item : *array) {
      ResourceExample& example = out.examples.emplace_back();
      example.line = line_of(item);
      const auto* table = item.as_table();
      if (!table || !read_example(*table, example))
        return file_.malformed(example.line,
                               "an example has a 'text', lists of the record ('figures', 'times', …), and perhaps a "
                               "'published'");
    }
    return {};
  }

  static bool read_example(const toml::table& table, ResourceExample& example) {
    constexpr std::array<std::string_view, 11> kLists{"language", "blocks", "times",  "places", "parties", "statements",
                                                      "figures",  "tolls",  "events", "codes",  "infobox"};
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      if (name == "text" || name == "published") {
        const auto* value = node.as_string();
        if (!value) return false;
        (name == "text" ? example.text : example.published.emplace()) = value->get();
      } else if (std::find(kLists.begin(), kLists.end(), name) == kLists.end() ||
                 !append_values(node, example.expected[std::string(name)])) {
        return false;
      }
    }
    return !example.text.empty() && !example.expected.empty();
  }

  ResourceFile& file_;
  std::vector<std::string_view> known_;
};

}  // namespace

const std::vector<std::string>& ResourceEntry::list(std::string_view field) const {
  static const std::vector<std::string> kNone;
  const auto found = fields.find(field);
  return found == fields.end() ? kNone : found->second;
}

std::string_view ResourceEntry::text(std::string_view field) const {
  const auto& values = list(field);
  return values.empty() ? std::string_view() : std::string_view(values.front());
}

tl::unexpected<Error> ResourceFile::malformed(std::uint32_t line, std::string_view reason) const {
  return fail(ErrorCode::kResourceMalformed, fmt::format("{}:{}: {}", path.string(), line, reason));
}

Result<ResourceFile> read_resource_file(const std::filesystem::path& path,
                                        std::initializer_list<std::string_view> known_fields) {
  ResourceFile file;
  file.path = path;
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  const toml::parse_result parsed = toml::parse(std::string_view(*bytes));
  if (!parsed)
    return file.malformed(static_cast<std::uint32_t>(parsed.error().source().begin.line), parsed.error().description());
  if (auto read = Reader(file, known_fields).read(parsed.table()); !read)
    return tl::unexpected<Error>(std::move(read.error()));
  return file;
}

}  // namespace counterclaim
