// What the verbs `relations`, `incidents`, `toll`, `ledger`, `ceasefires` and `reactions` print: the columns of each
// table and its rows. Weights are in bits.
//
//   TableWriter table = relations_table({.format = TableFormat::kJson});
//   add_relations(table, derivation, texts, {}, out);
//   table.finish(out);
//
// Layer: publish. Pure. Cost: linear in what is derived.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "counterclaim/publish/item_texts.h"
#include "counterclaim/publish/table.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/record/toll_estimate.h"

namespace counterclaim::publish {

// Unset: everything. Words are compared without regard to the case of ASCII letters.
struct DerivedFilter {
  std::optional<std::string> side;     // whose losses; a party to an incident; who reacts or is the target
  std::optional<std::string> measure;  // a relation's name, an incident's type, a toll's measure, a reaction's stance
  std::optional<std::string> report;   // the id of a report that it stands in
};

[[nodiscard]] TableWriter relations_table(TableOptions options);
[[nodiscard]] TableWriter incidents_table(TableOptions options);
[[nodiscard]] TableWriter series_table(TableOptions options);
[[nodiscard]] TableWriter estimates_table(TableOptions options);
[[nodiscard]] TableWriter ceasefires_table(TableOptions options);
[[nodiscard]] TableWriter reactions_table(TableOptions options);

void add_relations(TableWriter& table, const record::Derivation& derivation, const ItemTexts& texts,
                   const DerivedFilter& filter, std::string& out);
void add_incidents(TableWriter& table, const record::Derivation& derivation, const ItemTexts& texts,
                   const DerivedFilter& filter, std::string& out);
void add_series(TableWriter& table, const record::Derivation& derivation, const ItemTexts& texts,
                const DerivedFilter& filter, std::string& out);
// The series of prisoners taken, surrendered and released, and of ground.
void add_ledger(TableWriter& table, const record::Derivation& derivation, const ItemTexts& texts,
                const DerivedFilter& filter, std::string& out);
void add_estimates(TableWriter& table, const record::Derivation& derivation, const ItemTexts& texts,
                   std::span<const record::TollEstimate> estimates, const DerivedFilter& filter, std::string& out);
void add_ceasefires(TableWriter& table, const record::Derivation& derivation, const ItemTexts& texts,
                    const DerivedFilter& filter, std::string& out);
void add_reactions(TableWriter& table, const record::Derivation& derivation, const ItemTexts& texts,
                   const DerivedFilter& filter, std::string& out);

}  // namespace counterclaim::publish
