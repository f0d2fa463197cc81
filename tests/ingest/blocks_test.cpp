#include "counterclaim/ingest/blocks.h"

#include <string>

#include <doctest/doctest.h>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/ingest/document.h"
#include "ingest/words.h"

namespace {

using namespace counterclaim;

record::Document document_of(const std::string& text) {
  ingest::RawReport report;
  report.id = "test";
  report.text = text;
  return ingest::make_document(std::move(report), test::layout_words()).value();
}

// The characters of the blocks, one in square brackets after the other; their clean texts the same way.
void check(const std::string& text, const std::string& expected, const std::string& expected_clean) {
  CAPTURE(text);
  const record::Document document = document_of(text);
  const CodePointIndex index(document.text);
  std::string blocks;
  std::string clean;
  for (const record::Block& block : document.blocks) {
    blocks.append("<").append(index.slice(block.span.begin, block.span.end)).append(">");
    clean.append("<").append(block.clean_text).append(">");
  }
  CHECK(blocks == expected);
  CHECK(clean == expected_clean);
}

std::string diagnostics_of(const std::string& text) {
  std::string out;
  for (const record::Diagnostic& diagnostic : document_of(text).diagnostics) {
    out.append(record::diagnostic_name(diagnostic.code)).append(":").append(diagnostic.text);
    out.append("@").append(std::to_string(diagnostic.span.begin)).append("-");
    out.append(std::to_string(diagnostic.span.end)).append(" ");
  }
  return out;
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int n = 0; n < times; ++n) out += text;
  return out;
}

}  // namespace

TEST_CASE("blocks are lines") {
  check("", "", "");
  check(" \n", "", "");
  check("One é.\r\n\r\n  Two.[1] \nThree.", "<One é.><Two.[1]><Three.>", "<One é.><Two.><Three.>");
  check("One\u2028Two\u0085Three", "<One><Two><Three>", "<One><Two><Three>");
  check("One\n[12]\nTwo", "<One><Two>", "<One><Two>");
}

TEST_CASE("a paragraph wrapped at a column is one block") {
  const std::string wrapped =
      "Five soldiers were killed on Tuesday when a border post came under\n"
      "fire, the ministry said. It added that two civilians in the village\n"
      "nearby had been wounded.";
  std::string joined = wrapped;
  for (char& c : joined) c = c == '\n' ? ' ' : c;
  check(wrapped + "\n\nTwo.", "<" + wrapped + "><Two.>", "<" + joined + "><Two.>");
  check("80 servicemen killed\n281 servicemen wounded", "<80 servicemen killed><281 servicemen wounded>",
        "<80 servicemen killed><281 servicemen wounded>");
  const std::string lines = "The first of two headlines that are long enough to be wrapped\nAnother one of these lines";
  check(lines, "<" + lines.substr(0, 61) + "><" + lines.substr(62) + ">",
        "<" + lines.substr(0, 61) + "><" + lines.substr(62) + ">");
}

TEST_CASE("long paragraphs are cut after a sentence, at a space, or anywhere") {
  const std::string sentences = repeated("Five soldiers died. ", 6000);  // 120,000 characters
  const record::Document document = document_of(sentences + "\n\nTwo.");
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[0].span == CodePointSpan{0, 99'999});
  CHECK(document.blocks[1].span == CodePointSpan{100'000, 119'999});
  CHECK(document.blocks[0].clean_text.ends_with("died."));
  CHECK(document.blocks[1].clean_text.starts_with("Five"));

  CHECK(document_of(repeated("aé ", 40'000)).blocks[1].span.begin == 99'999);
  const record::Document unbroken = document_of(std::string(250'000, 'x'));
  REQUIRE(unbroken.blocks.size() == 3);
  CHECK(unbroken.blocks[2].span == CodePointSpan{200'000, 250'000});
  CHECK(document_of(std::string(100'000, 'x')).blocks.size() == 1);
}

TEST_CASE("diagnostics of the text") {
  using std::string_literals::operator""s;
  CHECK(diagnostics_of("One.") == "");
  CHECK(diagnostics_of("") == "empty_text:the report has no text@0-0 ");
  CHECK(diagnostics_of("\n\u00A0") == "empty_text:the report has no text@0-0 ");
  CHECK(diagnostics_of("é\0b\x1B\t"s) == "control_characters:2@1-2 ");
  CHECK(diagnostics_of(std::string(100'001, 'x')) == "long_paragraph:100001 characters@0-100001 ");
}

TEST_CASE("too many lines") {
  const Result<ingest::Blocks> blocks =
      ingest::split_blocks(repeated("a\n", 1'000'001), std::nullopt, test::layout_words());
  REQUIRE_FALSE(blocks.has_value());
  CHECK(blocks.error().code == ErrorCode::kTextTooLarge);
}

TEST_CASE("the hash is that of the text") {
  CHECK(document_of("abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
