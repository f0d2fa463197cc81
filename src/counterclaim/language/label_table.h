// Interned strings that a pipeline's tokens refer to by small numbers: tags, dependency labels, features, entity types,
// lemmas set by rules.
//
// Layer: language (internal).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/language/analysis.h"

namespace counterclaim::language {

class LabelTable {
 public:
  static constexpr std::size_t kMaxLabels = 65536;

  LabelTable() { intern(""); }  // id 0

  // The id of a string, which is added if it is new. A full table (no model comes near) gives 0.
  LabelId intern(std::string_view text) {
    if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
    if (strings_.size() == kMaxLabels) return 0;
    const auto id = static_cast<LabelId>(strings_.size());
    strings_.emplace_back(text);
    ids_.emplace(text, id);
    return id;
  }

  [[nodiscard]] std::optional<LabelId> find(std::string_view text) const {
    const auto found = ids_.find(text);
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] std::string_view operator[](LabelId id) const { return strings_[id]; }
  [[nodiscard]] std::size_t size() const { return strings_.size(); }
  [[nodiscard]] const std::vector<std::string>& strings() const { return strings_; }

 private:
  std::vector<std::string> strings_;
  std::map<std::string, LabelId, std::less<>> ids_;
};

}  // namespace counterclaim::language
