#include "counterclaim/publish/claim_checker.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/csv_records.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/publish/date_words.h"
#include "counterclaim/publish/figure_words.h"
#include "counterclaim/publish/sentence_finder.h"
#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

using record::Bound;

constexpr std::uint32_t kFar = 100;  // of figures that are not about the same thing

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string folded(std::string_view text) { return lower_ascii(trimmed(text)); }

struct BoundWords {
  std::string_view words;
  Bound bound;
};

// In front of a number, the longer ones first.
constexpr BoundWords kBefore[] = {
    {"at least", Bound::kAtLeast},   {"more than", Bound::kMoreThan}, {"over", Bound::kMoreThan},
    {"up to", Bound::kAtMost},       {"at most", Bound::kAtMost},     {"fewer than", Bound::kLessThan},
    {"less than", Bound::kLessThan}, {"under", Bound::kLessThan},     {"about", Bound::kAbout},
    {"around", Bound::kAbout},       {"nearly", Bound::kLessThan},    {">=", Bound::kAtLeast},
    {"≥", Bound::kAtLeast},          {"<=", Bound::kAtMost},          {"≤", Bound::kAtMost},
    {">", Bound::kMoreThan},         {"<", Bound::kLessThan},         {"~", Bound::kAbout},
    {"c.", Bound::kAbout},
};

// A number with or without commas between its thousands, at the beginning of `text`, which it is cut off from.
std::optional<double> take_number(std::string_view& text) {
  std::string digits;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if ((c >= '0' && c <= '9') || c == '.') {
      digits += c;
    } else if (!(c == ',' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9')) {
      break;
    }
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  text = trimmed(text.substr(at));
  return value;
}

// "at least 1,200", "49+", "12-15", "49"; the bound is kExact where none is told.
std::optional<record::Figure> amount_of(std::string_view cell) {
  record::Figure amount;
  std::string lower = folded(cell);
  std::string_view text = lower;
  for (const BoundWords& each : kBefore) {
    if (!text.starts_with(each.words)) continue;
    amount.bound = each.bound;
    text = trimmed(text.substr(each.words.size()));
    break;
  }
  amount.value = take_number(text);
  if (!amount.value) return std::nullopt;
  if (text == "+") {
    amount.bound = Bound::kAtLeast;
    return amount;
  }
  for (const std::string_view dash : {"-", "–", "—", "to"}) {
    if (!text.starts_with(dash)) continue;
    text = trimmed(text.substr(dash.size()));
    amount.value_high = take_number(text);
    amount.bound = Bound::kRange;
    if (!amount.value_high) return std::nullopt;
    break;
  }
  if (!text.empty()) return std::nullopt;
  return amount;
}

bool same_words(const std::optional<std::string>& a, std::string_view b) { return a && folded(*a) == folded(b); }

bool says(const std::optional<record::Source>& source, std::string_view claimant) {
  if (!source) return folded(claimant) == "the report" || folded(claimant) == "(the report)";
  if (same_words(source->name, claimant) || same_words(source->side, claimant)) return true;
  return folded(source->text) == folded(claimant);
}

// The day of a figure: its own, else that of its report.
bool is_of_day(const record::ReportRecord& record, const record::Figure& figure, const std::string& date) {
  const std::optional<std::string>& when = figure.when ? figure.when : record.document.published;
  const auto days = when ? days_of(*when) : std::nullopt;
  const auto wanted = days_of(date);
  return days && wanted && days->first <= wanted->second && wanted->first <= days->second;
}

}  // namespace

std::string_view name_of(ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::kFound: return "found";
    case ClaimVerdict::kDiffers: return "differs";
    case ClaimVerdict::kAbsent: return "absent";
    case ClaimVerdict::kNoReport: return "no_report";
  }
  return "absent";
}

std::string_view ClaimChecker::field(const Claim& claim, std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) return {};
  return trimmed(claim.fields[static_cast<std::size_t>(found - columns_.begin())]);
}

Result<void> ClaimChecker::read_row(std::vector<std::string> fields, std::uint32_t line) {
  fields.resize(columns_.size());
  Claim& claim = claims_.emplace_back();
  claim.fields = std::move(fields);
  const auto malformed = [&](std::string_view column, std::string_view expected) {
    return fail(ErrorCode::kInputMalformed,
                fmt::format("line {}: {} '{}' is not {}", line, column, field(claim, column), expected));
  };
  const auto amount = amount_of(field(claim, "value"));
  if (!amount) return malformed("value", "a number");
  claim.amount = *amount;
  claim.has_bound = amount->bound != Bound::kExact;
  const auto given = [&](std::string_view column) {
    const std::string_view cell = field(claim, column);
    return cell.empty() ? std::nullopt : std::optional(std::string(cell));
  };
  if (const auto bound = given("bound")) {
    const auto known = record::value_named<Bound>(folded(*bound));
    if (!known) return malformed("bound", "a bound: exact, at_least, more_than, at_most, less_than, about, range");
    claim.amount.bound = *known;
    claim.has_bound = true;
  }
  if (const auto measure = given("measure")) {
    std::string name = folded(*measure);
    std::replace(name.begin(), name.end(), ' ', '_');
    claim.measure = record::value_named<record::Measure>(name);
    if (!claim.measure) return malformed("measure", "a measure: killed, wounded, captured, missing, displaced, …");
  }
  if (const auto kind = given("kind")) {
    claim.kind = record::value_named<record::PersonKind>(folded(*kind));
    if (!claim.kind) return malformed("kind", "a kind: military, civilian or unspecified");
  }
  claim.date = given("date");
  if (claim.date && !days_of(*claim.date)) return malformed("date", "a date: YYYY-MM-DD");
  claim.side = given("side");
  claim.claimant = given("claimant");
  claim.report = given("report");
  return {};
}

Result<ClaimChecker> ClaimChecker::read(std::string_view csv) {
  if (first_invalid_utf8(csv)) return fail(ErrorCode::kTextInvalidUtf8, "the sheet is not valid UTF-8");
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  ClaimChecker checker;
  CsvRecords records(csv);
  std::vector<std::string> fields;
  if (records.next(fields)) {
    for (const std::string& name : fields) checker.columns_.push_back(folded(name));
  }
  if (std::find(checker.columns_.begin(), checker.columns_.end(), "value") == checker.columns_.end())
    return fail(ErrorCode::kInputMalformed, "the first line of the sheet names no column 'value'");
  while (records.next(fields)) {
    if (fields.size() == 1 && fields[0].empty()) continue;
    if (const auto row = checker.read_row(fields, records.line()); !row) return tl::unexpected(row.error());
  }
  return checker;
}

void ClaimChecker::compare(Claim& claim, const record::ReportRecord& record, const record::Figure& figure,
                           const SentenceFinder& sentences) {
  ClaimResult result;
  const bool same_number = figure.value == claim.amount.value &&
                           (claim.amount.bound != Bound::kRange || figure.value_high == claim.amount.value_high);
  const bool same_measure = !claim.measure || figure.measure == *claim.measure;
  const bool same_side = !claim.side || same_words(figure.side, *claim.side);
  std::uint32_t distance = 0;
  const auto check = [&](bool same, std::string_view what, std::uint32_t weight) {
    if (same) return;
    result.differences.push_back(what);
    distance += weight;
  };
  check(same_number, "number", 3);
  // A number without a bound tells nothing of the bound, but a range is more than its lower end.
  const bool bound_agrees = claim.has_bound ? figure.bound == claim.amount.bound : figure.bound != Bound::kRange;
  check(bound_agrees, "bound", 1);
  check(same_measure, "measure", 4);
  check(same_side, "side", 2);
  check(!claim.kind || figure.kind == *claim.kind, "kind", 1);
  check(!claim.date || is_of_day(record, figure, *claim.date), "date", 1);
  check(!claim.claimant || says(figure.source, *claim.claimant), "claimant", 1);
  check(figure.polarity == record::Polarity::kAsserted, "denied", 1);
  const bool about_the_same =
      same_number || (claim.measure && same_measure && ((claim.side && same_side) || claim.report));
  if (!about_the_same) distance += kFar;
  if (distance >= kFar) return;
  const auto before = std::tie(record.document.id, figure.span.begin);
  const bool nearer =
      !claim.nearest || distance < claim.distance ||
      (distance == claim.distance && before < std::tie(claim.nearest->report, claim.nearest->span.begin));
  if (!nearer) return;
  result.verdict = distance == 0 ? ClaimVerdict::kFound : ClaimVerdict::kDiffers;
  result.value = how_many(figure);
  result.claimant = who_says(figure);
  result.report = record.document.id;
  result.sentence = sentences.excerpt(figure.span).text;
  result.span = figure.span;
  claim.distance = distance;
  claim.nearest = std::move(result);
}

void ClaimChecker::add(const record::ReportRecord& record) {
  const SentenceFinder sentences(record);
  for (Claim& claim : claims_) {
    const bool cited = !claim.report || *claim.report == record.document.id || claim.report == record.document.url;
    if (!cited) continue;
    claim.report_is_there = true;
    for (const record::Figure& figure : record.figures) compare(claim, record, figure, sentences);
  }
}

ClaimResult ClaimChecker::result(std::size_t row) const {
  const Claim& claim = claims_[row];
  if (claim.nearest) return *claim.nearest;
  ClaimResult none;
  if (claim.report && !claim.report_is_there) none.verdict = ClaimVerdict::kNoReport;
  return none;
}

void ClaimChecker::print(TableOptions options, std::string& out) const {
  std::vector<std::string_view> names(columns_.begin(), columns_.end());
  for (const std::string_view added :
       {"verdict", "differs", "found_value", "found_claimant", "found_report", "begin", "end", "sentence"}) {
    names.push_back(added);
  }
  TableWriter table({{"cited", 32}, {"verdict", 9}, {"differs", 20}, {"figure", 20}, {"who says", 28}, {"sentence"}},
                    names, options);
  for (std::size_t n = 0; n < claims_.size(); ++n) {
    const ClaimResult result = this->result(n);
    const bool near = claims_[n].nearest.has_value();
    std::string differences;
    for (const std::string_view each : result.differences)
      differences.append(differences.empty() ? "" : " ").append(each);
    TableRow row;
    for (std::size_t column = 0; column < columns_.size(); ++column)
      row.fields.push_back({columns_[column], claims_[n].fields[column]});
    const auto told = [&](const std::string& text) { return near ? FieldValue(text) : FieldValue(); };
    row.fields.insert(row.fields.end(), {{"verdict", name_of(result.verdict)},
                                         {"differs", told(differences)},
                                         {"found_value", told(result.value)},
                                         {"found_claimant", told(result.claimant)},
                                         {"found_report", told(result.report)},
                                         {"begin", near ? FieldValue(result.span.begin) : FieldValue()},
                                         {"end", near ? FieldValue(result.span.end) : FieldValue()},
                                         {"sentence", told(result.sentence)}});
    std::string cited;
    for (const std::string_view column : {"value", "measure", "side", "date"}) {
      if (const std::string_view cell = field(claims_[n], column); !cell.empty())
        cited.append(cited.empty() ? "" : " ").append(cell);
    }
    row.cells = {cited,          std::string(name_of(result.verdict)), differences, result.value, result.claimant,
                 result.sentence};
    table.add(std::move(row), out);
  }
  table.finish(out);
}

}  // namespace counterclaim::publish
