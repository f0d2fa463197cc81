// The names of the world's parties, and where an analysis has them: states and territories, armed groups, alliances and
// organisations, and bodies that speak or act for them: forces, organs, media.
//
//   "Peruvian troops"      -> side "Peru", form kDemonym
//   "Lima said"            -> side "Peru", form kSeat
//   "the Kremlin"          -> side "Russia", form kBody, of a body "Kremlin" of kind kGovernment
//   "Tamil Tigers"         -> side "LTTE", form kName
//   "Reuters"              -> a body of kind kMedium, on no side
//
// The longest name wins; words are compared as PhraseTable says. A single word inside a longer name of a person is none
// ("Jordan Peters", "Michael Jordan"), nor is a party's name inside that of something else ("the Indian Ocean").
//
// What words alone cannot tell stays as its customary sense: "Congo" and "Congolese" are the Democratic Republic's,
// "Dominican" the Dominican Republic's, "Georgia" the country's.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

// A state, territory, armed group, alliance or organisation that is a side of its own.
struct Party {
  std::string name;  // the short English name: what a `side` says
  record::PartyKind kind = record::PartyKind::kState;
  std::vector<std::string> adjectives;
  std::string country_code;  // ISO 3166-1 alpha-2; "" where the standard has none
  std::optional<std::uint16_t> gleditsch_ward =
      std::nullopt;  // number in Gleditsch and Ward's list of independent states
};

// What has a name of its own and belongs to a party, or to none: "IDF", "the State Department", "Reuters".
struct Body {
  std::string name;
  record::PartyKind kind = record::PartyKind::kOther;
  std::optional<std::uint32_t> party;  // position in PartyLexicon::parties(); unset: on no side
};

// How a mention names its party. kSeat: its capital; kBody: one of its bodies.
enum class PartyForm { kName, kDemonym, kSeat, kBody };

struct PartyReference {
  TokenSpan tokens;
  std::uint32_t party = 0;  // position in PartyLexicon::parties()
  PartyForm form = PartyForm::kName;
  std::optional<std::uint32_t> body = std::nullopt;  // position in PartyLexicon::bodies(); set for kBody alone
};

struct BodyReference {
  TokenSpan tokens;
  std::uint32_t body = 0;  // position in PartyLexicon::bodies()
};

class PartyLexicon {
 public:
  // Reads the lists of `folder` (resources/parties); resources/README.md describes them. A name that stands for two
  // parties or bodies is an error. Errors: file_not_found, file_unreadable, resource_malformed.
  [[nodiscard]] static Result<PartyLexicon> load(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<Party>& parties() const { return parties_; }
  [[nodiscard]] const std::vector<Body>& bodies() const { return bodies_; }

  // The mentions that name a side, in text order; they do not overlap. Cost: linear in tokens.
  [[nodiscard]] std::vector<PartyReference> find(const language::Analysis& analysis) const;
  // The mentions of bodies, those on no side among them, in text order; the others are in find() as well.
  [[nodiscard]] std::vector<BodyReference> find_bodies(const language::Analysis& analysis) const;

 private:
  class Loader;
  // Calls take(tokens, position, form) for each mention.
  template <class Take>
  void for_each_match(const language::Analysis& analysis, Take take) const;

  std::vector<Party> parties_;
  std::vector<Body> bodies_;
  PhraseTable table_;  // values: position * kForms + form, see the .cpp
};

}  // namespace counterclaim::ground
