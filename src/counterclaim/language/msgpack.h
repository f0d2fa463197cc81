// Reader of MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md), the format of the model's files.
//
//   Result<MsgpackValue> root = read_msgpack(bytes);
//   const MsgpackValue* rules = root->find("lemma_rules");     // nullptr if it is no map or has no such key
//
// Layer: language (internal). Values are views of the bytes they were read from and must not outlive them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"

namespace counterclaim::language {

class MsgpackValue {
 public:
  enum class Type : std::uint8_t { kNil, kBool, kInteger, kFloat, kString, kBinary, kArray, kMap };

  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] bool is_nil() const { return type_ == Type::kNil; }
  [[nodiscard]] bool is_true() const { return type_ == Type::kBool && bits_ != 0; }

  // Empty where the value is of another type.
  [[nodiscard]] std::optional<std::string_view> string() const;
  [[nodiscard]] std::optional<std::string_view> binary() const;
  [[nodiscard]] std::optional<double> real() const;
  // Both signed and unsigned integers, as their 64 bits in two's complement: model keys are 64-bit hashes.
  [[nodiscard]] std::optional<std::uint64_t> bits() const;

  // Items of an array; of a map, its keys and values in turn. Empty for other types.
  [[nodiscard]] const std::vector<MsgpackValue>& items() const { return items_; }
  [[nodiscard]] bool is_array() const { return type_ == Type::kArray; }
  [[nodiscard]] bool is_map() const { return type_ == Type::kMap; }

  // The value of a key of a map, the last one if it stands there twice; text keys and binary keys are told apart.
  // Cost: linear in the size of the map.
  [[nodiscard]] const MsgpackValue* find(std::string_view text_key) const;
  [[nodiscard]] const MsgpackValue* find_binary(std::string_view binary_key) const;
  [[nodiscard]] const MsgpackValue* find(std::uint64_t integer_key) const;

 private:
  friend class MsgpackReader;
  Type type_ = Type::kNil;
  std::uint64_t bits_ = 0;  // of an integer or bool, or of a double
  std::string_view text_;
  std::vector<MsgpackValue> items_;
};

// Reads exactly one value, which must fill `bytes`. Errors: model_malformed (cut short, bytes left over, extension
// types, nested deeper than 64). Memory is at most some 72 bytes for each byte of input.
[[nodiscard]] Result<MsgpackValue> read_msgpack(std::string_view bytes);

}  // namespace counterclaim::language
