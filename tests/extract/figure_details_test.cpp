// What a figure tells beside its number: counts, who, hedge, part_of, same_as. On invented happenings.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/examples.h"

using namespace counterclaim;

namespace {

std::vector<record::Figure> figures_of(std::string_view text) {
  const test::Stages& stages = test::Stages::get();
  const record::Document document = stages.document(text, "2024-05-10");
  const ground::GroundedAnalysis grounded = stages.ground(document);
  return stages.figures(grounded).figures;
}

std::string counting(const record::Figure& figure) {
  if (!figure.counts) return "-";
  return *figure.counts == record::Counting::kNew ? "new" : "cumulative";
}

void check_counts(std::string_view text, std::vector<std::string> expected) {
  INFO(text);
  std::vector<std::string> found;
  for (const record::Figure& figure : figures_of(text)) found.push_back(counting(figure));
  CHECK(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")));
}

void check_who(std::string_view text, std::vector<std::string> expected) {
  INFO(text);
  std::vector<std::string> found;
  for (const record::Figure& figure : figures_of(text)) found.push_back(figure.who ? figure.who->name : "-");
  CHECK(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")));
}

void check_hedge(std::string_view text, std::vector<std::string> expected) {
  INFO(text);
  std::vector<std::string> found;
  for (const record::Figure& figure : figures_of(text)) found.push_back(figure.hedge.value_or("-"));
  CHECK(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")));
}

// Positions of the figures that each one is a part of or repeats; -1 for none.
template <class Field>
void check_links(std::string_view text, Field field, std::vector<int> expected) {
  INFO(text);
  std::vector<int> found;
  for (const record::Figure& figure : figures_of(text)) found.push_back(static_cast<int>((figure.*field).value_or(-1)));
  CHECK(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")));
}

}  // namespace

TEST_CASE("counts: a running total, or what one happening brought") {
  check_counts("The death toll rose to 45.", {"cumulative"});
  check_counts("Nine nurses have been killed so far.", {"cumulative"});
  check_counts("A total of 900 people have fled.", {"cumulative"});
  check_counts("Another nine nurses were killed.", {"new"});
  check_counts("Nine nurses were killed and five more wounded.", {"-", "new"});
  check_counts("Nine nurses were killed on Monday.", {"new"});
  check_counts("More than 90 nurses were killed.", {"-"});
  check_counts("Nine nurses have been killed.", {"-"});
}

TEST_CASE("who: names, else what the people are") {
  check_who("Nine nurses were killed.", {"nurses"});
  check_who("Two Peruvian journalists were wounded.", {"Peruvian journalists"});
  check_who("Nine people were killed.", {"-"});
  check_who("Nine were killed.", {"-"});
  check_who("The soldier Juan Rojas was killed.", {"Juan Rojas"});
  check_who("Ten people, including four children, were killed.", {"-", "children"});
}

TEST_CASE("hedge: hearsay and doubt without anybody who says it") {
  check_hedge("Nine nurses were reportedly killed.", {"reportedly"});
  check_hedge("Nine nurses are feared dead.", {"are feared"});
  check_hedge("Nine nurses are believed to have been killed.", {"are believed"});
  check_hedge("Nine nurses were killed.", {"-"});
}

TEST_CASE("part_of: parts of a count told before") {
  using record::Figure;
  check_links("30 people were killed, five of them children.", &Figure::part_of, {-1, 0});
  check_links("Ten sailors, including four cadets and a cook, were killed.", &Figure::part_of, {-1, 0, 0});
  check_links("The six - two cooks and four guards - killed in the blast were mourned.", &Figure::part_of, {-1, 0, 0});
  check_links("The army said 132 of the dead were children and another nine were teachers.", &Figure::part_of, {-1, 0});
  check_links("Nine nurses and four cooks were killed.", &Figure::part_of, {-1, -1});
}

TEST_CASE("same_as: the same count told again in another paragraph") {
  using record::Figure;
  check_links("Eight miners died in the blast.\n\nThe eight miners were killed at dawn.", &Figure::same_as, {-1, 0});
  check_links("Eight miners died in the blast.\n\nAnother eight miners were killed at dawn.", &Figure::same_as,
              {-1, -1});
  check_links("Eight miners died in the blast.\n\nEight guards were killed at dawn.", &Figure::same_as, {-1, -1});
  check_links("Eight miners died in the blast.\n\nEight miners were wounded.", &Figure::same_as, {-1, -1});
}
