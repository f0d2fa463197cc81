// The public spelling of every enumerated value ("killed_or_missing"), and back.
//
// Layer: record.
#pragma once

#include <optional>
#include <string_view>

#include "counterclaim/record/document.h"
#include "counterclaim/record/event.h"
#include "counterclaim/record/figure.h"
#include "counterclaim/record/mention.h"
#include "counterclaim/record/relation.h"
#include "counterclaim/record/source.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::record {

[[nodiscard]] std::string_view name_of(BlockKind value);
[[nodiscard]] std::string_view name_of(SourceKind value);
[[nodiscard]] std::string_view name_of(Measure value);
[[nodiscard]] std::string_view name_of(Bound value);
[[nodiscard]] std::string_view name_of(PersonKind value);
[[nodiscard]] std::string_view name_of(Polarity value);
[[nodiscard]] std::string_view name_of(Counting value);
[[nodiscard]] std::string_view name_of(Stance value);
[[nodiscard]] std::string_view name_of(EventType value);
[[nodiscard]] std::string_view name_of(EventStatus value);
[[nodiscard]] std::string_view name_of(LinkRelation value);
[[nodiscard]] std::string_view name_of(ItemKind value);
[[nodiscard]] std::string_view name_of(RelationType value);
[[nodiscard]] std::string_view name_of(TimeType value);
[[nodiscard]] std::string_view name_of(PlaceKind value);
[[nodiscard]] std::string_view name_of(PartyKind value);

// The value with that name, for vocabularies in resources/ and stored records. Specialised for all of the above.
template <class Enum>
[[nodiscard]] std::optional<Enum> value_named(std::string_view name);

}  // namespace counterclaim::record
