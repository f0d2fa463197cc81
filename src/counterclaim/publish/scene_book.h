// The head of an infobox: the conflict's name and what it belongs to, when and where it was, agreements, ground taken.
//
// - The name is what the beginnings of most reports name first, "part of" what they name as the frame.
// - Dates: of one report, those of its beginning; of many, the days of its events and figures, within the years in
//   which the reports were published, give or take one.
// - The place is where most events and figures are put; failing these, the place most often named.
// - A ceasefire is the result where no fighting is told after it, else the status, with the violations told of it.
//
// Layer: publish. No I/O. Cost: linear in the record.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "counterclaim/publish/belligerents.h"
#include "counterclaim/publish/infobox.h"
#include "counterclaim/publish/infobox_words.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

class SceneBook {
 public:
  // `words` must outlive the book.
  explicit SceneBook(const InfoboxWords& words) : words_(&words) {}

  void add(const record::ReportRecord& record, std::uint32_t report);

  // Fills the head of `box`, the same for any order of the reports but for which of them the evidence is from.
  void fill(const Belligerents& sides, Infobox& box) const;

 private:
  struct Counted {
    std::uint32_t count = 0;
    InfoboxEvidence first;
  };
  struct Place {
    std::uint32_t told = 0;   // events and figures there
    std::uint32_t named = 0;  // mentions
    InfoboxPlace place;
  };
  struct Day {
    std::string earliest, latest;
    InfoboxEvidence evidence;
  };
  struct Happening {
    record::EventType type;
    std::optional<std::string> actor, place, when, claimant;
    InfoboxEvidence evidence;
  };
  using Names = std::map<std::string, Counted>;

  void add_names(const record::ReportRecord& record, std::uint32_t report, CodePointSpan lead);
  void add_days(const record::ReportRecord& record, std::uint32_t report, CodePointSpan lead);
  void add_places(const record::ReportRecord& record, std::uint32_t report);
  void add_happenings(const record::ReportRecord& record, std::uint32_t report);
  [[nodiscard]] std::vector<const Day*> days_of_conflict() const;
  void fill_date(Infobox& box) const;
  void fill_place(Infobox& box) const;
  void fill_agreements(Infobox& box) const;
  void fill_territory(const Belligerents& sides, Infobox& box) const;

  const InfoboxWords* words_;
  std::uint32_t reports_ = 0;
  int first_year_ = 9999, last_year_ = 0;  // of publication
  Names names_, frames_;
  std::vector<Day> lead_days_, days_;
  std::map<std::string, Place> places_;
  std::vector<Happening> happenings_;
  std::string last_fighting_;  // the latest day on which fighting is told to have begun
};

}  // namespace counterclaim::publish
