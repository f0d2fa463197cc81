#include "counterclaim/language/model_file.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/file.h"

namespace counterclaim::language {

static_assert(std::endian::native == std::endian::little, "model files hold little-endian floats");

Result<Array> ModelLayer::array(std::string_view name, std::size_t dimensions) const {
  const auto malformed = [&](std::string_view why) {
    return fail(ErrorCode::kModelMalformed, fmt::format("weights '{}' of layer '{}': {}", name, name_, why));
  };
  const MsgpackValue* value = params_->find(name);
  const MsgpackValue* shape = value == nullptr ? nullptr : value->find_binary("shape");
  const MsgpackValue* type = value == nullptr ? nullptr : value->find_binary("type");
  const MsgpackValue* data = value == nullptr ? nullptr : value->find_binary("data");
  if (shape == nullptr || type == nullptr || data == nullptr || !data->binary()) return malformed("not there");
  if (type->string() != "<f4") return malformed("not 32-bit floats");
  if (shape->items().size() != dimensions) return malformed("another number of dimensions");
  Array array;
  const std::string_view bytes = *data->binary();
  std::uint64_t count = 1;
  for (const MsgpackValue& size : shape->items()) {
    const std::uint64_t extent = size.bits().value_or(0);
    if (extent == 0 || extent > bytes.size()) return malformed("a size that does not fit the data");
    array.shape.push_back(static_cast<std::uint32_t>(extent));
    count *= extent;
    if (count > bytes.size()) return malformed("sizes that do not fit the data");
  }
  if (count * sizeof(float) != bytes.size()) return malformed("sizes that do not fit the data");
  array.values.resize(count);
  std::memcpy(array.values.data(), bytes.data(), bytes.size());
  for (const float number : array.values) {
    if (!std::isfinite(number)) return malformed("a number that is not finite");
  }
  return array;
}

Result<MsgpackValue> ModelLayer::attribute(std::string_view name) const {
  const MsgpackValue* value = attrs_->find(name);
  if (value == nullptr || !value->binary()) {
    return fail(ErrorCode::kModelMalformed, fmt::format("layer '{}' has no attribute '{}'", name_, name));
  }
  return read_msgpack(*value->binary());
}

Result<ModelFile> ModelFile::read(const std::filesystem::path& path) {
  auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto file = parse(std::move(*bytes));
  if (!file) return fail(file.error().code, fmt::format("{}: {}", path.string(), file.error().message));
  return file;
}

Result<ModelFile> ModelFile::parse(std::string bytes) {
  ModelFile file;
  file.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  auto root = read_msgpack(*file.bytes_);
  if (!root) return tl::unexpected(root.error());
  file.root_ = std::make_unique<const MsgpackValue>(std::move(*root));
  const MsgpackValue* nodes = file.root_->find("nodes");
  const MsgpackValue* attrs = file.root_->find("attrs");
  const MsgpackValue* params = file.root_->find("params");
  if (nodes == nullptr || attrs == nullptr || params == nullptr || nodes->items().size() != attrs->items().size() ||
      nodes->items().size() != params->items().size()) {
    return fail(ErrorCode::kModelMalformed, "no lists of layers of one length");
  }
  return file;
}

std::vector<ModelLayer> ModelFile::layers(std::string_view name) const {
  const auto& nodes = root_->find("nodes")->items();
  const auto& attrs = root_->find("attrs")->items();
  const auto& params = root_->find("params")->items();
  std::vector<ModelLayer> found;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    const MsgpackValue* layer_name = nodes[n].find("name");
    if (layer_name != nullptr && layer_name->string() == name) {
      found.emplace_back(*layer_name->string(), attrs[n], params[n]);
    }
  }
  return found;
}

Result<ModelLayer> ModelFile::layer(std::string_view name, std::size_t n, std::size_t count) const {
  const std::vector<ModelLayer> found = layers(name);
  if (found.size() != count || n >= count) {
    return fail(ErrorCode::kModelMalformed,
                fmt::format("{} layers '{}' where {} are expected", found.size(), name, count));
  }
  return found[n];
}

}  // namespace counterclaim::language
