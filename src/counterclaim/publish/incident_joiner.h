// Happenings of many reports brought together for coders' rows: one for each incident.
//
//   IncidentJoiner joiner(&derivation);
//   for (const record::ReportRecord& record : records)
//     for (const Happening& happening : joiner.add(record)) write_row(happening);
//   for (const Happening& happening : joiner.rest()) write_row(happening);
//
// A joined happening has the slots of the member that tells most, figures and reports of all; it is reported where one
// of them reports it. Days, place and sides that only another member tells are taken from it. Events of no incident,
// and all of them without a derivation, stand alone.
//
// Layer: publish. No I/O. Memory: the incidents of which not all members were seen, so it does not grow with the case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "counterclaim/base/string_map.h"
#include "counterclaim/publish/happening.h"
#include "counterclaim/record/derivation.h"

namespace counterclaim::publish {

class IncidentJoiner {
 public:
  // `derivation`, of the same reports, must outlive the joiner; nullptr: there is none.
  explicit IncidentJoiner(const record::Derivation* derivation);

  // The happenings that are complete with this report, in the order of its events.
  [[nodiscard]] std::vector<Happening> add(const record::ReportRecord& record);

  // What is left of incidents of which members never came, in the order of the incidents.
  [[nodiscard]] std::vector<Happening> rest();

 private:
  struct Open {
    std::vector<Happening> members;
    std::vector<record::Figure> figures;  // members of the incident that belong to no event of theirs
    std::size_t seen = 0;
  };
  using Item = std::pair<std::uint32_t, std::uint32_t>;  // report and position

  [[nodiscard]] Happening joined(std::size_t incident, Open open) const;
  // Counts a member that was seen; whether it was the last one.
  [[nodiscard]] bool complete(std::size_t incident);

  const record::Derivation* derivation_;
  StringMap<std::uint32_t> reports_;
  std::map<Item, std::size_t> incident_of_event_, incident_of_figure_;
  std::map<std::size_t, Open> open_;
};

}  // namespace counterclaim::publish
