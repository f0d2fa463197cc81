// Writes one JSON value into a string, fields in the order of the calls. Nothing is checked: the caller closes what it
// opens, and takes a new writer for the next value. Non-ASCII text is written as it is (UTF-8); control characters, '"'
// and '\' are escaped.
//
//   JsonWriter json(&out);
//   json.begin_object();
//   json.key("value").number(12);
//   json.key("side").null();
//   json.end_object();                       // {"value": 12, "side": null}
//
// Layer: base.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim {

class JsonWriter {
 public:
  explicit JsonWriter(std::string* out) : out_(out) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::int64_t value);
  // The shortest digits that read back the same: 105, 1.5, 1000000, -0 as 0, exponents only below 1e-6 and from 2^53
  // on. NaN and infinities become null.
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& string_or_null(const std::optional<std::string>& text);

 private:
  void separate();

  std::string* out_;
  bool first_ = true;       // nothing stands before the next item in its container
  bool after_key_ = false;  // the next item is the value of a key
};

// Appends `text` as a JSON string, quotation marks included.
void append_json_string(std::string& out, std::string_view text);

}  // namespace counterclaim
