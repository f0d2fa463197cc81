#include "counterclaim/extract/event_links.h"

#include <algorithm>
#include <utility>

#include "counterclaim/extract/event_draft.h"

namespace counterclaim::extract {
namespace {

using record::EventType;
using record::Measure;

// Whether a happening of the type can have caused the count.
bool causes(EventType type, Measure measure) {
  switch (measure) {
    case Measure::kKilled:
    case Measure::kWounded:
    case Measure::kMissing:
    case Measure::kKilledOrMissing:
    case Measure::kKilledOrWounded: return is_violent(type) || type == EventType::kArmedClash;
    case Measure::kCaptured:
    case Measure::kDetained: return type == EventType::kCapture;
    case Measure::kDisplaced: return type == EventType::kDisplacement;
    case Measure::kSurrendered: return type == EventType::kSurrender;
    case Measure::kReleased: return type == EventType::kRelease;
    case Measure::kDestroyed:
    case Measure::kDamaged:
    case Measure::kHit: return type == EventType::kDestruction || is_violent(type);
    case Measure::kArea: return type == EventType::kTerritoryTaken;
    case Measure::kForces: return type == EventType::kDeployment || type == EventType::kWithdrawal;
    case Measure::kDistance:
    case Measure::kOther: return false;
  }
  return false;
}

// A passage that tells an event: its fullest mention or another one.
struct Telling {
  CodePointSpan span;
  std::uint32_t event;
};

class Linker {
 public:
  explicit Linker(record::ReportRecord& record) : record_(record) {
    for (std::uint32_t n = 0; n < record.events.size(); ++n) {
      tellings_.push_back({record.events[n].span, n});
      for (const CodePointSpan span : record.events[n].mentions) tellings_.push_back({span, n});
    }
    std::stable_sort(tellings_.begin(), tellings_.end(),
                     [](const Telling& a, const Telling& b) { return a.span.begin < b.span.begin; });
  }

  void run() {
    for (record::Figure& figure : record_.figures) figure.event = cause_of(figure);
    for (record::Toll& toll : record_.tolls) toll.event = event_of(toll);
    for (record::Statement& statement : record_.statements) take_events(statement);
    for (std::uint32_t n = 0; n < record_.events.size(); ++n) link(n);
  }

 private:
  // The nearest fitting event of the figure's sentence, else the last one told before it in its block.
  std::optional<std::uint32_t> cause_of(const record::Figure& figure) const {
    constexpr int kReach = 16;
    const CodePointSpan sentence = around(record_.sentences, figure.span);
    const CodePointSpan block = block_around(figure.span);
    auto at = first_from(sentence.begin);
    std::optional<std::uint32_t> found;
    std::uint32_t least = 0;
    for (auto here = at; here != tellings_.end() && here->span.begin < sentence.end; ++here) {
      if (here - at >= kReach) break;
      if (!causes(record_.events[here->event].type, figure.measure)) continue;
      const std::uint32_t gap = distance(here->span, figure.span);
      if (found && gap >= least) continue;
      found = here->event;
      least = gap;
    }
    for (int step = 0; !found && step < kReach && at != tellings_.begin(); ++step) {
      --at;
      if (at->span.begin < block.begin) break;
      if (causes(record_.events[at->event].type, figure.measure)) found = at->event;
    }
    return found;
  }

  // That of all its figures.
  std::optional<std::uint32_t> event_of(const record::Toll& toll) const {
    std::optional<std::uint32_t> event;
    for (const std::uint32_t position : toll.figures) {
      const auto of_figure = record_.figures[position].event;
      if (of_figure && event && *event != *of_figure) return std::nullopt;
      if (of_figure) event = of_figure;
    }
    return event;
  }

  void take_events(record::Statement& statement) const {
    if (!statement.content) return;
    for (auto at = first_from(statement.content->begin);
         at != tellings_.end() && at->span.begin < statement.content->end; ++at)
      statement.events.push_back(at->event);
    std::sort(statement.events.begin(), statement.events.end());
    statement.events.erase(std::unique(statement.events.begin(), statement.events.end()), statement.events.end());
  }

  // A violation breaks the last truce told before it, a release ends the last capture; else the first told after.
  void link(std::uint32_t position) {
    const EventType type = record_.events[position].type;
    if (type == EventType::kViolation) add(position, EventType::kAgreement, record::LinkRelation::kViolates);
    if (type == EventType::kRelease) add(position, EventType::kCapture, record::LinkRelation::kReleases);
  }

  void add(std::uint32_t position, EventType wanted, record::LinkRelation relation) {
    constexpr std::uint32_t kReach = 32;  // events
    const auto size = static_cast<std::uint32_t>(record_.events.size());
    std::optional<std::uint32_t> found;
    for (std::uint32_t step = 1; step <= std::min(position, kReach) && !found; ++step) {
      if (record_.events[position - step].type == wanted) found = position - step;
    }
    for (std::uint32_t step = 1; step <= std::min(size - position - 1, kReach) && !found; ++step) {
      if (record_.events[position + step].type == wanted) found = position + step;
    }
    if (found) record_.events[position].links.push_back({*found, relation});
  }

  std::vector<Telling>::const_iterator first_from(std::uint32_t begin) const {
    return std::partition_point(tellings_.begin(), tellings_.end(),
                                [&](const Telling& telling) { return telling.span.begin < begin; });
  }

  static std::uint32_t distance(CodePointSpan a, CodePointSpan b) {
    if (a.overlaps(b)) return 0;
    return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
  }

  static CodePointSpan around(const std::vector<CodePointSpan>& spans, CodePointSpan inner) {
    const auto behind =
        std::partition_point(spans.begin(), spans.end(), [&](CodePointSpan span) { return span.begin <= inner.begin; });
    return behind == spans.begin() ? inner : *(behind - 1);
  }

  CodePointSpan block_around(CodePointSpan inner) const {
    const auto& blocks = record_.document.blocks;
    const auto behind = std::partition_point(
        blocks.begin(), blocks.end(), [&](const record::Block& block) { return block.span.begin <= inner.begin; });
    return behind == blocks.begin() ? inner : (behind - 1)->span;
  }

  record::ReportRecord& record_;
  std::vector<Telling> tellings_;  // in text order
};

}  // namespace

void link_events(record::ReportRecord& record) { Linker(record).run(); }

}  // namespace counterclaim::extract
