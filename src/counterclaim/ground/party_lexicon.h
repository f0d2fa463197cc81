// The states, territories, armed groups and organisations that reports name, and where an analysis names them.
//
//   "Peruvian troops"      -> side "Peru", form kDemonym
//   "the Kremlin"          -> side "Russia", form kSeat
//   "Tamil Tigers"         -> side "LTTE", form kName
//
// The longest name wins; words are compared as PhraseTable says. Layer: ground. No I/O after loading.
// Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

struct Party {
  std::string name;  // the short English name: what a `side` says
  record::PartyKind kind = record::PartyKind::kState;
  std::vector<std::string> adjectives;
};

// How a mention names its party.
enum class PartyForm { kName, kDemonym, kSeat };

struct PartyReference {
  TokenSpan tokens;
  std::uint32_t party = 0;  // position in PartyLexicon::parties()
  PartyForm form = PartyForm::kName;
};

class PartyLexicon {
 public:
  // Reads states.tsv and groups.tsv of `folder` (resources/parties). Errors: file_not_found, file_unreadable,
  // resource_malformed.
  [[nodiscard]] static Result<PartyLexicon> load(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<Party>& parties() const { return parties_; }

  // The mentions in text order; they do not overlap. Cost: linear in tokens.
  [[nodiscard]] std::vector<PartyReference> find(const language::Analysis& analysis) const;

 private:
  [[nodiscard]] Result<void> load_table(const std::filesystem::path& path, bool groups);
  void add_names(std::string_view list, PartyForm form, std::uint32_t party);

  std::vector<Party> parties_;
  PhraseTable table_;  // values: party * 4 + form
};

}  // namespace counterclaim::ground
