#include "counterclaim/extract/event_codes.h"

#include <algorithm>

#include "counterclaim/base/resource_file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::extract {

Result<EventCodes> EventCodes::load(const std::filesystem::path& folder) {
  const auto file = read_resource_file(folder / "codes.toml",
                                       {"event", "instruments", "civilians", "by_group", "plover", "acled", "means"});
  if (!file) return tl::unexpected<Error>(file.error());
  EventCodes codes;
  for (const ResourceEntry& entry : file->entries) {
    const auto type = record::value_named<record::EventType>(entry.text("event"));
    if (entry.section != "code" || !type) return file->malformed(entry.line, "'event' must be a type of event");
    Row row{*type, {}, entry.flag("civilians"), entry.flag("by_group"), {}, {}};
    row.instruments.insert(entry.list("instruments").begin(), entry.list("instruments").end());
    row.plover = std::string(entry.text("plover"));
    row.acled = std::string(entry.text("acled"));
    codes.rows_.push_back(std::move(row));
  }
  return codes;
}

namespace {

bool is_cooperation(std::string_view plover) {
  const std::string_view root = plover.substr(0, plover.find('/'));
  return root == "AID" || root == "CONSULT" || root == "COOPERATE" || root == "RETREAT" || root == "CONCEDE" ||
         root == "SUPPORT";
}

}  // namespace

void EventCodes::apply(std::optional<record::PartyKind> actor, EventDraft& draft) const {
  record::Event& event = draft.event;
  const auto fits = [&](const Row& row) {
    if (row.type != event.type || (row.civilians && !draft.hits_civilians)) return false;
    if (row.by_group && actor != record::PartyKind::kArmedGroup) return false;
    return row.instruments.empty() || std::any_of(event.instruments.begin(), event.instruments.end(),
                                                  [&](const auto& name) { return row.instruments.contains(name); });
  };
  const auto row = std::find_if(rows_.begin(), rows_.end(), fits);
  const std::string& own = draft.trigger.sense->plover;
  if (!own.empty())
    event.plover = own;
  else if (row != rows_.end() && !row->plover.empty())
    event.plover = row->plover;
  // What is only threatened is a threat, help that is only planned a promise.
  if (draft.is_threatened) event.plover = "THREATEN";
  if (event.status == record::EventStatus::kPlanned && event.plover && is_cooperation(*event.plover))
    event.plover = "AGREE";
  if (row != rows_.end() && !row->acled.empty()) event.acled = row->acled;
}

}  // namespace counterclaim::extract
