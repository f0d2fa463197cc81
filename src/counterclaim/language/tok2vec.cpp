#include "counterclaim/language/tok2vec.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/language/string_id.h"

namespace counterclaim::language {
namespace {

constexpr std::array<std::string_view, 6> kFeatureNames = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};
constexpr std::uint32_t kWindow = 3;  // tokens: one on each side
constexpr std::uint32_t kMaxWidth = 1024;
constexpr std::uint32_t kMaxDepth = 16;

std::uint32_t small_number(const std::string& json) {
  std::uint32_t value = 0;
  for (const char c : json) {
    if (c < '0' || c > '9' || value > 100000) return 0;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

AlignedFloats aligned(const Array& array) { return {array.values.begin(), array.values.end()}; }

}  // namespace

Result<Tok2Vec> Tok2Vec::load(const ModelFile& file, const Config& config, const std::string& section) {
  const std::string embed = section + ".embed";
  const std::string encode = section + ".encode";
  for (const auto& [where, name, json] : {std::tuple{section, "@architectures", "\"spacy.Tok2Vec.v2\""},
                                          {embed, "@architectures", "\"spacy.MultiHashEmbed.v2\""},
                                          {embed, "include_static_vectors", "false"},
                                          {encode, "@architectures", "\"spacy.MaxoutWindowEncoder.v2\""},
                                          {encode, "window_size", "1"}}) {
    if (auto found = config.require(where, name, json); !found) return tl::unexpected(found.error());
  }
  Tok2Vec out;
  out.width_ = small_number(config.value(encode, "width"));
  const std::uint32_t depth = small_number(config.value(encode, "depth"));
  if (out.width_ == 0 || out.width_ % kGroup != 0 || out.width_ > kMaxWidth || depth == 0 || depth > kMaxDepth ||
      config.value(embed, "width") != config.value(encode, "width")) {
    return fail(ErrorCode::kModelUnsupported,
                fmt::format("config.cfg: [{}] has an unsupported width or depth", encode));
  }
  if (auto loaded = out.load_tables(file); !loaded) return tl::unexpected(loaded.error());
  for (std::uint32_t n = 0; n <= depth; ++n) {
    const std::uint32_t inputs =
        n == 0 ? out.width_ * static_cast<std::uint32_t>(out.tables_.size()) : kWindow * out.width_;
    auto layer = load_layer(file, n, depth + 1, out.width_, inputs);
    if (!layer) return tl::unexpected(layer.error());
    if (n == 0)
      out.mix_ = std::move(*layer);
    else
      out.windows_.push_back(std::move(*layer));
  }
  return out;
}

Result<void> Tok2Vec::load_tables(const ModelFile& file) {
  auto extract = file.layer("extract_features", 0, 1);
  if (!extract) return tl::unexpected(extract.error());
  auto columns = extract->attribute("columns");
  if (!columns) return tl::unexpected(columns.error());
  const std::vector<ModelLayer> embeds = file.layers("hashembed");
  if (embeds.empty() || embeds.size() != columns->items().size()) {
    return fail(ErrorCode::kModelMalformed, "not one table of embeddings for each feature");
  }
  for (std::size_t n = 0; n < embeds.size(); ++n) {
    const auto name = columns->items()[n].string();
    const auto feature = std::find(kFeatureNames.begin(), kFeatureNames.end(), name.value_or(""));
    if (feature == kFeatureNames.end()) {
      return fail(ErrorCode::kModelUnsupported,
                  fmt::format("an embedding of the unknown feature '{}'", name.value_or("")));
    }
    auto rows = embeds[n].array("E", 2);
    if (!rows) return tl::unexpected(rows.error());
    auto seed = embeds[n].attribute("seed");
    if (!seed) return tl::unexpected(seed.error());
    if (rows->shape[1] != width_ || !seed->bits()) {
      return fail(ErrorCode::kModelMalformed, "a table of embeddings without seed or of another width");
    }
    tables_.push_back({static_cast<std::size_t>(feature - kFeatureNames.begin()),
                       static_cast<std::uint32_t>(*seed->bits()), rows->shape[0], std::move(rows->values)});
  }
  return {};
}

Result<Tok2Vec::Layer> Tok2Vec::load_layer(const ModelFile& file, std::size_t n, std::size_t count, std::uint32_t width,
                                           std::uint32_t inputs) {
  auto maxout = file.layer("maxout", n, count);
  if (!maxout) return tl::unexpected(maxout.error());
  auto norm = file.layer("layernorm", n, count);
  if (!norm) return tl::unexpected(norm.error());
  auto weights = maxout->array("W", 3);
  if (!weights) return tl::unexpected(weights.error());
  auto bias = maxout->array("b", 2);
  if (!bias) return tl::unexpected(bias.error());
  auto gain = norm->array("G", 1);
  if (!gain) return tl::unexpected(gain.error());
  auto shift = norm->array("b", 1);
  if (!shift) return tl::unexpected(shift.error());
  const std::uint32_t pieces = weights->shape[1];
  if (weights->shape[0] != width || weights->shape[2] != inputs || pieces > kMaxGroups || bias->shape[0] != width ||
      bias->shape[1] != pieces || gain->shape[0] != width || shift->shape[0] != width) {
    return fail(ErrorCode::kModelMalformed, fmt::format("layer {} of the network has another shape", n));
  }
  return Layer{pack_maxout(weights->values.data(), bias->values.data(), width, pieces, inputs), aligned(*gain),
               aligned(*shift)};
}

void Tok2Vec::embed(const KernelTable& kernels, const std::vector<FeatureIds>& words, float* out,
                    AlignedFloats& scratch) const {
  if (words.empty()) return;
  const std::size_t stride = tables_.size() * width_;
  if (scratch.size() < words.size() * stride) scratch.resize(words.size() * stride);
  for (std::size_t n = 0; n < words.size(); ++n) {
    for (std::size_t column = 0; column < tables_.size(); ++column) {
      const Table& table = tables_[column];
      const std::array<std::uint32_t, 4> hashes = four_hashes(words[n][table.feature], table.seed);
      std::array<const float*, 4> rows{};
      for (std::size_t k = 0; k < 4; ++k)
        rows[k] = table.rows.data() + std::size_t{hashes[k] % table.row_count} * width_;
      kernels.sum_four(rows.data(), width_, scratch.data() + n * stride + column * width_);
    }
  }
  kernels.maxout({scratch.data(), stride, words.size()}, mix_.weights, out, width_);
  kernels.layer_norm(out, words.size(), width_, mix_.gain.data(), mix_.bias.data(), nullptr);
}

void Tok2Vec::encode(const KernelTable& kernels, AlignedFloats& rows, AlignedFloats& other, std::size_t count) const {
  // Layer n gives all rows but n at both ends; a window of three rows is read where it stands.
  for (std::size_t n = 1; n <= windows_.size(); ++n) {
    const Layer& layer = windows_[n - 1];
    const std::size_t results = count - 2 * n;
    float* out = other.data() + n * width_;
    kernels.maxout({rows.data() + (n - 1) * width_, width_, results}, layer.weights, out, width_);
    kernels.layer_norm(out, results, width_, layer.gain.data(), layer.bias.data(), rows.data() + n * width_);
    std::swap(rows, other);
  }
}

}  // namespace counterclaim::language
