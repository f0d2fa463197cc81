// thinc's model files: MessagePack with the layers of a network in breadth-first order, and their weights.
//
//   Result<ModelFile> file = ModelFile::read(folder / "tok2vec" / "model");
//   Result<Array> weights = file->layer("maxout", 0)->array("W");
//
// Layer: language (internal).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/msgpack.h"

namespace counterclaim::language {

// A tensor in C order.
struct Array {
  std::vector<std::uint32_t> shape;
  std::vector<float> values;  // all finite
};

// One layer of a file, which must outlive it.
class ModelLayer {
 public:
  ModelLayer(std::string_view name, const MsgpackValue& attrs, const MsgpackValue& params)
      : name_(name), attrs_(&attrs), params_(&params) {}

  [[nodiscard]] std::string_view name() const { return name_; }

  // A parameter of `dimensions` dimensions. Errors: model_malformed (not there, another shape, not float32, not
  // finite).
  [[nodiscard]] Result<Array> array(std::string_view name, std::size_t dimensions) const;

  // An attribute, MessagePack inside the file's MessagePack. The value is a view of the file's bytes.
  [[nodiscard]] Result<MsgpackValue> attribute(std::string_view name) const;

 private:
  std::string_view name_;
  const MsgpackValue* attrs_;
  const MsgpackValue* params_;
};

class ModelFile {
 public:
  // Errors: file_not_found, file_unreadable, model_malformed.
  [[nodiscard]] static Result<ModelFile> read(const std::filesystem::path& path);
  [[nodiscard]] static Result<ModelFile> parse(std::string bytes);

  // All layers with that name, in the file's order.
  [[nodiscard]] std::vector<ModelLayer> layers(std::string_view name) const;
  // The `n`th of them. Errors: model_malformed if there are not exactly `count`.
  [[nodiscard]] Result<ModelLayer> layer(std::string_view name, std::size_t n, std::size_t count) const;

 private:
  std::unique_ptr<const std::string> bytes_;  // what the views below point into
  std::unique_ptr<const MsgpackValue> root_;
};

}  // namespace counterclaim::language
