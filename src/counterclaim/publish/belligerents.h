// Who fights whom, and who helps: the columns of an infobox, from what reports tell.
//
//   SideLedger ledger(words);
//   ledger.add(record, 0);
//   Belligerents sides = ledger.belligerents();   // {"Peru"} against {"Chile"}
//   sides.column_of("Chile")                      // 1
//
// The two sides are those between which the most fighting, blame and claims are told; further parties join the column
// of whom they help, or whose opponent they fight, where that is told three times at least and twice as often as the
// contrary. Somebody who only helps is a supporter.
//
// Layer: publish. No I/O. Cost: linear in the parties of a report; some kilobytes for each pair of sides.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counterclaim/publish/infobox.h"
#include "counterclaim/publish/infobox_words.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

// Whether events of the type are acts of fighting of one side against another.
[[nodiscard]] bool is_fighting(record::EventType type);

struct Belligerents {
  std::vector<std::vector<Combatant>> columns;  // two, or none where no fighting between sides is told

  // The column where the side stands as a combatant or supporter.
  [[nodiscard]] std::optional<std::size_t> column_of(std::string_view side) const;
};

class SideLedger {
 public:
  // `words` must outlive the ledger.
  explicit SideLedger(const InfoboxWords& words) : words_(&words) {}

  // `report`: the position by which the evidence names it.
  void add(const record::ReportRecord& record, std::uint32_t report);

  // The same for any order of the reports, but for which of them the evidence is from.
  [[nodiscard]] Belligerents belligerents() const;

 private:
  using Pair = std::pair<std::string, std::string>;  // in the order of the alphabet
  struct Side {
    std::uint32_t mentions = 0;
    std::optional<InfoboxEvidence> first;
  };

  void add_mentions(const record::ReportRecord& record, std::uint32_t report);
  void add_neighbours(const record::ReportRecord& record);
  void add_claims(const record::ReportRecord& record);
  [[nodiscard]] std::uint32_t opposed(const std::string& a, const std::string& b) const;
  [[nodiscard]] std::uint32_t helped(const std::string& a, const std::string& b) const;
  [[nodiscard]] Combatant combatant(const std::string& side, bool supporter) const;

  const InfoboxWords* words_;
  std::map<std::string, Side, std::less<>> sides_;
  std::map<Pair, std::uint32_t> opposes_, helps_;
};

}  // namespace counterclaim::publish
