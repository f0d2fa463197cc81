#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/ground/quotations.h"
#include "support/examples.h"

using namespace counterclaim;

namespace {

void check(std::string_view text, const std::vector<std::string>& expected) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  const language::Analysis& analysis = grounded.blocks[0].analysis;
  std::vector<std::string> found;
  for (const TokenSpan span : ground::quotations(analysis)) found.emplace_back(analysis.text(span));
  CHECK_MESSAGE(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")), text);
}

}  // namespace

TEST_CASE("pairs of marks") {
  check("\"We left,\" she said. \"It was late.\"", {"We left,", "It was late."});
  check("“We left,” she said.", {"We left,"});
  check("She said nothing.", {});
  check("She wrote: “We left and did not come back.", {"We left and did not come back."});
}

TEST_CASE("single marks") {
  check("‘We left,’ she said. ‘It was late.’", {"We left,", "It was late."});
  check("‘We took Ana’s horse,’ she said.", {"We took Ana’s horse,"});
  check("The miners’ wives wept.", {});
}
