// How one sense of a word of saying builds its phrase: where what is said stands, whom it is aimed at, what it does.
//
//   "accuse": stance kAccuses, content kComplement, target kObject     "accused Chile of hiding losses"
//   "call" with "for": stance kDemands, content kWith                  "called for an end to the fighting"
//
// Layer: attribute. A plain value, as resources/attribution/ tells it.
#pragma once

#include <string>
#include <vector>

#include "counterclaim/base/string_map.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::attribute {

struct SayingFrame {
  record::Stance stance = record::Stance::kAsserts;
  bool is_plain = false;         // a neutral word: what is said may tell another stance
  bool is_attitude = false;      // a belief or a feeling: only with a clause, never beside a quotation
  bool needs_speaker = false;    // its subject must be somebody who can speak: "the violence threatens to spread"
  bool declines_speech = false;  // negated it is a refusal to speak: "did not comment"

  // Where what is said may stand. All that are there count together.
  bool clause = false;            // said that …; a quotation; the clause it stands in brackets in
  bool quotation = false;         // a quotation alone: "…," she continued
  bool infinitive = false;        // vowed to answer, urged Chile to withdraw
  bool gerund = false;            // recalled seeing …
  bool object = false;            // reported 12 deaths
  bool predicate = false;         // put the toll at 45, called the report false
  bool complement = false;        // accused Chile of …, blamed Chile for …
  std::vector<std::string> with;  // one of these must follow; its object is what is said: called FOR a truce

  StringSet only_objects;  // empty: any
  StringSet never_objects;

  // Where the party that it is aimed at is named.
  bool target_object = false;
  bool target_owner = false;               // who did what the object names: "condemned Chile's raid"
  std::vector<std::string> target_behind;  // object of one of these prepositions
};

}  // namespace counterclaim::attribute
