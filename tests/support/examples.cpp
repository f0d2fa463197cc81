#include "support/examples.h"

#include <utility>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/ingest/document.h"
#include "counterclaim/record/names.h"

namespace counterclaim::test {
namespace {

template <class Value>
Value loaded(Result<Value> result) {
  if (!result) FAIL(fmt::format("{}: {}", code_name(result.error().code), result.error().message));
  return std::move(*result);
}

std::string amount(const record::Figure& figure) {
  using record::Bound;
  if (!figure.value) return fmt::format("'{}'", figure.word.value_or(""));
  const std::string value = fmt::format("{}", *figure.value);
  switch (figure.bound) {
    case Bound::kExact: return value;
    case Bound::kAtLeast: return ">=" + value;
    case Bound::kMoreThan: return ">" + value;
    case Bound::kAtMost: return "<=" + value;
    case Bound::kLessThan: return "<" + value;
    case Bound::kAbout: return "~" + value;
    case Bound::kRange: return fmt::format("{}..{}", value, figure.value_high.value_or(0));
    case Bound::kVague: break;
  }
  return "?";
}

}  // namespace

std::string notation(const record::Figure& figure) {
  std::string out = figure.polarity == record::Polarity::kDenied ? "not " : "";
  out += fmt::format("{} {}", record::name_of(figure.measure), amount(figure));
  if (figure.side) out += " " + *figure.side;
  if (figure.kind && *figure.kind != record::PersonKind::kUnspecified)
    out += fmt::format(" {}", record::name_of(*figure.kind));
  if (figure.unit != "persons") out += fmt::format(" ({})", figure.unit);
  if (figure.source) out += " <- " + figure.source->text;
  return out;
}

Stages::Stages()
    : pipeline_(loaded(language::Pipeline::load(COUNTERCLAIM_MODEL_DIR))),
      grounder_(loaded(ground::Grounder::load(COUNTERCLAIM_RESOURCE_DIR))),
      attributor_(loaded(attribute::Attributor::load(COUNTERCLAIM_RESOURCE_DIR))),
      reader_(loaded(extract::FigureReader::load(COUNTERCLAIM_RESOURCE_DIR))) {}

const Stages& Stages::get() {
  static const Stages stages;
  return stages;
}

record::Document Stages::document(std::string_view text) const {
  ingest::RawReport report;
  report.text = std::string(text);
  return loaded(ingest::make_document(std::move(report)));
}

ground::GroundedAnalysis Stages::ground(const record::Document& document) const {
  std::vector<language::Analysis> analyses;
  for (const record::Block& block : document.blocks) analyses.push_back(loaded(pipeline_.analyze(block.clean_text)));
  return grounder_.ground(document, std::move(analyses));
}

std::vector<record::Figure> Stages::figures(std::string_view text) const {
  const record::Document report = document(text);
  const ground::GroundedAnalysis grounded = ground(report);
  return reader_.read(grounded, attributor_.attribute(grounded));
}

void check_figures(std::string_view text, const std::vector<std::string>& expected) {
  std::vector<std::string> found;
  for (const record::Figure& figure : Stages::get().figures(text)) found.push_back(notation(figure));
  CHECK_MESSAGE(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")), text);
}

}  // namespace counterclaim::test
