#include "counterclaim/ingest/plain_text.h"

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;
using std::string_literals::operator""s;

// `diagnostics`: code and text of each, "code:text ".
void check(std::string bytes, const std::string& expected_text, bool unchanged, const std::string& diagnostics) {
  CAPTURE(bytes);
  const Result<ingest::RawReport> report = ingest::read_plain_text(std::move(bytes));
  REQUIRE(report.has_value());
  CHECK(report->text == expected_text);
  CHECK(report->text_unchanged == unchanged);
  std::string found;
  for (const record::Diagnostic& diagnostic : report->diagnostics) {
    found.append(record::diagnostic_name(diagnostic.code)).append(":").append(diagnostic.text).append(" ");
  }
  CHECK(found == diagnostics);
}

void check_refused(std::string bytes) {
  const Result<ingest::RawReport> report = ingest::read_plain_text(std::move(bytes));
  REQUIRE_FALSE(report.has_value());
  CHECK(report.error().code == ErrorCode::kEncodingUnsupported);
}

}  // namespace

TEST_CASE("plain text") {
  check("", "", true, "");
  check("a\r\nb\rc\0é"s, "a\r\nb\rc\0é"s, true, "");
  check(
      "\xEF\xBB\xBF"
      "a",
      "a", false, "byte_order_mark_removed:U+FEFF ");
  check("\xEF\xBB\xBF", "", false, "byte_order_mark_removed:U+FEFF ");
  check("a\uFEFF", "a\uFEFF", true, "");
  check("a\xFF b\xE2\x80", "a\uFFFD b\uFFFD", false, "invalid_utf8_replaced:2 ");
  check("\xEF\xBB\xBF\xFF", "\uFFFD", false, "byte_order_mark_removed:U+FEFF invalid_utf8_replaced:1 ");
}

TEST_CASE("UTF-16 and UTF-32") {
  check_refused(
      "\xFF\xFE"
      "a\0"s);
  check_refused("\xFE\xFF\0a"s);
  check_refused("\xFF\xFE\0\0a\0\0\0"s);
  check_refused("\0\0\xFE\xFF\0\0\0a"s);
}
