#include "counterclaim/publish/item_filter.h"

#include <initializer_list>

#include "counterclaim/base/ascii.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using Words = std::optional<std::string>;

bool is_same(const Words& wanted, std::initializer_list<const Words*> given) {
  if (!wanted) return true;
  const std::string folded = lower_ascii(*wanted);
  for (const Words* words : given) {
    if (*words && lower_ascii(**words) == folded) return true;
  }
  return false;
}

bool is_named(const Words& wanted, std::string_view name) { return !wanted || lower_ascii(*wanted) == name; }

bool has_source(const Words& wanted, const std::optional<record::Source>& source) {
  if (!wanted) return true;
  if (!source) return false;
  const std::string folded = lower_ascii(*wanted);
  const Words text = source->text;
  for (const Words* words : {&text, &source->name, &source->side, &source->via}) {
    if (*words && lower_ascii(**words).find(folded) != std::string::npos) return true;
  }
  return false;
}

bool is_of_days(const ItemFilter& filter, const record::Document& document, const Words& when) {
  if (!filter.since && !filter.until) return true;
  const Words& date = when ? when : document.published;
  return date && is_within(*date, filter.since, filter.until);
}

// The date without what marks it as approximate or uncertain.
std::string_view bare(std::string_view date) {
  while (!date.empty() && std::string_view("~?%").find(date.back()) != std::string_view::npos) date.remove_suffix(1);
  return date;
}

}  // namespace

// Dates of one form are in the order of their characters, and a month comes before and ends after each of its days.
bool is_within(std::string_view when, const std::optional<std::string>& since,
               const std::optional<std::string>& until) {
  const std::size_t slash = when.find('/');
  const std::string_view first = bare(when.substr(0, slash));
  const std::string_view last = slash == std::string_view::npos ? first : bare(when.substr(slash + 1));
  const auto day = [](std::string_view date) { return date.substr(0, 10); };
  // An open end ("2022-09-12/..") has no limit.
  if (since && last != ".." && !last.empty() && day(last) < day(*since).substr(0, last.size())) return false;
  return !until || first == ".." || first.empty() || day(first) <= day(*until);
}

bool matches(const ItemFilter& filter, const record::Document& document) {
  return !filter.report || *filter.report == document.id;
}

bool matches(const ItemFilter& filter, const record::ReportRecord& record, const record::Figure& figure) {
  return matches(filter, record.document) && is_same(filter.side, {&figure.side}) &&
         is_named(filter.measure, record::name_of(figure.measure)) && has_source(filter.source, figure.source) &&
         is_of_days(filter, record.document, figure.when);
}

bool matches(const ItemFilter& filter, const record::ReportRecord& record, const record::Statement& statement) {
  return matches(filter, record.document) && is_same(filter.side, {&statement.source.side, &statement.target}) &&
         is_named(filter.measure, record::name_of(statement.stance)) && has_source(filter.source, statement.source) &&
         is_of_days(filter, record.document, statement.when);
}

bool matches(const ItemFilter& filter, const record::ReportRecord& record, const record::Event& event) {
  return matches(filter, record.document) && is_same(filter.side, {&event.actor, &event.target}) &&
         is_named(filter.measure, record::name_of(event.type)) && has_source(filter.source, event.source) &&
         is_of_days(filter, record.document, event.when);
}

}  // namespace counterclaim::publish
