#include "counterclaim/ingest/json_lines.h"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;
using std::string_literals::operator""s;

// One report: "id|title|publisher|published|url|text", "-" where unset, then " !field: value" for each diagnostic.
std::string describe(const ingest::RawReport& report) {
  const auto or_dash = [](const std::optional<std::string>& value) { return value.value_or("-"); };
  std::string out = report.id + "|" + or_dash(report.title) + "|" + or_dash(report.publisher) + "|" +
                    or_dash(report.published) + "|" + or_dash(report.url) + "|" + report.text;
  for (const record::Diagnostic& diagnostic : report.diagnostics) {
    CHECK(diagnostic.code == record::DiagnosticCode::kFieldIgnored);
    out += " !" + diagnostic.text;
  }
  return out;
}

// The reports of a stream, a line each; rejected lines as "line N: code".
void check(const std::string& bytes, const std::string& expected) {
  CAPTURE(bytes);
  std::istringstream stream(bytes);
  ingest::JsonLinesReader reader(&stream);
  std::string out;
  while (const auto item = reader.next()) {
    if (!out.empty()) out += "\n";
    if (item->has_value()) {
      out += describe(**item);
    } else {
      out += "line " + std::to_string(item->error().line) + ": " + std::string(code_name(item->error().error.code));
    }
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("fields") {
  check(R"({"id": "a", "title": "T", "publisher": "P", "published": "2022-09-13", "url": "U", "text": "X"})",
        "a|T|P|2022-09-13|U|X");
  check(R"({"text": "X"})", "1|-|-|-|-|X");
  check(R"({"text": "", "title": "", "id": "", "publisher": null, "published": null, "url": ""})", "1|-|-|-|-|");
  check(R"({"text": "X", "conflict": {"a": [1]}, "more": null})", "1|-|-|-|-|X");
  check(R"({"id": 17, "text": "X"})", "17|-|-|-|-|X");
  check(R"({"id": 18446744073709551615, "text": "X"})", "18446744073709551615|-|-|-|-|X");
  check("{\"text\": \"a\\r\\n\\u0000\\u00e9\\ud83c\\udde6\"}", "1|-|-|-|-|a\r\n\0é🇦"s);
}

TEST_CASE("fields that cannot be used are unset") {
  check(R"({"id": 1.5, "text": "X"})", "1|-|-|-|-|X !id: 1.5");
  check(R"({"title": ["T"], "text": "X"})", R"(1|-|-|-|-|X !title: ["T"])");
  check(R"({"publisher": true, "url": 3, "text": "X"})", "1|-|-|-|-|X !publisher: true !url: 3");
  check(R"({"published": "yesterday", "text": "X"})", R"(1|-|-|-|-|X !published: "yesterday")");
  check(R"({"published": 20220913, "text": "X"})", "1|-|-|-|-|X !published: 20220913");
  check(R"({"published": "2022-02-30", "text": "X"})", R"(1|-|-|-|-|X !published: "2022-02-30")");
}

TEST_CASE("lines") {
  check("", "");
  check("\n \r\n\t\n", "");
  check("{\"text\": \"X\"}\r\n\n{\"text\": \"Y\"}", "1|-|-|-|-|X\n3|-|-|-|-|Y");
  check("\xEF\xBB\xBF{\"text\": \"X\"}", "1|-|-|-|-|X");
  check("\xEF\xBB\xBF\n{\"text\": \"X\"}", "2|-|-|-|-|X");
  check("nonsense\n{\"text\": \"X\"}\n[]", "line 1: input_malformed\n2|-|-|-|-|X\nline 3: input_malformed");
}

TEST_CASE("who numbered the report") {
  std::istringstream stream("{\"text\": \"X\"}\n{\"id\": \"2\", \"text\": \"X\"}");
  ingest::JsonLinesReader reader(&stream);
  REQUIRE(reader.next().has_value());
  CHECK(reader.id_is_line_number());
  REQUIRE(reader.next().has_value());
  CHECK_FALSE(reader.id_is_line_number());
  CHECK(reader.line_number() == 2);
}
