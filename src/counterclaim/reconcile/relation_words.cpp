#include "counterclaim/reconcile/relation_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include <fmt/format.h>

namespace counterclaim::reconcile {
namespace {

constexpr std::array<const char*, kFields> kFieldNames = {"prior",  "reports", "words", "side",  "target",
                                                          "source", "stance",  "days",  "place", "value",
                                                          "type",   "kind",    "link"};

record::ItemRef item_ref(std::span<const ReportFacts> reports, PassageRef ref) {
  const ItemFacts& item = reports[ref.report].items[ref.item];
  return {ref.report, item.item_kind, item.index, item.span};
}

std::string days_in_words(const ItemFacts& item) {
  if (!item.days) return "?";
  const auto end = [](std::int32_t day) {
    return day == DayInterval::kOpenBegin || day == DayInterval::kOpenEnd ? std::string("..") : iso_day(day);
  };
  return item.days->first == item.days->last ? end(item.days->first)
                                             : end(item.days->first) + "/" + end(item.days->last);
}

std::string both_in_words(const std::string& a, const std::string& b) {
  const auto told = [](const std::string& name) { return name.empty() ? std::string("none told") : name; };
  return a == b ? told(a) : fmt::format("{} and {}", told(a), told(b));
}

std::string in_words(Field field, const ReportFacts& report_a, const ItemFacts& a, const ReportFacts& report_b,
                     const ItemFacts& b, std::int32_t weight) {
  const auto names = [&](NameId x, NameId y) { return both_in_words(report_a.name(x), report_b.name(y)); };
  switch (field) {
    case Field::kPrior: return "any two passages of the case";
    case Field::kReports: return weight >= 0 ? "reports of much the same" : "reports of other things";
    case Field::kWords: return weight >= 0 ? "words in common" : "few words in common";
    case Field::kSide: return names(a.side, b.side);
    case Field::kTarget: return names(a.target, b.target);
    case Field::kSource:
      return weight >= 0 && report_a.name(a.source_name) != report_b.name(b.source_name)
                 ? names(a.source_side, b.source_side)
                 : names(a.source_name, b.source_name);
    case Field::kStance: return weight >= 0 ? "said in one manner" : "said in two manners";
    case Field::kDays: return both_in_words(days_in_words(a), days_in_words(b));
    case Field::kPlace: return names(a.place, b.place);
    case Field::kValue:
      return a.value && b.value && *a.value == *b.value ? fmt::format("{} in both", *a.value) : "large numbers";
    case Field::kType: return weight > 0 ? "types of happening that fit" : "types of happening that do not fit";
    case Field::kKind: return "one kind of people";
    case Field::kLink: return "the one is said about the other";
  }
  return {};
}

}  // namespace

std::vector<record::Reason> reasons_in_words(std::span<const ReportFacts> reports, const FoundRelation& found) {
  const ReportFacts &report_a = reports[found.a.report], &report_b = reports[found.b.report];
  const ItemFacts &a = report_a.items[found.a.item], &b = report_b.items[found.b.item];
  std::vector<record::Reason> reasons;
  for (std::size_t n = 0; n < kFields; ++n) {
    const auto field = static_cast<Field>(n);
    const std::int32_t weight = found.sheet.of(field);
    if (weight != 0) reasons.push_back({kFieldNames.at(n), weight, in_words(field, report_a, a, report_b, b, weight)});
  }
  return reasons;
}

std::vector<record::Relation> relations_in_words(std::span<const ReportFacts> reports,
                                                 std::vector<FoundRelation> found) {
  const auto key = [](const FoundRelation& r) {
    return std::tuple(r.a, r.b, static_cast<int>(r.type), -r.sheet.sum());
  };
  std::erase_if(found, [](const FoundRelation& r) { return r.hidden; });
  std::sort(found.begin(), found.end(), [&](const auto& x, const auto& y) { return key(x) < key(y); });
  std::vector<record::Relation> relations;
  relations.reserve(found.size());
  for (std::size_t n = 0; n < found.size(); ++n) {
    const FoundRelation& r = found[n];
    if (n > 0 && found[n - 1].a == r.a && found[n - 1].b == r.b && found[n - 1].type == r.type) continue;
    relations.push_back(
        {item_ref(reports, r.a), item_ref(reports, r.b), r.type, r.sheet.sum(), reasons_in_words(reports, r)});
  }
  return relations;
}

}  // namespace counterclaim::reconcile
