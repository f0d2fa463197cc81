// The words by which an infobox is put together. resources/infobox/.
//
//   Result<InfoboxWords> words = InfoboxWords::load("resources");
//   words->any_stem(InfoboxWords::kOpposes, " attacked the army of ")   // true
//
// Layer: publish. Loads files once. Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"

namespace counterclaim::publish {

class InfoboxWords {
 public:
  enum List : std::uint8_t {
    kOpposes,  // stems
    kHelps,    // stems
    kConflict,
    kCommander,
    kNoCommander,
    kUnit,
    kEachItsOwn,
    kEquipment,
    kCeasefire,
    kWithin,
  };
  static constexpr std::size_t kLists = 10;

  // Reads the files of `resources`/infobox. Errors: those of read_resource_file, resource_malformed.
  [[nodiscard]] static Result<InfoboxWords> load(const std::filesystem::path& resources);

  // Whether a word of `text` begins with one of the list's stems. Cost: linear in `text`.
  [[nodiscard]] bool any_stem(List list, std::string_view text) const;
  // Whether one of the list's words or phrases stands in `text` as whole words, letters of either case.
  [[nodiscard]] bool any_word(List list, std::string_view text) const;
  [[nodiscard]] const std::vector<std::string>& words(List list) const { return lists_[list]; }

 private:
  [[nodiscard]] Result<void> load_file(const std::filesystem::path& path);

  std::array<std::vector<std::string>, kLists> lists_;  // lower case
};

}  // namespace counterclaim::publish
