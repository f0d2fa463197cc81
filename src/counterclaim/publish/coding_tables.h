// The tables that coders' formats need.
//
// Layer: publish.
#pragma once

#include <filesystem>
#include <utility>

#include "counterclaim/publish/count_words.h"
#include "counterclaim/publish/country_codes.h"

namespace counterclaim::publish {

struct CodingTables {
  CountryCodes countries;
  CountWords count_words;

  // Errors: file_not_found, file_unreadable, resource_malformed.
  [[nodiscard]] static Result<CodingTables> load(const std::filesystem::path& resources) {
    auto countries = CountryCodes::load(resources);
    if (!countries) return tl::unexpected(countries.error());
    auto count_words = CountWords::load(resources);
    if (!count_words) return tl::unexpected(count_words.error());
    return CodingTables{std::move(*countries), std::move(*count_words)};
  }
};

}  // namespace counterclaim::publish
