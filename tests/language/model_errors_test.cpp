// Folders that are no model, or not one that this program runs.
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "counterclaim/base/file.h"
#include "counterclaim/language/pipeline.h"

namespace counterclaim::language {
namespace {

namespace fs = std::filesystem;

// A copy of the model, for a test to spoil.
class ModelCopy {
 public:
  ModelCopy() : folder_(fs::temp_directory_path() / ("counterclaim-model-" + std::to_string(counter_++) + "-test")) {
    fs::remove_all(folder_);
    fs::copy(COUNTERCLAIM_MODEL_DIR, folder_, fs::copy_options::recursive);
  }
  ModelCopy(const ModelCopy&) = delete;
  ModelCopy& operator=(const ModelCopy&) = delete;
  ~ModelCopy() { fs::remove_all(folder_); }

  void replace(const std::string& file, std::string_view from, std::string_view to) {
    std::string bytes = read_file(folder_ / file).value();
    const std::size_t at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    write(file, bytes.replace(at, from.size(), to));
  }
  void cut_in_half(const std::string& file) {
    const std::string bytes = read_file(folder_ / file).value();
    write(file, bytes.substr(0, bytes.size() / 2));
  }
  void remove(const std::string& file) { fs::remove(folder_ / file); }

  // The error of loading it: "code: message".
  [[nodiscard]] std::string error() const {
    const auto pipeline = Pipeline::load(folder_);
    if (pipeline) return "";
    return std::string(code_name(pipeline.error().code)) + ": " + pipeline.error().message;
  }

 private:
  void write(const std::string& file, const std::string& bytes) {
    std::ofstream(folder_ / file, std::ios::binary) << bytes;
  }
  static inline int counter_ = 0;
  fs::path folder_;
};

void check_error(const ModelCopy& model, std::string_view code, std::string_view word) {
  const std::string error = model.error();
  CAPTURE(error);
  CHECK(error.starts_with(code));
  CHECK(error.find(word) != std::string::npos);
}

TEST_CASE("no model at all") {
  const auto pipeline = Pipeline::load("/nonexistent/model");
  REQUIRE_FALSE(pipeline);
  CHECK(pipeline.error().code == ErrorCode::kModelMissing);
}

TEST_CASE("architectures that are not supported are named") {
  for (const auto& [from, to, word] :
       {std::tuple{"spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2", "MishWindowEncoder"},
        {"spacy.Tok2Vec.v2", "spacy.Tok2Vec.v1", "Tok2Vec.v1"},
        {"include_static_vectors = false", "include_static_vectors = true ", "include_static_vectors"},
        {"use_upper = true", "use_upper = false", "use_upper"},
        {"lang = \"en\"", "lang = \"ru\"", "lang"},
        {"mode = \"rule\"", "mode = \"lookup\"", "mode"},
        {"\"attribute_ruler\",\"lemmatizer\"", "\"lemmatizer\",\"attribute_ruler\"", "pipeline"}}) {
    ModelCopy model;
    model.replace("config.cfg", from, to);
    check_error(model, "model_unsupported", word);
  }
}

TEST_CASE("files that are missing or cut short are named") {
  for (const std::string file :
       {"tok2vec/model", "tagger/model", "parser/model", "ner/model", "parser/moves", "ner/moves", "tokenizer",
        "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin", "vocab/lookups.bin", "tagger/cfg", "meta.json"}) {
    CAPTURE(file);
    ModelCopy model;
    model.cut_in_half(file);
    check_error(model, "model_malformed", "");
    model.remove(file);
    check_error(model, "file_not_found", file);
  }
}

TEST_CASE("weights that do not fit the labels") {
  ModelCopy model;
  model.replace("tagger/cfg", "\"$\",", "");
  check_error(model, "model_malformed", "labels");
}

}  // namespace
}  // namespace counterclaim::language
