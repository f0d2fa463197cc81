// Words inside what is said that tell its stance where the verb of saying is neutral, from
// resources/attribution/stances.toml.
//
//   "… must withdraw"   kDemands        "… opened fire first"   kAccuses        "… is false"   kDenies
//
// Layer: extract. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::extract {

// Who must be the subject of a phrase for it to tell a stance.
enum class StanceSubject {
  kAny,
  kSpeaker,   // "we will continue to", "Peru stands with"
  kOpponent,  // another party: "Chile opened fire first"
  kNamed,     // another party, anywhere in what is said: "a provocation by Chilean troops"
  kBehind,    // another party behind the phrase: "responsibility lies with Chile"
};

struct StancePhrase {
  record::Stance stance = record::Stance::kAsserts;
  StanceSubject subject = StanceSubject::kAny;
};

class StanceLexicon {
 public:
  // `folder`: resources/attribution. Errors: those of read_resource_file.
  [[nodiscard]] static Result<StanceLexicon> load(const std::filesystem::path& folder);

  struct Match {
    StancePhrase phrase;
    std::uint32_t end;  // the token behind it
  };
  // The longest phrase that begins at the token.
  [[nodiscard]] std::optional<Match> at(const language::Analysis& analysis, std::uint32_t token) const;
  // Verbs that make a promise a threat: "vowed to crush".
  [[nodiscard]] bool is_violent(std::string_view lemma) const { return violent_.contains(lemma); }
  // Nouns that only both sides of a fight can give: "called for a truce".
  [[nodiscard]] bool is_peace(std::string_view lemma) const { return peace_.contains(lemma); }

 private:
  std::vector<StancePhrase> phrases_;
  ground::PhraseTable table_;
  StringSet violent_, peace_;
};

}  // namespace counterclaim::extract
