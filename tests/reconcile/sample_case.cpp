#include "reconcile/sample_case.h"

#include <map>
#include <utility>

#include <doctest/doctest.h>

#include "counterclaim/base/sha256.h"
#include "counterclaim/record/names.h"

namespace counterclaim::test {

SampleReport::SampleReport(std::string id, std::optional<std::string> published) {
  record_.document.id = std::move(id);
  record_.document.published = std::move(published);
}

SampleReport& SampleReport::says(const std::string& sentence) {
  std::string& text = record_.document.text;
  if (!text.empty()) text += ' ';
  sentence_begin_ = text.size();
  text += sentence;
  record_.sentences.push_back({static_cast<std::uint32_t>(sentence_begin_), static_cast<std::uint32_t>(text.size())});
  record::Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  record_.document.blocks = {block};
  record_.document.sha256 = sha256_hex(text);
  return *this;
}

CodePointSpan SampleReport::find(const std::string& words) const {
  const std::size_t at = record_.document.text.find(words, sentence_begin_);
  REQUIRE_MESSAGE(at != std::string::npos, words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

record::Source SampleReport::source(const std::string& words, std::optional<std::string> side) const {
  record::Source source;
  source.span = find(words);
  source.text = words;
  source.side = std::move(side);
  return source;
}

record::Figure& SampleReport::figure(const std::string& quote, double value, std::optional<std::string> side) {
  record::Figure figure;
  figure.span = find(quote);
  figure.measure = record::Measure::kKilled;
  figure.value = value;
  figure.side = std::move(side);
  figure.kind = record::PersonKind::kMilitary;
  record_.figures.push_back(std::move(figure));
  return record_.figures.back();
}

record::Statement& SampleReport::statement(const std::string& quote, const std::string& content, const std::string& who,
                                           std::optional<std::string> side, record::Stance stance) {
  record::Statement statement;
  statement.span = find(quote);
  statement.content = find(content);
  statement.source = source(who, std::move(side));
  statement.stance = stance;
  record_.statements.push_back(std::move(statement));
  return record_.statements.back();
}

record::Event& SampleReport::event(const std::string& quote, record::EventType type, std::optional<std::string> actor,
                                   std::optional<std::string> target, std::optional<std::string> when) {
  record::Event event;
  event.span = find(quote);
  event.type = type;
  event.actor = std::move(actor);
  event.target = std::move(target);
  event.when = std::move(when);
  record_.events.push_back(std::move(event));
  return record_.events.back();
}

SampleReport& SampleReport::party(const std::string& words, const std::string& side) {
  record::PartyMention mention;
  mention.span = find(words);
  mention.text = words;
  mention.side = side;
  record_.parties.push_back(std::move(mention));
  return *this;
}

const reconcile::Reconciler& reconciler() {
  static const auto loaded = reconcile::Reconciler::load(COUNTERCLAIM_RESOURCE_DIR "/reconcile");
  REQUIRE_MESSAGE(loaded.has_value(), loaded.error().message);
  return *loaded;
}

record::Derivation derive(const std::vector<SampleReport>& reports) {
  std::vector<reconcile::ReportFacts> facts;
  for (const SampleReport& report : reports) facts.push_back(reconciler().facts_of(report.record()));
  return reconciler().derive(std::move(facts));
}

std::vector<std::string> relations_of(const std::vector<SampleReport>& reports) {
  std::map<std::string, const record::Document*> documents;
  for (const SampleReport& report : reports) documents[report.record().document.id] = &report.record().document;
  const record::Derivation derivation = derive(reports);
  const auto words = [&](const record::ItemRef& ref) {
    return documents.at(derivation.reports[ref.report])->text.substr(ref.span.begin, ref.span.size());
  };
  std::vector<std::string> relations;
  for (const record::Relation& relation : derivation.relations)
    relations.push_back(std::string(record::name_of(relation.type)) + ": " + words(relation.a) + " -> " +
                        words(relation.b));
  return relations;
}

}  // namespace counterclaim::test
