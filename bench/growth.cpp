// How reconciliation grows: synthetic conflicts of a known truth, from a thousand reports to a million.
//
//   growth [REPORTS ...]     standard: 1000 10000 100000
//
// For each size it prints the seconds and the memory that deriving takes, and how right the incidents are: of all pairs
// of events, those rightly brought together. Beside it stands a plain baseline: same type, place and day. Every
// happening is told by one to five reports: a third of them tell no place or no day, types are paraphrased, counts
// rounded, some reports are mirrors, and one happening in ten has a twin in its district on its day.
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/base/sha256.h"
#include "counterclaim/reconcile/reconciler.h"

namespace {

using namespace counterclaim;
using record::EventType;

struct Happening {
  EventType type = EventType::kShelling;
  std::string place;
  double latitude = 0, longitude = 0;
  std::string day;
  std::string side, enemy;
  std::array<std::string, 3> things;  // what was hit, words of no other happening or of few
  int killed = 0;
};

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }

  std::string word(int syllables) {
    constexpr std::array kSyllables = {"ta", "mo",  "ri", "qui", "la", "pe", "su",
                                       "no", "cha", "ve", "ko",  "ru", "mi", "ga"};
    std::string made;
    for (int n = 0; n < syllables; ++n) made += kSyllables[static_cast<std::size_t>(below(kSyllables.size()))];
    return made;
  }

  Happening happening() {
    constexpr std::array kTypes = {EventType::kShelling, EventType::kShooting, EventType::kBombing,
                                   EventType::kDroneStrike};
    Happening made;
    made.type = kTypes[static_cast<std::size_t>(below(4))];
    made.place = word(3);
    made.place[0] = static_cast<char>(made.place[0] - 'a' + 'A');
    made.latitude = -15 - below(400) / 100.0;
    made.longitude = -70 - below(400) / 100.0;
    made.day = fmt::format("193{}-{:02}-{:02}", 2 + below(2), 1 + below(12), 1 + below(28));
    const bool turned = below(2) == 0;
    made.side = turned ? "Peru" : "Chile";
    made.enemy = turned ? "Chile" : "Peru";
    for (std::string& thing : made.things) thing = word(3);
    made.killed = 1 + below(40);
    return made;
  }

  // Another of the same day and district.
  Happening twin_of(const Happening& other) {
    Happening twin = happening();
    twin.day = other.day;
    twin.latitude = other.latitude + 0.1;
    twin.longitude = other.longitude;
    twin.side = other.side;
    twin.enemy = other.enemy;
    return twin;
  }

  record::ReportRecord report(const Happening& told, const std::string& id) {
    record::ReportRecord made;
    made.document.id = id;
    made.document.published = told.day;
    const bool tells_place = below(6) != 0, tells_day = below(6) != 0, paraphrases = below(4) == 0;
    std::string& text = made.document.text;
    text = fmt::format("{} troops {} the {} and the {}", told.enemy, paraphrases ? "attacked" : "struck",
                       told.things[0], told.things[static_cast<std::size_t>(1 + below(2))]);
    record::Event event;
    event.span = {0, static_cast<std::uint32_t>(text.size())};
    event.type = paraphrases ? EventType::kAttack : told.type;
    event.actor = told.enemy;
    event.target = told.side;
    if (tells_day) event.when = told.day;
    if (tells_place) {
      const auto begin = static_cast<std::uint32_t>(text.size() + 4);
      text += " at " + told.place;
      record::PlaceMention place;
      place.span = {begin, static_cast<std::uint32_t>(text.size())};
      place.text = told.place;
      place.kind = record::PlaceKind::kLocality;
      place.latitude = told.latitude;
      place.longitude = told.longitude;
      made.places.push_back(place);
      event.place = 0;
    }
    const int counted = below(3) == 0 ? (told.killed + 4) / 5 * 5 : told.killed;
    const auto begin = static_cast<std::uint32_t>(text.size() + 2);
    text += fmt::format(", {} soldiers died, wrote {}.", counted, word(4));
    record::Figure figure;
    figure.span = {begin, static_cast<std::uint32_t>(text.find(" died") + 5)};
    figure.measure = record::Measure::kKilled;
    figure.value = counted;
    figure.side = told.side;
    figure.kind = record::PersonKind::kMilitary;
    figure.event = 0;
    if (tells_day) figure.when = told.day;
    made.figures.push_back(figure);
    made.events.push_back(event);
    made.sentences.push_back({0, static_cast<std::uint32_t>(text.size())});
    made.document.sha256 = sha256_hex(text);
    return made;
  }

 private:
  std::mt19937_64 random_;
};

struct Score {
  std::uint64_t together = 0, given = 0, right = 0;  // pairs of events: in truth, as grouped, both
  [[nodiscard]] double f1() const {
    return together + given == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(together + given);
  }
};

// `truth` and `group`: of each report's event.
template <class Group>
Score score_of(const std::vector<std::uint32_t>& truth, const std::vector<Group>& group) {
  std::map<std::uint32_t, std::uint64_t> of_truth;
  std::map<Group, std::uint64_t> of_group;
  std::map<std::pair<std::uint32_t, Group>, std::uint64_t> of_both;
  for (std::size_t n = 0; n < truth.size(); ++n) {
    ++of_truth[truth[n]];
    ++of_group[group[n]];
    ++of_both[{truth[n], group[n]}];
  }
  const auto pairs = [](const auto& counts) {
    std::uint64_t sum = 0;
    for (const auto& [key, count] : counts) sum += count * (count - 1) / 2;
    return sum;
  };
  return {pairs(of_truth), pairs(of_group), pairs(of_both)};
}

void measure(const reconcile::Reconciler& reconciler, std::uint32_t count) {
  Generator generator(count);
  std::vector<reconcile::ReportFacts> facts;
  std::vector<std::uint32_t> truth;
  std::vector<std::string> plain;  // the baseline's key: type, place, day
  std::uint32_t happenings = 0;
  Happening previous = generator.happening();
  while (facts.size() < count) {
    const Happening told = generator.below(10) == 0 ? generator.twin_of(previous) : generator.happening();
    const int reports = 1 + generator.below(5);
    for (int n = 0; n < reports && facts.size() < count; ++n) {
      record::ReportRecord record = generator.report(told, fmt::format("{:08}", facts.size()));
      const record::Event& event = record.events[0];
      plain.push_back(event.when && event.place
                          ? fmt::format("{} {} {}", static_cast<int>(event.type), told.place, *event.when)
                          : fmt::format("alone {}", facts.size()));
      facts.push_back(reconciler.facts_of(record));
      truth.push_back(happenings);
    }
    previous = told;
    ++happenings;
  }
  const auto begin = std::chrono::steady_clock::now();
  const record::Derivation derivation = reconciler.derive(std::move(facts));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  std::vector<std::uint32_t> group(count);
  for (std::uint32_t n = 0; n < derivation.incidents.size(); ++n) {
    for (const record::ItemRef& member : derivation.incidents[n].members) {
      if (member.kind == record::ItemKind::kEvent) group[member.report] = n;
    }
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(
      "{:>8} reports {:>8} happenings {:>9} relations {:>8.2f} s {:>6} MB   F1 {:.3f}   same type, place and day "
      "{:.3f}\n",
      count, happenings, derivation.relations.size(), seconds, usage.ru_maxrss / 1024, score_of(truth, group).f1(),
      score_of(truth, plain).f1());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const auto reconciler = reconcile::Reconciler::load(COUNTERCLAIM_RESOURCE_DIR "/reconcile");
  if (!reconciler) {
    fmt::print(stderr, "{}\n", reconciler.error().message);
    return 1;
  }
  std::vector<std::uint32_t> sizes;
  for (int n = 1; n < argc; ++n) sizes.push_back(static_cast<std::uint32_t>(std::strtoul(argv[n], nullptr, 10)));
  if (sizes.empty()) sizes = {1000, 10000, 100000};
  for (const std::uint32_t size : sizes) measure(*reconciler, size);
  return 0;
}
