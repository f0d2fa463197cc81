// Whether the name of a place stands for those who act from there.
//
//   Result<Metonymy> metonymy = Metonymy::load("resources/places");
//   metonymy->acts(analysis, name)   // "Lima denied it", "urged Lima to", "Lima's denial": true
//                                    // "Lima is calm", "Lima has two airports": false
//
// Only what is clear counts: the name is the subject of a verb of saying, deciding or dealing, the one who is spoken
// to, or the owner of such a deed. The words stand in resources/places/acts.toml. Such uses of names are the
// "metonymic" ones of Gritta, Pilehvar and Collier 2020, "A pragmatic guide to geoparsing evaluation".
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

class Metonymy {
 public:
  // `folder`: resources/places. Errors: those of read_resource_file.
  [[nodiscard]] static Result<Metonymy> load(const std::filesystem::path& folder);

  // `name`: the tokens of a country's or a town's name, not empty. Cost: constant, save for long chains of "and".
  [[nodiscard]] bool acts(const language::Analysis& analysis, TokenSpan name) const;

 private:
  [[nodiscard]] bool acts_as(const language::Analysis& analysis, const language::Token& name,
                             const language::Token& role) const;
  [[nodiscard]] bool is_act(const language::Analysis& analysis, const language::Token& verb) const;

  StringMap<bool> acts_;      // lemmas of verbs; true: only with a clause
  StringSet addressed_;       // lemmas of verbs whose object is spoken to
  StringSet deeds_;           // lemmas of nouns
  StringSet source_phrases_;  // "according to": two words in front of the name
};

}  // namespace counterclaim::ground
