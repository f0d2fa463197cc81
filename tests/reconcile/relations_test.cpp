// How what several reports say stands to each other.
#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "reconcile/sample_case.h"

using counterclaim::test::relations_of;
using counterclaim::test::SampleReport;
using Relations = std::vector<std::string>;
using counterclaim::record::Bound;
using counterclaim::record::Stance;

namespace {

SampleReport count(const std::string& id, const std::string& published, const std::string& sentence,
                   const std::string& quote, double value, const std::string& who = "", const std::string& side = "",
                   Bound bound = Bound::kExact) {
  SampleReport report(id, published);
  report.says(sentence).party("Peru", "Peru").party("Chile", "Chile");
  auto& figure = report.figure(quote, value, "Peru");
  figure.bound = bound;
  if (!who.empty()) figure.source = report.source(who, side);
  return report;
}

}  // namespace

TEST_CASE("a later count of one side's authorities is an update") {
  const auto morning = count("morning", "1932-09-12", "Peru said 49 soldiers fell in the fight with Chile.",
                             "49 soldiers", 49, "Peru", "Peru");
  const auto evening = count("evening", "1932-09-13", "Peru said 105 soldiers fell in the fight with Chile.",
                             "105 soldiers", 105, "Peru", "Peru");
  CHECK(relations_of({morning, evening}) == Relations{"update: 49 soldiers -> 105 soldiers"});
  CHECK(relations_of({evening, morning}) == Relations{"update: 49 soldiers -> 105 soldiers"});
}

TEST_CASE("two sides' counts that cannot both be true are a conflict") {
  const auto own = count("own", "1932-09-12", "Peru put its dead at 80 soldiers after fighting Chile.", "80 soldiers",
                         80, "Peru", "Peru");
  const auto enemy = count("enemy", "1932-09-12", "Chile put the dead of Peru at 431 soldiers after the fighting.",
                           "431 soldiers", 431, "Chile", "Chile");
  CHECK(relations_of({own, enemy}) == Relations{"conflict: 431 soldiers -> 80 soldiers"});
}

TEST_CASE("at least 49 and 105 can both be true") {
  const auto low = count("low", "1932-09-12", "Peru put its dead at 49 or more soldiers after fighting Chile.",
                         "49 or more soldiers", 49, "Peru", "Peru", Bound::kAtLeast);
  const auto high = count("high", "1932-09-12", "Chile put the dead of Peru at 105 soldiers after the fighting.",
                          "105 soldiers", 105, "Chile", "Chile");
  CHECK(relations_of({low, high}).empty());
}

TEST_CASE("one number of two speakers is the same, one wording a copy") {
  const auto a =
      count("a", "1932-09-12", "Peru lost 105 soldiers at Tarata in the fight with Chile.", "105 soldiers", 105);
  const auto b = count("b", "1932-09-12", "Chile counted 105 soldiers of Peru dead on the hill of Tarata.",
                       "105 soldiers", 105, "Chile", "Chile");
  const auto c =
      count("c", "1932-09-12", "Peru lost 105 soldiers at Tarata in the fight with Chile.", "105 soldiers", 105);
  CHECK(relations_of({a, b}) == Relations{"same: 105 soldiers -> 105 soldiers"});
  CHECK(relations_of({a, c}) == Relations{"copy: 105 soldiers -> 105 soldiers"});
}

TEST_CASE("counts of other people, things or times do not meet") {
  const auto killed = count("a", "1932-09-12", "Peru said 49 soldiers fell in the fight with Chile.", "49 soldiers", 49,
                            "Peru", "Peru");
  const auto years_on = count("b", "1939-09-13", "Peru said 105 soldiers fell in the fight with Chile.", "105 soldiers",
                              105, "Peru", "Peru");
  CHECK(relations_of({killed, years_on}).empty());
  SampleReport civilians("c", "1932-09-13");
  civilians.says("Peru said 105 villagers fell in the fight with Chile.").party("Peru", "Peru");
  civilians.figure("105 villagers", 105, "Peru").kind = counterclaim::record::PersonKind::kCivilian;
  CHECK(relations_of({killed, civilians}).empty());
  const auto addition = count("d", "1932-09-13", "Peru said another 105 soldiers fell in the fight with Chile.",
                              "another 105 soldiers", 105, "Peru", "Peru");
  CHECK(relations_of({killed, addition}).empty());
}

TEST_CASE("a denial denies what it quotes, and its copies elsewhere") {
  SampleReport claim("claim");
  claim.says("Chile said troops of Peru burned the granary of Tarata.").party("Chile", "Chile").party("Peru", "Peru");
  claim
      .statement("Chile said troops of Peru burned the granary of Tarata",
                 "troops of Peru burned the granary of Tarata", "Chile", "Chile", Stance::kAccuses)
      .target = "Peru";
  SampleReport denial("denial");
  denial.says("Peru denied that its troops burned the granary of Tarata.").party("Peru", "Peru");
  denial.statement("Peru denied that its troops burned the granary of Tarata",
                   "its troops burned the granary of Tarata", "Peru", "Peru", Stance::kDenies);
  CHECK(relations_of({claim, denial}) == Relations{"denial: Chile said troops of Peru burned the granary of Tarata -> "
                                                   "Peru denied that its troops burned the granary of Tarata"});
}

TEST_CASE("two sides that lay one thing on each other contradict each other") {
  SampleReport report("mutual");
  report.says("Chile blamed Peru for the provocation at the border.").party("Chile", "Chile").party("Peru", "Peru");
  report
      .statement("Chile blamed Peru for the provocation at the border", "Peru for the provocation at the border",
                 "Chile", "Chile", Stance::kAccuses)
      .target = "Peru";
  report.says("Peru said the provocation at the border lay with Chile.").party("Peru", "Peru").party("Chile", "Chile");
  report
      .statement("Peru said the provocation at the border lay with Chile",
                 "the provocation at the border lay with Chile", "Peru", "Peru", Stance::kAccuses)
      .target = "Chile";
  CHECK(relations_of({report}) == Relations{"conflict: Chile blamed Peru for the provocation at the border -> "
                                            "Peru said the provocation at the border lay with Chile"});
}

TEST_CASE("the order of the reports changes nothing") {
  std::vector<SampleReport> reports;
  for (int n = 0; n < 9; ++n) {
    const std::string value = std::to_string(40 + n / 2);
    reports.push_back(count("r" + std::to_string(n), "1932-09-1" + std::to_string(n % 5),
                            "Peru said " + value + " soldiers fell in the fight with Chile.", value + " soldiers",
                            40 + n / 2, n % 3 == 0 ? "Peru" : "", "Peru"));
  }
  const Relations expected = relations_of(reports);
  CHECK_FALSE(expected.empty());
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(reports.begin(), reports.end(), random);
    CHECK(relations_of(reports) == expected);
  }
}
