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
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/attribute/attributor.h"
#include "counterclaim/extract/figure_reader.h"
#include "counterclaim/ground/grounder.h"
#include "counterclaim/language/pipeline.h"
#include "counterclaim/record/document.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::test {

[[nodiscard]] std::string notation(const record::Figure& figure);

// The stages, loaded once for a test program. Fails the test that asks for it when something cannot be loaded.
class Stages {
 public:
  [[nodiscard]] static const Stages& get();

  [[nodiscard]] record::Document document(std::string_view text) const;
  // `document` must outlive the result.
  [[nodiscard]] ground::GroundedAnalysis ground(const record::Document& document) const;
  [[nodiscard]] std::vector<record::Figure> figures(std::string_view text) const;
  [[nodiscard]] const attribute::Attributor& attributor() const { return attributor_; }

 private:
  Stages();

  language::Pipeline pipeline_;
  ground::Grounder grounder_;
  attribute::Attributor attributor_;
  extract::FigureReader reader_;
};

// Checks that exactly these figures are read out of the text, in text order.
void check_figures(std::string_view text, const std::vector<std::string>& expected);

}  // namespace counterclaim::test
