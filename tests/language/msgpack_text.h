// MessagePack for tests, written as JSON.
//
//   PackedJson packed(R"({"lemma_rules": {"#445": [["“", "\""]]}})");     // keys "#445" become the integer 445
//   packed.root().find("lemma_rules")
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "counterclaim/language/msgpack.h"

namespace counterclaim::language::test {

class PackedJson {
 public:
  explicit PackedJson(std::string_view json) {
    simdjson::dom::parser parser;
    write(parser.parse(simdjson::padded_string(json)).value());
    auto root = read_msgpack(bytes_);
    if (!root) throw std::invalid_argument(root.error().message);
    root_ = std::move(*root);
  }
  PackedJson(const PackedJson&) = delete;
  PackedJson& operator=(const PackedJson&) = delete;

  [[nodiscard]] const MsgpackValue& root() const { return root_; }
  // As if the file were gone: what was loaded from it must not look at it any more.
  void spoil() { bytes_.assign(bytes_.size(), '?'); }

 private:
  void write(simdjson::dom::element value) {
    switch (value.type()) {
      case simdjson::dom::element_type::ARRAY: return write_array(value.get_array());
      case simdjson::dom::element_type::OBJECT: return write_object(value.get_object());
      case simdjson::dom::element_type::BOOL: return put(value.get_bool().value() ? 0xC3 : 0xC2, 0, 0);
      case simdjson::dom::element_type::INT64:
        return put(0xCF, static_cast<std::uint64_t>(value.get_int64().value()), 8);
      case simdjson::dom::element_type::UINT64: return put(0xCF, value.get_uint64(), 8);
      case simdjson::dom::element_type::STRING: return write_string(value.get_string());
      default: return put(0xC0, 0, 0);
    }
  }
  void write_array(simdjson::dom::array array) {
    put(0xDD, array.size(), 4);
    for (const simdjson::dom::element item : array) write(item);
  }
  void write_object(simdjson::dom::object object) {
    put(0xDF, object.size(), 4);
    for (const auto [key, value] : object) {
      if (key.starts_with('#') && key.size() > 1) {
        put(0xCF, std::stoull(std::string(key.substr(1))), 8);
      } else {
        write_string(key);
      }
      write(value);
    }
  }
  void write_string(std::string_view text) {
    put(0xDB, text.size(), 4);
    bytes_ += text;
  }
  void put(int mark, std::uint64_t number, int number_bytes) {
    bytes_ += static_cast<char>(mark);
    for (int n = number_bytes; n-- > 0;) bytes_ += static_cast<char>(number >> (8 * n) & 0xFF);
  }

  std::string bytes_;
  MsgpackValue root_;
};

}  // namespace counterclaim::language::test
