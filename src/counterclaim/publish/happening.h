// An event of a report with everything about it in one place, as exports need it: days, place, parties, the figures
// that belong to it, and who tells it.
//
//   happenings_of(record)[0].headline  ->  "Shelling at Goris: Azerbaijan against Armenia"
//
// Layer: publish. Pure. Cost: linear in the record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

struct Happening {
  std::string id;  // of the event, 16 hexadecimal digits
  record::Event event;
  std::optional<std::pair<std::string, std::string>> days;  // first and last, ISO 8601
  std::optional<record::PlaceMention> place;
  std::vector<record::Figure> figures;                       // asserted ones of the event
  std::optional<record::PartyKind> actor_kind, target_kind;  // of the mentions with that side, the most frequent
  std::string headline;
  std::string sentence;     // around the event, on one line
  record::Document source;  // id, title, publisher, published, url and hash of the report; without text and blocks
  std::vector<record::Document> sources;             // the same of all reports that tell it, `source` among them
  std::optional<std::uint32_t> independent_sources;  // claimants, copies counted once; unset: not counted

  [[nodiscard]] bool has_coordinates() const { return place && place->latitude && place->longitude; }
  // Whether it is told as having happened: reported, or alleged or denied by somebody who is named.
  [[nodiscard]] bool is_told() const;
  // Who says so: a claimant's name, else the publisher, else the report's id.
  [[nodiscard]] std::string teller() const;
};

// In the order of the record's events.
[[nodiscard]] std::vector<Happening> happenings_of(const record::ReportRecord& record);

// "armed clash" for people.
[[nodiscard]] std::string event_words(record::EventType type);

}  // namespace counterclaim::publish
