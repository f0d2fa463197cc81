// Who speaks in a document that is taken up: "The ministry said in a statement … The statement added".
//
// Layer: ground, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/party_draft.h"

namespace counterclaim::ground {

class DocumentMakers {
 public:
  // Both must outlive this object. `drafts`: in text order.
  DocumentMakers(const GroundedAnalysis& grounded, const std::vector<PartyDraft>& drafts)
      : grounded_(grounded), drafts_(drafts) {}

  // The draft of whoever made the document of draft `n`, by the words around it or by those around the last document
  // called the same, a few blocks back at most; unset where they do not tell. To be asked for all documents in text
  // order. Cost: logarithmic in drafts, linear in the children of the document's verb.
  [[nodiscard]] std::optional<std::uint32_t> of_draft(std::uint32_t n);

  // Whether the words around the document of draft `n` tell its maker.
  [[nodiscard]] bool is_told(std::uint32_t n) const { return by_own_words(n).has_value(); }

 private:
  [[nodiscard]] std::optional<std::uint32_t> by_own_words(std::uint32_t n) const;

  const GroundedAnalysis& grounded_;
  const std::vector<PartyDraft>& drafts_;
  std::unordered_map<std::string, std::uint32_t> last_;  // by lemma: the last document whose maker is told
};

}  // namespace counterclaim::ground
