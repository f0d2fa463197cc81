// Bad input of every kind: a clear error for the one line, and the next line is read.

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/ingest/document.h"
#include "counterclaim/ingest/json_lines.h"
#include "ingest/words.h"

namespace {

using namespace counterclaim;
using std::string_literals::operator""s;

struct Case {
  const char* name;
  std::string line;
  ErrorCode code;
  const char* message;  // part of it
};

std::string nested(int depth) {
  return "{\"text\": \"X\", \"a\": " + std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']') + "}";
}

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"not JSON", "Five soldiers were killed.", ErrorCode::kInputMalformed, "not valid JSON"},
      {"an array", "[{\"text\": \"X\"}]", ErrorCode::kInputMalformed, "not a JSON object"},
      {"a string", "\"text\"", ErrorCode::kInputMalformed, "not a JSON object"},
      {"a number", "105", ErrorCode::kInputMalformed, "not a JSON object"},
      {"null", "null", ErrorCode::kInputMalformed, "not a JSON object"},
      {"no text", "{\"id\": \"a\"}", ErrorCode::kInputMalformed, "no field \"text\""},
      {"the empty object", "{}", ErrorCode::kInputMalformed, "no field \"text\""},
      {"text is null", "{\"text\": null}", ErrorCode::kInputMalformed, "not a string"},
      {"text is a number", "{\"text\": 5}", ErrorCode::kInputMalformed, "not a string"},
      {"text is a list", "{\"text\": [\"X\"]}", ErrorCode::kInputMalformed, "not a string"},
      {"a field twice", "{\"text\": \"X\", \"text\": \"Y\"}", ErrorCode::kInputMalformed, "stands twice"},
      {"cut short", "{\"text\": \"X", ErrorCode::kInputMalformed, "not valid JSON"},
      {"not closed", "{\"text\": \"X\"", ErrorCode::kInputMalformed, "not valid JSON"},
      {"two objects", "{\"text\": \"X\"} {\"text\": \"Y\"}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"a comma too many", "{\"text\": \"X\",}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"single quotes", "{'text': 'X'}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"invalid UTF-8 in the text", "{\"text\": \"X\xFF\"}", ErrorCode::kTextInvalidUtf8, "byte 12"},
      {"UTF-8 cut short", "{\"text\": \"X\xE2\x80\"}", ErrorCode::kTextInvalidUtf8, "byte 12"},
      {"an encoded surrogate", "{\"text\": \"\xED\xA0\x80\"}", ErrorCode::kTextInvalidUtf8, "byte 11"},
      {"invalid UTF-8 in another field", "{\"a\": \"\x80\", \"text\": \"X\"}", ErrorCode::kTextInvalidUtf8, "byte 8"},
      {"NUL in the text", "{\"text\": \"a\0b\"}"s, ErrorCode::kInputMalformed, "not valid JSON"},
      {"NUL before the object", "\0{\"text\": \"X\"}"s, ErrorCode::kInputMalformed, "not valid JSON"},
      {"a bare tab in the text", "{\"text\": \"a\tb\"}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"a high surrogate alone", "{\"text\": \"\\ud83c\"}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"a low surrogate alone", "{\"text\": \"\\udde6\"}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"surrogates the wrong way round", "{\"text\": \"\\udde6\\ud83c\"}", ErrorCode::kInputMalformed,
       "not valid JSON"},
      {"an unknown escape", "{\"text\": \"\\x41\"}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"deep nesting", nested(2'000), ErrorCode::kInputMalformed, "not valid JSON"},
      {"very deep nesting", nested(1'000'000), ErrorCode::kInputMalformed, "not valid JSON"},
      {"a number out of range", "{\"text\": \"X\", \"n\": 1e999}", ErrorCode::kInputMalformed, "not valid JSON"},
      {"a byte order mark inside", "{\"text\": \"X\"}\xEF\xBB\xBF", ErrorCode::kInputMalformed, "not valid JSON"},
      {"a line over the limit", "{\"text\": \"" + std::string(3'000'000, 'x') + "\"}", ErrorCode::kLineTooLong,
       "more than 2500000 bytes"},
  };
  return kCases;
}

}  // namespace

TEST_CASE("bad lines of JSON lines") {
  REQUIRE(cases().size() >= 20);
  for (const Case& bad : cases()) {
    CAPTURE(bad.name);
    std::istringstream stream("{\"text\": \"before\"}\n" + bad.line + "\n{\"text\": \"after\"}");
    ingest::JsonLinesReader reader(&stream, 2'500'000);
    CHECK(reader.next().value().value().text == "before");
    const auto item = reader.next();
    REQUIRE(item.has_value());
    REQUIRE_FALSE(item->has_value());
    CHECK(item->error().line == 2);
    CHECK(code_name(item->error().error.code) == code_name(bad.code));
    CAPTURE(item->error().error.message);
    CHECK(item->error().error.message.find(bad.message) != std::string::npos);
    CHECK(reader.next().value().value().text == "after");
    CHECK_FALSE(reader.next().has_value());
  }
}

TEST_CASE("a stream in another encoding is one rejected line") {
  for (const std::string& bytes : {"\xFF\xFE{\0\"\0\n\0"s, "\xFE\xFF\0{\0\"\0\n"s}) {
    std::istringstream stream(bytes);
    ingest::JsonLinesReader reader(&stream);
    const auto item = reader.next();
    REQUIRE(item.has_value());
    REQUIRE_FALSE(item->has_value());
    CHECK(item->error().error.code == ErrorCode::kEncodingUnsupported);
    CHECK_FALSE(reader.next().has_value());
  }
}

TEST_CASE("a line has 16 MiB at most unless told otherwise") {
  const std::string frame = "{\"text\": \"\"}";
  const std::string fitting(ingest::kLongestLineBytes - frame.size(), 'x');
  CHECK(ingest::kLongestLineBytes == 16'777'216);
  std::istringstream stream("{\"text\": \"" + fitting + "\"}\n{\"text\": \"x" + fitting + "\"}");
  ingest::JsonLinesReader reader(&stream);
  CHECK(reader.next().value().has_value());
  const auto item = reader.next();
  REQUIRE(item.has_value());
  REQUIRE_FALSE(item->has_value());
  CHECK(item->error().error.code == ErrorCode::kLineTooLong);
}

TEST_CASE("a text in which positions do not fit is too large") {
  CHECK(ingest::kMostTextBytes == 0xFFFF'FFFF);
  ingest::RawReport report;
  report.text = "Five.";
  CHECK(ingest::make_document(report, test::layout_words(), 5).has_value());
  const Result<record::Document> document = ingest::make_document(report, test::layout_words(), 4);
  REQUIRE_FALSE(document.has_value());
  CHECK(document.error().code == ErrorCode::kTextTooLarge);
}
