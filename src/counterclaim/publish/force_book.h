// Who leads the sides of a conflict, and with which units.
//
// Commanders are people whom reports give an office that leads the fighting or the state ("general", "president"), and
// a side; of somebody whom reports count to two sides the one told more often stands. Units are forces with names of
// their own. Both most named first.
//
// Layer: publish. No I/O. Cost: linear in the parties.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "counterclaim/publish/belligerents.h"
#include "counterclaim/publish/infobox.h"
#include "counterclaim/publish/infobox_words.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

class ForceBook {
 public:
  // `words` must outlive the book.
  explicit ForceBook(const InfoboxWords& words) : words_(&words) {}

  void add(const record::ReportRecord& record, std::uint32_t report);

  // Fills commanders and units of the belligerents' columns.
  void fill(const Belligerents& sides, std::vector<InfoboxColumn>& columns) const;

 private:
  struct Known {
    std::map<std::string, std::uint32_t> sides;  // how often it is counted to each
    std::uint32_t mentions = 0;
    InfoboxEvidence first;
  };
  using ByName = std::map<std::string, Known>;

  static void fill_list(const ByName& known, const Belligerents& sides, std::vector<InfoboxColumn>& columns,
                        std::vector<InfoboxText> InfoboxColumn::* list);

  const InfoboxWords* words_;
  ByName commanders_, units_;
};

}  // namespace counterclaim::publish
