// Vocabulary as data: the TOML files under resources/, read into plain entries with the line they came from.
//
//   [[verb]]
//   lemmas = ["say", "report"]
//   clause = true
//   examples = [{text = "The mayor said two miners were killed.", figures = ["killed 2 civilian <- The mayor"]}]
//
//   Result<ResourceFile> file = read_resource_file(path, {"lemmas", "clause"});
//   file->entries[0].section            // "verb"
//   file->entries[0].list("lemmas")     // {"say", "report"}
//
// Every top-level key is an array of tables. A field is a string, a number, a truth value, or an array of strings and
// numbers; all are kept as strings. Examples are kept apart: tests run every one of them through the whole program.
//
// Layer: base. Reads files; used while loading only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"

namespace counterclaim {

struct ResourceExample {
  std::string text;                      // one paragraph, or lines of a box parted by line breaks
  std::optional<std::string> published;  // the report's date
  // What must be read out of it, in text order, by the name of the record's list: "blocks", "times", "places",
  // "parties", "statements", "figures", "tolls", "events"; "codes" of events; "language", a list of one code; or
  // "infobox", lines of the infobox that the report gives, "name: " for one that it does not have. Only the lists that
  // are there are checked. The notation is that of tests/support/examples.h.
  std::map<std::string, std::vector<std::string>, std::less<>> expected;
  std::uint32_t line = 0;  // of the resource file
};

struct ResourceEntry {
  std::string section;
  std::uint32_t line = 0;
  std::map<std::string, std::vector<std::string>, std::less<>> fields;
  std::vector<ResourceExample> examples;

  // The field's values; none when it is not there.
  [[nodiscard]] const std::vector<std::string>& list(std::string_view field) const;
  // The field's only value, "" when it is not there.
  [[nodiscard]] std::string_view text(std::string_view field) const;
  [[nodiscard]] bool flag(std::string_view field) const { return text(field) == "true"; }
};

struct ResourceFile {
  std::filesystem::path path;
  std::vector<ResourceEntry> entries;  // in the order of the file

  // The error for an entry that breaks its file's rules: path, line and reason.
  [[nodiscard]] tl::unexpected<Error> malformed(std::uint32_t line, std::string_view reason) const;
};

// Reads one file. `known_fields`: the fields that entries may have besides "examples"; any other is an error, so that a
// misspelt one does not go unnoticed; none: all fields are taken, for who reads the examples only. Errors:
// file_not_found, file_unreadable, resource_malformed.
[[nodiscard]] Result<ResourceFile> read_resource_file(const std::filesystem::path& path,
                                                      std::initializer_list<std::string_view> known_fields);

}  // namespace counterclaim
