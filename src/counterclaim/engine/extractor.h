// Documents -> records: the stages of the analysis, wired together.
//
//   Result<Extractor> extractor = Extractor::load(data, "");
//   std::vector<record::ReportRecord> records = extractor->extract(std::move(documents));
//
// Layer: engine. No I/O after load(). Thread safety: const methods may run concurrently.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/attribute/attributor.h"
#include "counterclaim/base/error.h"
#include "counterclaim/engine/data_folder.h"
#include "counterclaim/extract/event_reader.h"
#include "counterclaim/extract/figure_reader.h"
#include "counterclaim/extract/statement_reader.h"
#include "counterclaim/ground/grounder.h"
#include "counterclaim/language/pipeline.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::engine {

class Extractor {
 public:
  // `kernel`: "" for the fastest. Errors: those of the language model and of the resources.
  [[nodiscard]] static Result<Extractor> load(const DataFolder& data, const std::string& kernel);

  // One record for each document, in order. Documents are as ingest makes them: valid UTF-8, blocks of bounded size.
  // Cost: some 20 microseconds a token.
  [[nodiscard]] std::vector<record::ReportRecord> extract(std::vector<record::Document> documents) const;

 private:
  Extractor(language::Pipeline pipeline, ground::Grounder grounder, attribute::Attributor attributor,
            extract::FigureReader figures, extract::StatementReader statements, extract::EventReader events);
  [[nodiscard]] std::vector<language::Analysis> analyze_all(std::span<const std::string_view> texts) const;
  [[nodiscard]] record::ReportRecord read(record::Document document, std::vector<language::Analysis> analyses) const;

  language::Pipeline pipeline_;
  ground::Grounder grounder_;
  attribute::Attributor attributor_;
  extract::FigureReader figures_;
  extract::StatementReader statements_;
  extract::EventReader events_;
};

}  // namespace counterclaim::engine
