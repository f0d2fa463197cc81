#include "counterclaim/publish/casualty_words.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "counterclaim/publish/figure_words.h"

namespace counterclaim::publish {
namespace {

bool has_combatant(const InfoboxColumn& column, std::string_view side) {
  return std::any_of(column.combatants.begin(), column.combatants.end(),
                     [&](const Combatant& combatant) { return combatant.name.text == side; });
}

std::string head_of(const Infobox& box, std::size_t at, const std::optional<std::string>& claimant) {
  if (!claimant) return {};
  for (std::size_t n = 0; n < box.columns.size(); ++n) {
    const bool enemy = n != at && !box.columns[at].combatants.empty() && has_combatant(box.columns[n], *claimant);
    if (enemy) return *claimant + " claims:";
  }
  return fmt::format("Per {}:", *claimant);
}

std::string_view people_of(const record::Figure& figure) {
  const bool one = figure.value == 1 && !figure.value_high;
  if (!figure.kind || figure.unit != "persons") return "";
  switch (*figure.kind) {
    case record::PersonKind::kMilitary: return one ? " soldier" : " soldiers";
    case record::PersonKind::kCivilian: return one ? " civilian" : " civilians";
    case record::PersonKind::kUnspecified: return "";
  }
  return "";
}

}  // namespace

std::vector<ClaimantLines> lines_of(const Infobox& box, std::size_t at) {
  std::vector<ClaimantLines> lines;
  for (const Casualty& casualty : box.columns[at].casualties) {
    const std::string head = head_of(box, at, casualty.claimant);
    auto line = std::find_if(lines.begin(), lines.end(), [&](const ClaimantLines& each) { return each.head == head; });
    if (line == lines.end()) line = lines.insert(lines.end(), {head, {}});
    line->casualties.push_back(&casualty);
  }
  const auto rank = [&](const ClaimantLines& line) {
    if (line.head.empty()) return 0;
    return has_combatant(box.columns[at], *line.casualties.front()->claimant) ? 1 : 2;
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const ClaimantLines& a, const ClaimantLines& b) { return rank(a) < rank(b); });
  return lines;
}

std::string casualty_words(const record::Figure& figure, bool with_side) {
  std::string words = how_many(figure);
  const std::string_view people = people_of(figure);
  if (!people.empty() && !figure.value) words += " of";  // "dozens of soldiers"
  words += people;
  if (with_side && figure.side) words += (*figure.side == "both" ? " of both sides" : " of " + *figure.side);
  if (figure.measure != record::Measure::kForces) words += " " + what_happened(figure);
  return words;
}

}  // namespace counterclaim::publish
