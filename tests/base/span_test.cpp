#include "counterclaim/base/span.h"

#include <type_traits>

#include <doctest/doctest.h>

using counterclaim::ByteSpan;
using counterclaim::CodePointSpan;

TEST_CASE("a span is half-open") {
  const CodePointSpan span{3, 7};
  CHECK(span.size() == 4);
  CHECK(span.contains(3));
  CHECK_FALSE(span.contains(7));
  CHECK(span.contains(CodePointSpan{3, 7}));
  CHECK_FALSE(span.contains(CodePointSpan{3, 8}));
  CHECK(span.overlaps(CodePointSpan{6, 9}));
  CHECK_FALSE(span.overlaps(CodePointSpan{7, 9}));
  CHECK(CodePointSpan{2, 2}.empty());
}

TEST_CASE("kinds of position do not mix") { CHECK_FALSE(std::is_convertible_v<ByteSpan, CodePointSpan>); }
