#include "counterclaim/base/json_writer.h"

#include <cmath>
#include <limits>
#include <string>

#include <doctest/doctest.h>

namespace {

using counterclaim::JsonWriter;
using std::string_view_literals::operator""sv;

void check_number(double value, std::string_view expected) {
  std::string out;
  JsonWriter(&out).number(value);
  CHECK(out == expected);
}

void check_string(std::string_view text, std::string_view expected) {
  std::string out;
  JsonWriter(&out).string(text);
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("numbers") {
  check_number(105, "105");
  check_number(0, "0");
  check_number(-0.0, "0");
  check_number(-3, "-3");
  check_number(1e6, "1000000");
  check_number(136000, "136000");
  check_number(1e15, "1000000000000000");
  check_number(9007199254740991, "9007199254740991");
  check_number(1.5, "1.5");
  check_number(0.1, "0.1");
  check_number(-0.05, "-0.05");
  check_number(0.0001, "0.0001");
  check_number(100000.5, "100000.5");
  check_number(46.342871, "46.342871");
  check_number(1e300, "1e+300");
  check_number(1e-7, "1e-07");
  check_number(std::nan(""), "null");
  check_number(std::numeric_limits<double>::infinity(), "null");
}

TEST_CASE("strings") {
  check_string("", R"("")");
  check_string("a \"b\" \\", R"("a \"b\" \\")");
  check_string("\n\r\t\b\f", R"("\n\r\t\b\f")");
  check_string("\0\x1F\x7F"sv, "\"\\u0000\\u001f\x7F\"");
  check_string("é – 🇦🇲", "\"é – 🇦🇲\"");
}

TEST_CASE("containers") {
  std::string out;
  JsonWriter json(&out);
  json.begin_object();
  json.key("a").number(std::int64_t{1});
  json.key("b").begin_array();
  json.begin_array().end_array().begin_object().end_object().null().boolean(true);
  json.end_array();
  json.key("c").begin_object().key("d").string_or_null(std::nullopt).end_object();
  json.key("e").string_or_null("f");
  json.end_object();
  CHECK(out == R"({"a": 1, "b": [[], {}, null, true], "c": {"d": null}, "e": "f"})");
}
