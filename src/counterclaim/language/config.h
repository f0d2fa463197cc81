// The pipeline's config.cfg: sections of names with JSON values, "${section:name}" standing for another value.
//
//   config.value("components.tagger.model", "@architectures")   -> "\"spacy.Tagger.v2\""
//
// Layer: language (internal).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "counterclaim/base/error.h"

namespace counterclaim::language {

class Config {
 public:
  // Errors: model_malformed.
  [[nodiscard]] static Result<Config> parse(std::string_view text);

  // The JSON text of a value, references resolved; "" if it is not there.
  [[nodiscard]] std::string value(std::string_view section, std::string_view name) const;

  // Fails with model_unsupported unless the value, white space apart, is `json`.
  [[nodiscard]] Result<void> require(std::string_view section, std::string_view name, std::string_view json) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;  // "section:name" -> JSON text
};

}  // namespace counterclaim::language
