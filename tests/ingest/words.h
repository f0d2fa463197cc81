// The words of resources/layout/, loaded once for the tests of ingest.
#pragma once

#include <doctest/doctest.h>

#include "counterclaim/ingest/layout_words.h"

namespace counterclaim::test {

inline const ingest::LayoutWords& layout_words() {
  static const ingest::LayoutWords words = [] {
    auto loaded = ingest::LayoutWords::load(COUNTERCLAIM_RESOURCE_DIR);
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error().message);
    return std::move(*loaded);
  }();
  return words;
}

}  // namespace counterclaim::test
