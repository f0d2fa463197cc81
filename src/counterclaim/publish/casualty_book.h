// The casualties of an infobox: of all that reports tell, one count for each claimant, side, measure and kind.
//
// What stands:
// - denied and hypothetical figures and parts of a whole stay out;
// - of one report, the count of a claimant that it tells first, but for those of less than half of its largest; over
//   reports, the claimant's latest, but for later ones of less than half: they are of one happening, not of the whole;
// - a count of the reports' own voice below half of what some claimant counts for the same is of one happening;
// - one person of whom the reports themselves tell is no toll of a side;
// - a count of nobody's side in the reports' own voice is left out where sided counts of the same measure are larger:
//   they hold it;
// - destroyed things without a side are the enemy's where a belligerent's army counts tanks, guns and their like.
//
// Civilians, and people of neither column, stand in the last column.
//
// Layer: publish. No I/O. Cost: n log n in the figures; some hundred bytes for each of them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/publish/belligerents.h"
#include "counterclaim/publish/infobox.h"
#include "counterclaim/publish/infobox_words.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

class CasualtyBook {
 public:
  // `words` must outlive the book.
  explicit CasualtyBook(const InfoboxWords& words) : words_(&words) {}

  void add(const record::ReportRecord& record, std::uint32_t report);

  // Fills casualties and strength of the columns: `columns` are those of `sides` and one more for all others. The same
  // for any order of the reports.
  void fill(const Belligerents& sides, std::vector<InfoboxColumn>& columns) const;

 private:
  struct Entry {
    record::Figure figure;  // without spans and rules of its report
    InfoboxEvidence evidence;
    std::string published, report_id;
  };
  struct Key {
    std::size_t column;
    std::optional<record::PersonKind> kind;
    record::Measure measure;
    std::optional<std::string> side, claimant;
    std::string unit;
    [[nodiscard]] bool civilian() const { return kind == record::PersonKind::kCivilian; }
    auto operator<=>(const Key&) const = default;
  };
  struct Group {
    Key key;
    std::vector<const Entry*> entries;  // in the order of their publication
  };

  [[nodiscard]] std::optional<std::string> claimant_of(const record::Figure& figure) const;
  [[nodiscard]] std::optional<Key> key_of(const record::Figure& figure, const Belligerents& sides) const;
  [[nodiscard]] std::vector<Group> groups_of(const Belligerents& sides) const;
  [[nodiscard]] static Casualty casualty_of(const Group& group);

  const InfoboxWords* words_;
  std::vector<Entry> entries_;
};

}  // namespace counterclaim::publish
