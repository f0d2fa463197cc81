// The parser's moves against random parses of an independent implementation (fixtures/README.md).
#include "counterclaim/language/parser_state.h"

#include <fstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <simdjson.h>

namespace counterclaim::language {
namespace {

constexpr std::string_view kMoveLetters = "SDLRB";

std::uint32_t token_or_none(simdjson::dom::element element) {
  const std::int64_t token = element.get_int64().value();
  return token < 0 ? kNoToken : static_cast<std::uint32_t>(token);
}

std::string letters(const std::array<bool, kParserMoves>& valid) {
  std::string out;
  for (std::size_t move = 0; move < kParserMoves; ++move) {
    if (valid[move]) out.push_back(kMoveLetters[move]);
  }
  return out;
}

// Makes the moves of a case and compares all that can be seen on the way.
void check(ParserState& state, simdjson::dom::element parse) {
  const auto length = static_cast<std::uint32_t>(parse["length"].get_uint64().value());
  state.start(length);
  for (const simdjson::dom::element step : parse["steps"]) {
    REQUIRE(letters(state.valid()) == std::string_view(step.at(0).get_string().value()));
    const auto slots = state.slots();
    for (std::size_t slot = 0; slot < slots.size(); ++slot) REQUIRE(slots[slot] == token_or_none(step.at(1).at(slot)));
    const std::string_view move = step.at(2).get_string().value();
    state.apply(static_cast<ParserMove>(kMoveLetters.find(move)), 1);
  }
  REQUIRE(state.is_final());
  for (std::uint32_t token = 0; token < length; ++token) {
    REQUIRE(state.heads()[token] == token_or_none(parse["heads"].at(token)));
  }
  std::string starts(length, '-');
  for (const simdjson::dom::element start : parse["starts"]) starts[start.get_uint64().value()] = 'x';
  for (std::uint32_t token = 0; token < length; ++token) {
    REQUIRE(state.is_sentence_start(token) == (starts[token] == 'x'));
  }
}

TEST_CASE("random parses go the same way, move by move") {
  std::ifstream lines(std::string(COUNTERCLAIM_SOURCE_DIR) + "/tests/language/fixtures/parse_cases.jsonl");
  REQUIRE(lines);
  simdjson::dom::parser parser;
  ParserState state;
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) check(state, parser.parse(line).value());
  CHECK(count == 1000);
}

TEST_CASE("a text without tokens is parsed at once") {
  ParserState state;
  state.start(0);
  CHECK(state.is_final());
}

TEST_CASE("forcing the end leaves what is left without heads") {
  ParserState state;
  state.start(3);
  state.apply(ParserMove::kShift, 0);
  state.force_final();
  CHECK(state.is_final());
  CHECK(state.heads()[0] == kNoToken);
}

}  // namespace
}  // namespace counterclaim::language
