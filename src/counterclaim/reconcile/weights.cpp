#include "counterclaim/reconcile/weights.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/tab_table.h"

namespace counterclaim::reconcile {
namespace {

struct Slot {
  std::string_view name;
  std::int32_t Weights::* member;
};

constexpr Slot kSlots[] = {
    {"one_report", &Weights::one_report},
    {"reports_alike", &Weights::reports_alike},
    {"reports_chance", &Weights::reports_chance},
    {"reports_most", &Weights::reports_most},
    {"reports_least", &Weights::reports_least},
    {"sides_equal", &Weights::sides_equal},
    {"sides_differ", &Weights::sides_differ},
    {"published_together", &Weights::published_together},
    {"published_apart", &Weights::published_apart},
    {"prior_by_class", &Weights::prior_by_class},
    {"word_shared", &Weights::word_shared},
    {"word_not_shared", &Weights::word_not_shared},
    {"words_most", &Weights::words_most},
    {"words_least", &Weights::words_least},
    {"words_least_of_figures", &Weights::words_least_of_figures},
    {"theme_rare", &Weights::theme_rare},
    {"side_equal", &Weights::side_equal},
    {"side_both", &Weights::side_both},
    {"target_equal", &Weights::target_equal},
    {"target_differs", &Weights::target_differs},
    {"source_equal", &Weights::source_equal},
    {"source_side_equal", &Weights::source_side_equal},
    {"source_differs", &Weights::source_differs},
    {"stance_equal", &Weights::stance_equal},
    {"stance_differs", &Weights::stance_differs},
    {"day_equal", &Weights::day_equal},
    {"days_overlap", &Weights::days_overlap},
    {"days_near", &Weights::days_near},
    {"days_apart", &Weights::days_apart},
    {"told_near", &Weights::told_near},
    {"told_month", &Weights::told_month},
    {"told_apart", &Weights::told_apart},
    {"counts_near", &Weights::counts_near},
    {"counts_week", &Weights::counts_week},
    {"counts_month", &Weights::counts_month},
    {"counts_apart", &Weights::counts_apart},
    {"place_equal", &Weights::place_equal},
    {"place_near", &Weights::place_near},
    {"place_far", &Weights::place_far},
    {"value_equal", &Weights::value_equal},
    {"value_rare", &Weights::value_rare},
    {"value_large", &Weights::value_large},
    {"value_ratio", &Weights::value_ratio},
    {"type_equal", &Weights::type_equal},
    {"type_akin", &Weights::type_akin},
    {"type_differs", &Weights::type_differs},
    {"kind_equal", &Weights::kind_equal},
    {"figures_related", &Weights::figures_related},
    {"figures_conflict", &Weights::figures_conflict},
    {"small_figures_related", &Weights::small_figures_related},
    {"sideless_words", &Weights::sideless_words},
    {"statements_related", &Weights::statements_related},
    {"statements_copy_words", &Weights::statements_copy_words},
    {"statements_denied", &Weights::statements_denied},
    {"statements_conflict", &Weights::statements_conflict},
    {"statements_words", &Weights::statements_words},
    {"reaction_words", &Weights::reaction_words},
    {"accused_back", &Weights::accused_back},
    {"fault_laid_back", &Weights::fault_laid_back},
    {"events_words", &Weights::events_words},
    {"located_events_words", &Weights::located_events_words},
    {"denial_words", &Weights::denial_words},
    {"events_related", &Weights::events_related},
    {"events_denied", &Weights::events_denied},
    {"own_deed_denied", &Weights::own_deed_denied},
    {"incident_joined", &Weights::incident_joined},
    {"incident_near", &Weights::incident_near},
};

}  // namespace

Result<Weights> Weights::load(const std::filesystem::path& folder) {
  const auto table = read_tab_table(folder / "weights.tsv", 3);
  if (!table) return tl::unexpected<Error>(table.error());
  Weights weights;
  std::vector<std::string_view> seen;
  for (const TabRow& row : table->rows) {
    const auto slot =
        std::find_if(std::begin(kSlots), std::end(kSlots), [&](const Slot& s) { return s.name == row.columns[0]; });
    if (slot == std::end(kSlots)) return table->malformed(row.line, "no weight has this name");
    if (std::find(seen.begin(), seen.end(), slot->name) != seen.end())
      return table->malformed(row.line, "a second line for this weight");
    const std::string& digits = row.columns[1];
    const char* end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, weights.*slot->member).ptr != end)
      return table->malformed(row.line, "a whole number is expected");
    seen.push_back(slot->name);
  }
  if (seen.size() != std::size(kSlots)) return table->malformed(0, "a weight is missing");
  return weights;
}

}  // namespace counterclaim::reconcile
