#include "counterclaim/engine/derived_run.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/engine/data_folder.h"
#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/reconcile/coding_rules.h"
#include "counterclaim/reconcile/reconciler.h"
#include "counterclaim/record/names.h"
#include "counterclaim/store/case.h"

namespace counterclaim::engine {
namespace {

struct DerivedCase {
  record::Derivation derivation;
  publish::ItemTexts texts;
  std::filesystem::path resources;  // of the reconciliation
  std::size_t reports = 0;
};

Result<DerivedCase> derive_case(store::Case& file, unsigned threads) {
  const auto data = find_data_folder();
  if (!data) return tl::unexpected(data.error());
  DerivedCase derived;
  derived.resources = data->resources / "reconcile";
  const auto reconciler = reconcile::Reconciler::load(derived.resources);
  if (!reconciler) return tl::unexpected(reconciler.error());
  std::vector<reconcile::ReportFacts> facts;
  const auto done = file.for_each([&](const record::ReportRecord& record) {
    facts.push_back(reconciler->facts_of(record));
    derived.texts.add(record);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  derived.reports = facts.size();
  derived.derivation = reconciler->derive(std::move(facts), {.threads = threads});
  return derived;
}

using Start = publish::TableWriter (*)(publish::TableOptions);
using AddRows = void (*)(publish::TableWriter&, const record::Derivation&, const publish::ItemTexts&,
                         const publish::DerivedFilter&, std::string&);

std::pair<Start, AddRows> kind_of(DerivedTable table) {
  switch (table) {
    case DerivedTable::kRelations: return {publish::relations_table, publish::add_relations};
    case DerivedTable::kIncidents: return {publish::incidents_table, publish::add_incidents};
    case DerivedTable::kToll: return {publish::series_table, publish::add_series};
    case DerivedTable::kLedger: return {publish::series_table, publish::add_ledger};
    case DerivedTable::kCeasefires: return {publish::ceasefires_table, publish::add_ceasefires};
    case DerivedTable::kReactions: break;
  }
  return {publish::reactions_table, publish::add_reactions};
}

Result<std::string> estimates_in_words(const DerivedCase& derived, const DerivedOptions& options) {
  const auto rules = reconcile::CodingRules::load(derived.resources);
  if (!rules) return tl::unexpected(rules.error());
  const auto estimates = rules->estimate(derived.derivation.series, options.rule);
  if (!estimates) return tl::unexpected(estimates.error());
  std::string out;
  publish::TableWriter table = publish::estimates_table(options.output);
  publish::add_estimates(table, derived.derivation, derived.texts, *estimates, options.filter, out);
  table.finish(out);
  return out;
}

// The item's sentence with its words marked, and who says so.
std::string item_in_words(const record::ReportRecord& record, CodePointSpan span, record::ItemKind kind,
                          const std::string& id, const std::string& source) {
  const publish::SentenceFinder sentences(record);
  const publish::Excerpt excerpt = sentences.excerpt(span);
  return fmt::format("{} {}\n  report   {}{}\n  source   {}\n  sentence {}[{}]{}\n", record::name_of(kind), id,
                     record.document.id, record.document.published ? ", " + *record.document.published : "",
                     source.empty() ? "the report itself" : source, excerpt.text.substr(0, excerpt.begin),
                     excerpt.text.substr(excerpt.begin, excerpt.end - excerpt.begin), excerpt.text.substr(excerpt.end));
}

std::string relation_in_words(const DerivedCase& derived, const record::Relation& relation, bool is_a) {
  const record::ItemRef& other = is_a ? relation.b : relation.a;
  const publish::ItemText& text = derived.texts.of(derived.derivation, other);
  std::string out = fmt::format("\n  {}{} {}, weight {:.1f}: {}\n           \"{}\"\n", record::name_of(relation.type),
                                is_a ? " ->" : " <-", text.id, relation.weight / 1000.0,
                                derived.derivation.reports[other.report], text.quote);
  for (const record::Reason& reason : relation.reasons)
    out += fmt::format("           {:+.1f} {}: {}\n", reason.weight / 1000.0, reason.field, reason.text);
  return out;
}

CodePointSpan span_of(const record::ReportRecord& record, const publish::ItemTexts::Found& found) {
  switch (found.kind) {
    case record::ItemKind::kFigure: return record.figures[found.index].span;
    case record::ItemKind::kStatement: return record.statements[found.index].span;
    case record::ItemKind::kEvent: break;
  }
  return record.events[found.index].span;
}

}  // namespace

Result<RunSummary> run_derived(const std::string& case_path, const DerivedOptions& options, const Sink& sink) {
  auto file = store::Case::open(case_path, {});
  if (!file) return tl::unexpected(file.error());
  const auto derived = derive_case(*file, options.threads);
  if (!derived) return tl::unexpected(derived.error());
  RunSummary summary;
  summary.documents = derived->reports;
  if (!options.rule.empty()) {
    const auto text = estimates_in_words(*derived, options);
    if (!text) return tl::unexpected(text.error());
    summary.stopped = !sink(*text);
    return summary;
  }
  const auto [start, add] = kind_of(options.table);
  publish::TableWriter table = start(options.output);
  std::string out;
  add(table, derived->derivation, derived->texts, options.filter, out);
  table.finish(out);
  summary.stopped = !sink(out);
  return summary;
}

Result<RunSummary> run_show(const std::string& case_path, const std::string& id, const Sink& sink) {
  auto file = store::Case::open(case_path, {});
  if (!file) return tl::unexpected(file.error());
  const auto derived = derive_case(*file, 1);
  if (!derived) return tl::unexpected(derived.error());
  const auto found = derived->texts.find(id);
  if (!found) return fail(ErrorCode::kUsage, fmt::format("no figure, statement or event has the id '{}'", id));
  const auto record = file->load(found->report);
  if (!record) return tl::unexpected(record.error());
  const CodePointSpan span = span_of(*record, *found);
  const auto is_it = [&](const record::ItemRef& ref) {
    return ref.kind == found->kind && ref.index == found->index &&
           derived->derivation.reports[ref.report] == found->report;
  };
  const auto& reports = derived->derivation.reports;
  const auto report =
      static_cast<std::uint32_t>(std::lower_bound(reports.begin(), reports.end(), found->report) - reports.begin());
  const publish::ItemText& text = derived->texts.of(derived->derivation, {report, found->kind, found->index, span});
  std::string out = item_in_words(*record, span, found->kind, id, text.source);
  for (const record::Relation& relation : derived->derivation.relations) {
    if (is_it(relation.a)) out += relation_in_words(*derived, relation, true);
    if (is_it(relation.b)) out += relation_in_words(*derived, relation, false);
  }
  RunSummary summary;
  summary.documents = derived->reports;
  summary.stopped = !sink(out);
  return summary;
}

}  // namespace counterclaim::engine
