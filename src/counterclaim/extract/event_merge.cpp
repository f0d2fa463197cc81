#include "counterclaim/extract/event_merge.h"

#include <algorithm>
#include <bitset>
#include <utility>

namespace counterclaim::extract {

using record::EventType;

bool is_violent(EventType type) {
  switch (type) {
    case EventType::kShelling:
    case EventType::kAirStrike:
    case EventType::kDroneStrike:
    case EventType::kShooting:
    case EventType::kGroundAttack:
    case EventType::kMine:
    case EventType::kBombing:
    case EventType::kAttack: return true;
    default: return false;
  }
}

namespace {

constexpr std::size_t kTypes = static_cast<std::size_t>(EventType::kOther) + 1;
constexpr std::size_t kReach = 64;  // events back that a mention may take up

bool types_agree(EventType a, EventType b) {
  if (a == b) return true;
  return (a == EventType::kAttack && is_violent(b)) || (b == EventType::kAttack && is_violent(a));
}

bool is_open(record::EventStatus status) {
  return status == record::EventStatus::kPlanned || status == record::EventStatus::kHypothetical;
}

// Whether two times may be one: "2022-09" and "2022-09-13", an interval and a day in it.
bool times_agree(const record::Event& a, const record::Event& b) {
  if (!a.when || !b.when) return true;
  const auto ends = [](const std::string& when) {
    const std::size_t slash = when.find('/');
    const std::string first = when.substr(0, slash);
    std::string last = slash == std::string::npos ? first : when.substr(slash + 1);
    if (last == "..") last = "9999";
    return std::pair(first, last + "~");  // behind all days of a year or month
  };
  const auto [a_first, a_last] = ends(*a.when);
  const auto [b_first, b_last] = ends(*b.when);
  return a_first <= b_last && b_first <= a_last;
}

class Merger {
 public:
  explicit Merger(std::span<const record::PlaceMention* const> places) : places_(places) {}

  bool is_same(const EventDraft& before, const EventDraft& now) const {
    if (now.is_other || !types_agree(before.event.type, now.event.type)) return false;
    if (is_open(before.event.status) != is_open(now.event.status)) return false;
    if (before.when_told && now.when_told && !times_agree(before.event, now.event)) return false;
    if (!parties_agree(before, now) || !places_agree(before.event.place, now.event.place)) return false;
    if (before.is_headline || now.is_headline) return true;
    return (now.takes_up || before.block == now.block) && tells_nothing_new(before, now);
  }

 private:
  bool places_agree(std::optional<std::uint32_t> a, std::optional<std::uint32_t> b) const {
    if (!a || !b || *a == *b) return true;
    const record::PlaceMention& first = *places_[*a];
    const record::PlaceMention& second = *places_[*b];
    if (first.text == second.text || (first.name && first.name == second.name)) return true;
    return is_within(first, second) || is_within(second, first);
  }

  static bool parties_agree(const EventDraft& before, const EventDraft& now) {
    if (before.trigger.sense->is_mutual) {
      const auto has = [](const EventDraft& draft, const std::optional<std::string>& side) {
        return !side || *side == kBothSides || side == draft.event.actor || side == draft.event.target ||
               draft.event.actor == kBothSides;
      };
      return (has(before, now.event.actor) && has(before, now.event.target)) ||
             (has(now, before.event.actor) && has(now, before.event.target));
    }
    if (before.actor_told && now.actor_told && before.event.actor != now.event.actor) return false;
    return !before.target_told || !now.target_told || before.event.target == now.event.target;
  }

  // Whether all that a mention tells was told.
  static bool tells_nothing_new(const EventDraft& before, const EventDraft& now) {
    return (!now.actor_told || before.actor_told) && (!now.target_told || before.target_told) &&
           (!now.when_told || before.when_told) && (!now.event.place || before.event.place);
  }

  static bool is_within(const record::PlaceMention& inner, const record::PlaceMention& outer) {
    return outer.name && std::find(inner.within.begin(), inner.within.end(), *outer.name) != inner.within.end();
  }

  std::span<const record::PlaceMention* const> places_;
};

int fullness(const EventDraft& draft) {
  return draft.actor_told + draft.target_told + 2 * draft.when_told + draft.event.place.has_value() +
         (draft.event.type != EventType::kAttack);
}

// The slots that the fuller mention lacks.
void complete(EventDraft& full, EventDraft& other) {
  record::Event& to = full.event;
  record::Event& from = other.event;
  if (!full.actor_told && other.actor_told) to.actor = std::move(from.actor);
  if (!full.target_told && other.target_told) to.target = std::move(from.target);
  if (!full.when_told && from.when && (other.when_told || !to.when)) to.when = std::move(from.when);
  if (!to.place) to.place = from.place;
  if (to.type == EventType::kAttack) to.type = from.type;
  full.actor_told |= other.actor_told;
  full.target_told |= other.target_told;
  full.when_told |= other.when_told;
  to.mentions.push_back(from.span);
  to.mentions.insert(to.mentions.end(), from.mentions.begin(), from.mentions.end());
}

// Kinds of happenings whose definite nouns nearly always stand for one that the report tells elsewhere.
std::optional<EventType> family(EventType type) {
  if (is_violent(type)) return EventType::kAttack;
  switch (type) {
    case EventType::kTalks:
    case EventType::kTerritoryTaken:
    case EventType::kViolation:
    case EventType::kRelease: return type;
    default: return std::nullopt;
  }
}

// "the attack" is no happening of its own where the report tells any; where it tells none, the first one is.
void drop_taken_up(std::vector<EventDraft>& events) {
  std::bitset<kTypes> told;
  for (const EventDraft& event : events) {
    const auto kind = family(event.event.type);
    if (!event.takes_up && kind) told.set(static_cast<std::size_t>(*kind));
  }
  std::erase_if(events, [&](const EventDraft& event) {
    if (event.takes_up && event.is_dated) return false;
    if (event.takes_up && event.trigger.sense->is_state) return true;
    const auto kind = family(event.event.type);
    if (!event.takes_up || !kind) return false;
    if (told.test(static_cast<std::size_t>(*kind))) return true;
    told.set(static_cast<std::size_t>(*kind));
    return false;
  });
}

}  // namespace

std::vector<EventDraft> merge_events(std::vector<EventDraft> drafts,
                                     std::span<const record::PlaceMention* const> places) {
  const Merger merger(places);
  std::vector<EventDraft> out;
  for (EventDraft& draft : drafts) {
    const std::size_t reach = std::min(kReach, out.size());
    const auto begin = out.rbegin();
    const auto found = std::find_if(begin, begin + static_cast<std::ptrdiff_t>(reach),
                                    [&](const EventDraft& before) { return merger.is_same(before, draft); });
    if (found == begin + static_cast<std::ptrdiff_t>(reach)) {
      out.push_back(std::move(draft));
      continue;
    }
    const bool taken_up = found->takes_up && draft.takes_up;
    if (fullness(draft) > fullness(*found)) std::swap(*found, draft);
    found->takes_up = taken_up;
    complete(*found, draft);
  }
  drop_taken_up(out);
  std::stable_sort(out.begin(), out.end(),
                   [](const EventDraft& a, const EventDraft& b) { return a.event.span.begin < b.event.span.begin; });
  return out;
}

}  // namespace counterclaim::extract
