// Small cases made by hand: reports of a few sentences with the items that are read out of them.
//
//   SampleReport report("morning", "1932-09-12");
//   report.says("The ministry said 49 Peruvian soldiers were killed.");
//   report.figure("49 Peruvian soldiers were killed", 49, "Peru").by("The ministry", "Peru");
//   CHECK(relations_of({report, other}) == std::vector<std::string>{"update 49 Peruvian … -> 105 …"});
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/reconcile/reconciler.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::test {

class SampleReport {
 public:
  explicit SampleReport(std::string id, std::optional<std::string> published = "1932-09-12");

  // Appends a sentence. Words after it are found in it.
  SampleReport& says(const std::string& sentence);

  // Append an item of the last sentence; they return the record's own, to be completed.
  record::Figure& figure(const std::string& quote, double value, std::optional<std::string> side = {});
  record::Statement& statement(const std::string& quote, const std::string& content, const std::string& who,
                               std::optional<std::string> side, record::Stance stance = record::Stance::kAsserts);
  record::Event& event(const std::string& quote, record::EventType type, std::optional<std::string> actor = {},
                       std::optional<std::string> target = {}, std::optional<std::string> when = {});
  // A party named in the last sentence.
  SampleReport& party(const std::string& words, const std::string& side);

  [[nodiscard]] record::Source source(const std::string& words, std::optional<std::string> side) const;
  [[nodiscard]] const record::ReportRecord& record() const { return record_; }

 private:
  [[nodiscard]] CodePointSpan find(const std::string& words) const;

  record::ReportRecord record_;
  std::size_t sentence_begin_ = 0;
};

[[nodiscard]] const reconcile::Reconciler& reconciler();
[[nodiscard]] record::Derivation derive(const std::vector<SampleReport>& reports);

// "update: 49 soldiers -> 105 soldiers", one for each relation, in their order.
[[nodiscard]] std::vector<std::string> relations_of(const std::vector<SampleReport>& reports);

}  // namespace counterclaim::test
