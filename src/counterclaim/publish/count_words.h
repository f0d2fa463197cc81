// What coders count for words without a number: "dozens" 12.
//
//   Result<CountWords> words = CountWords::load("resources");
//   words->value("dozens")     // 12
//   words->value("several")    // unset
//
// Source: the ACLED Codebook, in resources/exports/count_words.tsv.
//
// Layer: publish. Loads one file. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counterclaim/base/error.h"

namespace counterclaim::publish {

class CountWords {
 public:
  // Errors: file_not_found, file_unreadable, resource_malformed.
  [[nodiscard]] static Result<CountWords> load(const std::filesystem::path& resources);

  // Of the first word of the table that the figure's word holds ("hundreds of thousands" holds "thousand", too).
  [[nodiscard]] std::optional<double> value(std::string_view word) const;

 private:
  std::vector<std::pair<std::string, double>> values_;
};

}  // namespace counterclaim::publish
