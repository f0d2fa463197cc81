// Every character of every clean text is the report's character at the position that the map tells, but for spaces and
// entities.

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/blocks.h"
#include "counterclaim/ingest/characters.h"
#include "ingest/words.h"

namespace {

using namespace counterclaim;

void check(const std::string& text) {
  CAPTURE(text);
  const CodePointIndex index(text);
  const Result<ingest::Blocks> blocks = ingest::split_blocks(text, std::nullopt, test::layout_words());
  REQUIRE(blocks.has_value());
  std::uint32_t end_before = 0;
  for (const record::Block& block : blocks->blocks) {
    REQUIRE(block.span.begin >= end_before);
    REQUIRE(block.span.end > block.span.begin);
    REQUIRE(block.span.end <= index.size());
    end_before = block.span.end;
    REQUIRE_FALSE(block.clean_text.empty());
    std::size_t at = 0;
    std::uint32_t report_before = block.span.begin;
    for (std::uint32_t n = 0; n < block.map.size(); ++n) {
      const DecodedCodePoint clean = decode_utf8(block.clean_text, at);
      const CodePointSpan report = block.map.to_report({n, n + 1});
      REQUIRE(report.size() == 1);
      REQUIRE(block.span.contains(report));
      REQUIRE(report.begin >= report_before);
      const char32_t original = decode_utf8(text, index.byte_of(report.begin)).value;
      const bool space = clean.value == U' ' && ingest::is_space(original);
      const bool same = clean.value == original || space || original == U'&';  // of an entity
      REQUIRE(same);
      report_before = report.end;
      at += clean.bytes;
    }
    REQUIRE(at == block.clean_text.size());
  }
}

constexpr std::string_view kPieces[] = {"a",
                                        "Five soldiers",
                                        " ",
                                        " ",
                                        " ",
                                        "\n",
                                        "\n\n",
                                        "\r\n",
                                        "\r",
                                        "\u2028",
                                        "\t",
                                        "\u00A0",
                                        "\u202F",
                                        "\u200B",
                                        "\u00AD",
                                        "\uFEFF",
                                        "[12]",
                                        "[a]",
                                        "[note 3]",
                                        "[",
                                        "]",
                                        "• ",
                                        "- ",
                                        "1. ",
                                        "Per Armenia:",
                                        "105",
                                        ".",
                                        ",",
                                        "BAKU (AP) — ",
                                        "MOSCOW — ",
                                        "é",
                                        "🇦🇲",
                                        "’",
                                        "“",
                                        "”",
                                        "killed",
                                        "\u0301",
                                        "—",
                                        "--",
                                        "(",
                                        ")",
                                        "\u0085",
                                        "\v",
                                        "\x01",
                                        "\u3000",
                                        "The",
                                        "[citation needed]",
                                        ":",
                                        "?",
                                        "2022",
                                        "Sign up for our newsletter.",
                                        "— Army of Peru (@army) September 14, 2022",
                                        "https://t.co/a1",
                                        "Image caption ",
                                        "(AFP)",
                                        "Ana Rojas/AP",
                                        "Read more:",
                                        "Шаблон:",
                                        "Файл:a.jpg",
                                        "{{",
                                        "}}",
                                        "[[",
                                        "]]",
                                        "|",
                                        "<ref>",
                                        "</ref>",
                                        "<b",
                                        ">",
                                        "&nbsp;",
                                        "&amp;",
                                        "Reuters",
                                        "contributed to this report."};

}  // namespace

TEST_CASE("positions of texts made of everything that is cut or replaced") {
  std::mt19937 random(105202);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (unsigned n = random() % 40; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    check(text);
  }
}

TEST_CASE("positions of long texts") {
  std::mt19937 random(49);
  std::string text;
  while (text.size() < 400'000) {
    const std::string_view piece = kPieces[random() % std::size(kPieces)];
    if (piece.find_first_of("\n\r\v") == std::string_view::npos) text += piece;
  }
  check(text);
}
