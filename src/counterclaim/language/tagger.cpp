#include "counterclaim/language/tagger.h"

#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "counterclaim/base/file.h"
#include "counterclaim/language/model_file.h"

namespace counterclaim::language {
namespace {

Result<std::vector<LabelId>> read_labels(const std::filesystem::path& path, LabelTable& labels) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::array names;
  if (parser.parse(*text).get(root) != simdjson::SUCCESS || root["labels"].get(names) != simdjson::SUCCESS) {
    return fail(ErrorCode::kModelMalformed, fmt::format("{}: no list of labels", path.string()));
  }
  std::vector<LabelId> ids;
  for (const simdjson::dom::element name : names) {
    std::string_view label;
    if (name.get(label) != simdjson::SUCCESS) {
      return fail(ErrorCode::kModelMalformed, fmt::format("{}: a label that is no string", path.string()));
    }
    ids.push_back(labels.intern(label));
  }
  return ids;
}

}  // namespace

Result<Tagger> Tagger::load(const std::filesystem::path& folder, const Config& config, std::uint32_t vector_width,
                            LabelTable& labels) {
  for (const auto& [name, json] : {std::pair{"@architectures", "\"spacy.Tagger.v2\""}, {"normalize", "false"}}) {
    if (auto found = config.require("components.tagger.model", name, json); !found)
      return tl::unexpected(found.error());
  }
  auto ids = read_labels(folder / "cfg", labels);
  if (!ids) return tl::unexpected(ids.error());
  auto file = ModelFile::read(folder / "model");
  if (!file) return tl::unexpected(file.error());
  auto layer = file->layer("softmax", 0, 1);
  if (!layer) return tl::unexpected(layer.error());
  auto weights = layer->array("W", 2);
  if (!weights) return tl::unexpected(weights.error());
  auto bias = layer->array("b", 1);
  if (!bias) return tl::unexpected(bias.error());
  if (weights->shape != std::vector<std::uint32_t>{static_cast<std::uint32_t>(ids->size()), vector_width} ||
      bias->shape[0] != ids->size()) {
    return fail(ErrorCode::kModelMalformed, "tagger: the weights do not fit the labels");
  }
  Tagger tagger;
  tagger.labels_ = std::move(*ids);
  tagger.weights_ =
      pack_linear(weights->values.data(), bias->values.data(), weights->shape[0], vector_width, kBlockGroups);
  return tagger;
}

void Tagger::tag(const KernelTable& kernels, ConstRows vectors, AlignedFloats& scratch, LabelId* tags) const {
  const std::size_t stride = weights_.padded_outputs;
  if (scratch.size() < vectors.count * stride) scratch.resize(vectors.count * stride);
  kernels.linear(vectors, weights_, scratch.data(), stride);
  for (std::size_t n = 0; n < vectors.count; ++n) {
    const float* scores = scratch.data() + n * stride;
    tags[n] = labels_[static_cast<std::size_t>(std::max_element(scores, scores + labels_.size()) - scores)];
  }
}

}  // namespace counterclaim::language
