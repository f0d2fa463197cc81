// Runs a text through everything from blocks to figures, and writes figures in the short notation of the examples in
// resources/:
//
//   killed >=12 Peru military <- the ministry
//   ------ ---- ---- --------    -----------
//   measure     side kind        words that name the source
//          amount: 12  >=12  >12  <=12  <12  ~12  10..15  'dozens'
//
// "not " in front: denied. An unset side, a kind that is unspecified and a missing source are left out; the unit of
// things stands at the end in brackets: "destroyed 3 (houses)".
//
// The other lists of a record have notations of their own:
//
//   blocks    heading: Background
//   times     Tuesday morning = TIME 2022-09-13TMO       early May = DATE 2022-05 START      soon = DATE ?
//   places    Goris = Goris, AM                          Klow = ?                            (no place of the
//   gazetteer) parties   the Peruvian army = Peru military          villagers = ? population            it = Peru
//   military @0
//
//   statements  accuses Chile <- Lima      asserts <- the mayor      (stance, target, the words for the source)
//
//   events    shelling Chile > Peru @Arica =2021-05-03 alleged     (actor, target, place, time; reported is left out)
//   codes     shelling = ASSAULT/heavy-weapons, Shelling/artillery/missile attack     (PLOVER, ACLED)
//
// A party's side comes first, "?" where it is unset; "@0" is the position of the mention that it refers to.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/attribute/attributor.h"
#include "counterclaim/base/resource_file.h"
#include "counterclaim/extract/event_reader.h"
#include "counterclaim/extract/figure_reader.h"
#include "counterclaim/extract/statement_reader.h"
#include "counterclaim/ground/grounder.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/language/pipeline.h"
#include "counterclaim/record/document.h"
#include "counterclaim/record/event.h"
#include "counterclaim/record/figure.h"
#include "counterclaim/record/mention.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::test {

[[nodiscard]] std::string notation(const record::Figure& figure);
[[nodiscard]] std::string notation(const record::Toll& toll);
[[nodiscard]] std::string notation(const record::TimeMention& time);
[[nodiscard]] std::string notation(const record::PlaceMention& place);
[[nodiscard]] std::string notation(const record::PartyMention& party);
[[nodiscard]] std::string notation(const record::Statement& statement);
// `places`: the record's.
[[nodiscard]] std::string notation(const record::Event& event, const std::vector<record::PlaceMention>& places);

// The stages, loaded once for a test program. Fails the test that asks for it when something cannot be loaded.
class Stages {
 public:
  [[nodiscard]] static const Stages& get();

  [[nodiscard]] record::Document document(std::string_view text, std::optional<std::string> published = {}) const;
  // `document` must outlive the result.
  [[nodiscard]] ground::GroundedAnalysis ground(const record::Document& document) const;
  [[nodiscard]] extract::FiguresRead figures(const ground::GroundedAnalysis& grounded) const;
  // Completes the parties of `grounded` by their speakers first.
  [[nodiscard]] std::vector<record::Statement> statements(ground::GroundedAnalysis& grounded) const;
  [[nodiscard]] std::vector<record::Event> events(ground::GroundedAnalysis& grounded) const;
  [[nodiscard]] const attribute::Attributor& attributor() const { return attributor_; }

 private:
  Stages();

  ingest::LayoutWords layout_;
  language::Pipeline pipeline_;
  ground::Grounder grounder_;
  attribute::Attributor attributor_;
  extract::FigureReader reader_;
  extract::StatementReader statement_reader_;
  extract::EventReader event_reader_;
};

// Checks every list that the example of a resource file gives.
void check_example(const ResourceExample& example);

// Checks that exactly these are read out of the text of a report of that date, in text order.
void check_times(std::string_view text, std::optional<std::string> published, const std::vector<std::string>& expected);
void check_places(std::string_view text, const std::vector<std::string>& expected);
void check_parties(std::string_view text, const std::vector<std::string>& expected);

// Checks that exactly these tolls are made of a report of that date.
void check_tolls(std::string_view text, std::optional<std::string> published, const std::vector<std::string>& expected);

// Checks that exactly these figures are read out of the text, in text order.
void check_figures(std::string_view text, const std::vector<std::string>& expected);

// Checks that exactly these events are read out of the text of a report of that date, in text order.
void check_events(std::string_view text, std::optional<std::string> published,
                  const std::vector<std::string>& expected);

// Checks that exactly these statements are read out of the text, in text order.
void check_statements(std::string_view text, const std::vector<std::string>& expected);

}  // namespace counterclaim::test
